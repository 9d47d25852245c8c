import { sha256 } from '#agreements/parse-rule.ts'
import type { Catalog } from '#domain/agreement/catalog.ts'
import { explain } from '#domain/liability/explain.ts'
import { agreementNotRegistered } from '#domain/liability/flags.ts'
import type { Liability } from '#domain/liability/liability.ts'
import { liabilityId } from '#domain/liability/month.ts'
import { exactly } from '#domain/money/fraction.ts'
import { showOre } from '#domain/money/ore.ts'
import type { ManifestEntry } from '#domain/settlement/correction.ts'
import { apiFacts } from '#http/api-facts.ts'
import { canonicalJson } from '#store/canonical-json.ts'
import type { StoredReview } from '#store/review-store.ts'
import type { StoredLeftOut } from '#store/settlement-store.ts'
import { showEpisodeId } from '../episodes/episode-reference.ts'
import { liabilityAnswer } from '../liabilities/liability-answer.ts'
import { stepAnswer } from '../liabilities/step-answer.ts'
import type { Decided } from './adjustments.ts'
import { dayAmountsBehind, determinationsBehind } from './premises.ts'

/** What a receipt is made from beside its liability. */
export type ReceiptSources = {
  readonly catalog: Catalog
  readonly decided: Decided<
    Pick<StoredLeftOut, 'episode' | 'leftOut' | 'because' | 'reason'>,
    Omit<StoredReview, 'participants' | 'action' | 'by' | 'at'>
  >
  readonly root: string
  readonly closedAt: string
  readonly closedBy: string
}

/**
 * Everything that a closed month rests on, but for the entries of its manifest: the figures with their steps, and what a
 * stranger needs beside the rule file and the stays to compute them again.
 */
export const receiptContent = (
  liability: Liability,
  { catalog, decided, root, closedAt, closedBy }: ReceiptSources,
) => {
  const { rule } = liability.key
  if (rule === undefined) throw new Error('A month without a known rule cannot be closed')
  const own = new Set(liability.episodes.map(showEpisodeId))
  const reviewed = new Set(reviewsIn([liability]))
  return {
    receipt: '1',
    id: liabilityId(liability.key),
    engine: `${apiFacts.apiName} ${apiFacts.apiVersion}`,
    closedAt,
    closedBy,
    premises: {
      agreementRegistered: !liability.flags.some(({ id }) => id === agreementNotRegistered.id),
      dayAmounts: dayAmountsBehind(liability, catalog).map(({ year, ore, source, region: of }) => ({
        year,
        amount: showOre(ore),
        source,
        region: of ?? null,
      })),
      determinations: determinationsBehind(rule, catalog).map(({ value, ...made }) => ({
        ...made,
        value: exactly(value),
      })),
      leftOut: decided.leftOut
        .filter(({ episode }) => own.has(episode))
        .map(({ episode, leftOut: when, because, reason }) => ({ episode, leftOut: when, because, reason })),
      reviews: decided.reviews
        .filter(({ episode, number }) => reviewed.has(`${episode} ${number}`))
        .map(({ episode, number, revision, outcome, candidateDays, days, reason }) => ({
          episode,
          number,
          revision,
          outcome,
          candidateDays,
          days,
          reason,
        })),
    },
    liability: { ...liabilityAnswer(liability), status: 'final' },
    steps: explain(liability).map(stepAnswer),
    notComputable: rule.file.notComputable.map(({ paragraph, why }) => ({ cites: rule.cite(paragraph), why })),
    manifest: { root },
  }
}

/** The decisions of a joint group that liabilities rest on: each by its episode and number. */
export const reviewsIn = (liabilities: readonly Liability[]): readonly string[] =>
  liabilities.flatMap(({ episodes }) =>
    episodes.flatMap((episode) => {
      const { review } = episode.decision
      return review === undefined ? [] : [`${showEpisodeId(episode)} ${review.number}`]
    }),
  )

/** A whole receipt as it is handed out: its content with the entries of its manifest, in the one form that it has. */
export const receiptText = (content: unknown, entries: readonly ManifestEntry[]): string => {
  const { manifest, ...rest } = Object(content)
  return canonicalJson({ ...rest, manifest: { ...manifest, entries: entries.map(entryLine) } })
}

const entryLine = ({ episode, revision, sha256 }: ManifestEntry) => [episode, revision, sha256]

/** The SHA-256 of a receipt's bytes. */
export const receiptDigest = (text: string): string => sha256(text)
