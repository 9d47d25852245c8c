import { openSqliteTable } from '#local/sqlite-table.ts'
import type { RuleStore } from '#store/rule-store.ts'
import { ruleStore } from '#store/rule-store.ts'

/** A rule store of its own, in memory. */
export const aRuleStore = (): RuleStore => ruleStore(openSqliteTable(':memory:'))

/** A rule store that counts how often a text is read, and can be told to answer otherwise. */
export const aWatchedStore = (store: RuleStore, answer: { text?: RuleStore['text'] | undefined } = {}) => {
  const read: string[] = []
  const watched: RuleStore = {
    ...store,
    text: (file) => {
      read.push(`${file.agreement} ${file.stage}.${file.version}`)
      return (answer.text ?? store.text)(file)
    },
  }
  return { store: watched, read, answer }
}
