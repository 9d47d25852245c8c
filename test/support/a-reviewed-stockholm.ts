import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { aRuleText } from './a-rule-text.ts'
import { aRulesFolder } from './a-rules-folder.ts'

const FILE = 'stockholm/psychiatric-stage-1.v1.yaml'

/** The shipped rules in a folder of its own, with a version of Stockholm's psychiatric stage 1 that leaves its days to a joint group. */
export const aReviewedStockholm = (): string => {
  const folder = aRulesFolder([])
  const reviewed = aRuleText('kind: individual', 'kind: review\n  decidedBy: The test', FILE).replace(
    'model.kind: ',
    'model.decidedBy: routine#free-days\n  model.kind: ',
  )
  const path = join(folder, FILE.replace('.v1.', '.v2.'))
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, reviewed)
  return folder
}
