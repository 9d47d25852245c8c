import { type Catalog, declaredOn } from '#domain/agreement/catalog.ts'
import type { Rule } from '#domain/agreement/rule.ts'
import { validityOf } from '#domain/agreement/validity.ts'
import type { PublishedFile } from '#store/rule-version.ts'

/** The agreements of a catalog as the contract writes them, by id; texts still in both languages. */
export const agreementAnswers = (catalog: Catalog, files: readonly PublishedFile[]) =>
  [...Map.groupBy(catalog.rules, ({ reference }) => reference.agreement)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, rules]) => ({
      id,
      county: rules[0]?.file.county ?? null,
      versions: rules.toSorted(byStageAndVersion).map((rule) => versionAnswer(rule, catalog, files)),
    }))

const byStageAndVersion = ({ reference: a }: Rule, { reference: b }: Rule): number =>
  Number(a.stage) - Number(b.stage) || Number(a.version) - Number(b.version)

const versionAnswer = (rule: Rule, catalog: Catalog, files: readonly PublishedFile[]) => {
  const { file, reference, cite } = rule
  const { agreement, stage, version, sha256 } = reference
  const validity = validityOf(agreement, file.inForce, (of, event) => declaredOn(catalog, of, event))
  return {
    stage,
    version,
    title: file.title,
    status: 'published',
    careTypes: file.careTypes,
    from: validity?.from ?? null,
    until: validity?.until ?? null,
    fromEvent: eventOf(file.inForce.from),
    untilEvent: eventOf(file.inForce.until),
    sha256,
    publishedAt: publicationOf(files, reference),
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

const publicationOf = (
  files: readonly PublishedFile[],
  { agreement, stage, version }: Rule['reference'],
): string | undefined =>
  files.find((file) => file.agreement === agreement && file.stage === stage && file.version === version)?.publishedAt
