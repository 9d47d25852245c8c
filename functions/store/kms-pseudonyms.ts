import { GenerateMacCommand, type KMSClient } from '@aws-sdk/client-kms'
import { type Pseudonyms, pseudonymFrom, pseudonymInput } from './pseudonyms.ts'

/** A version of a region's HMAC key in KMS. */
export type KmsKey = { readonly version: string; readonly keyId: string }

/** Pseudonyms by KMS `GenerateMac` (HMAC_SHA_256): the key never leaves KMS. */
export const kmsPseudonyms = (client: KMSClient, keysOf: (region: string) => readonly KmsKey[]): Pseudonyms => ({
  of: async (region, identityNumber, keyVersion) => {
    const keys = keysOf(region)
    const key = keyVersion === undefined ? keys.at(-1) : keys.find(({ version }) => version === keyVersion)
    if (key === undefined) throw new Error(`Region ${region} has no pseudonym key ${keyVersion ?? ''}`)
    const { Mac } = await client.send(
      new GenerateMacCommand({
        KeyId: key.keyId,
        MacAlgorithm: 'HMAC_SHA_256',
        Message: Buffer.from(pseudonymInput(region, identityNumber)),
      }),
    )
    if (Mac === undefined) throw new Error('KMS answered without a MAC')
    return { pseudonym: pseudonymFrom(Mac), keyVersion: key.version }
  },
  keyVersions: async (region) => keysOf(region).map(({ version }) => version),
})
