import { inMilliseconds } from '#domain/calendar/civil-time.ts'

/** The instant that a query's `asOf` asks for, in the form in which instants are kept; undefined for what is known now. */
export const knownAt = ({ asOf }: { readonly asOf?: string | undefined }): string | undefined =>
  asOf === undefined ? undefined : inMilliseconds(asOf)
