import { standingOf } from '#domain/dispute/standing.ts'
import type { Owed } from '#domain/liability/settle.ts'
import { showDecimal } from '#domain/money/decimal.ts'
import { showOre } from '#domain/money/ore.ts'
import type { Contested } from '#domain/settlement/contested.ts'
import type { DisputeRecord } from '#store/dispute-store.ts'
import { disputeId } from './dispute-id.ts'

/** A dispute as the API writes it; titles still in both languages. */
export const disputeAnswer = ({ dispute, decisions }: DisputeRecord, figures: Contested) => {
  const { status, step } = standingOf(decisions.map(({ outcome }) => outcome))
  const { region, municipality, district, month, liability, episode, reason, text, ladder, cites, by, at } = dispute
  return {
    id: disputeId(dispute),
    region,
    municipality,
    district: district === '-' ? null : district,
    month,
    liability,
    episode,
    reason,
    text: text ?? null,
    raisedBy: by,
    raisedAt: at,
    status,
    step: ladder[step],
    ladder,
    cites: cites ?? null,
    with: owedAnswer(figures.with),
    without: owedAnswer(figures.without),
    held: owedAnswer(figures.held),
    decisions: decisions.map(({ by: decidedBy, at: decidedAt, figures: _, ...decision }) => ({
      ...decision,
      decidedBy,
      decidedAt,
    })),
  }
}

/** Days and money as the API writes them; null while they are not known. */
export const owedAnswer = ({ days, ore }: Owed) => ({
  days: days === undefined ? null : showDecimal(days, 2),
  amount: ore === undefined ? null : showOre(ore),
})
