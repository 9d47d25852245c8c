import { holdsIdentityNumber } from '#domain/episode/identity-number.ts'
import type { RuleFault } from '#http/fault-reasons.ts'
import type { ReviewBody } from '#schemas/review.ts'

/** What is wrong with a decision whose form is right: days without adjust or the other way round, or the number of a person. */
export const reviewFaults = ({ outcome, days, reason, participants, action }: ReviewBody): readonly RuleFault[] => [
  ...(outcome === 'adjust' && days === undefined ? [{ pointer: '/days', rule: 'missing' } as const] : []),
  ...(outcome !== 'adjust' && days !== undefined ? [{ pointer: '/days', rule: 'not-allowed' } as const] : []),
  ...textFaults('/reason', reason),
  ...participants.flatMap((participant, index) => textFaults(`/participants/${index}`, participant)),
  ...textFaults('/action/text', action?.text),
  ...textFaults('/action/responsible', action?.responsible),
]

/** A fault where a text holds the number of a person. */
export const textFaults = (pointer: string, text = ''): readonly RuleFault[] =>
  holdsIdentityNumber(text) ? [{ pointer, rule: 'identity-number-in-text' }] : []
