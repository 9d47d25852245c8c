import { describe, expect, it } from 'vitest'
import { aSharedService } from '../support/a-shared-service.ts'
import { anEpisode } from '../support/an-episode.ts'
import { aTestNumber } from '../support/test-numbers.ts'

const service = aSharedService()

const body = anEpisode({ ready: '2020-03-04 10:00', out: '2020-03-09 11:00' })
const person = aTestNumber('19491002')

const putText = (text: string, headers: Readonly<Record<string, string>> = { 'content-type': 'application/json' }) =>
  service().request('hospital-01', 'PUT', '/v1/episodes/01~never', { text, headers })
const isKept = async () => (await service().get('region-01', '/v1/episodes/01~never')).status === 200

describe('a body is refused', () => {
  it.each(['{', '', ' ', '{"a":1,}', "{'a':1}", 'NaN', '\ufeff{}'])('as unreadable when it is %j', async (text) => {
    const answer = await putText(text)

    expect(answer.status).toBe(400)
    expect(answer.body.type).toBe('urn:fristdag:problem:unreadable-body')
  })

  it('as unreadable when it is not UTF-8', async () => {
    const answer = await fetch(`${service().url}/v1/episodes/01~never`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', authorization: await bearer() },
      body: Buffer.from('{"caseNumber":"\xe5"}', 'latin1'),
    })

    expect(answer.status).toBe(400)
  })

  it.each([
    ['text/plain', {}],
    ['application/x-ndjson', {}],
    ['application/json; charset=iso-8859-1', {}],
    ['application/json', { 'content-encoding': 'gzip' }],
  ])('as the wrong media type when it is %s %j', async (type, headers) => {
    const answer = await putText(JSON.stringify(body), { 'content-type': type, ...headers })

    expect(answer.status).toBe(415)
    expect(await isKept()).toBe(false)
  })

  it('as too large over a megabyte', async () => {
    const atLimit = `${' '.repeat(1024 * 1024 - 2)}{}`

    const answers = [await putText(atLimit), await putText(` ${atLimit}`), await putText(' '.repeat(8 * 1024 * 1024))]

    expect(answers.map(({ status }) => status)).toEqual([422, 413, 413])
  })

  it('when it names a property twice', async () => {
    const answer = await putText(JSON.stringify(body).replace('{', '{"careType":"psychiatric",'))

    expect(answer.status).toBe(422)
    expect(answer.body.errors).toMatchObject([{ rule: 'repeated-property' }])
    expect(await isKept()).toBe(false)
  })

  const bearer = async () => {
    const answer = await fetch(`${service().url}/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: 'hospital-01',
        client_secret: 'local-only',
      }),
    })
    return `Bearer ${((await answer.json()) as { access_token: string }).access_token}`
  }
})

describe('an id is refused', () => {
  it.each([
    ['01~', 'wrong-form'],
    ['01~-a', 'wrong-form'],
    ['01~.a', 'wrong-form'],
    ['01~LSP-1', 'wrong-form'],
    ['01~a_b', 'wrong-form'],
    ['01~%C3%A5', 'wrong-form'],
    [`01~${'x'.repeat(65)}`, 'wrong-form'],
    ['1~a', 'wrong-form'],
    ['a', 'wrong-form'],
    ['01~a~b', 'wrong-form'],
    ['01~a%0A', 'wrong-form'],
    [`01~${person}`, 'id-holds-identity-number'],
    [`01~lsp-${person.slice(2)}`, 'id-holds-identity-number'],
    [`01~${person.slice(0, 8)}-${person.slice(8)}`, 'id-holds-identity-number'],
    [`01~${person.slice(2, 8)}.${person.slice(8)}.a`, 'id-holds-identity-number'],
    [`01~${aTestNumber('19491062')}`, 'id-holds-identity-number'],
  ])('%s', async (id, rule) => {
    const answer = await service().put('hospital-01', `/v1/episodes/${id}`, body)

    expect(answer.status).toBe(422)
    expect(answer.body.errors).toMatchObject([{ pointer: '{episode}', rule }])
  })

  it.each(['06~other-region', '99~no-region'])('%s, as not found, when its region is not the sender’s', async (id) => {
    const answer = await service().put('hospital-01', `/v1/episodes/${id}`, body)

    expect(answer.status).toBe(404)
    expect((await service().get('region-06', '/v1/episodes/06~other-region')).status).toBe(404)
  })
})

describe('a refusal', () => {
  it('is told in Swedish, and in English when that is asked for', async () => {
    const swedish = await service().put('hospital-01', '/v1/episodes/01~x', {})
    const english = await service().put('hospital-01', '/v1/episodes/01~x', {}, { 'accept-language': 'en' })

    expect(swedish.body).toMatchObject({
      title: 'Uppgifter kan inte godtas',
      errors: [{ reason: 'Uppgiften saknas.' }, {}, {}, {}, {}],
    })
    expect(english.body).toMatchObject({
      title: 'Not acceptable',
      errors: [{ reason: 'A value is required.' }, {}, {}, {}, {}],
    })
    expect(english.headers.get('content-language')).toBe('en')
  })

  it('belongs to the trace of its request', async () => {
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'

    const answer = await service().get('region-01', '/v1/episodes/01~never', { traceparent })

    expect(answer.headers.get('traceparent')).toBe(traceparent)
    expect(answer.body.instance).toBe('urn:trace:4bf92f3577b34da6a3ce929d0e0e4736')
  })
})
