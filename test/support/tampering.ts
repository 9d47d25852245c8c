import { createHash } from 'node:crypto'
import { merkleRoot } from '#functions/settlements/merkle.ts'
import { canonicalJson } from '#store/canonical-json.ts'
import type { VerifiedFiles } from './closed-months.ts'

/** A way to forge the files of a closed month, and what verification says of it in English. */
export type Forgery = {
  readonly name: string
  readonly forged: (files: VerifiedFiles, of: { readonly another: VerifiedFiles }) => VerifiedFiles
  readonly told: RegExp
}

// biome-ignore lint/suspicious/noExplicitAny: a forger changes what they like
type Loose = any

const changing =
  (change: (receipt: Loose) => void): Forgery['forged'] =>
  (files) => {
    const receipt = JSON.parse(files.receipt)
    change(receipt)
    return { ...files, receipt: canonicalJson(receipt) }
  }

/** Forgeries of any closed month that has an amount to pay. */
export const forgeries: readonly Forgery[] = [
  {
    name: 'one changed date in a line of the export',
    forged: (files) => ({ ...files, stays: withAnotherDate(files.stays) }),
    told: /^- line 1 of the export: \S+ has other content than the manifest says \(SHA-256\)$/,
  },
  {
    name: 'one missing episode',
    forged: (files) => ({ ...files, stays: linesOf(files.stays).slice(1).join('') }),
    told: /^- the export lacks \S+, which is in the manifest of the receipt$/,
  },
  {
    name: 'an extra episode',
    forged: (files, { another }) => ({ ...files, stays: files.stays + linesOf(another.stays)[0] }),
    told: /^- line \d+ of the export: \S+ is not in the manifest of the receipt$/,
  },
  {
    name: 'an episode twice',
    forged: (files) => ({ ...files, stays: files.stays + linesOf(files.stays)[0] }),
    told: /^- line \d+ of the export: \S+ stands twice$/,
  },
  {
    name: 'a line that is no stay',
    forged: (files) => ({ ...files, stays: `${files.stays}{}\n` }),
    told: /^- line \d+ of the export is no stay$/,
  },
  {
    name: 'the file of another rule',
    forged: (files, { another }) => ({ ...files, rule: another.rule }),
    told: /^- the rule file is not \S+ \d+\.\d+: the receipt says SHA-256 [0-9a-f]{64}, the file's is [0-9a-f]{64}$/,
  },
  {
    name: 'a rule file with one more byte',
    forged: (files) => ({ ...files, rule: `${files.rule}\n` }),
    told: /^- the rule file is not /,
  },
  {
    name: 'one öre in the amount',
    forged: changing(({ liability }) => {
      liability.amount = oneOreMore(liability.amount)
    }),
    told: /^- liability\.amount: the receipt says \d+\.01, computed again it is \d+\.00$/,
  },
  {
    name: 'the exact value of one step',
    forged: changing(({ steps }) => {
      steps.at(-1).exact += '1'
    }),
    told: /^- steps\.amount\.exact: the receipt says \d+, computed again it is \d+$/,
  },
  {
    name: 'a given number of one step',
    forged: changing(({ steps }) => {
      steps[0].exact = steps[0].operands[0].value = steps[0].shown = '1000'
    }),
    told: /^- steps\.episodes\.exact: the receipt says 1000, computed again it is \d+$/,
  },
  {
    name: 'the words of one step',
    forged: changing(({ steps }) => {
      steps[0].text.sv = 'Något annat'
    }),
    told: /^- steps\.episodes\.text\.sv: the receipt says Något annat, computed again it is Antal /,
  },
  {
    name: 'one entry of the manifest',
    forged: changing(({ manifest }) => {
      manifest.entries[0][2] = '0'.repeat(64)
    }),
    told: /^- the root of the manifest: the receipt says [0-9a-f]{64}, its entries give [0-9a-f]{64}$/,
  },
  {
    name: 'the entries of the manifest in another order',
    forged: changing(({ manifest }) => {
      manifest.entries.reverse()
    }),
    told: /^- manifest\.entries: the receipt says \[/,
  },
  {
    name: 'a day amount among the premises',
    forged: changing(({ premises }) => {
      premises.dayAmounts[0].amount = oneOreMore(premises.dayAmounts[0].amount)
    }),
    told: /^- liability\.dayAmounts\.\d{4}\.amount: the receipt says \d+\.00, computed again it is \d+\.01$/,
  },
  {
    name: 'a line break at the end of the receipt',
    forged: (files) => ({ ...files, receipt: `${files.receipt}\n` }),
    told: /^- the receipt is not written in the one way that it has/,
  },
  {
    name: 'a part that no receipt has',
    forged: changing((receipt) => {
      receipt.note = 'Paid'
    }),
    told: /^- the receipt has not the form of one: /,
  },
  {
    // Whoever forges a stay well lets the manifest follow; then the figures tell.
    name: 'a later notice in every stay, with a manifest that follows',
    forged: (files) =>
      withManifestOf(
        files,
        files.stays.replaceAll(NOTICE, (_, head) => `${head}${LAST_DAY}`),
      ),
    told: /^- liability\.(amount|cohort\.readyDays): the receipt says /,
  },
  {
    name: 'an episode that is counted in two revisions',
    forged: (files) => {
      const [first = ''] = linesOf(files.stays)
      return withManifestOf(files, files.stays + first.replace(/"revision":1/, '"revision":2'))
    },
    told: /^- the manifest: \S+ stands twice$/,
  },
  {
    name: 'one stay less, with a manifest that follows',
    forged: (files) => withManifestOf(files, linesOf(files.stays).slice(1).join('')),
    told: /^- liability\.cohort\.\w+: the receipt says /,
  },
]

const linesOf = (text: string): readonly string[] => text.split(/(?<=\n)/)

const oneOreMore = (amount: string): string => amount.replace(/0$/, '1')

const NOTICE = /("noticeSentAt":"\d{4}-\d\d-)\d\d/g
const LAST_DAY = '27'

const withAnotherDate = (stays: string): string =>
  stays.replace(/("admission":\{"at":"\d{4}-\d\d-)(\d\d)/, (_, head, day) => `${head}${day === '02' ? '03' : '02'}`)

/** Files with other stays, and the manifest of the receipt made to fit them. */
const withManifestOf = (files: VerifiedFiles, stays: string): VerifiedFiles => {
  const entries = linesOf(stays)
    .filter((line) => line !== '')
    .map((line) => {
      const { episode, revision, stay } = JSON.parse(line)
      return { episode, revision, sha256: createHash('sha256').update(canonicalJson(stay)).digest('hex') }
    })
  const receipt = JSON.parse(files.receipt)
  receipt.manifest = {
    root: merkleRoot(entries),
    entries: entries.map(({ episode, revision, sha256 }) => [episode, revision, sha256]).sort(),
  }
  return { ...files, stays, receipt: canonicalJson(receipt) }
}
