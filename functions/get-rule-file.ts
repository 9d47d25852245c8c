import { endpoint } from '#http/endpoint.ts'
import { notFound } from '#http/problem.ts'
import type { Reading } from './environment.ts'
import { findVersion, parseVersionName } from './lifecycle/find-version.ts'
import { deployed, reading } from './on-aws/deployed.ts'
import { routes } from './routes.ts'

/** Answers one version of a rule file as JSON or, where YAML is asked for, the very bytes that were uploaded. */
export const answer = endpoint(routes.getRuleFile, async ({ params, header }, { rules, loadRule }: Reading) => {
  const { versions } = await rules.publications()
  const version = findVersion(versions, parseVersionName(params.agreement, params.version))
  if (version === undefined) throw notFound()
  const headers = { etag: `"${version.sha256}"`, vary: 'accept' }
  if (!wantsYaml(header('accept'))) {
    const { reference, file } = await loadRule(version)
    // Written as it is, in both languages: the file's texts belong to its content.
    const content = JSON.stringify({ ...reference, file })
    return { status: 200, headers, raw: { mediaType: 'application/json; charset=utf-8', text: content } }
  }
  const text = await rules.text(version)
  if (text === undefined) throw notFound()
  return { status: 200, headers, raw: { mediaType: 'application/yaml; charset=utf-8', text } }
})

export const handler = deployed(answer, reading)

const wantsYaml = (accept: string | undefined): boolean => accept?.toLowerCase().includes('application/yaml') ?? false
