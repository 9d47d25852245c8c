import { describe, expect, it } from 'vitest'
import { placeIn } from '../support/a-rule-text.ts'
import { aSharedService } from '../support/a-shared-service.ts'
import { anAgreement } from '../support/an-agreement.ts'
import { covered, sha256Of, upload } from '../support/rule-editor.ts'

const service = aSharedService()
const YAML = { 'content-type': 'application/yaml' }

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

describe('the agreement of two regions that send at once', () => {
  it('belongs to one of them', async () => {
    const sent = ['03', '04'].map((county) =>
      upload(service(), county, 'contested', anAgreement({ agreement: 'contested', county })),
    )

    const answers = await Promise.all(sent)

    expect(answers.map(({ status }) => status).sort()).toEqual([201, 404])
  })
})
