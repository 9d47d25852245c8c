import { setTimeout } from 'node:timers/promises'
import { delayBefore } from '#store/backoff.ts'
import type { Publications, RuleChange, RuleStore } from '#store/rule-store.ts'
import { TableBusyError } from '#store/table.ts'

/** What is to become of the rules on one reading of them: a change with its answer, or an answer alone. */
export type Intent<Answer> = { readonly change?: RuleChange; readonly answer: Answer }

const ATTEMPTS = 8

/**
 * Decides on what is published and makes the change, or decides again when someone else was first: whatever was checked
 * still holds when the change is made. Throws {@link TableBusyError} after a few attempts.
 */
export const changeRules = async <Answer>(
  rules: RuleStore,
  intend: (publications: Publications) => Promise<Intent<Answer>>,
): Promise<Answer> => {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (attempt > 0) await setTimeout(delayBefore(attempt))
    const publications = await rules.publications()
    const { change, answer } = await intend(publications)
    if (change === undefined || (await rules.change(publications.edition, change))) return answer
  }
  throw new TableBusyError('Too many changes of the rules at once')
}
