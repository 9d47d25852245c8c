import { dateOf } from '#domain/calendar/civil-time.ts'
import type { EpisodeFacts } from '#domain/episode/facts.ts'
import type { RecordedEpisode } from '#domain/liability/cohort.ts'
import { withoutUndefined } from '#domain/without-undefined.ts'

type Discharge = NonNullable<EpisodeFacts['discharge']>

/** Facts told in short: `ready` and `out` are local times for a stay with one readiness period; the rest as it is. */
export type ToldFacts = { readonly [Name in keyof EpisodeFacts]?: EpisodeFacts[Name] | undefined } & {
  readonly ready?: string
  readonly out?: string
  readonly to?: Discharge['to']
}

/** The facts of a somatic stay in Danderyd's name that counts everywhere: 3 ready days, all sent, no planning needed. */
export const anEpisodeFacts = ({ ready, out, to, ...told }: ToldFacts = {}): EpisodeFacts => {
  const facts = {
    hospital: 'SE2321000016-15CQ',
    careType: 'somatic',
    registeredMunicipality: '0162',
    admissionNoticeDelayHours: 20,
    lengthOfStayEstimateSent: true,
    readiness: [{ noticeSentAt: (ready ?? '2020-03-02 10:00:00').replace(' ', 'T') }],
    planningNeeded: false,
    servicesRefused: false,
    onlyRegionalOpenCare: false,
    compulsoryOpenPsychiatricCare: false,
    discharge: { on: dateOf(out ?? '2020-03-05'), to: to ?? 'home' },
    cancelled: false,
    ...told,
  } satisfies ToldFacts
  return withoutUndefined(facts) as EpisodeFacts
}

/** A recorded episode of a region's hospital. */
export const aRecordedEpisode = (told: ToldFacts & { readonly id?: string; readonly region?: string } = {}) => {
  const { id = 'one', region = '01', ...facts } = told
  return { region, id, revision: 1, facts: anEpisodeFacts(facts) } satisfies RecordedEpisode
}
