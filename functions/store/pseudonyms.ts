/** A person's name inside one region: a keyed digest of the identity number, and the version of the key. */
export type Pseudonym = { readonly pseudonym: string; readonly keyVersion: string }

/**
 * Turns identity numbers into pseudonyms, with keys of the region's own: the same person has unrelated pseudonyms in two
 * regions, and without the key a pseudonym can be neither reversed nor tested by guessing.
 */
export type Pseudonyms = {
  /** The pseudonym under the region's newest key, or under an older version of it. Throws when the version is unknown. */
  readonly of: (region: string, identityNumber: string, keyVersion?: string) => Promise<Pseudonym>
  /** Every version of the region's key, the newest last. */
  readonly keyVersions: (region: string) => Promise<readonly string[]>
}

/** What is digested: the region stands in it, so that one key shared by regions still gives unrelated pseudonyms. */
export const pseudonymInput = (region: string, identityNumber: string): string => `fristdag:${region}:${identityNumber}`

/** The part of a 256-bit digest that makes the pseudonym: 192 bits, base64url. */
export const pseudonymFrom = (digest: Uint8Array): string => Buffer.from(digest.subarray(0, 24)).toString('base64url')
