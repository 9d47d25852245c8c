import type { Rule } from '../agreement/rule.ts'

/** The paragraph of a rule's parameter, written out; nothing where the rule cites none. */
export const cited = ({ cite, file }: Rule, parameter: string): { readonly cites?: string } => {
  const citation = file.cites[parameter]
  return citation === undefined ? {} : { cites: cite(citation) }
}
