import type { LoadCatalog } from '#agreements/load-catalog.ts'
import type { Catalog } from '#domain/agreement/catalog.ts'
import { firstOfMonth, lastOfMonth } from '#domain/calendar/civil-date.ts'
import { parseDecimal, showDecimal } from '#domain/money/decimal.ts'
import { compare } from '#domain/money/fraction.ts'
import { type Quality, qualityOf, soundShare, together } from '#domain/settlement/quality.ts'
import type { EpisodeReads } from '#store/episode-store.ts'
import type { SettlementName } from '#store/settlement-store.ts'
import type { UnitMonthStore } from '#store/unit-month-store.ts'
import type { AdjustmentSources } from './adjustments.ts'
import { monthOfMunicipality } from './month-of-municipality.ts'
import { rulesInForce } from './rules-of-settlement.ts'

/** What the quality of a month is measured on. */
export type QualitySources = {
  readonly catalog: LoadCatalog
  readonly unitMonths: Pick<UnitMonthStore, 'municipalities' | 'ofRegion'>
  readonly episodes: Pick<EpisodeReads, 'revision'>
} & AdjustmentSources

/** The quality of a month of an agreement, one municipality after another, so that no more is held. */
export const monthQuality = async (
  sources: Omit<QualitySources, 'episodes'>,
  { region, agreement, month }: SettlementName,
): Promise<Quality> => {
  let quality = qualityOf([])
  for (const municipality of await sources.unitMonths.municipalities(region, month)) {
    const { liabilities } = await monthOfMunicipality(sources, region, month, municipality)
    const own = liabilities.filter(({ key }) => key.rule === undefined || key.rule.reference.agreement === agreement)
    quality = together(quality, qualityOf(own.flatMap(({ episodes }) => episodes)))
  }
  return quality
}

/** The share that an agreement asks for before a month of it may be closed; undefined where it names none. */
export const qualityLimit = (catalog: Catalog, name: SettlementName): string | undefined => {
  const { month } = name
  return [firstOfMonth(month), lastOfMonth(month)]
    .flatMap((on) => rulesInForce(catalog, name, on))
    .flatMap(({ file }) => file.quality?.atLeast ?? [])
    .toSorted((a, b) => compare(parseDecimal(a), parseDecimal(b)))
    .at(-1)
}

/** Whether a month's data is good enough to be closed. */
export const isEnough = (quality: Quality, limit: string | undefined): boolean =>
  limit === undefined || compare(soundShare(quality), parseDecimal(limit)) >= 0

/** The quality of a month as the API writes it: which hospitals, wards and facts the faulty episodes come from. */
export const qualityAnswer = async (
  { episodes }: Pick<QualitySources, 'episodes'>,
  name: SettlementName,
  quality: Quality,
  limit: string | undefined,
) => {
  const counts = new Map<string, { hospital: string; ward: string | null; fact: string; episodes: number }>()
  for (const { episode, facts } of quality.faulty) {
    const stored = await episodes.revision(episode.region, episode.id, episode.revision)
    const { hospital } = episode.facts
    const ward = stored?.episode.ward ?? null
    for (const fact of facts) {
      const key = [hospital, ward, fact].join(' ')
      const counted = counts.get(key) ?? { hospital, ward, fact, episodes: 0 }
      counts.set(key, { ...counted, episodes: counted.episodes + 1 })
    }
  }
  return {
    ...name,
    share: showDecimal(soundShare(quality), 4),
    limit: limit ?? null,
    isEnough: isEnough(quality, limit),
    episodes: quality.episodes,
    faulty: quality.faulty.length,
    blame: [...counts.values()].toSorted(
      (a, b) =>
        b.episodes - a.episodes || (`${a.hospital}${a.ward}${a.fact}` < `${b.hospital}${b.ward}${b.fact}` ? -1 : 1),
    ),
  }
}
