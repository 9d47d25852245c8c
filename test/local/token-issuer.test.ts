import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { describe, expect, test } from 'vitest'
import { tokenVerifier } from '#http/token-verifier.ts'
import { type ClientKind, scopesByKind } from '#local/clients.ts'
import { tokenIssuer } from '#local/token-issuer.ts'
import { anEvent, anInvocation, jsonOf } from '../http/an-event.ts'

const NOW = new Date('2020-03-09T10:00:00Z')
const issuer = await tokenIssuer({ issuer: 'http://localhost:3000', audience: 'fristdag', now: () => NOW })

const FORM = 'application/x-www-form-urlencoded'
const credentials = { grant_type: 'client_credentials', client_id: 'region-01', client_secret: 'local-only' }

const form = (
  fields: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): APIGatewayProxyEventV2 =>
  anEvent({
    headers: { 'content-type': FORM, ...headers },
    body: Buffer.from(new URLSearchParams(fields).toString()).toString('base64'),
    isBase64Encoded: true,
  })

const basic = (id: string, secret: string) => ({
  authorization: `Basic ${Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`).toString('base64')}`,
})

const grant = async (fields: Readonly<Record<string, string>>, headers?: Readonly<Record<string, string>>) => {
  const result = await issuer.handler(form(fields, headers), anInvocation)
  return { status: result.statusCode, headers: result.headers, body: jsonOf(result) }
}

const callerOf = (token: unknown, now = NOW) => tokenVerifier({ ...issuer, now: () => now })(String(token))

describe('the local issuer', () => {
  test.each<[string, ClientKind, object]>([
    ['region-01', 'region', { kind: 'region', region: '01' }],
    ['region-01-second', 'region', { kind: 'region', region: '01' }],
    ['hospital-01', 'hospital', { kind: 'region', region: '01' }],
    ['municipality-0136', 'municipality', { kind: 'municipality', municipality: '0136' }],
    ['association-01', 'association', { kind: 'association', county: '01' }],
  ])('gives %s a token that the verifier accepts', async (id, kind, tenant) => {
    const { status, headers, body } = await grant({ ...credentials, client_id: id })

    expect(status).toBe(200)
    expect(headers).toMatchObject({ 'cache-control': 'no-store', pragma: 'no-cache' })
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 3600, scope: scopesByKind[kind].join(' ') })
    expect(await callerOf(body.access_token)).toEqual({ sub: id, tenant, scopes: new Set(scopesByKind[kind]) })
  })

  test('gives tokens that last an hour', async () => {
    const { body } = await grant(credentials)

    const later = (minutes: number) => callerOf(body.access_token, new Date(NOW.getTime() + minutes * 60_000))

    expect(await later(59)).toBeDefined()
    expect(await later(61)).toBeUndefined()
  })

  test('narrows the scopes to those asked for', async () => {
    const { body } = await grant({ ...credentials, scope: 'episodes:read liabilities:read' })

    expect(body.scope).toBe('episodes:read liabilities:read')
    expect((await callerOf(body.access_token))?.scopes).toEqual(new Set(['episodes:read', 'liabilities:read']))
  })

  test('takes the credentials from the Authorization header as well', async () => {
    const { status } = await grant({ grant_type: 'client_credentials' }, basic('region-01', 'local-only'))

    expect(status).toBe(200)
  })

  test.each([
    ['a wrong secret', { ...credentials, client_secret: 'local' }],
    ['a region that does not exist', { ...credentials, client_id: 'region-02' }],
    ['a municipality that does not exist', { ...credentials, client_id: 'municipality-0001' }],
    ['an unknown kind', { ...credentials, client_id: 'county-01' }],
    ['a second person of a hospital', { ...credentials, client_id: 'hospital-01-second' }],
    ['a kind from the prototype', { ...credentials, client_id: 'constructor-01' }],
    ['no credentials', { grant_type: 'client_credentials' }],
  ])('refuses %s as invalid_client', async (_, fields) => {
    const { status, headers, body } = await grant(fields)

    expect(status).toBe(401)
    expect(headers?.['www-authenticate']).toBe('Basic realm="fristdag"')
    expect(body).toEqual({ error: 'invalid_client' })
  })

  test.each([
    ['invalid_scope', { ...credentials, scope: 'episodes:write' }],
    ['invalid_scope', { ...credentials, scope: '' }],
    ['unsupported_grant_type', { ...credentials, grant_type: 'password' }],
    ['invalid_request', { client_id: 'region-01', client_secret: 'local-only' }],
  ])('refuses with %s', async (error, fields) => {
    expect(await grant(fields)).toMatchObject({ status: 400, body: { error } })
  })

  test('refuses credentials given twice, repeated parameters and other media types', async () => {
    const twice = await grant(credentials, basic('region-01', 'local-only'))
    const json = await grant(credentials, { 'content-type': 'application/json' })
    const repeated = await issuer.handler(
      anEvent({ headers: { 'content-type': FORM }, body: `${new URLSearchParams(credentials)}&scope=a&scope=b` }),
      anInvocation,
    )

    expect([twice.body, json.body, jsonOf(repeated)]).toEqual(new Array(3).fill({ error: 'invalid_request' }))
  })
})
