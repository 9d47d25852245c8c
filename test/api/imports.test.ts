import { describe, expect, it } from 'vitest'
import { aSharedService, freshIds } from '../support/a-shared-service.ts'
import { anEpisode, type Told } from '../support/an-episode.ts'
import { aTestNumber } from '../support/test-numbers.ts'

const service = aSharedService()
const freshId = freshIds()

const line = (id: unknown, told: Told = {}) =>
  JSON.stringify({ id, ...anEpisode({ ready: '2020-03-04 10:00', ...told }) })

const importing = (lines: readonly string[], headers: Readonly<Record<string, string>> = {}) =>
  service().request('hospital-01', 'POST', '/v1/episode-imports', {
    text: lines.join('\n'),
    headers: { 'content-type': 'application/x-ndjson', ...headers },
  })

type Result = { readonly line: number; readonly id: string | null; readonly result: string; readonly errors: object[] }

const resultsOf = async (lines: readonly string[]): Promise<readonly Result[]> => (await importing(lines)).body.results

const later = { sourceUpdatedAt: '2020-03-10T00:00:00Z' }
const earlier = { sourceUpdatedAt: '2020-03-01T00:00:00Z' }

describe('an import', () => {
  it('answers line by line, in order, what became of each', async () => {
    const [one, two] = [freshId(), freshId()]

    const results = await resultsOf([line(one), line(two), line(one), line(one, later), line(one, earlier)])

    expect(results).toEqual([
      { line: 1, id: one, result: 'created', errors: [] },
      { line: 2, id: two, result: 'created', errors: [] },
      { line: 3, id: one, result: 'unchanged', errors: [] },
      { line: 4, id: one, result: 'changed', errors: [] },
      { line: 5, id: one, result: 'outdated', errors: [] },
    ])
  })

  it('keeps just what a PUT of each line would keep', async () => {
    const [sent, imported] = [freshId(), freshId()]
    await service().put('hospital-01', `/v1/episodes/${sent}`, anEpisode({ ready: '2020-03-04 10:00' }))

    await importing([line(imported)])

    const [bySending, byImport] = await Promise.all(
      [sent, imported].map((id) => service().get('region-01', `/v1/episodes/${id}`)),
    )
    expect({ ...byImport?.body, id: sent, recordedAt: null }).toEqual({ ...bySending?.body, recordedAt: null })
  })

  it.each<[string, string, object]>([
    ['is not JSON', '{"id":', { id: null, errors: [{ pointer: '', rule: 'broken-json' }] }],
    ['is not an object', '[]', { id: null }],
    ['is null', 'null', { id: null }],
    ['has no id', JSON.stringify(anEpisode()), { id: null, errors: [{ pointer: '/id', rule: 'missing' }] }],
    ['has an id that is a number', line(7), { id: null, errors: [{ pointer: '/id', rule: 'wrong-form' }] }],
    [
      'has an identity number for an id',
      line(`01~${aTestNumber('19491002')}`),
      { id: null, errors: [{ pointer: '/id', rule: 'id-holds-identity-number' }] },
    ],
    [
      'has the reservnummer of its patient for an id',
      line('01~99-abc12345', { body: { patient: { identity: { type: 'reservnummer', value: '99ABC12345' } } } }),
      { id: null, errors: [{ pointer: '/id', rule: 'id-holds-identity-number' }] },
    ],
    ['is another region’s', line('06~x'), { id: '06~x', errors: [{ pointer: '/id', rule: 'other-region' }] }],
    ['lacks what is required', '{"id":"01~bad"}', { id: '01~bad' }],
    [
      'has an unknown property',
      line('01~bad', { body: { diagnosis: 'I63' } }),
      { id: '01~bad', errors: [{ pointer: '', rule: 'unknown-property' }] },
    ],
    [
      'is out of the order of time',
      line('01~bad', { body: { admission: { at: '2020-03-05T00:00:00Z' } } }),
      { id: '01~bad', errors: [{ pointer: '/readiness/0/noticeSentAt', rule: 'time-order' }] },
    ],
    [
      'names a property twice',
      line('01~bad').replace('{', '{"id":"01~other",'),
      { id: null, errors: [{ pointer: '', rule: 'repeated-property' }] },
    ],
  ])('refuses a line that %s, and goes on', async (_, bad, expected) => {
    const [before, after] = [freshId(), freshId()]

    const results = await resultsOf([line(before), bad, line(after)])

    expect(results).toMatchObject([
      { line: 1, id: before, result: 'created' },
      { line: 2, result: 'refused', ...expected },
      { line: 3, id: after, result: 'created' },
    ])
    expect((await service().get('region-01', '/v1/episodes/01~bad')).status).toBe(404)
  })

  it('refuses other content for the same instant', async () => {
    const id = freshId()

    const results = await resultsOf([line(id), line(id, { body: { ward: 'SE2321000016-1A2B' } })])

    expect(results[1]).toMatchObject({
      id,
      result: 'refused',
      errors: [{ pointer: '/sourceUpdatedAt', rule: 'same-instant-other-content' }],
    })
  })

  it('passes over empty lines and counts them, whatever ends a line', async () => {
    const [one, two] = [freshId(), freshId()]

    const results = await resultsOf([`${line(one)}\r`, '', '  ', line(two), ''])

    expect(results).toMatchObject([
      { line: 1, id: one, result: 'created' },
      { line: 4, id: two, result: 'created' },
    ])
  })

  it('tells its reasons in English when that is asked for', async () => {
    const swedish = await importing(['{'])
    const english = await importing(['{'], { 'accept-language': 'en-GB' })

    expect(swedish.body.results[0].errors[0].reason).toBe('Raden är inte giltig JSON.')
    expect(english.body.results[0].errors[0].reason).toBe('The line is not valid JSON.')
  })

  it('takes a thousand lines, and refuses one more without keeping any', async () => {
    const id = freshId()
    const thousand = new Array(1000).fill('{}')

    const [most, tooMany] = [await importing(thousand), await importing([line(id), ...thousand])]

    expect(most.body.results).toHaveLength(1000)
    expect(tooMany.status).toBe(413)
    expect((await service().get('region-01', `/v1/episodes/${id}`)).status).toBe(404)
  })

  it('refuses more bytes than the gateway takes', async () => {
    const answer = await importing([`${line(freshId())}${' '.repeat(4 * 1024 * 1024)}`])

    expect(answer.status).toBe(413)
  })

  it.each(['application/json', 'text/plain', 'application/x-ndjson; charset=utf-16'])('refuses %s', async (type) => {
    const answer = await importing([line(freshId())], { 'content-type': type })

    expect(answer.status).toBe(415)
  })

  it('refuses a body without lines', async () => {
    const answer = await importing(['', ' '])

    expect(answer.status).toBe(400)
  })
})
