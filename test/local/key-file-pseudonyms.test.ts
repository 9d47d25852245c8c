import { readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keyFilePseudonyms } from '#local/key-file-pseudonyms.ts'
import { aDataFolder } from '../support/service.ts'

describe('pseudonyms by a key file', () => {
  let folder: string
  let path: string
  beforeEach(() => {
    folder = aDataFolder()
    path = join(folder, 'keys.json')
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('gives the same person the same pseudonym, after a restart too', async () => {
    const first = await keyFilePseudonyms(path).of('01', '194910029802')

    const second = await keyFilePseudonyms(path).of('01', '194910029802')

    expect(second).toEqual(first)
  })

  it('gives the same person unrelated pseudonyms in two regions', async () => {
    const pseudonyms = keyFilePseudonyms(path)

    const [stockholm, uppsala] = await Promise.all([
      pseudonyms.of('01', '194910029802'),
      pseudonyms.of('03', '194910029802'),
    ])

    expect(stockholm.pseudonym).not.toBe(uppsala.pseudonym)
  })

  it('keeps the keys where only their owner can read them, and no identity number beside them', async () => {
    await keyFilePseudonyms(path).of('01', '194910029802')

    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(readFileSync(path, 'utf8')).not.toContain('194910029802')
  })

  it('refuses a key version that does not exist', async () => {
    await expect(keyFilePseudonyms(path).of('01', '194910029802', '9')).rejects.toThrow('no pseudonym key')
  })
})
