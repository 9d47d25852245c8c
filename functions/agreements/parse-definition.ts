import { type DefinitionFile, type DefinitionName, definitionFile } from '#schemas/definitions/definition-file.ts'
import { type ParsedFile, parseYaml } from './yaml/yaml-document.ts'

/** A definition, from its YAML; or every fault in it, each at its line. */
export const parseDefinition = (source: string | Uint8Array): ParsedFile<DefinitionFile> =>
  parseYaml(source, definitionFile)

/** Whether a text under `rules/` is a definition rather than a rule. */
export const isDefinition = (text: string): boolean => /^definition:/m.test(text)

/** The id under which versions of a definition are published. */
export const definitionId = (name: DefinitionName): string => `national-${name}`
