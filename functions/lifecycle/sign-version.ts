import { calendarFaults } from '#agreements/calendar/calendar-faults.ts'
import type { LoadCatalog, LoadRule } from '#agreements/load-catalog.ts'
import type { Catalog } from '#domain/agreement/catalog.ts'
import type { Rule } from '#domain/agreement/rule.ts'
import type { RuleStore } from '#store/rule-store.ts'
import type { RuleVersion, VersionName } from '#store/rule-version.ts'
import { changeRules, type Intent } from './change-rules.ts'
import { findVersion } from './find-version.ts'
import { coverageOf, simulationOf } from './findings.ts'
import { hasSigned, quorumOf, refusalOf, type Signatory, type SignatureRefusal } from './signatures.ts'

/** What signing works with. */
export type Signing = {
  readonly rules: RuleStore
  readonly catalog: LoadCatalog
  readonly loadRule: LoadRule
  readonly now: () => string
}

/** Why a version cannot be signed as it stands. */
export type NotSignable =
  | 'withdrawn'
  | 'already-published'
  | 'other-bytes'
  | 'coverage-not-measured'
  | 'not-simulated'
  | 'leaves-calendar-broken'

/** What became of a signature. */
export type Signed =
  | { readonly result: 'signed' | 'already-signed'; readonly version: RuleVersion }
  | { readonly result: 'unknown' }
  | { readonly result: 'refused'; readonly because: SignatureRefusal }
  | { readonly result: 'not-signable'; readonly because: NotSignable }

/** Signs the exact bytes of a version for a party; the last signature that is needed publishes it. */
export const signVersion = (
  { rules, catalog, loadRule, now }: Signing,
  name: VersionName,
  signatory: Signatory,
  sha256: string,
): Promise<Signed> =>
  changeRules(rules, async ({ versions }): Promise<Intent<Signed>> => {
    const version = findVersion(versions, name)
    if (version === undefined) return { answer: { result: 'unknown' } }
    const rule = await loadRule(version)
    const refusal = refusalOf(rule.file, version, signatory)
    if (refusal !== undefined) return { answer: { result: 'refused', because: refusal } }
    if (version.sha256 !== sha256) return { answer: { result: 'not-signable', because: 'other-bytes' } }
    if (hasSigned(version.approvals, signatory)) return { answer: { result: 'already-signed', version } }
    const obstacle = await obstacleTo(version, rules)
    if (obstacle !== undefined) return { answer: { result: 'not-signable', because: obstacle } }
    const at = now()
    const approvals = [...version.approvals, { ...signatory, at }]
    const isComplete = quorumOf(rule.file, approvals).complete
    if (isComplete && breaksCalendar(await catalog(), rule))
      return { answer: { result: 'not-signable', because: 'leaves-calendar-broken' } }
    const signed: RuleVersion = isComplete
      ? { ...version, approvals, status: 'published', publishedAt: at }
      : { ...version, approvals }
    return { change: changeTo(signed, signatory, at), answer: { result: 'signed', version: signed } }
  })

const obstacleTo = async (version: RuleVersion, rules: RuleStore): Promise<NotSignable | undefined> => {
  if (version.status === 'withdrawn') return 'withdrawn'
  if (version.status === 'published') return 'already-published'
  if ((await coverageOf(rules, version)) === undefined) return 'coverage-not-measured'
  if ((await simulationOf(rules, version.agreement, version.sha256)) === undefined) return 'not-simulated'
  return undefined
}

/** Whether publishing a rule makes a hole or an overlap that is not there without it. */
const breaksCalendar = ({ rules }: Catalog, rule: Rule): boolean =>
  calendarFaults([...rules, rule]).length > calendarFaults(rules).length

const changeTo = (version: RuleVersion, { by, party }: Signatory, at: string) => {
  const { agreement, stage, version: number, sha256 } = version
  const line = { at, by, party: `${party.kind} ${party.code}`, stage, version: number, sha256 }
  const signed = { ...line, act: 'signed' } as const
  const published = { ...line, act: 'published' } as const
  return { agreement, version, history: version.status === 'published' ? [signed, published] : [signed] }
}
