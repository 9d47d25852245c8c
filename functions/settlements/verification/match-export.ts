import { sha256 } from '#agreements/parse-rule.ts'
import { type ExportedStay, exportedStay, type Receipt } from '#schemas/settlement.ts'
import type { Text } from '#schemas/text.ts'
import { canonicalJson } from '#store/canonical-json.ts'
import { jsonOf, textOf } from './read-receipt.ts'
import { lineDoubled, lineNotRead, lineWithoutEntry, stayDiffers, stayMissing } from './words.ts'

/** The stays of an export, and in what they are not those that a manifest names by their SHA-256. */
export type MatchedExport = { readonly stays: readonly ExportedStay[]; readonly deviations: readonly Text[] }

/** Holds every line of an export against its entry, and every entry against its line. */
export const matchExport = (bytes: Uint8Array, { entries }: Receipt['manifest']): MatchedExport => {
  const digests = new Map(entries.map(([episode, revision, digest]) => [nameOf({ episode, revision }), digest]))
  const seen = new Set<string>()
  const stays: ExportedStay[] = []
  const deviations: Text[] = []
  const lines = (textOf(bytes) ?? '\uFFFD').replace(/\n$/, '').split('\n')
  for (const [index, line] of (lines.join('') === '' ? [] : lines).entries()) {
    const content = jsonOf(line)
    const parsed = exportedStay.safeParse(content)
    if (!parsed.success) {
      deviations.push(lineNotRead(index + 1))
      continue
    }
    const name = nameOf(parsed.data)
    const { episode } = parsed.data
    if (seen.has(name)) deviations.push(lineDoubled(index + 1, episode))
    else if (!digests.has(name)) deviations.push(lineWithoutEntry(index + 1, episode))
    // What is written is what is hashed: a parser may have added what goes without saying.
    else if (digests.get(name) !== sha256(canonicalJson(Object(content).stay)))
      deviations.push(stayDiffers(index + 1, episode))
    seen.add(name)
    stays.push(parsed.data)
  }
  const missing = entries.filter(([episode, revision]) => !seen.has(nameOf({ episode, revision })))
  return { stays, deviations: [...deviations, ...missing.map(([episode]) => stayMissing(episode))] }
}

const nameOf = ({ episode, revision }: Pick<ExportedStay, 'episode' | 'revision'>): string => `${episode} ${revision}`
