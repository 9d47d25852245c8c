import { describe, expect, it } from 'vitest'
import { aSharedService } from '../support/a-shared-service.ts'
import { anAgreement } from '../support/an-agreement.ts'
import { upload } from '../support/rule-editor.ts'

const service = aSharedService()
const YAML = { 'content-type': 'application/yaml' }

/** Rule files as bytes, which fetch sends as they are. */
const uploadBytes = async (bytes: Uint8Array<ArrayBuffer>, agreement = 'county-17'): Promise<Response> => {
  const issued = await fetch(`${service().url}/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: 'region-17',
      client_secret: 'local-only',
    }),
  })
  const { access_token: token } = (await issued.json()) as { access_token: string }
  return fetch(`${service().url}/v1/agreements/${agreement}/versions`, {
    method: 'POST',
    headers: { ...YAML, authorization: `Bearer ${token}` },
    body: bytes,
  })
}

describe('an upload is refused', () => {
  it('with every fault at once, each with its line, column, rule and suggestion', async () => {
    const yaml = anAgreement({ county: '22', agreement: 'faulty' })
      .replace('level: "2.0"', 'level: 2.0')
      .replace('model.charge: "text#one"', 'model.charge: "text#two"')
      .replace('unit: "municipality"', 'unit: "parish"')

    const { status, body } = await upload(service(), '22', 'faulty', yaml)

    expect(status).toBe(422)
    expect(body.errors.map(({ rule }: { rule: string }) => rule)).toEqual(
      expect.arrayContaining(['not-quoted', 'not-one-of']),
    )
    for (const { line, column, reason, suggestion } of body.errors) {
      expect([line, column].every((place) => place > 0)).toBe(true)
      expect([reason, suggestion].every((words) => /^[A-ZÅÄÖ].*\.$/.test(words))).toBe(true)
    }
    expect((await service().get('region-17', '/v1/agreements/faulty')).status).toBe(404)
  })

  it.each([
    ['to another agreement than its own', 'elsewhere', anAgreement({ county: '12' }), 'agreement-not-of-path'],
    ['for another county', 'county-13', anAgreement({ county: '13' }), 'county-not-own'],
    [
      'under a name that day amounts are kept under',
      'national-day-amounts',
      anAgreement({ county: '12', agreement: 'national-day-amounts' }),
      'agreement-reserved',
    ],
    [
      'under a name that definitions of statistics are kept under',
      'national-readmissions',
      anAgreement({ county: '12', agreement: 'national-readmissions' }),
      'agreement-reserved',
    ],
    [
      'when its example contradicts its rule',
      'contradicted',
      anAgreement({
        county: '12',
        agreement: 'contradicted',
        parts: { examples: [{ name: 'a', month: '2020-01', readyDays: [3], expect: { days: '3.00' } }] },
      }),
      'example-fails',
    ],
  ])('%s', async (_, agreement, yaml, rule) => {
    const { status, body } = await upload(service(), '12', agreement, yaml)

    expect(status).toBe(422)
    expect(body.errors).toMatchObject([{ rule }])
  })

  it('beside a version that waits for its signatures and claims the same days', async () => {
    await upload(service(), '23', 'claiming', anAgreement({ county: '23', agreement: 'claiming', from: '2030-01-01' }))

    const other = anAgreement({ county: '23', agreement: 'claiming', stage: '2', from: '2031-01-01' })
    const { status, body } = await upload(service(), '23', 'claiming', other)

    expect(status).toBe(422)
    expect(body.errors).toContainEqual(expect.objectContaining({ rule: expect.stringMatching(/^stage/), line: 18 }))
  })

  it.each([
    ['an agreement of another region', 'region-06', 'stockholm-somatic'],
    ['the Act', 'region-17', 'act'],
  ])('as not found for %s', async (_, client, agreement) => {
    const answer = await service().request(client, 'POST', `/v1/agreements/${agreement}/versions`, {
      text: anAgreement({ agreement }),
      headers: YAML,
    })

    expect(answer.status).toBe(404)
  })

  it.each([
    ['application/json', 415],
    ['text/yaml', 415],
  ])('as %s', async (type, status) => {
    const answer = await service().request('region-17', 'POST', '/v1/agreements/county-17/versions', {
      text: anAgreement(),
      headers: { 'content-type': type },
    })

    expect(answer.status).toBe(status)
  })

  it('over 256 KB, before anything of it is read', async () => {
    const answer = await upload(service(), '17', 'county-17', '['.repeat(256 * 1024 + 1))

    expect(answer.status).toBe(413)
  })

  it('with 256 KB of nesting, at its line', async () => {
    const { status, body } = await upload(service(), '17', 'county-17', '['.repeat(256 * 1024))

    expect(status).toBe(422)
    expect(body.errors).toMatchObject([{ rule: 'nested-too-deep', line: 1 }])
  })

  it('that is not UTF-8, at the byte that shows it', async () => {
    const response = await uploadBytes(Uint8Array.from([...new TextEncoder().encode('title:\n  sv: V'), 0xe4, 0x0a]))

    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ errors: [{ rule: 'not-utf-8', line: 2, column: 8 }] })
  })

  it('with a byte order mark before it', async () => {
    const yaml = anAgreement({ county: '17', agreement: 'first-upload' })
    const response = await uploadBytes(new TextEncoder().encode(`\uFEFF${yaml}`), 'first-upload')

    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ errors: [{ rule: 'byte-order-mark', line: 1, column: 1 }] })
  })

  it('without repeating what the file holds', async () => {
    const yaml = anAgreement().replace('unit: "municipality"', 'unit: "194910029802"')

    const answer = await upload(service(), '17', 'county-17', yaml)

    expect(answer.status).toBe(422)
    expect(answer.text).not.toContain('194910029802')
  })

  it('when its agreement has a name longer than any id may be', async () => {
    const agreement = 'a'.repeat(3_000)

    const { status, body } = await upload(service(), '17', agreement, anAgreement({ agreement }))

    expect(status).toBe(422)
    expect(body.errors).toMatchObject([{ pointer: '/agreement', rule: 'not-allowed' }])
  })
})
