import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { aRulesFolder } from './a-rules-folder.ts'

/** The shipped periods with a region's own decision of seven years, simulations one. */
export const aRetentionText = (region = '01'): string => {
  const decision = [
    'decisions:',
    `  - region: "${region}"`,
    '    decided: 2020-01-01',
    '    reference: RS 2020-0001',
    '    years: { episodes: 7, settlements: 7, exports: 7, simulations: 1 }',
  ].join('\n')
  return readFileSync('rules/national/retention.v1.yaml', 'utf8').replace('decisions: []', decision)
}

/** A folder of the shipped rules in which a region has decided to dispose of documents; whoever asks for it removes it. */
export const aRetentionRule = (region = '01'): string => {
  const folder = aRulesFolder([])
  writeFileSync(join(folder, 'national/retention.v2.yaml'), aRetentionText(region))
  return folder
}
