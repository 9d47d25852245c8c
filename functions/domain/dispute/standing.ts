/** What is made of a dispute at one step: the episode is left out, it stays, the next step decides, or it is taken back. */
export type DisputeOutcome = 'upheld' | 'rejected' | 'escalated' | 'withdrawn'

/** Where a dispute stands: how it ended, or on which step of its ladder it waits (the first is 0). */
export type Standing = { readonly status: 'open' | Exclude<DisputeOutcome, 'escalated'>; readonly step: number }

/** Where the decisions made so far, in their order, have brought a dispute. */
export const standingOf = (outcomes: readonly DisputeOutcome[]): Standing => {
  const step = outcomes.filter((outcome) => outcome === 'escalated').length
  const last = outcomes.at(-1)
  return { status: last === undefined || last === 'escalated' ? 'open' : last, step }
}

/** Why a decision cannot be made of a dispute. */
export type NotDecidable = 'already-decided' | 'top-of-ladder'

/** What stands in the way of a decision; undefined when nothing does. */
export const obstacleTo = (
  outcome: DisputeOutcome,
  { status, step }: Standing,
  steps: number,
): NotDecidable | undefined => {
  if (status !== 'open') return 'already-decided'
  return outcome === 'escalated' && step + 1 >= steps ? 'top-of-ladder' : undefined
}
