import { catalogLoader, ruleLoader } from '#agreements/load-catalog.ts'
import { sha256 } from '#agreements/parse-rule.ts'
import { publishShipped } from '#agreements/publish.ts'
import { shippedRules } from '#agreements/shipped-rules.ts'
import { addDays } from '#domain/calendar/civil-date.ts'
import type { Uploading } from '#functions/lifecycle/upload-version.ts'
import { afterOthers } from '#functions/work/after-others.ts'
import { openSqliteTable } from '#local/sqlite-table.ts'
import { type RuleStore, ruleStore } from '#store/rule-store.ts'

/** How many versions of one stage are published. */
export const VERSIONS = 100

const AT = '2026-01-01T00:00:00.000Z'
const shipped = shippedRules('rules')

/** The shipped file of which there are many versions, as it is sent. */
export const yaml = shipped.find(({ path }) => path.endsWith('somatic-stage-2.v1.yaml'))?.yaml ?? ''

/** A new table with everything that is shipped, and of one stage as many versions, each in force from a day of its own. */
export const hundredVersions = async (): Promise<RuleStore> => {
  const rules = ruleStore(openSqliteTable(':memory:'))
  const faults = await publishShipped(rules, shipped, AT)
  if (faults.length > 0) throw new Error(JSON.stringify(faults))
  for (let number = 2; number <= VERSIONS; number += 1) {
    const text = yaml.replace('from: 2020-11-01', `from: ${addDays('2020-11-01', number)}`)
    const name = { agreement: 'stockholm-somatic', stage: '2', version: `${number}` }
    const published = await rules.publish({ ...name, kind: 'rule', sha256: sha256(text), publishedAt: AT }, text)
    if (!published) throw new Error('A version cannot be published')
  }
  return rules
}

/** What uploads are made with in a service that has just started: nothing is read yet. */
export const uploadingOf = (rules: RuleStore): Uploading => {
  const loadRule = ruleLoader(rules, afterOthers)
  return { rules, catalog: catalogLoader(rules, loadRule), loadRule, now: () => AT }
}
