import { describe, expect, test } from 'vitest'
import { parseCaller } from '#http/caller.ts'
import { scope } from '#schemas/scope.ts'

describe('the caller of verified claims', () => {
  test('is a region, narrowed to hospitals when the token is', () => {
    const caller = parseCaller({ sub: 'a', region: '01', hospitals: ['SE2321000016-15'], scope: 'episodes:write' })

    expect(caller).toEqual({
      sub: 'a',
      scopes: new Set(['episodes:write']),
      tenant: { kind: 'region', region: '01', hospitals: ['SE2321000016-15'] },
    })
  })

  test('has nothing of the whole region’s when the token is narrowed to hospitals', () => {
    const claims = { sub: 'a', region: '01', scope: scope.options.join(' ') }

    expect(parseCaller(claims)?.scopes).toEqual(new Set(scope.options))
    expect([...(parseCaller({ ...claims, hospitals: [] })?.scopes ?? [])].sort()).toEqual(
      ['access-log:read', 'agreements:read', 'episodes:read', 'episodes:write', 'statistics:read'].sort(),
    )
  })

  test('is a municipality, or a district of Stockholm', () => {
    expect(parseCaller({ sub: 'a', municipality: '0136' })?.tenant).toEqual({
      kind: 'municipality',
      municipality: '0136',
    })
    expect(parseCaller({ sub: 'a', municipality: '0180', district: '0180-farsta' })?.tenant).toEqual({
      kind: 'municipality',
      municipality: '0180',
      district: '0180-farsta',
    })
  })

  test('is the association of a county', () => {
    expect(parseCaller({ sub: 'a', association: '01' })?.tenant).toEqual({ kind: 'association', county: '01' })
  })

  test('has an HSA-id when the token gives one in its form, and none otherwise', () => {
    const hsaIdOf = (given: unknown) => parseCaller({ sub: 'a', region: '01', hsa_id: given })?.hsaId

    expect(hsaIdOf('SE2321000016-1AB2')).toBe('SE2321000016-1AB2')
    for (const given of ['an id', '', null, 7, undefined])
      expect(parseCaller({ sub: 'a', region: '01', hsa_id: given })).toEqual({
        sub: 'a',
        scopes: new Set(),
        tenant: { kind: 'region', region: '01' },
      })
  })

  test('holds only scopes that exist here', () => {
    const caller = parseCaller({ sub: 'a', region: '01', scope: 'episodes:read openid  episodes:delete' })

    expect(caller?.scopes).toEqual(new Set(['episodes:read']))
  })

  test.each([
    ['two tenants', { sub: 'a', region: '01', municipality: '0136' }],
    ['a region and an association', { sub: 'a', region: '01', association: '01' }],
    ['no tenant', { sub: 'a', scope: 'episodes:read' }],
    ['no subject', { region: '01' }],
    ['an empty subject', { sub: '', region: '01' }],
    ['an unknown county', { sub: 'a', region: '02' }],
    ['an unknown municipality', { sub: 'a', municipality: '0001' }],
    ['a tenant that is null', { sub: 'a', region: null }],
    ['hospitals without a region', { sub: 'a', municipality: '0136', hospitals: ['SE'] }],
    ['a district outside Stockholm', { sub: 'a', municipality: '0136', district: '0180-farsta' }],
    ['scopes that are no text', { sub: 'a', region: '01', scope: ['episodes:read'] }],
  ])('is refused for %s', (_, claims) => {
    expect(parseCaller(claims)).toBeUndefined()
  })
})
