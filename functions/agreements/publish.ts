import type { RuleStore } from '#store/rule-store.ts'
import { parseDayAmounts } from './parse-day-amounts.ts'
import { parseRule, sha256 } from './parse-rule.ts'
import type { FileFault } from './yaml-document.ts'

/** A file under `rules/`, by its path from there. */
export type ShippedFile = { readonly path: string; readonly yaml: string }

/** What stands in the way of publishing a file. */
export type PublicationFault = FileFault & { readonly path: string }

/** A file whose version is in its name: `…/<anything>.v<version>.yaml`. */
const VERSION_IN_NAME = /\.v([1-9][0-9]*)\.yaml$/

/** The id under which versions of the national day amounts are published. */
export const DAY_AMOUNTS = 'national-day-amounts'

/**
 * Publishes shipped files: all of them or, when one has a fault, none. Publishing again changes nothing; the same version
 * with other bytes is a fault, because a published version is never edited.
 */
export const publishShipped = async (
  store: RuleStore,
  files: readonly ShippedFile[],
  at: string,
): Promise<readonly PublicationFault[]> => {
  const read = files.map(readShipped)
  const faults = read.flatMap((result) => (result.ok ? [] : result.faults))
  if (faults.length > 0) return faults
  const changed: PublicationFault[] = []
  for (const result of read) {
    if (!result.ok) continue
    const { path, yaml, file } = result
    if (!(await store.publish({ ...file, publishedAt: at }, yaml)))
      changed.push({
        path,
        line: 1,
        column: 1,
        message: 'this version is published with other bytes; give the file a new version',
      })
  }
  return changed
}

type Named = { kind: 'rule' | 'day-amounts'; agreement: string; stage: string; version: string; sha256: string }

type Read =
  | { readonly ok: true; readonly path: string; readonly yaml: string; readonly file: Named }
  | { readonly ok: false; readonly faults: readonly PublicationFault[] }

const readShipped = ({ path, yaml }: ShippedFile): Read => {
  const version = VERSION_IN_NAME.exec(path)?.[1]
  if (version === undefined)
    return refused(path, [{ line: 1, column: 1, message: 'the name must end in .v<version>.yaml' }])
  if (/^dayAmounts:/m.test(yaml)) {
    const parsed = parseDayAmounts(yaml)
    const file: Named = { kind: 'day-amounts', agreement: DAY_AMOUNTS, stage: '1', version, sha256: sha256(yaml) }
    return parsed.ok ? { ok: true, path, yaml, file } : refused(path, parsed.faults)
  }
  const parsed = parseRule(yaml, version)
  return parsed.ok
    ? { ok: true, path, yaml, file: { kind: 'rule', ...parsed.rule.reference } }
    : refused(path, parsed.faults)
}

const refused = (path: string, faults: readonly FileFault[]): Read => ({
  ok: false,
  faults: faults.map((fault) => ({ ...fault, path })),
})
