import { parseDecimal } from '#domain/money/decimal.ts'
import { compare, fraction } from '#domain/money/fraction.ts'
import type { RuleFile } from '#schemas/rule-file/rule-file.ts'
import type { Path, PathFault } from './file-fault.ts'

/** The most days that a level can mean: a mean of more than a year is a slip of the pen. */
const MOST_LEVEL_DAYS = 366
/** The most kronor a care day can cost: a sanity limit of the proof, some ten times any amount known; öre are not written. */
const MOST_KRONOR = 100_000
const DECIMALS_OF_KRONOR = 2

/** Figures that their schema allows and that can only be slips: öre for kronor, a level of years. */
export const figureFaults = ({ model, amount }: RuleFile): readonly PathFault[] => [
  ...(model.kind === 'average' ? levelFaults(model.level) : []),
  ...('own' in amount ? amountFaults(amount.own) : []),
]

type Level = (RuleFile['model'] & { readonly kind: 'average' })['level']

const levelFaults = (level: Level): readonly PathFault[] => {
  if (typeof level === 'string') return highLevel(level, ['model', 'level'])
  if (!('least' in level)) return []
  return level.least.flatMap((part, index) =>
    typeof part === 'string' ? highLevel(part, ['model', 'level', 'least', index]) : [],
  )
}

const highLevel = (level: string, path: Path): readonly PathFault[] =>
  isMoreThan(level, MOST_LEVEL_DAYS) ? [{ path, rule: 'level-implausible', details: { most: MOST_LEVEL_DAYS } }] : []

const amountFaults = (own: string): readonly PathFault[] => {
  const path = ['amount', 'own']
  const decimals = own.split('.')[1]?.length ?? 0
  return [
    ...(isMoreThan(own, MOST_KRONOR)
      ? [{ path, rule: 'amount-implausible', details: { most: `${MOST_KRONOR}.00` } } as const]
      : []),
    ...(decimals > DECIMALS_OF_KRONOR ? [{ path, rule: 'amount-finer-than-ore' } as const] : []),
  ]
}

const isMoreThan = (written: string, most: number): boolean =>
  compare(parseDecimal(written), fraction(BigInt(most), 1n)) > 0
