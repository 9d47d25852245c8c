import { endpoint } from '#http/endpoint.ts'
import { notFound } from '#http/problem.ts'
import { deployed, type Reading, reading } from './environment.ts'
import { routes } from './routes.ts'

/** Answers one version of a rule file as JSON or, where YAML is asked for, the very bytes that were published. */
export const answer = endpoint(routes.getRuleFile, async ({ params, header }, { catalog, rules }: Reading) => {
  const [stage = '', version = ''] = params.version.split('.')
  const { agreement } = params
  const published = (await catalog()).rules.find(
    ({ reference }) =>
      reference.agreement === agreement && `${reference.stage}.${reference.version}` === params.version,
  )
  if (published === undefined) throw notFound()
  const headers = { etag: `"${published.reference.sha256}"`, vary: 'accept' }
  if (!wantsYaml(header('accept'))) {
    // Written as it is, in both languages: the file's texts belong to its content.
    const content = JSON.stringify({ ...published.reference, file: published.file })
    return { status: 200, headers, raw: { mediaType: 'application/json; charset=utf-8', text: content } }
  }
  const text = await rules.text({ agreement, stage, version })
  if (text === undefined) throw notFound()
  return { status: 200, headers, raw: { mediaType: 'application/yaml; charset=utf-8', text } }
})

export const handler = deployed(answer, reading)

const wantsYaml = (accept: string | undefined): boolean => accept?.toLowerCase().includes('application/yaml') ?? false
