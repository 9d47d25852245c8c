import * as z from 'zod'
import { queryAll, type Table } from './table.ts'

/** A published file: a version of a stage of an agreement, or of the national day amounts, with the hash of its bytes. */
export type PublishedFile = {
  readonly kind: 'rule' | 'day-amounts'
  readonly agreement: string
  readonly stage: string
  readonly version: string
  readonly sha256: string
  readonly publishedAt: string
}

/** An event that a region has declared, or a level it has determined; neither is ever changed. */
export type Declaration =
  | { readonly kind: 'event'; readonly agreement: string; readonly event: string; readonly on: string }
  | {
      readonly kind: 'determination'
      readonly agreement: string
      readonly stage: string
      /** The exact value as a fraction `n/d`. */
      readonly value: string
      readonly source: string
    }

/** Everything published, read in one consistent query. */
export type Publications = { readonly files: readonly PublishedFile[]; readonly declarations: readonly Declaration[] }

/** The only run-time source of rules: immutable files by their version, and what has been declared about them. */
export type RuleStore = {
  /** Publishes a file; false when the same version is already published with other bytes. */
  readonly publish: (file: PublishedFile, yaml: string) => Promise<boolean>
  readonly publications: () => Promise<Publications>
  /** The very text of a published file. */
  readonly text: (file: Pick<PublishedFile, 'agreement' | 'stage' | 'version'>) => Promise<string | undefined>
  /** Records a declaration; false when another one is already recorded for the same event or level. */
  readonly declare: (declaration: Declaration, at: string) => Promise<boolean>
}

const CATALOG = 'CATALOG'

export const ruleStore = (table: Table): RuleStore => ({
  publish: async (file, yaml) => {
    const result = await table.transact([
      { kind: 'put', item: { ...textKey(file), yaml }, condition: { kind: 'absent' } },
      {
        kind: 'put',
        item: { pk: CATALOG, sk: `F#${versionName(file)}`, ...file },
        condition: { kind: 'absent' },
      },
    ])
    return (
      result.applied || result.failures.every(({ index, existing }) => index !== 1 || existing?.sha256 === file.sha256)
    )
  },
  publications: async () => {
    const items = await queryAll(table, { pk: CATALOG })
    return {
      files: items.filter(({ sk }) => sk.startsWith('F#')).map((item) => publishedFile.parse(item)),
      declarations: items.filter(({ sk }) => sk.startsWith('D#')).map((item) => declaration.parse(item)),
    }
  },
  text: async (file) => {
    const item = await table.get(textKey(file))
    return item === undefined ? undefined : z.string().parse(item.yaml)
  },
  declare: async (declared, at) => {
    const item = { pk: CATALOG, sk: `D#${declarationName(declared)}`, ...declared, recordedAt: at }
    const result = await table.write({ kind: 'put', item, condition: { kind: 'absent' } })
    return result.applied
  },
})

const publishedFile = z.object({
  kind: z.enum(['rule', 'day-amounts']),
  agreement: z.string(),
  stage: z.string(),
  version: z.string(),
  sha256: z.string(),
  publishedAt: z.string(),
})

const declaration = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('event'), agreement: z.string(), event: z.string(), on: z.string() }),
  z.object({
    kind: z.literal('determination'),
    agreement: z.string(),
    stage: z.string(),
    value: z.string(),
    source: z.string(),
  }),
])

const versionName = ({ agreement, stage, version }: Pick<PublishedFile, 'agreement' | 'stage' | 'version'>): string =>
  `${agreement}#${stage}.${version}`

const textKey = (file: Pick<PublishedFile, 'agreement' | 'stage' | 'version'>) => ({
  pk: `A#${file.agreement}`,
  sk: `V#${file.stage}.${file.version}`,
})

const declarationName = (declared: Declaration): string =>
  declared.kind === 'event'
    ? `event#${declared.agreement}#${declared.event}`
    : `determination#${declared.agreement}#${declared.stage}`
