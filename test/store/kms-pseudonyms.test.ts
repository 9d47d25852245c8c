import { GenerateMacCommand, KMSClient } from '@aws-sdk/client-kms'
import { mockClient } from 'aws-sdk-client-mock'
import { beforeEach, describe, expect, it } from 'vitest'
import { kmsPseudonyms } from '#store/kms-pseudonyms.ts'

const kms = mockClient(KMSClient)
const mac = Uint8Array.from({ length: 32 }, (_, index) => index)
const keys: Readonly<Record<string, readonly { version: string; keyId: string }[]>> = {
  '01': [
    { version: '1', keyId: 'key-one' },
    { version: '2', keyId: 'key-two' },
  ],
}
const pseudonyms = kmsPseudonyms(new KMSClient({ region: 'eu-north-1' }), (region) => keys[region] ?? [])

describe('pseudonyms by KMS', () => {
  beforeEach(() => {
    kms.reset()
    kms.on(GenerateMacCommand).resolves({ Mac: mac })
  })

  it("asks for a MAC under the region's newest key, with the region in the message", async () => {
    const made = await pseudonyms.of('01', '194910029802')

    expect(made).toEqual({ pseudonym: 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYX', keyVersion: '2' })
    expect(kms.commandCalls(GenerateMacCommand)[0]?.args[0].input).toEqual({
      KeyId: 'key-two',
      MacAlgorithm: 'HMAC_SHA_256',
      Message: Buffer.from('fristdag:01:194910029802'),
    })
  })

  it('asks under an older key when its version is named', async () => {
    const made = await pseudonyms.of('01', '194910029802', '1')

    expect(made.keyVersion).toBe('1')
    expect(kms.commandCalls(GenerateMacCommand)[0]?.args[0].input.KeyId).toBe('key-one')
  })

  it('refuses a region without a key, and a version that does not exist', async () => {
    await expect(pseudonyms.of('06', '194910029802')).rejects.toThrow('no pseudonym key')
    await expect(pseudonyms.of('01', '194910029802', '3')).rejects.toThrow('no pseudonym key')
    expect(kms.commandCalls(GenerateMacCommand)).toHaveLength(0)
  })

  it('does not put the identity number into an error', async () => {
    const failure = await pseudonyms.of('06', '194910029802').catch((error: unknown) => String(error))

    expect(failure).not.toContain('194910029802')
  })

  it('tells every version of a key, the newest last', async () => {
    expect(await pseudonyms.keyVersions('01')).toEqual(['1', '2'])
  })
})
