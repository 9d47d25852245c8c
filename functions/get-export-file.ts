import { endpoint } from '#http/endpoint.ts'
import { notFound } from '#http/problem.ts'
import { formatNames } from '#schemas/statistics/format.ts'
import type { Linking } from './environment.ts'
import { fileKey, fileName } from './exports/file-key.ts'
import { findExport } from './exports/find-exports.ts'
import { deployed, linking } from './on-aws/deployed.ts'
import { routes } from './routes.ts'

/** Redirects to a file of an export that the caller may have. */
export const answer = endpoint(routes.getExportFile, async ({ caller, params }, { exports, links }: Linking) => {
  const found = await findExport(exports, caller, params.export)
  const format = formatNames.find((name) => name === params.format)
  if (format === undefined) throw notFound()
  const location = await links.link(fileKey(found, format), fileName(found, format))
  return { status: 302, headers: { location } }
})

export const handler = deployed(answer, linking)
