import { lateSteps } from '#domain/analysis/late-steps.ts'
import { addMonths, firstOfMonth, monthOf } from '#domain/calendar/civil-date.ts'
import { standingOf } from '#domain/liability/cohort.ts'
import { liabilityId } from '#domain/liability/month.ts'
import type { Caller } from '#http/caller.ts'
import type { EpisodeReads } from '#store/episode-store.ts'
import type { Ledger } from '../liabilities/find-liabilities.ts'
import { callersMonth } from './callers-month.ts'
import { type DelayedDays, type DelayedStay, delayedDays, delayedStays } from './delayed-stays.ts'

/** What an analysis reads: wards and the reasons of delays stand in the revisions alone. */
export type AnalysisSources = Ledger & { readonly episodes: Pick<EpisodeReads, 'revision'> }

/** The delayed discharges of a caller's month, compared with the three months before. */
export const analyseDelays = async (sources: AnalysisSources, caller: Caller, region: string, month: string) => {
  const liabilities = await callersMonth(sources, caller, { region, month })
  const stays = await delayedStays(sources.episodes, liabilities)
  const days = stays.flatMap(delayedDays)
  const earlier = await earlierPlaces(sources, caller, region, month)
  return {
    region,
    month,
    ...sumsOf(stays, days),
    liabilities: liabilities.map(({ key, review }) => {
      const [own, ownDays] = [stays.filter((stay) => stay.key === key), days.filter(({ stay }) => stay.key === key)]
      return {
        id: liabilityId(key),
        municipality: key.municipality ?? null,
        district: key.district ?? null,
        review: review ?? null,
        ...sumsOf(own, ownDays),
      }
    }),
    places: [...Map.groupBy(days, placeName)]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([name, own]) => placeAnswer(name, own, earlier))
      .toSorted((a, b) => Number(b.readyDays) - Number(a.readyDays)),
    lateSteps: lateSteps.map(({ id, cites, text, isLate }) => ({
      id,
      cites: cites ?? null,
      text,
      episodes: stays.filter(({ decided: { facts }, delays }) => isLate(facts, delays)).length,
    })),
  }
}

type Earlier = ReadonlyMap<string, ReadonlySet<string>>

/** The places of the three months before in which days arose, by month. */
const earlierPlaces = async (
  sources: AnalysisSources,
  caller: Caller,
  region: string,
  month: string,
): Promise<Earlier> => {
  const places = new Map<string, ReadonlySet<string>>()
  for (const months of [-3, -2, -1]) {
    const before = monthOf(addMonths(firstOfMonth(month), months))
    const liabilities = await callersMonth(sources, caller, { region, month: before })
    const stays = await delayedStays(sources.episodes, liabilities)
    places.set(before, new Set(stays.flatMap(delayedDays).map(placeName)))
  }
  return places
}

const placeName = ({ reason, stay: { decided, ward } }: DelayedDays): string =>
  [decided.facts.hospital, ward ?? '-', reason].join('~')

const placeAnswer = (name: string, days: readonly DelayedDays[], earlier: Earlier) => {
  const [first] = days
  if (first === undefined) return []
  const { reason, stay } = first
  const stays = days.map((each) => each.stay)
  return [
    {
      hospital: stay.decided.facts.hospital,
      ward: stay.ward ?? null,
      reason,
      ...sumsOf(stays, days),
      repeats: [...earlier].flatMap(([month, places]) => (places.has(name) ? [month] : [])),
    },
  ]
}

/** The stays that count, with their days in whole numbers. */
const sumsOf = (stays: readonly DelayedStay[], days: readonly DelayedDays[]) => ({
  episodes: stays.filter(({ decided }) => standingOf(decided.decision) === 'counted').length,
  readyDays: `${days.reduce((sum, each) => sum + each.readyDays, 0)}`,
  candidateDays: `${days.reduce((sum, each) => sum + each.candidateDays, 0)}`,
})
