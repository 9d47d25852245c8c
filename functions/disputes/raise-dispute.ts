import { ladderOf } from '#domain/dispute/ladder.ts'
import { withoutUndefined } from '#domain/without-undefined.ts'
import type { Caller } from '#http/caller.ts'
import type { DisputeRecord, DisputeStore, StoredDispute } from '#store/dispute-store.ts'
import { findLiability, placeOf } from '../liabilities/find-liabilities.ts'
import { parseLiabilityId } from '../liabilities/liability-filter.ts'
import { type Contestable, computationsOf, countedBy } from './computations.ts'
import { statusOf } from './find-disputes.ts'

/** What raising a dispute works with. */
export type Raising = Contestable & { readonly disputes: DisputeStore; readonly now: () => string }

/** An episode of a liability that a municipality contests, and why. */
export type DisputeRequest = {
  readonly liability: string
  readonly episode: string
  readonly reason: string
  readonly text?: string | undefined
}

/** What became of the wish to contest an episode. */
export type Raised =
  | { readonly result: 'raised' | 'same'; readonly record: DisputeRecord }
  | { readonly result: 'refused'; readonly because: 'already-contested' | 'already-upheld' }
  | { readonly result: 'not-counted' | 'not-the-municipality' }

/** Contests an episode; the same said again while the dispute is open is the same dispute. 404 for another's liability. */
export const raiseDispute = async (raising: Raising, caller: Caller, request: DisputeRequest): Promise<Raised> => {
  const { disputes, now } = raising
  const found = await findLiability(raising, caller, request.liability)
  const { municipality, district } = placeOf(found)
  if (caller.tenant.kind !== 'municipality' || municipality === undefined) return { result: 'not-the-municipality' }
  const { region = '', month = '' } = parseLiabilityId(request.liability) ?? {}
  const { liability, episode, reason, text } = request
  const computed = countedBy(await computationsOf(raising, found), episode)
  for (;;) {
    const ofMonth = await disputes.ofMonth(region, month, municipality)
    const earlier = ofMonth.filter(({ dispute }) => dispute.episode === episode)
    if (earlier.some((record) => statusOf(record) === 'upheld')) return { result: 'refused', because: 'already-upheld' }
    const open = earlier.find((record) => statusOf(record) === 'open')
    if (open !== undefined)
      return open.dispute.reason === reason && open.dispute.text === text
        ? { result: 'same', record: open }
        : { result: 'refused', because: 'already-contested' }
    const rule = computed?.liability.key.rule
    if (rule === undefined) return { result: 'not-counted' }
    const { steps, cites } = ladderOf(rule.file)
    const dispute: StoredDispute = withoutUndefined({
      region,
      month,
      municipality,
      district: district ?? '-',
      episode,
      number: earlier.length + 1,
      liability,
      reason,
      text,
      ladder: steps,
      cites: cites === undefined ? undefined : rule.cite(cites),
      by: caller.sub,
      at: now(),
    })
    // Taken when someone else has contested it meanwhile: then theirs is looked at.
    if (await disputes.raise(dispute)) return { result: 'raised', record: { dispute, decisions: [] } }
  }
}
