import type { Path } from '#agreements/faults/file-fault.ts'
import { type CareType, countyOf, STOCKHOLM_CITY } from '#schemas/codes.ts'
import type { RuleFile } from '#schemas/rule-file/rule-file.ts'

/**
 * Whether a change makes no difference to any day or amount, so that no example could notice it: the unit of a county whose
 * municipalities have no districts, the day of the first billing, an exception made longer or shorter on a day before or
 * after the file's own time, and an unknown time on a day on which the file itself is in force.
 */
export const hasNoEffect = (
  file: RuleFile,
  { path, was, is }: { readonly path: Path; readonly was: unknown; readonly is: unknown },
): boolean => {
  const [section, index] = path
  if (section === 'unit') return file.county !== undefined && file.county !== countyOf(STOCKHOLM_CITY)
  if (typeof was !== 'string' || typeof is !== 'string') return false
  if (path.at(-1) !== 'from' && path.at(-1) !== 'until') return false
  const day = affectedDay(path, was, is)
  if (section === 'billing') return was === firstBilling(file)
  if (section === 'unknownPeriods') return inForceFor(file, file.unknownPeriods[Number(index)]?.careTypes ?? [], day)
  return path.includes('exceptions') && isOutsideTime(file, day)
}

/** The one day that moving a boundary by a day adds or takes away. */
const affectedDay = (path: Path, was: string, is: string): string => (was < is === (path.at(-1) === 'from') ? was : is)

const firstBilling = ({ billing }: RuleFile): string | undefined => billing.map(({ from }) => from).sort()[0]

/** Whether a file governs these care types on a day, whatever is declared. */
const inForceFor = ({ careTypes, inForce: { from, until } }: RuleFile, types: readonly CareType[], day: string) => {
  const hasBegun = typeof from === 'string' && from <= day
  const goesOn = typeof until === 'object' ? day < until.notBefore : until === undefined || day <= until
  return hasBegun && goesOn && types.every((type) => careTypes.includes(type))
}

/** Whether a day lies outside the time in which a file can be in force, whatever is declared. */
const isOutsideTime = ({ inForce: { from, until } }: RuleFile, day: string): boolean =>
  day < (typeof from === 'string' ? from : from.notBefore) || (typeof until === 'string' && until < day)
