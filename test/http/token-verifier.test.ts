import {
  createLocalJWKSet,
  errors,
  exportJWK,
  exportSPKI,
  generateKeyPair,
  type JWTPayload,
  type JWTVerifyGetKey,
  SignJWT,
} from 'jose'
import { describe, expect, test } from 'vitest'
import { ProblemError } from '#http/problem.ts'
import { tokenVerifier } from '#http/token-verifier.ts'

const ISSUER = 'https://issuer.test'
const AUDIENCE = 'fristdag'
const NOW = new Date('2020-03-09T10:00:00Z')
const SECOND = 1000

const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true })
const other = await generateKeyPair('ES256')
const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), kid: 'k', alg: 'ES256' }] })
const verify = tokenVerifier({ issuer: ISSUER, audience: AUDIENCE, keys, now: () => NOW })

const good: JWTPayload = {
  iss: ISSUER,
  aud: AUDIENCE,
  sub: 'region-01',
  region: '01',
  scope: 'episodes:read',
  exp: NOW.getTime() / SECOND + 60,
}

const signed = (claims: JWTPayload, key = privateKey): Promise<string> =>
  new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid: 'k' }).sign(key)

const without = (name: string): JWTPayload => Object.fromEntries(Object.entries(good).filter(([key]) => key !== name))

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

describe('a token', () => {
  test('names its caller when everything is right', async () => {
    const caller = await verify(await signed(good))

    expect(caller).toEqual({
      sub: 'region-01',
      scopes: new Set(['episodes:read']),
      tenant: { kind: 'region', region: '01' },
    })
  })

  test('that was issued by a clock a little ahead is accepted', async () => {
    const caller = await verify(await signed({ ...good, iat: NOW.getTime() / SECOND + 3 }))

    expect(caller?.sub).toBe('region-01')
  })

  test('that ended within the tolerance of clocks is accepted', async () => {
    const caller = await verify(await signed({ ...good, exp: NOW.getTime() / SECOND - 3 }))

    expect(caller?.sub).toBe('region-01')
  })

  test.each([
    ['expired', { ...good, exp: NOW.getTime() / SECOND - 60 }],
    ['not yet valid', { ...good, nbf: NOW.getTime() / SECOND + 60 }],
    ['issued in the future', { ...good, iat: NOW.getTime() / SECOND + 60 }],
    ['of another issuer', { ...good, iss: 'https://other.test' }],
    ['for another audience', { ...good, aud: 'other' }],
    ['without an end', without('exp')],
    ['without an issuer', without('iss')],
    ['without an audience', without('aud')],
    ['without a subject', without('sub')],
    ['without a tenant', without('region')],
    ['of two tenants', { ...good, municipality: '0136' }],
  ])('that is %s is refused', async (_, claims) => {
    expect(await verify(await signed(claims))).toBeUndefined()
  })

  test('signed with another key is refused', async () => {
    expect(await verify(await signed(good, other.privateKey))).toBeUndefined()
  })

  test('changed after signing is refused', async () => {
    const [header = '', , signature = ''] = (await signed(good)).split('.')

    expect(await verify(`${header}.${encoded({ ...good, region: '03' })}.${signature}`)).toBeUndefined()
  })

  test('without a signature is refused', async () => {
    expect(await verify(`${encoded({ alg: 'none' })}.${encoded(good)}.`)).toBeUndefined()
  })

  test('signed with the public key as a shared secret is refused', async () => {
    const secret = new TextEncoder().encode(await exportSPKI(publicKey))
    const token = await new SignJWT(good).setProtectedHeader({ alg: 'HS256', kid: 'k' }).sign(secret)

    expect(await verify(token)).toBeUndefined()
  })

  test.each(['', 'x', 'a.b.c', '..', 'a.b.c.d.e'])('that is no token (%j) is refused', async (token) => {
    expect(await verify(token)).toBeUndefined()
  })

  test('cannot be judged while the keys cannot be had, which is 503', async () => {
    const unreachable: JWTVerifyGetKey = async () => {
      throw new errors.JWKSTimeout()
    }
    const verifyWithoutKeys = tokenVerifier({ issuer: ISSUER, audience: AUDIENCE, keys: unreachable, now: () => NOW })

    const refusal = await verifyWithoutKeys(await signed(good)).catch((error: unknown) => error)

    expect(refusal).toBeInstanceOf(ProblemError)
    expect(refusal).toMatchObject({ facts: { status: 503 } })
  })
})
