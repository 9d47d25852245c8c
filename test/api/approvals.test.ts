import { describe, expect, it } from 'vitest'
import { aSharedService } from '../support/a-shared-service.ts'
import { type Agreed, anAgreement } from '../support/an-agreement.ts'
import { anEpisode } from '../support/an-episode.ts'
import { covered, sha256Of, sign, simulated, upload } from '../support/rule-editor.ts'

const MAY = '2024-05-10T08:00:00Z'
let today = MAY
let ticks = 0
// A clock that never shows the same millisecond twice, so that the history has an order.
const service = aSharedService({ now: () => new Date(Date.parse(today) + ticks++) })

const MONTH = { from: '2020-03', to: '2020-03' }

/** An uploaded version of a county's agreement, with what can be done with it. */
const uploaded = async (county: string, agreed: Agreed = {}) => {
  const yaml = anAgreement({ county, ...agreed })
  const { status, headers, body, text } = await upload(service(), county, `county-${county}`, yaml)
  if (status !== 201) throw new Error(text)
  const path = headers.get('location') ?? ''
  return {
    yaml,
    path,
    name: `${body.agreement}~${body.stage}.${body.version}`,
    signedBy: (client: string) => sign(service(), client, path, yaml),
    report: async () => (await service().get(`region-${county}`, `${path}/report`)).body,
    withdrawnBy: (client: string, reason = 'Another is on its way.') =>
      service().post(client, `${path}/withdrawals`, { reason }),
  }
}

/** An uploaded version that can be signed. */
const signable = async (county: string, agreed: Agreed = {}) => {
  const version = await uploaded(county, agreed)
  await covered(service(), county, version.path)
  await simulated(service(), county, { version: version.name, ...MONTH })
  return version
}

const inForce = async (county: string, agreed: Agreed = {}) => {
  const version = await signable(county, agreed)
  const answers = [await version.signedBy(`region-${county}-second`), await version.signedBy(`association-${county}`)]
  expect(answers.map(({ status }) => status)).toEqual([201, 201])
  return version
}

const statusesOf = (answers: readonly { readonly status: number }[]) => answers.map(({ status }) => status)
const ruleOf = async (county: string, id: string) => {
  const { body } = await service().get(`region-${county}`, `/v1/episodes/${county}~${id}/decision`)
  return body
}

describe('a signature', () => {
  it('waits for the coverage of the examples, then for a simulation of the very bytes', async () => {
    const version = await uploaded('17')
    const early = await version.signedBy('region-17-second')
    await covered(service(), '17', version.path)
    const unsimulated = await version.signedBy('region-17-second')
    await simulated(service(), '17', { draft: `${version.yaml}# not these bytes\n`, ...MONTH })
    const otherBytes = await version.signedBy('region-17-second')
    await simulated(service(), '17', { draft: version.yaml, ...MONTH })

    const signed = await version.signedBy('region-17-second')

    // The coverage is measured so soon that the first may be refused for want of a simulation.
    expect([early.body.type, unsimulated.body.type, otherBytes.body.type]).toEqual([
      expect.stringMatching(/:(coverage-not-measured|not-simulated)$/),
      'urn:fristdag:problem:not-simulated',
      'urn:fristdag:problem:not-simulated',
    ])
    expect([early.status, unsimulated.status, otherBytes.status, signed.status]).toEqual([409, 409, 409, 201])
    expect(signed.body).toMatchObject({
      status: 'draft',
      signatures: [{ by: 'region-17-second', party: { kind: 'region', code: '17' } }],
      quorum: { region: { needed: 1, signed: 1 }, isComplete: false },
      waitsFor: ['signatures-of-municipalities'],
    })
  })

  it('is of the exact bytes', async () => {
    const version = await signable('18')

    const answer = await sign(service(), 'region-18-second', version.path, `${version.yaml} `)

    expect(answer.status).toBe(409)
    expect(answer.body.type).toBe('urn:fristdag:problem:other-bytes')
    expect((await version.report()).signatures).toEqual([])
  })

  it('for the region is another person’s than the uploader’s', async () => {
    const version = await signable('19')

    const answer = await version.signedBy('region-19')

    expect(answer.status).toBe(403)
    expect(answer.body.type).toBe('urn:fristdag:problem:uploader-cannot-sign')
  })

  it('is of a party that the file names', async () => {
    const version = await signable('20')

    const answers = await Promise.all(
      ['region-01-second', 'association-01', 'municipality-2080', 'municipality-0180'].map(version.signedBy),
    )

    expect(statusesOf(answers)).toEqual([403, 403, 403, 403])
    expect((await version.report()).signatures).toEqual([])
  })

  it('of the last party puts the version in force, and no more are taken', async () => {
    const version = await signable('21')
    await version.signedBy('region-21-second')

    const last = await version.signedBy('association-21')

    expect(last.body).toMatchObject({ status: 'published', publishedAt: expect.any(String), waitsFor: [] })
    expect(statusesOf([await version.signedBy('association-21')])).toEqual([200])
    expect(await service().get('region-21', '/v1/agreements/county-21')).toMatchObject({
      body: { versions: [{ stage: '1', version: '1', status: 'published', sha256: sha256Of(version.yaml) }] },
    })
  })

  it('is needed of as many municipalities as the file says, each once', async () => {
    const version = await signable('22', { signing: { region: 1, municipalities: { atLeast: 2 } } })
    await version.signedBy('region-22-second')
    const first = await version.signedBy('municipality-2260')
    const again = await version.signedBy('municipality-2260')
    const association = await version.signedBy('association-22')

    const second = await version.signedBy('municipality-2281')

    expect(statusesOf([first, again, association, second])).toEqual([201, 200, 403, 201])
    expect(again.body.quorum.municipalities).toEqual({ by: 'municipalities', needed: 2, signed: 1 })
    expect(second.body.status).toBe('published')
  })

  it('is not lost when both parties sign at once', async () => {
    const version = await signable('23')

    const answers = await Promise.all(['region-23-second', 'association-23'].map(version.signedBy))

    expect(statusesOf(answers)).toEqual([201, 201])
    expect(await version.report()).toMatchObject({ status: 'published', quorum: { isComplete: true } })
  })

  it('stands in the history, with everything else that was done', async () => {
    const version = await inForce('25')
    const late = await uploaded('25', { level: '2.5', from: '2031-01-01' })
    await late.withdrawnBy('region-25', 'The parties want 2.4.')

    const { body } = await service().get('municipality-2580', '/v1/agreements/county-25/history?limit=100')

    const acts = body.history.map(({ act, by, version: number }: Record<string, string>) => `${act} ${number} ${by}`)
    expect(acts.toSorted()).toEqual(
      [
        'uploaded 1 region-25',
        'coverage-measured 1 fristdag',
        'simulated 1 region-25',
        'signed 1 region-25-second',
        'signed 1 association-25',
        'published 1 association-25',
        'uploaded 2 region-25',
        'withdrawn 2 region-25',
        ...(acts.includes('coverage-measured 2 fristdag') ? ['coverage-measured 2 fristdag'] : []),
      ].toSorted(),
    )
    expect(body.history.find(({ act }: { act: string }) => act === 'withdrawn')).toMatchObject({
      note: 'The parties want 2.4.',
      party: 'region 25',
    })
    expect(body.history[0]).toMatchObject({ act: 'uploaded', sha256: sha256Of(version.yaml), at: expect.any(String) })
  })
})

describe('until a version is signed', () => {
  it('the Act or the older version decides, and the answer says why', async () => {
    const episode = anEpisode({ ready: '2020-03-02 10:00', out: '2020-03-09 15:00' }, '1380')
    await service().put('hospital-13', '/v1/episodes/13~waiting', episode)
    const before = await ruleOf('13', 'waiting')
    const first = await signable('13')
    const waiting = await ruleOf('13', 'waiting')
    await first.signedBy('region-13-second')
    await first.signedBy('association-13')
    const second = await uploaded('13', { level: '1.0' })

    const after = await ruleOf('13', 'waiting')
    const { body } = await service().get('region-13', '/v1/liabilities?month=2020-03')

    expect([before, waiting, after].map(({ rule }) => `${rule.agreement} ${rule.version}`)).toEqual([
      'act 1',
      'act 1',
      'county-13 1',
    ])
    expect(before.flags.map(({ id }: { id: string }) => id)).toEqual(['agreement-not-registered'])
    for (const { flags } of [waiting, after, body.liabilities[0]])
      expect(flags).toContainEqual({
        id: 'version-not-signed',
        cites: 'Påhittad överenskommelse, 1 §',
        text: expect.stringContaining('väntar på parternas underskrifter'),
      })
    expect(second.name).toBe('county-13~1.2')
    expect(body.liabilities[0].flags[0].text).toContain('county-13 1.2')
  })
})

describe('a withdrawal', () => {
  it('of a draft takes it away from what waits, for good', async () => {
    const version = await signable('12')

    const withdrawn = await version.withdrawnBy('region-12')

    expect(withdrawn).toMatchObject({ status: 200, body: { status: 'withdrawn', waitsFor: [] } })
    expect(statusesOf([await version.withdrawnBy('region-12')])).toEqual([200])
    expect(await version.signedBy('region-12-second')).toMatchObject({
      status: 409,
      body: { type: 'urn:fristdag:problem:withdrawn' },
    })
    expect(statusesOf([await version.withdrawnBy('region-13')])).toEqual([404])
  })

  it('of a signed version is possible before its first day in force, and never after', async () => {
    // Tokens are good for an hour.
    today = '2024-06-30T21:30:00Z'
    await inForce('10', { until: '2024-06-30' })
    const coming = await inForce('10', { stage: '2', from: '2024-07-01', level: '1.5' })
    const before = await coming.withdrawnBy('region-10')
    const again = await inForce('10', { stage: '2', from: '2024-07-01', level: '1.6' })
    // Midnight in Stockholm, while it is still June elsewhere.
    today = '2024-06-30T22:00:00Z'

    const after = await again.withdrawnBy('region-10')

    today = MAY
    expect(before).toMatchObject({ status: 200, body: { status: 'withdrawn' } })
    expect(again.name).toBe('county-10~2.2')
    expect(after).toMatchObject({ status: 409, body: { type: 'urn:fristdag:problem:in-force' } })
  })

  it('of a stage between two others would leave a hole, and is refused', async () => {
    await inForce('09', { until: '2024-12-31' })
    const middle = await inForce('09', { stage: '2', from: '2025-01-01', until: '2025-12-31', level: '1.5' })
    await inForce('09', { stage: '3', from: '2026-01-01', level: '1.0' })

    const answer = await middle.withdrawnBy('region-09')

    expect(answer).toMatchObject({ status: 409, body: { type: 'urn:fristdag:problem:leaves-calendar-broken' } })
  })

  it('of a shipped version is refused', async () => {
    const answer = await service().post('region-06', '/v1/agreements/jonkoping/versions/2.1/withdrawals', {
      reason: 'We want to.',
    })

    expect(answer).toMatchObject({ status: 409, body: { type: 'urn:fristdag:problem:shipped' } })
  })
})
