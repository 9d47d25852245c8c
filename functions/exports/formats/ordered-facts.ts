import type { ExportFacts } from '#schemas/statistics/export-facts.ts'

/** The facts with their properties in one order, however they were put together, so that their JSON is always the same. */
export const orderedFacts = (facts: ExportFacts): ExportFacts => ({
  id: facts.id,
  region: facts.region,
  month: facts.month,
  table: facts.table,
  audience: facts.audience,
  revision: facts.revision,
  knownAt: facts.knownAt,
  rules: facts.rules.map(({ agreement, stage, version, sha256 }) => ({ agreement, stage, version, sha256 })),
  definitions: facts.definitions.map(({ id, version, sha256 }) => ({ id, version, sha256 })),
  suppression:
    facts.suppression === null
      ? null
      : { threshold: facts.suppression.threshold, hiddenCells: facts.suppression.hiddenCells },
})
