import { describe, expect, it } from 'vitest'
import { aSharedService } from '../support/a-shared-service.ts'
import { SIMULATED, signableVersion, uploadedVersion, versionInForce } from '../support/a-version.ts'
import { anEpisode } from '../support/an-episode.ts'
import { covered, sha256Of, sign, simulated } from '../support/rule-editor.ts'

const MAY = Date.parse('2024-05-10T08:00:00Z')
let ticks = 0
// A clock that never shows the same millisecond twice, so that the history has an order.
const service = aSharedService({ now: () => new Date(MAY + ticks++) })

const statusesOf = (answers: readonly { readonly status: number }[]) => answers.map(({ status }) => status)
const ruleOf = async (county: string, id: string) => {
  const { body } = await service().get(`region-${county}`, `/v1/episodes/${county}~${id}/decision`)
  return body
}

describe('a signature', () => {
  it('waits for the coverage of the examples, then for a simulation of the very bytes', async () => {
    const version = await uploadedVersion(service(), '17')
    const early = await version.signedBy('region-17-second')
    await covered(service(), '17', version.path)
    const unsimulated = await version.signedBy('region-17-second')
    await simulated(service(), '17', { draft: `${version.yaml}# not these bytes\n`, ...SIMULATED })
    const otherBytes = await version.signedBy('region-17-second')
    await simulated(service(), '17', { draft: version.yaml, ...SIMULATED })

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
    const version = await signableVersion(service(), '18')

    const answer = await sign(service(), 'region-18-second', version.path, `${version.yaml} `)

    expect(answer.status).toBe(409)
    expect(answer.body.type).toBe('urn:fristdag:problem:other-bytes')
    expect((await version.report()).signatures).toEqual([])
  })

  it('for the region is another person’s than the uploader’s', async () => {
    const version = await signableVersion(service(), '19')

    const answer = await version.signedBy('region-19')

    expect(answer.status).toBe(403)
    expect(answer.body.type).toBe('urn:fristdag:problem:uploader-cannot-sign')
  })

  it('is of a party that the file names', async () => {
    const version = await signableVersion(service(), '20')

    const answers = await Promise.all(
      ['region-01-second', 'association-01', 'municipality-2080', 'municipality-0180'].map(version.signedBy),
    )

    expect(statusesOf(answers)).toEqual([403, 403, 403, 403])
    expect((await version.report()).signatures).toEqual([])
  })

  it('of the last party puts the version in force, and no more are taken', async () => {
    const version = await signableVersion(service(), '21')
    await version.signedBy('region-21-second')

    const last = await version.signedBy('association-21')

    expect(last.body).toMatchObject({ status: 'published', publishedAt: expect.any(String), waitsFor: [] })
    expect(statusesOf([await version.signedBy('association-21')])).toEqual([200])
    expect(await service().get('region-21', '/v1/agreements/county-21')).toMatchObject({
      body: { versions: [{ stage: '1', version: '1', status: 'published', sha256: sha256Of(version.yaml) }] },
    })
  })

  it('is needed of as many municipalities as the file says, each once', async () => {
    const version = await signableVersion(service(), '22', { signing: { region: 1, municipalities: { atLeast: 2 } } })
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
    const version = await signableVersion(service(), '23')

    const answers = await Promise.all(['region-23-second', 'association-23'].map(version.signedBy))

    expect(statusesOf(answers)).toEqual([201, 201])
    expect(await version.report()).toMatchObject({ status: 'published', quorum: { isComplete: true } })
  })

  it('stands in the history, with everything else that was done', async () => {
    const version = await versionInForce(service(), '25')
    const late = await uploadedVersion(service(), '25', { level: '2.5', from: '2031-01-01' })
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
    const first = await signableVersion(service(), '13')
    const waiting = await ruleOf('13', 'waiting')
    await first.signedBy('region-13-second')
    await first.signedBy('association-13')
    const second = await uploadedVersion(service(), '13', { level: '1.0' })

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
