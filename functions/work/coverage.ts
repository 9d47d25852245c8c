import { measureCoverage } from '#agreements/mutation/measure-coverage.ts'
import { parseRule } from '#agreements/parse-rule.ts'
import { findVersion } from '../lifecycle/find-version.ts'
import { coverageName, coverageOf } from '../lifecycle/findings.ts'
import { afterOthers } from './after-others.ts'
import type { TaskOf } from './task.ts'
import type { Working } from './working.ts'

/** Measures how much of a rule version its own examples notice, unless that is known already. */
export const performCoverage = async (
  { agreement, stage, version: number }: TaskOf<'coverage'>,
  { rules, now }: Working,
): Promise<void> => {
  const version = findVersion((await rules.publications()).versions, { agreement, stage, version: number })
  if (version === undefined) throw new Error('A version that has a task is missing')
  if ((await coverageOf(rules, version)) !== undefined) return
  const parsed = parseRule((await rules.text(version)) ?? '', number)
  if (!parsed.ok) throw new Error('A stored rule file cannot be read')
  const { survivors, ...measured } = await measureCoverage(parsed.rule, afterOthers, parsed.placeOf)
  const told = survivors.slice(0, MOST_TOLD)
  const note = `${measured.noticed} of ${measured.mutants}`
  await rules.addFinding(agreement, coverageName(version), JSON.stringify({ ...measured, survivors: told }), {
    at: now(),
    act: 'coverage-measured',
    by: 'fristdag',
    stage,
    version: number,
    sha256: version.sha256,
    note,
  })
}

/** As many survivors as an item of the table holds with room to spare; how many there are is counted all the same. */
const MOST_TOLD = 500
