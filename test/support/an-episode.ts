import { addDays } from '#domain/calendar/civil-date.ts'
import { dateOf, instantOf } from '#domain/calendar/civil-time.ts'
import type { ExampleEpisode } from '#schemas/rule-file/example-episode.ts'

/** An official test person, born 1949-10-02. */
export const TEST_PERSON = { type: 'personnummer', value: '194910029802' }

/** An episode told in short, as rule examples and golden cases do; the rest of a body can be given as it is. */
export type Told = ExampleEpisode & {
  readonly sourceUpdatedAt?: string
  readonly body?: Readonly<Record<string, unknown>>
}

/** The body that a hospital sends for an episode told in short. */
export const anEpisode = (told: Told = {}, municipality: string | null = '0136') => {
  const periods = told.readiness ?? (told.ready === undefined ? [] : [{ ready: told.ready, out: told.out }])
  const out = periods.at(-1)?.out ?? told.out
  const admittedOn = addDays(dateOf(civil(periods[0]?.ready ?? '2020-03-04 10:00')), -3)
  const noticeAt = instantOf(`${addDays(admittedOn, 1)}T10:00:00`)
  const { patient, ...body } = { patient: {}, ...told.body }
  return {
    sourceUpdatedAt: told.sourceUpdatedAt ?? instantOf(civil(out ?? periods.at(-1)?.ready ?? '2020-03-04 10:00')),
    hospital: 'SE2321000016-15CQ',
    careType: told.careType ?? 'somatic',
    patient: {
      identity: TEST_PERSON,
      registeredMunicipality: told.registered ?? municipality,
      registeredDistrict: told.district ?? null,
      placedByMunicipality: told.placedBy ?? null,
      ...(patient as object),
    },
    admission: { at: instantOf(`${admittedOn}T10:00:00`), planned: false },
    admissionNoticeSentAt: noticeOf(told.admissionNotice, noticeAt),
    lengthOfStayEstimateSentAt: told.lengthOfStayEstimate === false ? null : noticeAt,
    readiness: periods.map(({ ready, withdrawn }) => ({
      noticeSentAt: instantOf(civil(ready)),
      withdrawnAt: withdrawn === undefined ? null : instantOf(civil(withdrawn)),
    })),
    planning:
      told.planning === undefined
        ? { needed: false }
        : {
            needed: told.planning.needed ?? null,
            calledAt: told.planning.called === undefined ? null : instantOf(civil(told.planning.called)),
          },
    openCare: told.openCare ?? null,
    servicesRefused: told.servicesRefused ?? null,
    onlyRegionalOpenCare: told.onlyRegionalOpenCare ?? null,
    compulsoryOpenPsychiatricCare: told.compulsoryOpenPsychiatricCare ?? null,
    discharge: out === undefined ? null : { at: instantOf(civil(out)), to: told.to ?? 'home' },
    ...body,
  }
}

const noticeOf = (admissionNotice: Told['admissionNotice'], usual: string): string | null => {
  if (admissionNotice === false) return null
  return admissionNotice === undefined ? usual : instantOf(civil(admissionNotice))
}

const civil = (written: string): string => {
  const [date, time = '00:00'] = written.split(' ')
  return `${date}T${time.length === 5 ? `${time}:00` : time}`
}
