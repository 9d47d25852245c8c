import type { FileFault } from '#agreements/faults/file-fault.ts'
import type { LoadCatalog, LoadRule } from '#agreements/load-catalog.ts'
import { sha256 } from '#agreements/parse-rule.ts'
import { proveRule } from '#agreements/prove-rule.ts'
import type { Rule } from '#domain/agreement/rule.ts'
import type { RuleStore } from '#store/rule-store.ts'
import type { RuleVersion } from '#store/rule-version.ts'
import { changeRules, type Intent } from './change-rules.ts'

/** What an upload works with. */
export type Uploading = {
  readonly rules: RuleStore
  readonly catalog: LoadCatalog
  readonly loadRule: LoadRule
  readonly now: () => string
}

/** The bytes of a rule file, where they are to go, and who sends them. */
export type Upload = {
  readonly agreement: string
  readonly bytes: Uint8Array
  readonly by: string
  readonly region: string
}

/** What became of an upload. */
export type Uploaded =
  | { readonly result: 'created' | 'unchanged'; readonly version: RuleVersion }
  | { readonly result: 'refused'; readonly faults: readonly FileFault[] }
  /** The agreement belongs to another region. */
  | { readonly result: 'other-region' }

/** Keeps a rule file as a draft, once it is proven beside everything that is published or waits for its signatures. */
export const uploadVersion = ({ rules, catalog, now }: Uploading, upload: Upload): Promise<Uploaded> =>
  changeRules(rules, async ({ versions }): Promise<Intent<Uploaded>> => {
    const { rules: published, pending = [], events } = await catalog()
    const beside = [...published, ...pending]
    const { agreement, bytes, by, region } = upload
    const own = versions.filter((version) => version.agreement === agreement)
    if (isOthers(own, beside, upload)) return { answer: { result: 'other-region' } }
    const hash = sha256(bytes)
    const same = own.find((version) => version.sha256 === hash && version.status !== 'withdrawn')
    if (same !== undefined) return { answer: { result: 'unchanged', version: same } }
    const proof = proveRule(bytes, (stage) => nextNumber(own, stage), {
      rules: beside,
      events,
      expected: { agreement, region },
    })
    if (!proof.ok) return { answer: { result: 'refused', faults: proof.faults } }
    const at = now()
    const version: RuleVersion = {
      ...proof.rule.reference,
      kind: 'rule',
      status: 'draft',
      uploaded: { by, region, at },
      approvals: [],
    }
    const line = { at, act: 'uploaded', by, party: `region ${region}`, ...lineOf(version) } as const
    return {
      change: {
        agreement,
        version,
        yaml: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
        history: [line],
      },
      answer: { result: 'created', version },
    }
  })

const lineOf = ({ stage, version, sha256 }: RuleVersion) => ({ stage, version, sha256 })

/** An agreement is the region's that first uploaded it, or its county's; the Act, which has none, is nobody's to upload. */
const isOthers = (own: readonly RuleVersion[], rules: readonly Rule[], { agreement, region }: Upload): boolean =>
  own.some(({ uploaded }) => uploaded !== undefined && uploaded.region !== region) ||
  rules.some(({ reference, file }) => reference.agreement === agreement && file.county !== region)

const nextNumber = (versions: readonly RuleVersion[], stage: string): string =>
  `${Math.max(0, ...versions.filter((version) => version.stage === stage).map(({ version }) => Number(version))) + 1}`
