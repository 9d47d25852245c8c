import type { RuleStore } from '#store/rule-store.ts'
import { calendarFaults } from './calendar-faults.ts'
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
  return refused.map(changed)
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
    .map(changed)
}

const changed = ({ path }: ReadFile): PublicationFault => ({
  path,
  line: 1,
  column: 1,
  message: 'this version is published with other bytes; give the file a new version',
})

const calendarFaultsIn = (read: readonly ReadFile[]): readonly PublicationFault[] =>
  calendarFaults(read.flatMap(({ rule }) => rule ?? [])).flatMap(({ rule, message }) => {
    const file = read.find((candidate) => candidate.rule === rule)
    return file === undefined ? [] : [{ path: file.path, ...file.placeOf(['inForce']), message }]
  })
