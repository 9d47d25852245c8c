import type { Decision, LiableUnit } from '#domain/liability/decision.ts'

/** A decision as the contract writes it; texts still in both languages. */
export const decisionAnswer = ({ outcome, rule, unit, days, reasons, missing, flags }: Decision) => ({
  outcome,
  rule: rule?.reference ?? null,
  liableUnit: unit === undefined ? null : unitAnswer(unit),
  readyDays: days === undefined ? null : `${days.readyDays}`,
  chargeableDays: days?.chargedOn === undefined ? null : `${days.chargedOn.length}`,
  reasons,
  missing,
  flags,
})

const unitAnswer = ({ municipality, district, because }: LiableUnit) => ({
  municipality,
  district: district ?? null,
  because,
})
