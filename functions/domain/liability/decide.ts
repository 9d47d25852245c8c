import { possibleRules } from '../agreement/candidates.ts'
import type { Catalog } from '../agreement/catalog.ts'
import { type InForceAnswer, type Question, ruleInForce, rulesWaiting } from '../agreement/in-force.ts'
import type { Rule } from '../agreement/rule.ts'
import type { Statement } from '../agreement/statement.ts'
import { type CivilDate, monthOf } from '../calendar/civil-date.ts'
import type { EpisodeFacts } from '../episode/facts.ts'
import { type LiableMunicipality, liableMunicipalityOf } from '../episode/liable-unit.ts'
import { episodeDays } from './charge.ts'
import type { Decision } from './decision.ts'
import { agreementNotRegistered, startIsPlaceholder, versionNotSigned } from './flags.ts'
import { judge, sharedReasons, type Verdicts } from './judge.ts'
import { type Place, placeOf } from './place.ts'

/** How a rule's conditions are answered for an episode. */
export type Evaluator = (rule: Rule, facts: EpisodeFacts) => Verdicts

/** Decides one episode. All that can be known is told, and nothing else: an unrecorded fact is never guessed. */
export const decide = (catalog: Catalog, region: string, facts: EpisodeFacts, evaluate: Evaluator): Decision =>
  decideBy(
    {
      governing: (liable, on) => ruleFor(catalog, region, facts, liable, on),
      possible: (on) => rulesThatCouldGovern(catalog, region, facts, on),
      waiting: (liable, on) => rulesWaiting(catalog, questionOf(region, facts, liable, on)),
    },
    facts,
    evaluate,
  )

/** Decides one episode as if a rule governed it, whatever day, care or party it is of. */
export const decideAsIf = (
  rule: Rule,
  facts: EpisodeFacts,
  evaluate: Evaluator,
  agreementRegistered = true,
): Decision => {
  const answer = { known: true, rule, agreementRegistered } as const
  return decideBy({ governing: () => answer, possible: () => [answer], waiting: () => [] }, facts, evaluate)
}

type Choice = {
  readonly governing: (liable: LiableMunicipality, on: CivilDate) => InForceAnswer
  readonly possible: (on: CivilDate) => readonly InForceAnswer[]
  /** Versions that would govern it if they were signed. */
  readonly waiting: (liable: LiableMunicipality, on: CivilDate) => readonly Rule[]
}

const decideBy = ({ governing, possible, waiting }: Choice, facts: EpisodeFacts, evaluate: Evaluator): Decision => {
  const on = facts.discharge?.on
  const liable = liableMunicipalityOf(facts, on === undefined ? undefined : monthOf(on))
  if (facts.cancelled) return outside('cancelled', liable)
  if (on === undefined) return outside('open', liable)
  if (liable === undefined)
    return facts.readiness.length === 0
      ? outside('not-ready', liable)
      : withoutMunicipality(possible(on), facts, evaluate)
  const answer = governing(liable, on)
  const place = placeOf(answer.known ? answer.rule.file.unit : answer.unit, liable)
  if (facts.readiness.length === 0)
    return { ...outside('not-ready', undefined), ...unitOf(place), ...(answer.known ? { rule: answer.rule } : {}) }
  const unsigned = waiting(liable, on).map(versionNotSigned)
  if (!answer.known) {
    const flags = [...place.flags, ...unsigned]
    return { outcome: 'undetermined', ...unitOf(place), reasons: [], missing: [answer.missing], flags }
  }
  const decision = decideUnder(answer, facts, place, evaluate)
  return unsigned.length === 0 ? decision : { ...decision, flags: [...decision.flags, ...unsigned] }
}

/** The rules whose conditions {@link decide} will ask for, so that they can be evaluated beforehand. */
export const rulesToEvaluate = (catalog: Catalog, region: string, facts: EpisodeFacts): readonly Rule[] => {
  const on = facts.discharge?.on
  if (on === undefined || facts.cancelled) return []
  const liable = liableMunicipalityOf(facts, monthOf(on))
  const answers =
    liable === undefined
      ? rulesThatCouldGovern(catalog, region, facts, on)
      : [ruleFor(catalog, region, facts, liable, on)]
  return answers.flatMap((answer) => (answer.known ? [answer.rule] : []))
}

/** Decides a discharged episode with a readiness notice under a rule that is known to govern it. */
export const decideUnder = (
  { rule, agreementRegistered }: { readonly rule: Rule; readonly agreementRegistered: boolean },
  facts: EpisodeFacts,
  place: Place,
  evaluate: Evaluator,
): Decision => {
  const judged = judge(facts, evaluate(rule, facts))
  const missing = [...judged.missing, ...place.missing]
  const days = episodeDays(rule, rule.file.model, facts)
  const flags = [
    ...judged.flags,
    ...place.flags,
    ...(agreementRegistered ? [] : [agreementNotRegistered]),
    ...flagsOfModel(rule, days.chargedOn?.length ?? 0),
  ]
  const shared = { rule, ...unitOf(place), days, flags }
  if (judged.standing === 'left-out') return { outcome: 'left-out', ...shared, reasons: judged.reasons, missing: [] }
  if (missing.length > 0) return { outcome: 'undetermined', ...shared, reasons: [], missing }
  return { outcome: days.chargedOn === undefined ? 'in-mean' : 'individual', ...shared, reasons: [], missing: [] }
}

/** Without a municipality no rule can be picked; but what every possible rule leaves out is left out for certain. */
const withoutMunicipality = (answers: readonly InForceAnswer[], facts: EpisodeFacts, evaluate: Evaluator): Decision => {
  const judged = answers.map((answer) => (answer.known ? judge(facts, evaluate(answer.rule, facts)) : undefined))
  if (judged.every((judgement) => judgement?.standing === 'left-out')) {
    const reasons = sharedReasons(judged.map((judgement) => judgement?.reasons ?? []))
    return { outcome: 'left-out', unitKnown: false, reasons, missing: [], flags: [] }
  }
  const alsoMissing = judged.flatMap((judgement) => judgement?.missing ?? [])
  const missing = [...new Set(['patient.registeredMunicipality', ...alsoMissing])]
  return { outcome: 'undetermined', unitKnown: false, reasons: [], missing, flags: [] }
}

const ruleFor = (
  catalog: Catalog,
  region: string,
  facts: EpisodeFacts,
  liable: LiableMunicipality,
  dischargedOn: CivilDate,
): InForceAnswer => ruleInForce(catalog, questionOf(region, facts, liable, dischargedOn))

const questionOf = (
  region: string,
  { careType }: EpisodeFacts,
  { municipality }: LiableMunicipality,
  dischargedOn: CivilDate,
): Question => ({ region, municipality, careType, dischargedOn })

const rulesThatCouldGovern = (
  catalog: Catalog,
  region: string,
  { careType }: EpisodeFacts,
  dischargedOn: CivilDate,
): readonly InForceAnswer[] => possibleRules(catalog, region, careType, dischargedOn)

const outside = (outcome: 'cancelled' | 'open' | 'not-ready', liable: LiableMunicipality | undefined): Decision => ({
  outcome,
  ...(liable === undefined ? { unitKnown: false } : unitOf(placeOf('district', liable))),
  reasons: [],
  missing: [],
  flags: [],
})

const unitOf = ({ unit, unitKnown }: Place) => ({ unit, unitKnown })

const flagsOfModel = ({ file, cite }: Rule, chargeableDays: number): readonly Statement[] =>
  file.model.kind === 'review' && file.model.startIsPlaceholder && chargeableDays > 0
    ? [startIsPlaceholder(cite(file.cites['model.startIsPlaceholder'] ?? ''))]
    : []
