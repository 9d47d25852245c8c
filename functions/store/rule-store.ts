import * as z from 'zod'
import { withoutUndefined } from '#domain/without-undefined.ts'
import { type Declaration, declarationFrom, declarationKey } from './declaration.ts'
import { agreementPartition, HISTORY_PREFIX, type HistoryLine, historyItem, historyLineFrom } from './rule-history.ts'
import {
  isPublished,
  type PublishedFile,
  type RuleVersion,
  type VersionName,
  versionAttributes,
  versionFrom,
  versionKey,
} from './rule-version.ts'
import { type Item, type Key, queryAll, type ReadOnlyTable, type Table, type Write } from './table.ts'

/** Everything there is about rules, read in one consistent query. */
export type Publications = {
  /** The versions that decide. */
  readonly files: readonly PublishedFile[]
  /** Every version, drafts and withdrawn ones too. */
  readonly versions: readonly RuleVersion[]
  readonly declarations: readonly Declaration[]
  /** Counts the changes that people have made: what is decided on this reading holds while the number stands. */
  readonly edition: number
}

/** A change of what is published, with its line in the agreement's history. */
export type RuleChange = {
  readonly agreement: string
  readonly history: readonly HistoryLine[]
  /** A version as it will stand; with `yaml` it is new. */
  readonly version?: RuleVersion
  readonly yaml?: string
  readonly declaration?: Declaration
}

/** The only run-time source of rules: immutable files by their version, and what has been declared about them. */
export type RuleReads = {
  readonly publications: () => Promise<Publications>
  /** The very text of a version's file. */
  readonly text: (file: VersionName) => Promise<string | undefined>
  /** Everything that was done to an agreement, in the order of time. */
  readonly history: (agreement: string) => Promise<readonly HistoryLine[]>
  /** What was found out about an agreement's files under names that begin so, such as the coverage of a version. */
  readonly findings: (agreement: string, prefix: string) => Promise<readonly string[]>
}

/** Rules, to be read, published and changed. */
export type RuleStore = RuleReads & {
  /** Publishes a shipped file; false when the same version is already published with other bytes. */
  readonly publish: (file: ShippedVersion, yaml: string) => Promise<boolean>
  /** Makes a change whole; false when anything has changed since the edition that it was decided on. */
  readonly change: (edition: number, change: RuleChange) => Promise<boolean>
  /** Keeps a finding with its line of history, once: what was found under a name stays, whoever finds it again. */
  readonly addFinding: (agreement: string, name: string, content: string, line: HistoryLine) => Promise<void>
}

/** A version that is shipped with the service. */
export type ShippedVersion = VersionName & Pick<PublishedFile, 'kind' | 'sha256' | 'publishedAt'>

const CATALOG = 'CATALOG'
const EDITION = { pk: CATALOG, sk: 'EDITION' } as const satisfies Key

/** Rules over a table that can be written. */
export const ruleStore = (table: Table): RuleStore => ({
  ...ruleReads(table),
  publish: async (file, yaml) => {
    const version: RuleVersion = { ...file, status: 'published', approvals: [] }
    const result = await table.transact([
      { kind: 'put', item: textItem(version, yaml), condition: { kind: 'absent' } },
      { kind: 'put', item: versionItem(version), condition: { kind: 'absent' } },
    ])
    return (
      result.applied || result.failures.every(({ index, existing }) => index !== 1 || existing?.sha256 === file.sha256)
    )
  },
  change: async (edition, change) => {
    const result = await table.transact([nextEdition(edition), ...writesOf(change)])
    return result.applied
  },
  addFinding: async (agreement, name, content, line) => {
    await table.transact([
      { kind: 'put', item: { ...findingKey(agreement, name), content }, condition: { kind: 'absent' } },
      { kind: 'put', item: historyItem(agreement, line) },
    ])
  },
})

/** Rules over a table. */
export const ruleReads = (table: ReadOnlyTable): RuleReads => ({
  publications: async () => {
    const items = await queryAll(table, { pk: CATALOG })
    const versions = items.filter(({ sk }) => sk.startsWith('F#')).map(versionFrom)
    return {
      versions,
      files: versions.filter(decides),
      declarations: items.filter(({ sk }) => sk.startsWith('D#')).map(declarationFrom),
      edition: z.int().parse(items.find(({ sk }) => sk === EDITION.sk)?.number ?? 0),
    }
  },
  text: async (file) => textIn(await table.get(textKey(file)), 'yaml'),
  history: async (agreement) =>
    (await queryAll(table, { pk: agreementPartition(agreement), prefix: HISTORY_PREFIX })).map(historyLineFrom),
  findings: async (agreement, prefix) => {
    const { pk, sk } = findingKey(agreement, prefix)
    return (await queryAll(table, { pk, prefix: sk })).map(({ content }) => z.string().parse(content))
  },
})

const decides = (version: RuleVersion): version is PublishedFile => isPublished(version)

/** Every change counts on, so that of two that were decided on the same reading one is refused. */
const nextEdition = (edition: number): Write =>
  edition === 0
    ? { kind: 'put', item: { ...EDITION, number: 1 }, condition: { kind: 'absent' } }
    : {
        kind: 'update',
        key: EDITION,
        set: { number: edition + 1 },
        condition: { kind: 'equals', attribute: 'number', value: edition },
      }

const writesOf = ({ agreement, version, yaml, declaration, history }: RuleChange): readonly Write[] => [
  ...(version === undefined ? [] : [versionWrite(version, yaml === undefined)]),
  ...(version === undefined || yaml === undefined
    ? []
    : [{ kind: 'put', item: textItem(version, yaml), condition: { kind: 'absent' } } as const]),
  ...(declaration === undefined
    ? []
    : [
        {
          kind: 'put',
          item: { pk: CATALOG, sk: `D#${declarationKey(declaration)}`, ...withoutUndefined(declaration) },
          condition: { kind: 'absent' },
        } as const,
      ]),
  ...history.map(
    (line, place): Write => ({ kind: 'put', item: historyItem(agreement, line, place), condition: { kind: 'absent' } }),
  ),
]

const versionWrite = (version: RuleVersion, exists: boolean): Write => ({
  kind: 'put',
  item: versionItem(version),
  condition: exists ? { kind: 'equals', attribute: 'sha256', value: version.sha256 } : { kind: 'absent' },
})

const versionItem = (version: RuleVersion): Item => ({
  pk: CATALOG,
  sk: `F#${versionKey(version)}`,
  ...versionAttributes(version),
})

const textKey = ({ agreement, stage, version }: VersionName): Key => ({
  pk: agreementPartition(agreement),
  sk: `V#${stage}.${version}`,
})

const textItem = (version: VersionName, yaml: string): Item => ({ ...textKey(version), yaml })

const findingKey = (agreement: string, name: string): Key => ({ pk: agreementPartition(agreement), sk: `X#${name}` })

const textIn = (item: Item | undefined, attribute: string): string | undefined =>
  item === undefined ? undefined : z.string().parse(item[attribute])
