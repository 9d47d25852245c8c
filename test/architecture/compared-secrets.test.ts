import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { LOCAL_SECRET } from '#local/clients.ts'
import { signedLinks } from '#local/export/signed-links.ts'
import { tokenIssuer } from '#local/token-issuer.ts'
import { anEvent, anInvocation } from '../http/an-event.ts'
import { comparedSecrets, filesWith, programFiles } from './compared-secrets.ts'

describe('what is secret', () => {
  it('is compared nowhere in a time that tells how much of it is right', () => {
    const files = programFiles()

    expect(files.length).toBeGreaterThan(400)
    expect(files.flatMap((file) => comparedSecrets(file, readFileSync(file, 'utf8')))).toEqual([])
  })

  it.each([
    'const isGood = given === LOCAL_SECRET',
    'if (clientSecret != secret) refuse()',
    'const isOwn = sign(linked) === query.signature',
    'const isOwn = known.includes(signature)',
    'const isOwn = Buffer.from(mac).equals(hmac)',
    'const isGood = secret.startsWith(given)',
    'return tokens.has(accessToken)',
  ])('is found where it is: %s', (text) => {
    expect(comparedSecrets('planted.ts', text)).toHaveLength(1)
  })

  it('is given only to who signs and who checks, in constant time', () => {
    expect(filesWith('timingSafeEqual(')).toEqual(['local/export/signed-links.ts', 'local/token-issuer.ts'])
    expect(filesWith('LOCAL_SECRET')).toEqual(['local/clients.ts', 'local/token-issuer.ts'])
    // What a link is signed with, and the pseudonyms, which are compared with each other alone and never with what is sent.
    expect(filesWith('createHmac(')).toEqual(['local/export/signed-links.ts', 'local/key-file-pseudonyms.ts'])
    expect(filesWith('GenerateMacCommand(')).toEqual(['functions/store/kms-pseudonyms.ts'])
  })
})

const wrong = [
  '',
  'l',
  'local-onl',
  'local-only ',
  'LOCAL-ONLY',
  'x'.repeat(9_000),
  '\u0000',
  'å',
  '\ud800',
  'local-only\0',
]

describe('the secret of a client', () => {
  it.each(wrong)('is refused when it is %j, as that of a client that there is not', async (secret) => {
    const { handler } = await tokenIssuer({ issuer: 'http://localhost', audience: 'fristdag', now: () => new Date() })
    const ask = (client: string, given: string) =>
      handler(
        anEvent({
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          body: `${new URLSearchParams({ grant_type: 'client_credentials', client_id: client, client_secret: given })}`,
        }),
        anInvocation,
      )

    const refused = await ask('region-01', secret)

    expect(refused.statusCode).toBe(401)
    expect(await ask('region-99', secret)).toEqual(refused)
    expect(await ask('region-99', LOCAL_SECRET)).toEqual(refused)
    expect((await ask('region-01', LOCAL_SECRET)).statusCode).toBe(200)
  })
})

describe('the signature of a link', () => {
  const linked = { key: 'csv/figures/a.csv', name: 'a.csv', expires: 1_000 }
  const signed = signedLinks()
  const own = signed.sign(linked)

  it.each([...wrong, own.slice(0, -1), `${own}A`, own.toLowerCase(), `${own}=`, own.replace(/^./, '~')])(
    'is not its own when it is %j',
    (signature) => {
      expect(signed.isOwn(linked, signature)).toBe(false)
      expect(signed.isOwn(linked, own)).toBe(true)
    },
  )
})
