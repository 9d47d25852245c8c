import type { RuleReference } from '#domain/agreement/rule.ts'
import type { FigureRow } from '#domain/statistics/figure-row.ts'
import { ruleName } from '#domain/statistics/tally.ts'

type Named = Pick<FigureRow, 'level' | 'municipality' | 'district' | 'rule'>

/** The name of a row among those of its care type: the same in every revision of a month. */
export const rowName = ({ level, municipality, district, rule }: Named): string =>
  [level, municipality ?? '-', district ?? '-', ruleName(rule)].join('~')

/** The row that a name names; of its rule only what the name holds. */
export const parseRowName = (name: string): Named => {
  const [level, municipality = '-', district = '-', agreement = '-', version = ''] = name.split('~')
  const recorded = (part: string): string | undefined => (part === '-' ? undefined : part)
  return {
    level: level === 'region' || level === 'district' ? level : 'municipality',
    municipality: recorded(municipality),
    district: recorded(district),
    rule: agreement === '-' ? undefined : ruleFrom(agreement, version),
  }
}

const ruleFrom = (agreement: string, name: string): RuleReference => {
  const [stage = '', version = ''] = name.split('.')
  return { agreement, stage, version, sha256: '' }
}
