import { describe, expect, it } from 'vitest'
import { placeIn } from '../support/a-rule-text.ts'
import { aSharedService } from '../support/a-shared-service.ts'
import { anAgreement } from '../support/an-agreement.ts'
import { covered, sha256Of, upload } from '../support/rule-editor.ts'

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

describe('an upload', () => {
  it('makes a draft of a new agreement, and reports where it stands', async () => {
    const yaml = anAgreement({ county: '17', agreement: 'first-upload' })

    const answer = await upload(service(), '17', 'first-upload', yaml)

    expect(answer.status).toBe(201)
    expect(answer.headers.get('location')).toBe('/v1/agreements/first-upload/versions/1.1')
    expect(answer.headers.get('etag')).toBe(`"${sha256Of(yaml)}"`)
    expect(answer.body).toMatchObject({
      agreement: 'first-upload',
      stage: '1',
      version: '1',
      sha256: sha256Of(yaml),
      status: 'draft',
      uploadedBy: 'region-17',
      publishedAt: null,
      examples: 2,
      warnings: [],
      coverage: null,
      simulation: null,
      signatures: [],
      waitsFor: ['coverage', 'simulation', 'signatures-of-region', 'signatures-of-municipalities'],
    })
  })

  it('is given back byte for byte, odd spaces, comments and line ends too', async () => {
    const yaml = `# Första förslaget  \r\n\r\n${anAgreement({ county: '18', agreement: 'odd-bytes' })}\n# slut`
    const answer = await upload(service(), '18', 'odd-bytes', yaml)

    const stored = await service().get('municipality-0180', answer.headers.get('location') ?? '', {
      accept: 'application/yaml',
    })

    expect(answer.status).toBe(201)
    expect(stored.text).toBe(yaml)
  })

  it('of the same bytes again is the same version', async () => {
    const yaml = anAgreement({ county: '19', agreement: 'sent-twice' })
    await upload(service(), '19', 'sent-twice', yaml)

    const again = await upload(service(), '19', 'sent-twice', yaml)

    expect(again.status).toBe(200)
    expect(again.body).toMatchObject({ version: '1', sha256: sha256Of(yaml) })
  })

  it('is numbered by the service, for each stage by itself', async () => {
    const numbered = async (stage: string, level: string) => {
      const [from, until] = stage === '1' ? ['2020-01-01', '2021-12-31'] : ['2022-01-01', undefined]
      const yaml = anAgreement({
        county: '20',
        agreement: 'numbered',
        stage,
        from,
        level,
        ...(until === undefined ? {} : { until }),
      })
      return (await upload(service(), '20', 'numbered', yaml)).body
    }

    const made = [await numbered('1', '2.0'), await numbered('1', '2.1'), await numbered('2', '1.5')]

    expect(made.map(({ stage, version }) => `${stage}.${version}`)).toEqual(['1.1', '1.2', '2.1'])
  })

  it('shows the share of changes that its examples notice, and warns of too few', async () => {
    const yaml = anAgreement({ county: '21', agreement: 'thin' })
    const answer = await upload(service(), '21', 'thin', yaml)

    const { body } = await covered(service(), '21', answer.headers.get('location') ?? '')

    expect(body.coverage.isTooLittle).toBe(true)
    expect(body.coverage.noticed + body.coverage.survivors.length).toBe(body.coverage.mutants)
    expect(body.coverage.survivors).toContainEqual({
      pointer: '/model/level',
      line: placeIn(yaml, '  level:').line,
      was: '2.0',
      is: '2.1',
    })
    expect(body.waitsFor).not.toContain('coverage')
  })

  it('that switches off what the Act demands is taken with a warning that cites 4 kap. 5 §', async () => {
    const yaml = anAgreement({ county: '25', agreement: 'warned', parts: { exclusions: [] } })

    const { status, body } = await service().request('region-25', 'POST', '/v1/agreements/warned/versions', {
      text: yaml,
      headers: { ...YAML, 'accept-language': 'en' },
    })

    expect(status).toBe(201)
    expect(body.warnings).toEqual([
      {
        pointer: '/exclusions',
        rule: 'open-care-switched-off',
        reason: expect.stringContaining('4 kap. 5 § lag (2017:612)'),
        line: expect.any(Number),
        column: 1,
        suggestion: 'Exclude openCare unavailable and unclear.',
      },
    ])
    expect(yaml.split('\n')[body.warnings[0].line - 1]).toBe('exclusions: []')
  })
})

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
})

describe('the agreement of two regions that send at once', () => {
  it('belongs to one of them', async () => {
    const sent = ['03', '04'].map((county) =>
      upload(service(), county, 'contested', anAgreement({ agreement: 'contested', county })),
    )

    const answers = await Promise.all(sent)

    expect(answers.map(({ status }) => status).sort()).toEqual([201, 404])
  })
})
