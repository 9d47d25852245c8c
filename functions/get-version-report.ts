import { endpoint } from '#http/endpoint.ts'
import { notFound } from '#http/problem.ts'
import type { Reading } from './environment.ts'
import { findVersion, parseVersionName } from './lifecycle/find-version.ts'
import { deployed, reading } from './on-aws/deployed.ts'
import { routes } from './routes.ts'
import { versionReport } from './rules/version-report.ts'

/** Answers where a version stands: its proof, coverage, simulation and signatures, and what it waits for. */
export const answer = endpoint(routes.getVersionReport, async ({ params }, environment: Reading) => {
  const { rules, loadRule } = environment
  const { versions } = await rules.publications()
  const version = findVersion(versions, parseVersionName(params.agreement, params.version))
  if (version === undefined) throw notFound()
  return { status: 200, body: await versionReport(environment, version, await loadRule(version)) }
})

export const handler = deployed(answer, reading)
