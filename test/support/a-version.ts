import { type Agreed, anAgreement } from './an-agreement.ts'
import type { Answer, Api } from './api.ts'
import { covered, sign, simulated, upload } from './rule-editor.ts'

/** The month that versions of tests are simulated on. */
export const SIMULATED = { from: '2020-03', to: '2020-03' }

/** A version that a region has uploaded, with what can be done with it. */
export type UploadedVersion = {
  readonly yaml: string
  readonly path: string
  /** Agreement, stage and number. */
  readonly name: string
  readonly signedBy: (client: string) => Promise<Answer>
  readonly report: () => Promise<Answer['body']>
  readonly withdrawnBy: (client: string, reason?: string) => Promise<Answer>
}

/** Uploads a version of a county's agreement; throws when it is not taken. */
export const uploadedVersion = async (service: Api, county: string, agreed: Agreed = {}): Promise<UploadedVersion> => {
  const yaml = anAgreement({ county, ...agreed })
  const { status, headers, body, text } = await upload(service, county, `county-${county}`, yaml)
  if (status !== 201) throw new Error(text)
  const path = headers.get('location') ?? ''
  return {
    yaml,
    path,
    name: `${body.agreement}~${body.stage}.${body.version}`,
    signedBy: (client) => sign(service, client, path, yaml),
    report: async () => (await service.get(`region-${county}`, `${path}/report`)).body,
    withdrawnBy: (client, reason = 'Another is on its way.') => service.post(client, `${path}/withdrawals`, { reason }),
  }
}

/** Uploads a version and takes it so far that it can be signed. */
export const signableVersion = async (service: Api, county: string, agreed: Agreed = {}): Promise<UploadedVersion> => {
  const version = await uploadedVersion(service, county, agreed)
  await covered(service, county, version.path)
  await simulated(service, county, { version: version.name, ...SIMULATED })
  return version
}

/** Uploads a version and has both parties sign it. */
export const versionInForce = async (service: Api, county: string, agreed: Agreed = {}): Promise<UploadedVersion> => {
  const version = await signableVersion(service, county, agreed)
  for (const client of [`region-${county}-second`, `association-${county}`]) {
    const { status, text } = await version.signedBy(client)
    if (status !== 201) throw new Error(text)
  }
  return version
}
