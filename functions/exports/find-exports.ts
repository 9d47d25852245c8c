import type { Caller, Tenant } from '#http/caller.ts'
import { notFound } from '#http/problem.ts'
import { countyOf } from '#schemas/codes.ts'
import type { TableName } from '#schemas/statistics/column.ts'
import type { ExportName, ExportReads, PublishedExport } from '#store/export-store.ts'
import { ALL, PROTECTED } from './audience.ts'
import { parseExportId } from './export-id.ts'

/** What of the published exports is asked for. */
export type ExportFilter = {
  readonly region?: string | undefined
  readonly month?: string | undefined
  readonly table?: TableName | undefined
}

/**
 * The exports that a caller may have: a region its own, exact and protected; a municipality or district its own exact
 * figures from every region, and what is protected of its own county, of those regions, or of the one that is asked for.
 */
export const findExports = async (
  exports: ExportReads,
  { tenant }: Pick<Caller, 'tenant'>,
  { region, month, table }: ExportFilter,
): Promise<readonly PublishedExport[]> => {
  const audiences = audiencesOf(tenant)
  const regions = await regionsFor(exports, tenant, region)
  const found = await Promise.all(
    regions.flatMap((each) => audiences.map((audience) => exports.published(each, audience, month))),
  )
  return found
    .flat()
    .filter((each) => table === undefined || each.table === table)
    .toSorted((a, b) => (placeInOrder(a) < placeInOrder(b) ? -1 : 1))
}

/** One export by its id; 404 when there is none or it is not for the caller. */
export const findExport = async (
  exports: ExportReads,
  { tenant }: Pick<Caller, 'tenant'>,
  id: string,
): Promise<PublishedExport> => {
  const name = parseExportId(id)
  const isTheirs = name !== undefined && mayFetch(tenant, name)
  const found = isTheirs ? await exports.find(name) : undefined
  if (found === undefined) throw notFound()
  return found
}

/** A region may also fetch what is told to its municipalities, and the city what is told to its districts. */
const mayFetch = (tenant: Tenant, { region, audience }: ExportName): boolean => {
  switch (tenant.kind) {
    case 'region':
      return tenant.region === region && (audience === PROTECTED || tenant.hospitals === undefined)
    case 'municipality':
      return (
        audiencesOf(tenant).includes(audience) ||
        (tenant.district === undefined && audience.startsWith(`${tenant.municipality}-`))
      )
    case 'association':
      return false
  }
}

const audiencesOf = (tenant: Tenant): readonly string[] => {
  switch (tenant.kind) {
    case 'region':
      // Who speaks for some hospitals only is not shown the others' patients.
      return tenant.hospitals === undefined ? [ALL, PROTECTED] : [PROTECTED]
    case 'municipality':
      return [tenant.district ?? tenant.municipality, PROTECTED]
    case 'association':
      return []
  }
}

const regionsFor = async (
  exports: ExportReads,
  tenant: Tenant,
  asked: string | undefined,
): Promise<readonly string[]> => {
  switch (tenant.kind) {
    case 'region':
      if (asked !== undefined && asked !== tenant.region) throw notFound()
      return [tenant.region]
    case 'municipality': {
      if (asked !== undefined) return [asked]
      const own = await exports.regionsOf(tenant.district ?? tenant.municipality)
      return [...new Set([countyOf(tenant.municipality), ...own])]
    }
    case 'association':
      return []
  }
}

/** The newest month first, and of a table its newest revision. */
const placeInOrder = ({ month, region, audience, table, revision }: PublishedExport): string => {
  const [year = '', of = ''] = month.split('-')
  return [10_000 - Number(year), 99 - Number(of), region, audience, table, 1_000_000 - revision].join('#')
}
