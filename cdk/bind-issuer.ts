import type { BundledFunction } from './bundled-function.ts'

/** Whose tokens are accepted, whom they must be for, and where the keys are if not at `/.well-known/jwks.json` of the issuer. */
export type Issuer = { readonly issuer: string; readonly audience: string; readonly jwksUrl?: string | undefined }

/** Lets a function verify tokens for itself, as the gateway has; it needs no grant. */
export const bindIssuer = ({ lambda }: BundledFunction, { issuer, audience, jwksUrl }: Issuer): void => {
  lambda.addEnvironment('ISSUER', issuer)
  lambda.addEnvironment('AUDIENCE', audience)
  if (jwksUrl !== undefined) lambda.addEnvironment('JWKS_URL', jwksUrl)
}
