import type { Rule } from '#domain/agreement/rule.ts'
import type { Text } from '#schemas/text.ts'

/** One thing that a rule file says, so that it can be held against what another file says in the same place. */
export type Parameter = {
  /** Where it stands in the file, items of a list by their id. */
  readonly path: string
  /** Wording decides nothing. */
  readonly kind: 'parameter' | 'wording'
  readonly name: Text
  /** Equal in two files exactly when they mean the same. */
  readonly meaning: string
  /** As short as it can be written, in no language. */
  readonly written: string
  readonly words: Text
  /** What is counted, where the words are a number. */
  readonly unit?: Text
  /** The paragraph behind it, written out, and where in the file it is cited. */
  readonly cites?: { readonly label: string; readonly at: string }
  /** What is compared part by part where both files mean the same by the whole. */
  readonly parts?: readonly Parameter[]
}

/** What a parameter says, in as far as it is not simply what is written. */
export type Said = Partial<Pick<Parameter, 'kind' | 'meaning' | 'words' | 'unit' | 'parts' | 'cites'>>

/** A parameter whose paragraph stands under `cites` of its file, at its path or at that of the whole it belongs to. */
export const parameter = (rule: Rule, path: string, name: Text, written: string, said: Said = {}): Parameter => ({
  path,
  kind: 'parameter',
  name,
  meaning: written,
  written,
  words: { sv: written, en: written },
  ...citedFor(rule, path),
  ...said,
})

/** Words that decide nothing. */
export const wording = (path: string, name: Text, written: string): Parameter => ({
  path,
  kind: 'wording',
  name,
  meaning: written,
  written,
  words: { sv: written, en: written },
})

/** The citation that stands with an item of a list. */
export const citedBy = ({ cite }: Rule, at: string, citation: string): Pick<Parameter, 'cites'> => ({
  cites: { label: cite(citation), at },
})

const citedFor = ({ file, cite }: Rule, path: string): Pick<Parameter, 'cites'> => {
  const steps = path.split('.')
  const wholes = steps.map((_, index) => steps.slice(0, steps.length - index).join('.'))
  const at = wholes.find((key) => file.cites[key] !== undefined)
  const citation = at === undefined ? undefined : file.cites[at]
  return at === undefined || citation === undefined ? {} : { cites: { label: cite(citation), at } }
}
