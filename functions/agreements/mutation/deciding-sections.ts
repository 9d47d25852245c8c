import type { RuleFile } from '#schemas/rule-file/rule-file.ts'

/** The sections of a rule file that decide what anyone pays and when; the others say who agreed, where it stands and what it means. */
export const DECIDING: ReadonlySet<unknown> = new Set([
  'careTypes',
  'unit',
  'inForce',
  'unknownPeriods',
  'clock',
  'preconditions',
  'exclusions',
  'flags',
  'model',
  'amount',
  'billing',
  'openQuestions',
] satisfies (keyof RuleFile)[])
