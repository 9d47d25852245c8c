import { endpoint } from '#http/endpoint.ts'
import { conflict, notFound } from '#http/problem.ts'
import type { Submitting } from './environment.ts'
import { parseVersionName } from './lifecycle/find-version.ts'
import { withdrawVersion } from './lifecycle/withdraw-version.ts'
import { deployed, submitting } from './on-aws/deployed.ts'
import { routes } from './routes.ts'
import { regionOf } from './rules/acting-party.ts'
import { refuseIdentityNumbers } from './rules/free-text.ts'
import { notWithdrawable } from './rules/refusals.ts'
import { versionReport } from './rules/version-report.ts'
import { correctRegion } from './settlements/correct-closed.ts'

/** Withdraws a version before its first day in force, with the reason; never after. */
export const answer = endpoint(routes.withdrawVersion, async ({ caller, params, body }, environment: Submitting) => {
  refuseIdentityNumbers({ '/reason': body.reason })
  const name = parseVersionName(params.agreement, params.version)
  const by = { by: caller.sub, region: regionOf(caller) }
  const withdrawn = await withdrawVersion(environment, name, by, body.reason)
  switch (withdrawn.result) {
    case 'withdrawn':
    case 'already-withdrawn': {
      const { loadRule } = environment
      await correctRegion(environment, by.region)
      return {
        status: 200,
        body: await versionReport(environment, withdrawn.version, await loadRule(withdrawn.version)),
      }
    }
    case 'unknown':
      throw notFound()
    case 'refused':
      throw conflict(notWithdrawable[withdrawn.because], withdrawn.because)
  }
})

export const handler = deployed(answer, submitting)
