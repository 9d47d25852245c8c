import { type DisputeOutcome, type NotDecidable, obstacleTo, standingOf } from '#domain/dispute/standing.ts'
import { DISPUTE_UPHELD } from '#domain/settlement/dispute-upheld.ts'
import type { Caller } from '#http/caller.ts'
import type { DisputeRecord, DisputeStore, StoredDecision } from '#store/dispute-store.ts'
import type { StoredLeftOut } from '#store/settlement-store.ts'
import { type ClosedMonths, correctTouched } from '../settlements/correct-closed.ts'
import type { Contestable } from './computations.ts'
import { disputeFigures, keptFigures } from './dispute-figures.ts'
import { findDispute } from './find-disputes.ts'

/** What deciding works with. */
export type Deciding = Contestable & ClosedMonths & { readonly disputes: DisputeStore; readonly now: () => string }

/** A decision as a party makes it. */
export type DecisionRequest = {
  readonly outcome: DisputeOutcome
  readonly reason: string
  readonly participants: readonly string[]
}

/** What became of a decision. */
export type Decided =
  | { readonly result: 'decided'; readonly record: DisputeRecord }
  | { readonly result: 'refused'; readonly because: NotDecidable | 'decided-meanwhile' }
  | { readonly result: 'not-the-party' }

/**
 * Decides a dispute on the step where it stands: of two at once, one. Upheld leaves the episode out with the same write, and
 * has the month corrected if it is closed. 404 for another's dispute.
 */
export const decideDispute = async (
  deciding: Deciding,
  caller: Caller,
  id: string,
  { outcome, reason, participants }: DecisionRequest,
): Promise<Decided> => {
  const { disputes, now } = deciding
  const record = await findDispute(deciding, caller, id)
  const { dispute, decisions } = record
  const { kind } = caller.tenant
  // Only who has raised a dispute can take it back, and nobody decides a dispute of their own.
  if ((kind === 'municipality') !== (outcome === 'withdrawn')) return { result: 'not-the-party' }
  const standing = standingOf(decisions.map((made) => made.outcome))
  // Whoever upheld it may have ended before the correction was asked for.
  if (standing.status === 'upheld') await correctMonth(deciding, record)
  const because = obstacleTo(outcome, standing, dispute.ladder.length)
  if (because !== undefined) return { result: 'refused', because }
  const [by, at] = [caller.sub, now()]
  const decision: StoredDecision = {
    number: decisions.length + 1,
    step: dispute.ladder[standing.step]?.id ?? '',
    outcome,
    reason,
    participants: [...participants],
    party: kind,
    by,
    at,
    ...(outcome === 'escalated' ? {} : { figures: keptFigures(await disputeFigures(deciding)(record)) }),
  }
  const { episode } = dispute
  const leftOut: StoredLeftOut = { episode, leftOut: 'always', reason, because: DISPUTE_UPHELD, by, at }
  if (!(await disputes.decide(dispute, decision, outcome === 'upheld' ? leftOut : undefined)))
    return { result: 'refused', because: 'decided-meanwhile' }
  if (outcome === 'upheld') await correctMonth(deciding, record)
  return { result: 'decided', record: { dispute, decisions: [...decisions, decision] } }
}

const correctMonth = (deciding: ClosedMonths, { dispute: { region, month, municipality } }: DisputeRecord) =>
  correctTouched(deciding, region, [{ month, municipality, district: undefined }])
