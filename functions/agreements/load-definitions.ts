import type { DefinitionFile, DefinitionName } from '#schemas/definitions/definition-file.ts'
import type { RuleReads } from '#store/rule-store.ts'
import { isPublished, type RuleVersion } from '#store/rule-version.ts'
import { parseDefinition } from './parse-definition.ts'
import { sha256 } from './parse-rule.ts'
import { byVersion, nameOf, once, publishedText } from './published-text.ts'

/** A version of a definition: what it is kept and cited as, and what it says. */
export type Definition<Name extends DefinitionName = DefinitionName> = {
  readonly id: string
  readonly version: string
  readonly sha256: string
  readonly content: DefinitionFile & { readonly definition: Name }
}

/** The newest version of each definition, in the order of their ids. */
export type Definitions = readonly Definition[]

/** The definitions that are published now, or as they were known at an instant. */
export type LoadDefinitions = (asOf?: string) => Promise<Definitions>

/** A loader of definitions: which versions exist is read each time, what they say only once. */
export const definitionsLoader = (rules: Pick<RuleReads, 'publications' | 'text'>): LoadDefinitions => {
  const loaded = new Map<string, Promise<Definition>>()
  return async (asOf) => {
    const { versions } = await rules.publications()
    const published = versions.filter((version) => version.kind === 'definition' && isPublished(version, asOf))
    const newest = [...Map.groupBy(published, ({ agreement }) => agreement)]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([, own]) => own.toSorted(byVersion).at(-1) ?? [])
    return Promise.all(newest.map((version) => once(loaded, version, () => loadDefinition(rules, version))))
  }
}

/** The definition of a name; undefined when no version of it is published. */
export const definitionOf = <Name extends DefinitionName>(
  definitions: Definitions,
  name: Name,
): Definition<Name> | undefined => definitions.find((definition) => isOf(definition, name))

const isOf = <Name extends DefinitionName>(definition: Definition, name: Name): definition is Definition<Name> =>
  definition.content.definition === name

const loadDefinition = async (rules: Pick<RuleReads, 'text'>, file: RuleVersion): Promise<Definition> => {
  const text = await publishedText(rules, file)
  const parsed = parseDefinition(text)
  if (!parsed.ok) throw new Error(`A published definition cannot be read: ${nameOf(file)}`)
  if (sha256(text) !== file.sha256) throw new Error(`A published definition has changed: ${nameOf(file)}`)
  return { id: file.agreement, version: file.version, sha256: file.sha256, content: parsed.content }
}
