import { createHash } from 'node:crypto'
import type { ManifestEntry } from '#domain/settlement/correction.ts'

/** The entries of a manifest in the one order that they have. */
export const inOrder = (entries: readonly ManifestEntry[]): readonly ManifestEntry[] =>
  entries.toSorted((a, b) => (a.episode < b.episode ? -1 : a.episode > b.episode ? 1 : a.revision - b.revision))

/**
 * The Merkle root of a manifest (RFC 6962, 2.1): SHA-256 of leaves marked 0 and of pairs marked 1, in hexadecimal. Changing,
 * adding or leaving out one entry changes it, and one entry can be proven without the others.
 */
export const merkleRoot = (entries: readonly ManifestEntry[]): string =>
  rootOf(inOrder(entries).map(leafOf)).toString('hex')

const leafOf = ({ episode, revision, sha256 }: ManifestEntry): Buffer =>
  hashed(LEAF, Buffer.from(`${episode} ${revision} ${sha256}`, 'utf8'))

const rootOf = (hashes: readonly Buffer[]): Buffer => {
  const [first] = hashes
  if (first === undefined) return createHash('sha256').digest()
  if (hashes.length === 1) return first
  const half = 2 ** Math.ceil(Math.log2(hashes.length) - 1)
  return hashed(PAIR, rootOf(hashes.slice(0, half)), rootOf(hashes.slice(half)))
}

const LEAF = Buffer.from([0])
const PAIR = Buffer.from([1])

const hashed = (...parts: readonly Buffer[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest()
