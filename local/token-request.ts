import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { bodyText } from '#http/body-text.ts'
import { headerOf } from '#http/header.ts'
import { ProblemError } from '#http/problem.ts'

/** Why a token is not given (RFC 6749, 5.2). */
export type TokenError = 'invalid_request' | 'invalid_client' | 'unsupported_grant_type' | 'invalid_scope'

/** A token request as it was sent; whether it may be granted is not looked at here. */
export type TokenRequest = {
  readonly grantType: string
  readonly clientId: string
  readonly clientSecret: string
  readonly scope?: string
}

/** Reads a form with the client's credentials in it or in the Authorization header, but not in both. */
export const parseTokenRequest = (event: APIGatewayProxyEventV2): TokenRequest | TokenError => {
  const form = formOf(event)
  if (form === undefined) return 'invalid_request'
  const grantType = form.get('grant_type')
  const credentials = credentialsOf(form, headerOf(event, 'authorization'))
  if (grantType === null || credentials === 'twice') return 'invalid_request'
  if (credentials === undefined) return 'invalid_client'
  const scope = form.get('scope')
  return { grantType, ...credentials, ...(scope !== null && { scope }) }
}

type Credentials = { readonly clientId: string; readonly clientSecret: string }

const MAXIMUM_BYTES = 10_000

// Parameters may not be repeated (3.2).
const formOf = (event: APIGatewayProxyEventV2): URLSearchParams | undefined => {
  try {
    const form = new URLSearchParams(bodyText(event, 'application/x-www-form-urlencoded', MAXIMUM_BYTES))
    return new Set(form.keys()).size === [...form.keys()].length ? form : undefined
  } catch (error) {
    if (error instanceof ProblemError) return undefined
    throw error
  }
}

const credentialsOf = (form: URLSearchParams, header: string | undefined): Credentials | 'twice' | undefined => {
  const clientId = form.get('client_id')
  const clientSecret = form.get('client_secret')
  if (header !== undefined) return clientSecret === null ? basicCredentials(header) : 'twice'
  return clientId === null || clientSecret === null ? undefined : { clientId, clientSecret }
}

// RFC 6749, 2.3.1: both parts are form-encoded before they are joined.
const basicCredentials = (header: string): Credentials | undefined => {
  const [, encoded = ''] = /^basic +([A-Za-z0-9+/]+=*)$/i.exec(header.trim()) ?? []
  const [, id, secret] = /^([^:]*):(.*)$/s.exec(Buffer.from(encoded, 'base64').toString('utf8')) ?? []
  return id === undefined || secret === undefined
    ? undefined
    : { clientId: formDecoded(id), clientSecret: formDecoded(secret) }
}

const formDecoded = (text: string): string =>
  new URLSearchParams(`value=${text.replaceAll('&', '%26')}`).get('value') ?? ''
