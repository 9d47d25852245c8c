import { warningsIn } from '#agreements/prove-rule.ts'
import type { Rule } from '#domain/agreement/rule.ts'
import type { RuleReads } from '#store/rule-store.ts'
import type { RuleVersion } from '#store/rule-version.ts'
import type { SettlementReads } from '#store/settlement-store.ts'
import { type Coverage, coverageOf, isCoveredTooLittle, type Simulated, simulationOf } from '../lifecycle/findings.ts'
import { type Quorum, quorumOf } from '../lifecycle/signatures.ts'
import { closedMonthsIn } from '../settlements/plan-corrections.ts'

/** What a report is made from. */
export type ReportSources = {
  readonly rules: Pick<RuleReads, 'findings' | 'text'>
  readonly settlements: Pick<SettlementReads, 'closedMonths'>
}

/** Where a version stands, as the API writes it; texts still in both languages. */
export const versionReport = async ({ rules, settlements }: ReportSources, version: RuleVersion, rule: Rule) => {
  const { agreement, stage, version: number, sha256, status, uploaded, publishedAt, withdrawnAt, approvals } = version
  const [coverage, simulation, text] = await Promise.all([
    coverageOf(rules, version),
    simulationOf(rules, agreement, sha256),
    rules.text(version),
  ])
  const closedMonths = status === 'draft' ? await closedMonthsIn({ settlements }, rule) : []
  const { region, municipalities, complete } = quorumOf(rule.file, approvals)
  return {
    agreement,
    stage,
    version: number,
    sha256,
    status,
    uploadedBy: uploaded?.by ?? null,
    uploadedAt: uploaded?.at ?? null,
    publishedAt: publishedAt ?? null,
    withdrawnAt: withdrawnAt ?? null,
    examples: rule.file.examples.length,
    warnings: warningsIn(text ?? '', number),
    coverage: coverage === undefined ? null : { ...coverage, isTooLittle: isCoveredTooLittle(coverage) },
    simulation: simulation ?? null,
    closedMonths,
    signatures: approvals,
    quorum: { region, municipalities, isComplete: complete },
    waitsFor: status === 'draft' ? waitsFor(coverage, simulation, { region, municipalities, complete }) : [],
  }
}

const waitsFor = (
  coverage: Coverage | undefined,
  simulation: Simulated | undefined,
  { region, municipalities }: Quorum,
): readonly string[] => [
  ...(coverage === undefined ? ['coverage'] : []),
  ...(simulation === undefined ? ['simulation'] : []),
  ...(region.signed < region.needed ? ['signatures-of-region'] : []),
  ...(municipalities.signed < municipalities.needed ? ['signatures-of-municipalities'] : []),
]
