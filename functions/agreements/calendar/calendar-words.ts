import { inWords, type PathFault } from '#agreements/faults/file-fault.ts'
import type { Rule } from '#domain/agreement/rule.ts'
import type { CareType } from '#schemas/codes.ts'
import type { Text } from '#schemas/text.ts'
import { type CalendarFault, ruleName } from './calendar-faults.ts'

/** A calendar fault at the part of a rule file that makes it so; `beside` is the published rule it meets. */
export const inForceFault = ({ kind, careType, on }: CalendarFault, beside?: Rule): PathFault => ({
  path: ['inForce'],
  rule: kind,
  details: { care: careWords[careType], on, other: beside === undefined ? '' : ruleName(beside) },
})

/** The care types in the middle of a sentence. */
const careWords: Readonly<Record<CareType, Text>> = {
  somatic: { sv: 'somatisk vård', en: 'somatic care' },
  psychiatric: { sv: 'psykiatrisk vård', en: 'psychiatric care' },
}

/** A calendar fault in words that stand by themselves. */
export const calendarReason = (fault: CalendarFault): Text | undefined => {
  const { rule, details } = inForceFault(fault, fault.other)
  return inWords([{ place: { line: 1, column: 1 }, rule, ...(details === undefined ? {} : { details }) }])[0]?.reason
}
