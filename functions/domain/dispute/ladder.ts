import type { RuleFile } from '#schemas/rule-file/rule-file.ts'
import type { Text } from '#schemas/text.ts'

/** One step of a ladder: whom a dispute comes to there. */
export type LadderStep = { readonly id: string; readonly title: Text }

/** A ladder with the citation of the agreement that names it; without one, it is the usual one. */
export type Ladder = { readonly steps: readonly LadderStep[]; readonly cites: string | undefined }

/** The steps of a ladder that no agreement names: a reading of what such agreements have in common. */
const USUAL: readonly LadderStep[] = [
  { id: 'case-officers', title: { sv: 'Handläggarna', en: 'The case officers' } },
  { id: 'heads-of-unit', title: { sv: 'Enhetscheferna', en: 'The heads of unit' } },
  { id: 'management-group', title: { sv: 'Parternas ledningsgrupp', en: "The parties' management group" } },
]

/** The ladder that disputes under an agreement climb. */
export const ladderOf = ({ disputes }: Pick<RuleFile, 'disputes'>): Ladder =>
  disputes === undefined ? { steps: USUAL, cites: undefined } : { steps: disputes.ladder, cites: disputes.cites }
