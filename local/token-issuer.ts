import { createHash, timingSafeEqual } from 'node:crypto'
import {
  calculateJwkThumbprint,
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  type JSONWebKeySet,
  type JWTVerifyGetKey,
  SignJWT,
} from 'jose'
import type { LambdaHandler } from '#http/endpoint.ts'
import type { Result } from '#http/exchange.ts'
import { LOCAL_SECRET, localClient } from './clients.ts'
import { parseTokenRequest, type TokenError, type TokenRequest } from './token-request.ts'

/** The issuer of one machine: what answers `POST /oauth2/token`, and what its tokens are verified with. */
export type TokenIssuer = {
  readonly issuer: string
  readonly audience: string
  readonly keys: JWTVerifyGetKey
  /** The same keys as an issuer publishes them. */
  readonly jwks: JSONWebKeySet
  readonly handler: LambdaHandler
}

/** Starts an issuer with a key of its own, so that its tokens end with it. */
export const tokenIssuer = async ({ issuer, audience, now }: TokenIssuerOptions): Promise<TokenIssuer> => {
  const { privateKey, publicKey } = await generateKeyPair(ALGORITHM)
  const jwk = await exportJWK(publicKey)
  const kid = await calculateJwkThumbprint(jwk)
  const jwks = { keys: [{ ...jwk, kid, alg: ALGORITHM, use: 'sig' }] }
  const sign = (grant: Grant): Promise<string> => {
    const issuedAt = Math.floor(now().getTime() / 1000)
    return new SignJWT({ ...grant.tenant, scope: grant.scope })
      .setProtectedHeader({ alg: ALGORITHM, kid, typ: 'at+jwt' })
      .setSubject(grant.sub)
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + LIFE_SECONDS)
      .sign(privateKey)
  }
  return {
    issuer,
    audience,
    keys: createLocalJWKSet(jwks),
    jwks,
    handler: async (event) => {
      const request = parseTokenRequest(event)
      const grant = typeof request === 'string' ? request : grantOf(request)
      if (typeof grant === 'string') return refusal(grant)
      const token = {
        access_token: await sign(grant),
        token_type: 'Bearer',
        expires_in: LIFE_SECONDS,
        scope: grant.scope,
      }
      return answerOf(200, token)
    },
  }
}

/** Whose name the tokens carry, whom they are for, and the clock. */
export type TokenIssuerOptions = { readonly issuer: string; readonly audience: string; readonly now: () => Date }

const ALGORITHM = 'ES256'
const LIFE_SECONDS = 3600

type Grant = { readonly sub: string; readonly tenant: Readonly<Record<string, string>>; readonly scope: string }

const grantOf = ({ grantType, clientId, clientSecret, scope }: TokenRequest): Grant | TokenError => {
  const client = localClient(clientId)
  if (!isSecret(clientSecret) || client === undefined) return 'invalid_client'
  if (grantType !== 'client_credentials') return 'unsupported_grant_type'
  const allowed: readonly string[] = client.scopes
  const wanted = scope === undefined ? allowed : [...new Set(scope.split(' '))]
  if (!wanted.every((name) => allowed.includes(name))) return 'invalid_scope'
  return { sub: client.id, tenant: client.tenant, scope: wanted.join(' ') }
}

// Hashing first makes the lengths equal, which the comparison in constant time asks for.
const isSecret = (given: string): boolean => timingSafeEqual(sha256(given), sha256(LOCAL_SECRET))

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest()

const refusal = (error: TokenError): Result =>
  error === 'invalid_client'
    ? answerOf(401, { error }, { 'www-authenticate': 'Basic realm="fristdag"' })
    : answerOf(400, { error })

const answerOf = (statusCode: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Result => ({
  statusCode,
  headers: {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    pragma: 'no-cache',
    'x-content-type-options': 'nosniff',
    ...headers,
  },
  body: JSON.stringify(body),
})
