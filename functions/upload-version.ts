import { endpoint } from '#http/endpoint.ts'
import { notFound, unprocessable } from '#http/problem.ts'
import type { Submitting } from './environment.ts'
import { uploadVersion } from './lifecycle/upload-version.ts'
import { deployed, submitting } from './on-aws/deployed.ts'
import { routes } from './routes.ts'
import { regionOf } from './rules/acting-party.ts'
import { versionReport } from './rules/version-report.ts'

/** Keeps a rule file as a draft once it is proven, and has its examples tried on every mutant of it; every fault is told. */
export const answer = endpoint(routes.uploadVersion, async ({ caller, params, body }, environment: Submitting) => {
  const { agreement } = params
  const region = regionOf(caller)
  const uploaded = await uploadVersion(environment, { agreement, bytes: body, by: caller.sub, region })
  switch (uploaded.result) {
    case 'created':
    case 'unchanged': {
      const { version } = uploaded
      const name = `${version.stage}.${version.version}`
      await environment.sendTasks([{ kind: 'coverage', agreement, stage: version.stage, version: version.version }])
      return {
        status: uploaded.result === 'created' ? 201 : 200,
        headers: { location: `/v1/agreements/${agreement}/versions/${name}`, etag: `"${version.sha256}"` },
        body: await versionReport(environment, version, await environment.loadRule(version)),
      }
    }
    case 'refused':
      throw unprocessable(uploaded.faults)
    case 'other-region':
      throw notFound()
  }
})

export const handler = deployed(answer, submitting)
