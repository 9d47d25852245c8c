import type { StoredLogCheck } from '#store/log-check-store.ts'

/** A check of the log as the API writes it. */
export const checkAnswer = ({ by, at, seed, note, ...check }: StoredLogCheck) => ({
  ...check,
  seed: seed ?? null,
  note: note ?? null,
  checkedBy: by,
  checkedAt: at,
})
