import { sha256 } from '#agreements/parse-rule.ts'
import { type Evidence, type Verification, verifyReceipt } from '#functions/settlements/verification/verify-receipt.ts'
import type { Language, Text } from '#schemas/text.ts'
import { contentOf, NOT_READ } from '../rules/source.ts'
import { type Outcome, parseWords } from '../rules/subcommand.ts'

/**
 * Computes a receipt again from its files and nothing else: alone, or from the stays and the rule behind it. Says what
 * holds, and in what it deviates.
 */
export const verifyFiles = (words: readonly string[]): Outcome => {
  const asked = parseWords(words)
  if (asked === undefined || !(asked.files.length === 1 || asked.files.length === 3))
    return { lines: [USAGE], exitCode: 2 }
  const { files, language } = asked
  const read = files.map(contentOf)
  const unread = files.filter((_, index) => read[index] === undefined)
  const [receipt, stays, rule] = read
  if (receipt === undefined || unread.length > 0)
    return { lines: unread.map((path) => `${path}: ${NOT_READ[language]}`), exitCode: 1 }
  const evidence: Evidence =
    stays === undefined || rule === undefined ? { receipt } : { receipt, behind: { stays, rule } }
  const verification = verifyReceipt(evidence)
  const isSound = verification.deviations.length === 0
  return {
    lines: [
      ...verification.holds.map((text) => text[language]),
      ...deviationLines(verification, language),
      isSound ? soundLine(verification, evidence, language) : DEVIATES[language],
    ],
    exitCode: isSound ? 0 : 1,
  }
}

const USAGE = 'npm run verify -- RECEIPT.json [EXPORT.ndjson RULE.yaml] [--lang sv|en]'

/** As many deviations as are told at once. */
const MOST_TOLD = 20

const deviationLines = ({ deviations }: Verification, language: Language): readonly string[] => {
  const more = deviations.length - MOST_TOLD
  const told = deviations.slice(0, MOST_TOLD).map((text) => `- ${text[language]}`)
  return more > 0 ? [...told, `- ${andMore(more)[language]}`] : told
}

const soundLine = ({ receipt }: Verification, evidence: Evidence, language: Language): string => {
  const { days, amount } = receipt?.liability ?? {}
  const figures = `${receipt?.id}, ${days} ${DAYS[language]}, ${amount} kr`
  const digest = sha256(evidence.receipt)
  const verdict = evidence.behind === undefined ? CONSISTENT : VERIFIED
  return `${verdict[language]} ${figures} (SHA-256 ${digest})`
}

const andMore = (count: number): Text => ({ sv: `och ${count} till`, en: `and ${count} more` })
const DAYS: Text = { sv: 'dagar', en: 'days' }
const VERIFIED: Text = { sv: 'Verifierat:', en: 'Verified:' }
const CONSISTENT: Text = {
  sv: 'Kvittot stämmer med sig självt; utan exporten och regelfilen är det inte mer prövat:',
  en: 'The receipt agrees with itself; without the export and the rule file no more is tried:',
}
const DEVIATES: Text = { sv: 'Inte verifierat.', en: 'Not verified.' }
