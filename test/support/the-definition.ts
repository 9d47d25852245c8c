import { parseDefinition } from '#agreements/parse-definition.ts'
import { shippedRules } from '#agreements/shipped-rules.ts'
import type { ReadmissionsFile } from '#schemas/definitions/readmissions.ts'

/** The shipped definition of readmissions. */
export const theReadmissions = (): ReadmissionsFile => {
  for (const { path, yaml } of shippedRules('rules/national')) {
    const parsed = path.startsWith('readmissions.') ? parseDefinition(yaml) : undefined
    if (parsed?.ok === true && parsed.content.definition === 'readmissions') return parsed.content
  }
  throw new Error('No shipped definition of readmissions can be read')
}
