import type { Rule } from '#domain/agreement/rule.ts'
import type { ShippedVersion } from '#store/rule-store.ts'
import { type FileFault, faultAt, type Path, type Place } from './faults/file-fault.ts'
import { parseDayAmounts } from './parse-day-amounts.ts'
import { definitionId, isDefinition, parseDefinition } from './parse-definition.ts'
import { parseRule, sha256 } from './parse-rule.ts'

/** A file under `rules/`, by its path from there. */
export type ShippedFile = { readonly path: string; readonly yaml: string }

/** What stands in the way of publishing a file. */
export type PublicationFault = FileFault & { readonly path: string }

/** A shipped file as it would be published; `rule` is absent for day amounts and definitions. */
export type ReadFile = ShippedFile & {
  readonly published: Omit<ShippedVersion, 'publishedAt'>
  readonly rule?: Rule
  readonly placeOf: (path: Path) => Place
}

const FIRST: Place = { line: 1, column: 1 }

/** A file whose version is in its name: `…/<anything>.v<version>.yaml`. */
const VERSION_IN_NAME = /\.v([1-9][0-9]*)\.yaml$/

/** The id under which versions of the national day amounts are published. */
const DAY_AMOUNTS = 'national-day-amounts'

/** Reads a shipped file, its version from its name; or every fault in it. */
export const readShipped = ({
  path,
  yaml,
}: ShippedFile):
  | { readonly ok: true; readonly file: ReadFile }
  | { readonly ok: false; readonly faults: readonly PublicationFault[] } => {
  const refused = (faults: readonly FileFault[]) =>
    ({ ok: false, faults: faults.map((fault) => ({ ...fault, path })) }) as const
  const version = VERSION_IN_NAME.exec(path)?.[1]
  if (version === undefined) return refused(faultAt(FIRST, 'version-not-in-name'))
  if (/^dayAmounts:/m.test(yaml)) {
    const parsed = parseDayAmounts(yaml)
    if (!parsed.ok) return refused(parsed.faults)
    const identity = { kind: 'day-amounts', agreement: DAY_AMOUNTS, stage: '1', version, sha256: sha256(yaml) } as const
    return { ok: true, file: { path, yaml, published: identity, placeOf: () => FIRST } }
  }
  if (isDefinition(yaml)) {
    const parsed = parseDefinition(yaml)
    if (!parsed.ok) return refused(parsed.faults)
    const agreement = definitionId(parsed.content.definition)
    const identity = { kind: 'definition', agreement, stage: '1', version, sha256: sha256(yaml) } as const
    return { ok: true, file: { path, yaml, published: identity, placeOf: parsed.placeOf } }
  }
  const parsed = parseRule(yaml, version)
  if (!parsed.ok) return refused(parsed.faults)
  const { rule, placeOf } = parsed
  return { ok: true, file: { path, yaml, published: { kind: 'rule', ...rule.reference }, rule, placeOf } }
}
