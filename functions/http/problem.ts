import type { PlacedFault } from '#schemas/problem.ts'
import type { Text } from '#schemas/text.ts'
import type { RuleFault } from './fault-reasons.ts'

/** What a problem says, before it is put in a language. */
export type ProblemFacts = {
  readonly status: number
  /** Stable; clients may branch on it. */
  readonly id: string
  readonly title: Text
  readonly detail: Text
  readonly headers?: Readonly<Record<string, string>>
  readonly faults?: readonly (RuleFault | PlacedFault)[]
}

/** A refusal on its way to the client: whatever is thrown as this is answered as this. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly facts: ProblemFacts

  constructor(facts: ProblemFacts, options?: ErrorOptions) {
    super(facts.id, options)
    this.facts = facts
  }
}

/** 400: the body is not JSON. */
export const brokenJson = (): ProblemError =>
  unreadable({ sv: 'Innehållet är inte giltig JSON.', en: 'The body is not valid JSON.' })

/** 400: the body is not UTF-8. */
export const brokenText = (): ProblemError =>
  unreadable({ sv: 'Innehållet är inte giltig UTF-8.', en: 'The body is not valid UTF-8.' })

/** 400: there is no body. */
export const emptyBody = (): ProblemError =>
  unreadable({ sv: 'Anropet saknar innehåll.', en: 'The request has no body.' })

/** 401: there is no token, or it cannot be accepted. */
export const notAuthenticated = (token: 'missing' | 'refused'): ProblemError =>
  new ProblemError({
    status: 401,
    id: 'not-authenticated',
    title: { sv: 'Giltig åtkomstbiljett saknas', en: 'No valid access token' },
    detail: {
      sv: 'Skicka en giltig åtkomstbiljett: Authorization: Bearer …',
      en: 'Send a valid access token: Authorization: Bearer …',
    },
    headers: { 'www-authenticate': token === 'missing' ? 'Bearer' : 'Bearer error="invalid_token"' },
  })

/** 403: the token lacks the scope that the route asks for. */
export const scopeMissing = (scope: string): ProblemError =>
  new ProblemError({
    status: 403,
    id: 'scope-missing',
    title: { sv: 'Behörighet saknas', en: 'Missing scope' },
    detail: {
      sv: `Åtkomstbiljetten saknar behörigheten ${scope}.`,
      en: `The access token lacks the scope ${scope}.`,
    },
    headers: { 'www-authenticate': `Bearer error="insufficient_scope", scope="${scope}"` },
  })

/** 403: the token has the scope but not for this; `detail` must not quote the request. */
export const forbidden = (detail: Text, id = 'forbidden'): ProblemError =>
  new ProblemError({ status: 403, id, title: { sv: 'Inte tillåtet', en: 'Forbidden' }, detail })

/** 404: it is not there, or not the caller's to see. */
export const notFound = (): ProblemError =>
  new ProblemError({
    status: 404,
    id: 'not-found',
    title: { sv: 'Finns inte', en: 'Not found' },
    detail: {
      sv: 'Det som söks finns inte, eller är inte ert.',
      en: 'What is asked for does not exist, or is not yours.',
    },
  })

/** 409: it is at odds with what is stored; `detail` must not quote the request. */
export const conflict = (detail: Text, id = 'conflict'): ProblemError =>
  new ProblemError({
    status: 409,
    id,
    title: { sv: 'Strider mot det som redan finns', en: 'Conflicts with what is stored' },
    detail,
  })

/** 410: there was something, and it has been disposed of. */
export const gone = (): ProblemError =>
  new ProblemError({
    status: 410,
    id: 'disposed-of',
    title: { sv: 'Gallrat', en: 'Disposed of' },
    detail: {
      sv: 'Månadens handlingar har gallrats. Regionen ser i GET /v1/disposals vad som gallrades och när.',
      en: 'The documents of the month have been disposed of. The region sees in GET /v1/disposals what and when.',
    },
  })

/** 412: someone else has changed it since it was read. */
export const preconditionFailed = (): ProblemError =>
  new ProblemError({
    status: 412,
    id: 'precondition-failed',
    title: { sv: 'Har ändrats sedan det lästes', en: 'Changed since it was read' },
    detail: {
      sv: 'Värdet i If-Match är inte den gällande versionen. Läs igen och gör om ändringen.',
      en: 'If-Match is not the current version. Read it again and repeat the change.',
    },
  })

/** 413: the body is larger, or holds more, than is accepted. */
export const tooLarge = (detail: Text = TOO_LARGE): ProblemError =>
  new ProblemError({ status: 413, id: 'too-large', title: { sv: 'För stort', en: 'Too large' }, detail })

/** 415: the body is in a media type, character set or encoding that is not accepted. */
export const unsupportedMediaType = (accepted: string): ProblemError =>
  new ProblemError({
    status: 415,
    id: 'unsupported-media-type',
    title: { sv: 'Fel medietyp', en: 'Unsupported media type' },
    detail: {
      sv: `Skicka innehållet som ${accepted}, i UTF-8 och utan komprimering.`,
      en: `Send the body as ${accepted}, in UTF-8 and without compression.`,
    },
  })

/** 422: understood, but not acceptable, with every fault found. */
export const unprocessable = (faults: readonly (RuleFault | PlacedFault)[]): ProblemError =>
  new ProblemError({
    status: 422,
    id: 'invalid',
    title: { sv: 'Uppgifter kan inte godtas', en: 'Not acceptable' },
    detail: {
      sv: 'En eller flera uppgifter kan inte godtas. Se errors.',
      en: 'One or more values cannot be accepted. See errors.',
    },
    faults,
  })

/** 429: the client has sent more than it may, until so many seconds from now. */
export const tooManyRequests = (seconds: number): ProblemError =>
  new ProblemError({
    status: 429,
    id: 'too-many-requests',
    title: { sv: 'För många anrop', en: 'Too many requests' },
    detail: {
      sv: 'Klienten har skickat fler anrop än den får. Inget har gjorts med det här. Vänta så många sekunder som Retry-After anger och skicka det igen.',
      en: 'The client has sent more requests than it may. Nothing was done with this one. Wait for as many seconds as Retry-After says, and send it again.',
    },
    headers: { 'retry-after': `${seconds}` },
  })

/** 503: cannot be done now; the same request may succeed in a second. */
export const busy = (cause?: unknown): ProblemError =>
  new ProblemError(
    {
      status: 503,
      id: 'busy',
      title: { sv: 'Kan inte svara just nu', en: 'Cannot answer now' },
      detail: { sv: 'Försök igen om en stund.', en: 'Try again in a moment.' },
      headers: { 'retry-after': '1' },
    },
    { cause },
  )

/** 500: a fault of this service; nothing of it is told. */
export const internal = (cause: unknown): ProblemError =>
  new ProblemError(
    {
      status: 500,
      id: 'internal',
      title: { sv: 'Något gick fel hos oss', en: 'Something went wrong here' },
      detail: {
        sv: 'Felet är loggat. Ange värdet i instance om ni hör av er.',
        en: 'The error is logged. Quote instance if you get in touch.',
      },
    },
    { cause },
  )

const TOO_LARGE = { sv: 'Innehållet är större än vad som tas emot.', en: 'The body is larger than what is accepted.' }

const unreadable = (detail: Text): ProblemError =>
  new ProblemError({
    status: 400,
    id: 'unreadable-body',
    title: { sv: 'Innehållet kan inte läsas', en: 'The body cannot be read' },
    detail,
  })
