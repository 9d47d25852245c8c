import { showDecimal } from '#domain/money/decimal.ts'
import { showOre } from '#domain/money/ore.ts'
import { recordedPart } from '#domain/settlement/account.ts'
import { endpoint } from '#http/endpoint.ts'
import { notFound } from '#http/problem.ts'
import type { Reading } from './environment.ts'
import { findVersion, parseVersionName } from './lifecycle/find-version.ts'
import { deployed, reading } from './on-aws/deployed.ts'
import { routes } from './routes.ts'
import { countyOfTenant, mustSeeFigures } from './rules/acting-party.ts'
import { type PlannedCorrection, planCorrections } from './settlements/plan-corrections.ts'

/** Answers what closed months would be corrected by if a version came into force, to those of its county who sign it. */
export const answer = endpoint(routes.planCorrections, async ({ caller, params }, environment: Reading) => {
  const { versions } = await environment.rules.publications()
  const version = findVersion(versions, parseVersionName(params.agreement, params.version))
  if (version === undefined) throw notFound()
  const rule = await environment.loadRule(version)
  if (rule.file.county !== countyOfTenant(caller.tenant)) throw notFound()
  mustSeeFigures(caller)
  const planned = (await planCorrections(environment, rule)).filter(({ municipality }) => {
    const { tenant } = caller
    return tenant.kind !== 'municipality' || tenant.municipality === municipality
  })
  return { status: 200, body: { corrections: planned.map(plannedAnswer) } }
})

export const handler = deployed(answer, reading)

const plannedAnswer = ({ agreement, municipality, district, month, difference }: PlannedCorrection) => ({
  agreement,
  municipality: recordedPart(municipality) ?? null,
  district: recordedPart(district) ?? null,
  month,
  days: difference === undefined ? null : showDecimal(difference.days, 2),
  amount: difference === undefined ? null : showOre(difference.ore),
})
