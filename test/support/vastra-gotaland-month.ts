import { type HandComputed, handComputed } from './hand-computed.ts'
import { vastraGotalandPsychiatric } from './vastra-gotaland-psychiatric.ts'
import { vastraGotalandSomatic } from './vastra-gotaland-somatic.ts'

/** The rule files, among those of the tests, that the months need. */
export const vastraGotalandFiles = [
  'vastra-gotaland-somatic-stage-1.v1.yaml',
  'vastra-gotaland-somatic-stage-2.v1.yaml',
  'vastra-gotaland-psychiatric-stage-1.v1.yaml',
  'vastra-gotaland-psychiatric-stage-2.v1.yaml',
] as const

/** Months of units in Västra Götaland: every episode that county 14 sends in them, and what they come to by hand. */
export const vastraGotalandMonths: readonly HandComputed[] = [
  ...vastraGotalandSomatic,
  ...vastraGotalandPsychiatric,
].map(handComputed)
