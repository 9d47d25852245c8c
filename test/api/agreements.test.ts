import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { isDefinition } from '#agreements/parse-definition.ts'
import { aSharedService } from '../support/a-shared-service.ts'

const service = aSharedService()

const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  service().get('municipality-0136', `/v1/agreements${path}`, headers)

const shipped = readdirSync('rules', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.yaml') && !path.includes('day-amounts'))
  .map((path) => ({ path, text: readFileSync(`rules/${path}`, 'utf8') }))
  .filter(({ text }) => !isDefinition(text))
  .map(({ path, text }) => {
    const { agreement, stage } = parse(text)
    const version = /\.v(\d+)\.yaml$/.exec(path)?.[1]
    return { path, text, at: `/${agreement}/versions/${stage}.${version}`, agreement, stage, version }
  })

const ids = [...new Set(shipped.map(({ agreement }): string => agreement))].sort()

type Version = { readonly stage: string; readonly from: string | null; readonly until: string | null }

describe('the agreements', () => {
  it('are those that are shipped, in the order of their ids', async () => {
    const { body } = await get('?limit=500')

    expect(body.agreements.map(({ id }: { readonly id: string }) => id)).toEqual(ids)
    expect(body).toMatchObject({ page: 1, limit: 500, total: ids.length })
    expect(body.agreements).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: 'act', county: null }),
        expect.objectContaining({ id: 'jonkoping', county: '06' }),
        expect.objectContaining({ id: 'stockholm-psychiatric', county: '01' }),
        expect.objectContaining({ id: 'stockholm-somatic', county: '01' }),
        expect.objectContaining({ id: 'vasterbotten', county: '24' }),
      ]),
    )
  })

  it('come in pages', async () => {
    const { body } = await get('?limit=2&page=2')

    expect(body.agreements.map(({ id }: { readonly id: string }) => id)).toEqual(ids.slice(2, 4))
    expect(body).toMatchObject({ page: 2, limit: 2, total: ids.length })
  })

  it('are one by one what they are in the list', async () => {
    const { body } = await get('')

    for (const agreement of body.agreements) expect((await get(`/${agreement.id}`)).body).toEqual(agreement)
  })

  it('have their stages in order, each with its validity', async () => {
    const { body } = await get('/stockholm-somatic')

    expect(body.versions.map(({ stage, from, until }: Version) => [stage, from, until])).toEqual([
      ['1', '2020-01-01', '2020-10-31'],
      ['2', '2020-11-01', '2021-10-31'],
      ['3', '2021-11-01', null],
    ])
  })

  it('name the event that a stage waits for', async () => {
    const { body } = await get('/stockholm-psychiatric')

    const [first, second] = body.versions
    expect(first).toMatchObject({ stage: '1', from: '2020-01-01', fromEvent: null })
    expect(first.untilEvent).toMatch(/^[a-z-]+$/)
    expect(second).toMatchObject({ stage: '2', from: null, fromEvent: first.untilEvent })
  })

  it('have the hash of the bytes of their files', async () => {
    const { body } = await get('/act')
    const bytes = readFileSync('rules/national/act-stage-1.v1.yaml')

    expect(body.versions).toMatchObject([
      { stage: '1', version: '1', status: 'published', sha256: createHash('sha256').update(bytes).digest('hex') },
    ])
  })

  it('have their open questions, each with the reading that is shipped and the others', async () => {
    const { body } = await get('/jonkoping')

    expect(body.versions[1].openQuestions).toMatchObject([
      { id: 'charge', shipped: 'all-days', alternatives: ['excess'] },
      { id: 'long-stay', shipped: 'all-days', alternatives: ['beyond-limit'] },
      { id: 'day-zero', shipped: 'in-mean', alternatives: ['out-of-mean'] },
      { id: 'left-out', shipped: 'leaves-mean', alternatives: ['counts-zero-days'] },
    ])
    for (const { question, cites, closedBy } of body.versions[1].openQuestions)
      expect([question, cites, closedBy]).toEqual(new Array(3).fill(expect.stringMatching(/\S/)))
  })

  it.each(['region-06', 'hospital-01', 'association-24'])('are the same for %s', async (client) => {
    const [own, other] = await Promise.all([get(''), service().get(client, '/v1/agreements')])

    expect(other.text).toBe(own.text)
  })
})

describe('a rule file', () => {
  it.each(shipped)('is the very bytes of $path where YAML is asked for', async ({ at, text }) => {
    const answer = await get(at, { accept: 'application/yaml' })

    expect(answer.headers.get('content-type')).toBe('application/yaml; charset=utf-8')
    expect(answer.headers.get('etag')).toBe(`"${createHash('sha256').update(text).digest('hex')}"`)
    expect(answer.text).toBe(text)
  })

  it.each(shipped)('is JSON otherwise: $path', async ({ at, text, agreement, stage, version }) => {
    const { body } = await get(at)

    const { examples, ...file } = parse(text)
    expect(body).toMatchObject({ agreement, stage, version, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(body.file).toMatchObject({ agreement: file.agreement, title: file.title, cites: file.cites })
    expect(body.file.examples).toHaveLength(examples.length)
  })

  it('keeps both languages of its own texts', async () => {
    const [swedish, english] = await Promise.all([
      get('/act/versions/1.1'),
      get('/act/versions/1.1', { 'accept-language': 'en' }),
    ])

    expect(english.text).toBe(swedish.text)
    expect(swedish.body.file.preconditions[0].text).toEqual({ sv: expect.any(String), en: expect.any(String) })
  })

  it.each([
    '/no-such',
    '/ACT',
    '/national-day-amounts',
    '/national-readmissions',
    '/national-readmissions/versions/1.1',
    '/act/versions/1',
    '/act/versions/1.2',
    '/act/versions/01.1',
    '/act/versions/1.1.1',
    '/act/versions/x',
    '/no-such/versions/1.1',
    '/act/versions',
  ])('or agreement %s is not found', async (path) => {
    const answers = [await get(path), await get(path, { accept: 'application/yaml' })]

    expect(answers.map(({ status }) => status)).toEqual([404, 404])
  })

  it.each(['', '/history', '/determinations', '/versions/1.1', '/versions/1.1/report', '/versions/1.1/corrections'])(
    'are not found by a name longer than any id may be%s',
    async (part) => {
      expect((await get(`/${'a'.repeat(3_000)}${part}`)).status).toBe(404)
    },
  )
})
