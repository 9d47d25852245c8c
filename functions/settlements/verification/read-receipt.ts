import { type Receipt, receipt } from '#schemas/settlement.ts'
import type { Text } from '#schemas/text.ts'
import { canonicalJson } from '#store/canonical-json.ts'
import { notCanonical, notJson, notOfForm } from './words.ts'

/** A receipt in its form; or why it is none. */
export type ReadReceipt =
  | { readonly ok: true; readonly receipt: Receipt; readonly text: string; readonly deviations: readonly Text[] }
  | { readonly ok: false; readonly deviations: readonly Text[] }

/** Reads the bytes of a receipt; one that is written in another way than its own is read, and told of. */
export const readReceipt = (bytes: Uint8Array): ReadReceipt => {
  const text = textOf(bytes)
  const content = text === undefined ? undefined : jsonOf(text)
  if (text === undefined || content === undefined) return { ok: false, deviations: [notJson] }
  const parsed = receipt.safeParse(content)
  if (!parsed.success) return { ok: false, deviations: [notOfForm(pathsOf(parsed.error.issues))] }
  return { ok: true, receipt: parsed.data, text, deviations: canonicalJson(content) === text ? [] : [notCanonical] }
}

/** The text that bytes are in UTF-8; undefined when they are none. */
export const textOf = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** What a text is as JSON; undefined when it is none. */
export const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const MOST_PATHS = 10

const pathsOf = (issues: readonly { readonly path: readonly PropertyKey[] }[]): readonly string[] =>
  [...new Set(issues.map(({ path }) => path.map(String).join('.') || '.'))].slice(0, MOST_PATHS)
