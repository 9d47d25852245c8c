import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose'
import { type Caller, parseCaller } from './caller.ts'
import { busy } from './problem.ts'

/** Where tokens come from, whom they are for, and the keys that may have signed them. */
export type TokenVerifierOptions = {
  readonly issuer: string
  readonly audience: string
  readonly keys: JWTVerifyGetKey
  readonly now?: () => Date
}

/** Verifies bearer tokens: the caller, or undefined for a token to refuse; throws a 503 when the keys cannot be had. */
export const tokenVerifier =
  ({ issuer, audience, keys, now = () => new Date() }: TokenVerifierOptions) =>
  async (token: string): Promise<Caller | undefined> => {
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience,
        algorithms: ASYMMETRIC,
        requiredClaims: ['exp', 'sub'],
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        currentDate: now(),
      })
      return isIssued(payload, now()) ? parseCaller(payload) : undefined
    } catch (error) {
      if (isRefusal(error)) return undefined
      throw busy(error)
    }
  }

// With a symmetric algorithm whoever knows the public key could sign.
const ASYMMETRIC = ['ES256', 'ES384', 'ES512', 'PS256', 'PS384', 'PS512', 'RS256', 'RS384', 'RS512', 'Ed25519', 'EdDSA']

const CLOCK_TOLERANCE_SECONDS = 5

// As the gateway has it: a token of the future is no token yet, or a clock that is wrong.
const isIssued = ({ iat }: JWTPayload, now: Date): boolean =>
  iat === undefined || iat <= now.getTime() / MILLISECONDS + CLOCK_TOLERANCE_SECONDS

const MILLISECONDS = 1000

const REFUSALS = [
  errors.JWTInvalid,
  errors.JWTExpired,
  errors.JWTClaimValidationFailed,
  errors.JWSInvalid,
  errors.JWSSignatureVerificationFailed,
  errors.JOSEAlgNotAllowed,
  errors.JOSENotSupported,
  errors.JWKSNoMatchingKey,
  errors.JWKSMultipleMatchingKeys,
]

const isRefusal = (error: unknown): boolean => REFUSALS.some((refusal) => error instanceof refusal)
