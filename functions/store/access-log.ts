import { type AccessRecord, accessRecord } from './access-record.ts'
import { type Item, queryAll, type Table, type Write } from './table.ts'
import { contentOf, padded } from './written-once.ts'

/** Whose part of the log: a region's, of all accesses to its patients, or a municipality's, of all that its own callers did. */
export type LogOwner = { readonly kind: 'region' | 'municipality'; readonly code: string }

/** The log as those see it who add to it: nothing of it can be read or changed. */
export type AccessLog = { readonly keep: (record: AccessRecord) => Promise<void> }

/** The log, to be read. */
export type AccessLogReads = {
  /** All of a month (in UTC), the newest first. */
  readonly ofMonth: (owner: LogOwner, month: string) => Promise<readonly AccessRecord[]>
}

/** The log over a table of its own, to which items are added and nothing else; a record is whole in each part or in none. */
export const accessLog = (table: Pick<Table, 'transact'>): AccessLog => ({
  keep: async (record) => {
    const { applied } = await table.transact(writesOf(record))
    if (!applied) throw new Error('The log has another record of this name')
  },
})

/** The log over a table that is only read. */
export const accessLogReads = (table: Pick<Table, 'query'>): AccessLogReads => ({
  ofMonth: async (owner, month) => {
    const query = { pk: partition(owner, month) }
    const items = await queryAll({ get: async () => undefined, query: table.query }, query)
    return [...Map.groupBy(items, nameOf).values()].map(recordIn).reverse()
  },
})

const partition = ({ kind, code }: LogOwner, month: string): string => `${kind.toUpperCase()}#${code}#${month}`

// Where nobody's token was valid and nothing tells whose patients were meant.
const NOBODYS: LogOwner = { kind: 'region', code: '-' }

const writesOf = (record: AccessRecord): readonly Write[] => {
  const { organisation: by, regions } = record
  const owners: readonly LogOwner[] = [
    ...regions.map((code): LogOwner => ({ kind: 'region', code })),
    ...(by?.kind === 'municipality' ? [{ kind: by.kind, code: by.code }] : []),
  ]
  return (owners.length === 0 ? [NOBODYS] : owners).flatMap((owner) =>
    split(JSON.stringify(asTold(owner, record))).map((content, index): Write => {
      const sk = `${record.at}#${record.id}#${padded(index)}`
      return { kind: 'put', item: { pk: partition(owner, record.at.slice(0, 7)), sk, content }, condition: ABSENT }
    }),
  )
}

const ABSENT = { kind: 'absent' } as const

// An owner is told all that its own callers did; a region, of what others did, only what they did with its patients.
const asTold = ({ kind, code }: LogOwner, record: AccessRecord): AccessRecord =>
  record.organisation?.kind === kind && record.organisation.code === code
    ? record
    : {
        ...record,
        regions: record.regions.filter((region) => region === code),
        touched: record.touched.filter(({ region }) => region === code),
      }

// An item holds 400 KB; a record is written in ASCII, so that a part may end anywhere.
const PART = 300_000

const split = (text: string): readonly string[] => {
  const ascii = text.replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return Array.from({ length: Math.ceil(ascii.length / PART) }, (_, at) => ascii.slice(at * PART, (at + 1) * PART))
}

const nameOf = ({ sk }: Item): string => sk.slice(0, sk.lastIndexOf('#'))

const recordIn = (parts: readonly Item[]): AccessRecord => {
  const content = parts.map((part) => `${part.content}`).join('')
  return accessRecord.parse(contentOf({ pk: '', sk: '', content }))
}
