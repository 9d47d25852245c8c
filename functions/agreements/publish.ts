import type { RuleStore } from '#store/rule-store.ts'
import { calendarFaults } from './calendar/calendar-faults.ts'
import { inForceFault } from './calendar/calendar-words.ts'
import { faultAt, inWords } from './faults/file-fault.ts'
import { type PublicationFault, type ReadFile, readShipped, type ShippedFile } from './read-shipped.ts'

/**
 * Publishes shipped files: all of them or, when one has a fault, none. Publishing again changes nothing; the same version
 * with other bytes is a fault, because a published version is never edited.
 */
export const publishShipped = async (
  store: RuleStore,
  files: readonly ShippedFile[],
  at: string,
): Promise<readonly PublicationFault[]> => {
  const results = files.map(readShipped)
  const read = results.flatMap((result) => (result.ok ? [result.file] : []))
  const faults = results.flatMap((result) => (result.ok ? [] : result.faults))
  if (faults.length > 0) return faults
  const atOdds = [...(await changedFiles(store, read)), ...calendarFaultsIn(read)]
  if (atOdds.length > 0) return atOdds
  const refused: ReadFile[] = []
  for (const file of read)
    if (!(await store.publish({ ...file.published, publishedAt: at }, file.yaml))) refused.push(file)
  return refused.flatMap(changed)
}

const changedFiles = async (store: RuleStore, read: readonly ReadFile[]): Promise<readonly PublicationFault[]> => {
  const { files } = await store.publications()
  return read
    .filter(({ published: { agreement, stage, version, sha256 } }) =>
      files.some(
        (file) =>
          file.agreement === agreement && file.stage === stage && file.version === version && file.sha256 !== sha256,
      ),
    )
    .flatMap(changed)
}

const changed = ({ path }: ReadFile): readonly PublicationFault[] =>
  faultAt({ line: 1, column: 1 }, 'published-with-other-bytes').map((fault) => ({ ...fault, path }))

const calendarFaultsIn = (read: readonly ReadFile[]): readonly PublicationFault[] =>
  calendarFaults(read.flatMap(({ rule }) => rule ?? [])).flatMap((fault) => {
    const file = read.find((candidate) => candidate.rule === fault.rule)
    if (file === undefined) return []
    const found = inForceFault(fault, fault.other)
    return inWords([{ ...found, place: file.placeOf(found.path) }]).map((told) => ({ ...told, path: file.path }))
  })
