import { type Catalog, declaredOn } from '#domain/agreement/catalog.ts'
import type { Rule } from '#domain/agreement/rule.ts'
import { validityOf } from '#domain/agreement/validity.ts'
import type { RuleVersion } from '#store/rule-version.ts'
import type { LoadRule } from './load-catalog.ts'

type ReadVersion = { readonly version: RuleVersion; readonly rule: Rule }

/** The agreements of some versions as the contract writes them, by id, drafts and withdrawn ones too; texts in both languages. */
export const agreementAnswers = async (catalog: Catalog, versions: readonly RuleVersion[], loadRule: LoadRule) => {
  const ofRules = versions.filter(({ kind }) => kind === 'rule')
  const read = await Promise.all(ofRules.map(async (version) => ({ version, rule: await loadRule(version) })))
  return [...Map.groupBy(read, ({ version }) => version.agreement)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, own]) => ({
      id,
      county: own[0]?.rule.file.county ?? null,
      versions: own.toSorted(byStageAndVersion).map((each) => versionAnswer(each, catalog)),
    }))
}

const byStageAndVersion = ({ version: a }: ReadVersion, { version: b }: ReadVersion): number =>
  Number(a.stage) - Number(b.stage) || Number(a.version) - Number(b.version)

const versionAnswer = ({ version: { status, publishedAt }, rule }: ReadVersion, catalog: Catalog) => {
  const { file, reference, cite } = rule
  const { agreement, stage, version, sha256 } = reference
  const validity = validityOf(agreement, file.inForce, (of, event) => declaredOn(catalog, of, event))
  return {
    stage,
    version,
    title: file.title,
    status,
    careTypes: file.careTypes,
    from: validity?.from ?? null,
    until: validity?.until ?? null,
    fromEvent: eventOf(file.inForce.from),
    untilEvent: eventOf(file.inForce.until),
    sha256,
    publishedAt: publishedAt ?? null,
    openQuestions: file.openQuestions.map(({ id, question, cites, shipped, alternatives, closedBy }) => ({
      id,
      question,
      cites: cite(cites),
      shipped,
      alternatives: alternatives.map(({ reading }) => reading),
      closedBy,
    })),
  }
}

const eventOf = (boundary: Rule['file']['inForce']['until']): string | null =>
  typeof boundary === 'object' ? boundary.event : null
