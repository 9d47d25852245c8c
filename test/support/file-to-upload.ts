import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { ruleFile } from '#schemas/rule-file/rule-file.ts'
import type { Api } from './api.ts'
import { covered, sign, simulated, upload } from './rule-editor.ts'

/** One of the tests' own rule files as a region sends it: the first version of its stage, whose bytes are `yaml`. */
export type FileToUpload = {
  readonly county: string
  readonly agreement: string
  readonly stage: string
  readonly yaml: string
  /** Where its version stands once it is uploaded. */
  readonly path: string
  /** Its version as simulations name it. */
  readonly version: string
}

/** Reads one of the tests' own rule files. */
export const fileToUpload = (name: string): FileToUpload => {
  const yaml = readFileSync(`test/support/rules/${name}`, 'utf8')
  const { agreement, stage, county = '' } = ruleFile.parse(parse(yaml))
  const path = `/v1/agreements/${agreement}/versions/${stage}.1`
  return { county, agreement, stage, yaml, path, version: `${agreement}~${stage}.1` }
}

/** Uploads files in their order and waits until each is covered; throws with the faults of one that is refused. */
export const uploadAll = async (service: Api, files: readonly FileToUpload[]): Promise<void> => {
  for (const { county, agreement, yaml, path } of files) {
    const { status, text } = await upload(service, county, agreement, yaml)
    if (status !== 201) throw new Error(`${path} is not taken: ${text}`)
    await covered(service, county, path)
  }
}

/** Signs files in their order as the client that each county's is; throws with the reason when one is not signed. */
export const signAll = async (
  service: Api,
  files: readonly FileToUpload[],
  clientOf: (county: string) => string,
): Promise<void> => {
  for (const { county, path, yaml } of files) {
    const { status, text } = await sign(service, clientOf(county), path, yaml)
    if (status !== 201) throw new Error(`${clientOf(county)} does not sign ${path}: ${text}`)
  }
}

/** Simulates an uploaded file on one month of its county: the summary, and each unit's month. */
export const simulate = async (service: Api, { county, version }: FileToUpload, month: string) => {
  const { body } = await simulated(service, county, { version, from: month, to: month })
  const units = await service.get(`region-${county}`, `/v1/simulations/${body.id}/units`)
  return { summary: body.summary, units: units.body.units }
}
