import type { DisposalRecord } from '#store/disposal-store.ts'

/** A record of disposal as the API writes it. */
export const disposalAnswer = ({ month, doneAt, ...record }: DisposalRecord) => ({
  ...record,
  month: month === '-' ? null : month,
  doneAt: doneAt ?? null,
})
