import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routes } from '#functions/routes.ts'
import type { Route } from '#http/route.ts'
import { callers, episode, ID, type RouteName, touchingRequests, untouching } from '../support/touching-requests.ts'
import { aWatchedService, type WatchedService } from '../support/watched-service.ts'

const names = Object.keys(routes) as RouteName[]
const routeOf = (name: RouteName): Route => routes[name]
const touching = names.filter((name) => routeOf(name).patients !== undefined)

let service: WatchedService
beforeAll(async () => {
  service = await aWatchedService()
})
afterAll(() => service.stop())

describe('a route that touches patients', () => {
  it('is every route but those that are known not to', () => {
    expect(names.filter((name) => untouching[name] === undefined)).toEqual(touching)
    expect(Object.keys(touchingRequests).sort()).toEqual([...touching].sort())
  })

  it.each(touching)('%s leaves one record of a success', async (name) => {
    const { by = 'region', of = ID } = touchingRequests[name] ?? {}
    const { answer, records } = await service.ask(name, by, {
      traceparent: `00-${'ab'.repeat(16)}-${'cd'.repeat(8)}-01`,
    })

    expect(answer.status).toBeLessThan(300)
    expect(records).toEqual([
      expect.objectContaining({
        sub: callers[by].sub,
        hsaId: 'SE2321000016-1AB2',
        route: `${routeOf(name).method} ${routeOf(name).path}`,
        purpose: routeOf(name).patients,
        outcome: answer.status,
        traceId: 'ab'.repeat(16),
        episodes: of === 'nothing' ? [] : [of],
      }),
    ])
  })

  it.each(touching)('%s leaves one record of a request without a token, a scope or a purpose', async (name) => {
    const nobodys = await service.ask(name, undefined)
    const without = await service.ask(name, 'no scopes')
    const astray = await service.ask(name, 'region', { 'x-purpose': 'curiosity' })

    expect(nobodys.records).toEqual([expect.objectContaining({ outcome: 401, pseudonyms: [] })])
    expect(nobodys.records[0]).not.toHaveProperty('sub')
    expect(without.records).toEqual([expect.objectContaining({ outcome: 403, sub: 'no-scopes' })])
    expect(astray.records).toEqual([expect.objectContaining({ outcome: 422, sub: 'region-auditor' })])
    expect(astray.records[0]).not.toHaveProperty('purpose')
  })

  it.each(touching)('%s answers 503 and nothing of a patient when the log cannot be kept', async (name) => {
    const before = service.logged.length
    service.away(true)
    const { answer } = await service.ask(name, touchingRequests[name]?.by ?? 'region')
    const refused = await service.ask(name, 'no scopes')
    service.away(false)

    expect([answer.status, refused.answer.status]).toEqual([503, 503])
    // An alarm counts these, so that nothing else may be called so, and nothing be called so twice.
    expect(service.logged.slice(before)).toMatchObject(
      [answer, refused.answer].map(({ body }) => ({
        level: 'error',
        event: 'access-not-kept',
        route: `${routeOf(name).method} ${routeOf(name).path}`,
        traceId: body.instance.slice('urn:trace:'.length),
        error: { name: 'TableBusyError' },
      })),
    )
    expect(answer.text).not.toMatch(/logged|candidate|pseudonym/)
    expect(answer.headers.get('traceparent')).toBeTruthy()
    expect(answer.headers.get('content-language')).toBe('sv')
  })

  it('leaves one record of what is another’s, for both', async () => {
    const { answer, records } = await service.ask('getEpisode', 'another region')

    expect(answer.status).toBe(404)
    expect(records).toEqual([
      expect.objectContaining({ outcome: 404, regions: ['01', '06'], episodes: [ID], careUnits: [], pseudonyms: [] }),
    ])
  })

  it('tells the care unit, the pseudonym and the purpose that the caller names', async () => {
    const { answer, records } = await service.ask('getEpisode', 'municipality', { 'x-purpose': 'audit' })

    expect(records).toMatchObject([
      {
        organisation: { kind: 'municipality', code: '0136' },
        regions: ['01'],
        purpose: 'audit',
        careUnits: [episode.hospital],
        pseudonyms: [answer.body.patient.pseudonym],
      },
    ])
  })
})

describe('a route that touches no patient', () => {
  it('leaves no record', async () => {
    for (const name of Object.keys(untouching) as RouteName[])
      expect((await service.ask(name, 'region')).records, name).toEqual([])
  })
})
