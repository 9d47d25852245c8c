import { tableNames } from '#schemas/statistics/column.ts'
import type { ExportName } from '#store/export-store.ts'

/** The id of an export: `01~2020-03~figures~0136~1`. */
export const exportId = ({ region, month, table, audience, revision }: ExportName): string =>
  [region, month, table, audience, revision].join('~')

/** The export that an id names; undefined when it is none. */
export const parseExportId = (id: string): ExportName | undefined => {
  const [, region = '', month = '', name, audience = '', revision] = ID.exec(id) ?? []
  const table = tableNames.find((each) => each === name)
  return table === undefined ? undefined : { region, month, table, audience, revision: Number(revision) }
}

const ID = /^([0-9]{2})~([0-9]{4}-[0-9]{2})~([a-z-]+)~([a-z0-9-]+)~([1-9][0-9]{0,5})$/
