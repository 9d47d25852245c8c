import { decisionAnswer } from '../decisions/decision-answer.ts'
import { liabilityAnswer } from '../liabilities/liability-answer.ts'
import type { Evaluation } from './evaluate-under.ts'

/** What can differ between two evaluations: of an episode, or of a unit's month. */
export type FigureName = keyof ReturnType<typeof episodeFigures> | keyof ReturnType<typeof unitFigures>

/** A figure, what it is of, and its value as it is shown; null while it is not known. */
export type Figure = {
  readonly episode: string | null
  readonly unit: {
    readonly municipality: string | null
    readonly district: string | null
    readonly month: string
  } | null
  readonly figure: FigureName
  readonly value: string | null
}

/** Every figure of an evaluation by a name that the same figure has in others. */
export const figuresIn = ({ decided, liabilities }: Evaluation): ReadonlyMap<string, Figure> => {
  const ofEpisodes = decided.flatMap(({ id, decision }) =>
    figuresOf({ episode: id, unit: null }, episodeFigures(decisionAnswer(decision))),
  )
  const ofUnits = liabilities.map(liabilityAnswer).flatMap((liability) => {
    const { municipality, district, month } = liability
    return figuresOf({ episode: null, unit: { municipality, district, month } }, unitFigures(liability))
  })
  return new Map([...ofEpisodes, ...ofUnits].map((figure) => [nameOf(figure), figure]))
}

const figuresOf = (
  of: Pick<Figure, 'episode' | 'unit'>,
  values: Readonly<Partial<Record<FigureName, string | null>>>,
): readonly Figure[] =>
  NAMES.flatMap((figure) => {
    const value = values[figure]
    return value === undefined ? [] : [{ ...of, figure, value }]
  })

const NAMES: readonly FigureName[] = [
  'outcome',
  'readyDays',
  'chargeableDays',
  'average',
  'liable',
  'days',
  'amount',
  'billing',
]

const episodeFigures = ({ outcome, readyDays, chargeableDays }: ReturnType<typeof decisionAnswer>) => ({
  outcome,
  readyDays,
  chargeableDays,
})

const unitFigures = ({ cohort, liable, days, amount, billing }: ReturnType<typeof liabilityAnswer>) => ({
  average: cohort.average,
  liable: liable === null ? null : `${liable}`,
  days,
  amount,
  billing,
})

const nameOf = ({ episode, unit, figure }: Figure): string =>
  [episode, unit?.municipality, unit?.district, unit?.month, figure].join(' ')
