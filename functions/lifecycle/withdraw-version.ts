import { calendarFaults } from '#agreements/calendar/calendar-faults.ts'
import { declaredOn } from '#domain/agreement/catalog.ts'
import { validityOf } from '#domain/agreement/validity.ts'
import { civilTimeOf, dateOf } from '#domain/calendar/civil-time.ts'
import type { RuleVersion, VersionName } from '#store/rule-version.ts'
import { changeRules, type Intent } from './change-rules.ts'
import { findVersion } from './find-version.ts'
import type { Signing } from './sign-version.ts'

/** What became of a withdrawal. */
export type Withdrawn =
  | { readonly result: 'withdrawn' | 'already-withdrawn'; readonly version: RuleVersion }
  | { readonly result: 'unknown' }
  | { readonly result: 'refused'; readonly because: 'shipped' | 'in-force' | 'leaves-calendar-broken' }

/** Withdraws a version for the region that uploaded it: a draft at any time, a published one before its first day in force. */
export const withdrawVersion = (
  { rules, catalog, loadRule, now }: Signing,
  name: VersionName,
  by: { readonly by: string; readonly region: string },
  reason: string,
): Promise<Withdrawn> =>
  changeRules(rules, async ({ versions }): Promise<Intent<Withdrawn>> => {
    const version = findVersion(versions, name)
    if (version === undefined) return { answer: { result: 'unknown' } }
    const rule = await loadRule(version)
    if (rule.file.county !== by.region) return { answer: { result: 'unknown' } }
    if (version.status === 'withdrawn') return { answer: { result: 'already-withdrawn', version } }
    if (version.uploaded === undefined) return { answer: { result: 'refused', because: 'shipped' } }
    const at = now()
    if (version.status === 'published') {
      const published = await catalog()
      const validity = validityOf(name.agreement, rule.file.inForce, (of, event) => declaredOn(published, of, event))
      if (validity !== undefined && validity.from <= dateOf(civilTimeOf(at)))
        return { answer: { result: 'refused', because: 'in-force' } }
      const others = published.rules.filter((other) => other !== rule)
      if (calendarFaults(others).length > calendarFaults(published.rules).length)
        return { answer: { result: 'refused', because: 'leaves-calendar-broken' } }
    }
    const withdrawn: RuleVersion = { ...version, status: 'withdrawn', withdrawnAt: at }
    const { agreement, stage, version: number, sha256 } = version
    const line = {
      at,
      act: 'withdrawn',
      by: by.by,
      party: `region ${by.region}`,
      stage,
      version: number,
      sha256,
      note: reason,
    } as const
    return {
      change: { agreement, version: withdrawn, history: [line] },
      answer: { result: 'withdrawn', version: withdrawn },
    }
  })
