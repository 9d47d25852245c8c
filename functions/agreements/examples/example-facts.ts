import { addDays } from '#domain/calendar/civil-date.ts'
import { type CivilTime, dateOf, hoursBetween, instantOf } from '#domain/calendar/civil-time.ts'
import type { EpisodeFacts } from '#domain/episode/facts.ts'
import { withoutUndefined } from '#domain/without-undefined.ts'
import type { CareType } from '#schemas/codes.ts'
import type { MonthExample } from '#schemas/rule-file/example.ts'
import type { ExampleEpisode } from '#schemas/rule-file/example-episode.ts'

/** What an example leaves unsaid of its episodes. */
export type Unsaid = {
  readonly municipality: string
  readonly district: string | undefined
  readonly careType: CareType
}

/** The episodes of an example as facts. */
export const exampleFacts = (example: MonthExample, unsaid: Unsaid): readonly EpisodeFacts[] =>
  (example.episodes ?? (example.readyDays ?? []).map((days) => plainEpisode(example.month, days))).map((episode) =>
    factsOfExample(episode, unsaid),
  )

/** An episode ready for so many days and discharged on the 28th of the month. */
const plainEpisode = (month: string, readyDays: number): ExampleEpisode => ({
  ready: `${addDays(`${month}-28`, -readyDays)} 10:00`,
  out: `${month}-28 15:00`,
})

const factsOfExample = (episode: ExampleEpisode, unsaid: Unsaid): EpisodeFacts => {
  const periods = episode.readiness ?? [{ ready: episode.ready ?? '', out: episode.out }]
  const firstNotice = civilTime(periods[0]?.ready ?? '')
  const admittedAt = `${addDays(dateOf(firstNotice), -3)}T10:00:00`
  const out = periods.at(-1)?.out
  return withoutUndefined({
    hospital: 'SE2321000016-EXAMPLE',
    careType: episode.careType ?? unsaid.careType,
    registeredMunicipality: episode.registered ?? unsaid.municipality,
    registeredDistrict: episode.district ?? unsaid.district,
    placedByMunicipality: episode.placedBy,
    placedByDistrict: undefined,
    admissionNoticeDelayHours: noticeDelay(episode, admittedAt),
    lengthOfStayEstimateSent: episode.lengthOfStayEstimate !== false,
    readiness: periods.map(({ ready, withdrawn }) =>
      withoutUndefined({
        noticeSentAt: civilTime(ready),
        withdrawnOn: withdrawn === undefined ? undefined : dateOf(civilTime(withdrawn)),
      }),
    ),
    planningNeeded: episode.planning === undefined ? false : episode.planning.needed,
    planningCalledOn: episode.planning?.called === undefined ? undefined : dateOf(civilTime(episode.planning.called)),
    openCare: episode.openCare,
    servicesRefused: episode.servicesRefused ?? false,
    onlyRegionalOpenCare: episode.onlyRegionalOpenCare ?? false,
    compulsoryOpenPsychiatricCare: episode.compulsoryOpenPsychiatricCare ?? false,
    discharge: out === undefined ? undefined : { on: dateOf(civilTime(out)), to: episode.to ?? 'home' },
    cancelled: false,
  })
}

const noticeDelay = ({ admissionNotice }: ExampleEpisode, admittedAt: CivilTime): number | undefined => {
  if (admissionNotice === false) return undefined
  const sentAt =
    admissionNotice === undefined ? `${addDays(dateOf(admittedAt), 1)}T10:00:00` : civilTime(admissionNotice)
  return hoursBetween(instantOf(admittedAt), instantOf(sentAt))
}

const civilTime = (written: string): CivilTime => {
  const [date = '', time = ''] = written.split(' ')
  return `${date}T${time.length === 5 ? `${time}:00` : time}`
}
