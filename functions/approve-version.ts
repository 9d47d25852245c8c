import { endpoint } from '#http/endpoint.ts'
import { conflict, forbidden, notFound } from '#http/problem.ts'
import type { Submitting } from './environment.ts'
import { parseVersionName } from './lifecycle/find-version.ts'
import { signVersion } from './lifecycle/sign-version.ts'
import { deployed, submitting } from './on-aws/deployed.ts'
import { routes } from './routes.ts'
import { partyOf } from './rules/acting-party.ts'
import { notSignable, signatureRefused } from './rules/refusals.ts'
import { versionReport } from './rules/version-report.ts'
import { correctRegion } from './settlements/correct-closed.ts'

/** Signs the exact bytes of a version for the caller's party; the last signature that is needed puts it in force. */
export const answer = endpoint(routes.approveVersion, async ({ caller, params, body }, environment: Submitting) => {
  const name = parseVersionName(params.agreement, params.version)
  const signatory = { by: caller.sub, party: partyOf(caller) }
  const signed = await signVersion(environment, name, signatory, body.sha256)
  switch (signed.result) {
    case 'signed':
    case 'already-signed': {
      const rule = await environment.loadRule(signed.version)
      if (signed.version.status === 'published') await correctRegion(environment, rule.file.county ?? '')
      const report = await versionReport(environment, signed.version, rule)
      return { status: signed.result === 'signed' ? 201 : 200, body: report }
    }
    case 'unknown':
      throw notFound()
    case 'refused':
      throw forbidden(signatureRefused[signed.because], signed.because)
    case 'not-signable':
      throw conflict(notSignable[signed.because], signed.because)
  }
})

export const handler = deployed(answer, submitting)
