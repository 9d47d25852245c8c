import { definitionTexts } from './fault-texts-definition.ts'
import { exampleTexts } from './fault-texts-example.ts'
import { proofTexts } from './fault-texts-proof.ts'
import { ruleTexts } from './fault-texts-rule.ts'
import { schemaTexts } from './fault-texts-schema.ts'
import { yamlTexts } from './fault-texts-yaml.ts'

/** Why each rule refuses a file and what to do about it; names in braces are figures, dates and names of the language. */
export const faultTexts = {
  ...yamlTexts,
  ...schemaTexts,
  ...definitionTexts,
  ...exampleTexts,
  ...ruleTexts,
  ...proofTexts,
}

/** A rule that a file can break. */
export type FileFaultRule = keyof typeof faultTexts
