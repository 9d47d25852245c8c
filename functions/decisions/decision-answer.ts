import type { Decision, LiableUnit } from '#domain/liability/decision.ts'

/** A decision as the contract writes it; texts still in both languages. */
export const decisionAnswer = (decision: Decision) => {
  const { outcome, rule, unit, days, reasons, missing, flags } = decision
  return {
    outcome,
    rule: rule?.reference ?? null,
    liableUnit: unit === undefined ? null : unitAnswer(unit),
    readyDays: days === undefined ? null : `${days.readyDays}`,
    chargeableDays: chargeableDays(decision),
    reasons,
    missing,
    flags,
  }
}

/** Days charged by themselves: none of an episode that is left out, and not known of one that is undetermined. */
const chargeableDays = ({ outcome, rule, days }: Decision): string | null => {
  if (outcome === 'individual') return `${days?.chargedOn?.length ?? 0}`
  return outcome === 'left-out' && rule !== undefined && rule.file.model.kind !== 'average' ? '0' : null
}

const unitAnswer = ({ municipality, district, because }: LiableUnit) => ({
  municipality,
  district: district ?? null,
  because,
})
