import { createHmac, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import * as z from 'zod'
import { type Pseudonyms, pseudonymFrom, pseudonymInput } from '#store/pseudonyms.ts'

const OWNER_ONLY = 0o600

const keyFile = z.record(
  z.string().regex(/^[0-9]{2}$/),
  z.array(z.strictObject({ version: z.string().min(1), key: z.base64() })).min(1),
)
type KeyFile = z.infer<typeof keyFile>

/** Pseudonyms by keys in a file that only its owner can read; a region gets its key the first time it is asked for. */
export const keyFilePseudonyms = (path: string): Pseudonyms => {
  let keys = readKeys(path)
  const keysOf = (region: string) => {
    const own = keys[region] ?? [{ version: '1', key: randomBytes(32).toString('base64') }]
    if (keys[region] === undefined) {
      keys = { ...keys, [region]: own }
      writeKeys(path, keys)
    }
    return own
  }
  return {
    of: async (region, identityNumber, keyVersion) => {
      const own = keysOf(region)
      const key = keyVersion === undefined ? own.at(-1) : own.find(({ version }) => version === keyVersion)
      if (key === undefined) throw new Error(`Region ${region} has no pseudonym key ${keyVersion ?? ''}`)
      const digest = createHmac('sha256', Buffer.from(key.key, 'base64'))
        .update(pseudonymInput(region, identityNumber))
        .digest()
      return { pseudonym: pseudonymFrom(digest), keyVersion: key.version }
    },
    keyVersions: async (region) => keysOf(region).map(({ version }) => version),
  }
}

const readKeys = (path: string): KeyFile => {
  if (!existsSync(path)) return {}
  chmodSync(path, OWNER_ONLY)
  return keyFile.parse(JSON.parse(readFileSync(path, 'utf8')))
}

/** Writes beside the file and renames, so that a crash leaves the old keys or the new ones, never half a file. */
const writeKeys = (path: string, keys: KeyFile): void => {
  const beside = `${path}.new`
  writeFileSync(beside, JSON.stringify(keys, null, 2), { mode: OWNER_ONLY, flush: true })
  renameSync(beside, path)
}
