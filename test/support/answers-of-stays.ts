import { instantOf } from '#domain/calendar/civil-time.ts'
import { personStay } from '#domain/statistics/person-stay.ts'
import { type IndexAnswer, readmissions } from '#domain/statistics/readmissions.ts'
import type { DischargedTo } from '#schemas/episode.ts'
import { theReadmissions } from './the-definition.ts'

/** A stay told in short, in Swedish time. */
export type ToldShort = {
  readonly in: string
  readonly out?: string
  readonly to?: DischargedTo
  readonly planned?: boolean | null
  readonly age?: number | null
  readonly care?: 'somatic' | 'psychiatric'
}

/** Unplanned somatic stays of a person of 80 who goes home, in Swedish time, unless told otherwise. */
export const answersOf = (stays: Readonly<Record<string, ToldShort>>, by = theReadmissions()): readonly IndexAnswer[] =>
  readmissions(
    by,
    Object.entries(stays).map(([id, told]) =>
      personStay(id, {
        careType: told.care ?? 'somatic',
        admission: { at: instantAt(told.in), planned: told.planned === null ? undefined : (told.planned ?? false) },
        discharge: told.out === undefined ? undefined : { at: instantAt(told.out), to: told.to ?? 'home' },
        patient: told.age === null ? {} : { ageAtDischarge: told.age ?? 80 },
      }),
    ),
  )

const instantAt = (written: string): string =>
  instantOf(`${written.replace(' ', 'T')}${written.length === 10 ? 'T10:00' : ''}:00`)

/** Whether a stay is an index stay and what follows within 7 and 30 days: `yes: no, yes`. */
export const answerOf = (
  id: string,
  stays: Readonly<Record<string, ToldShort>>,
  by = theReadmissions(),
): string | undefined => {
  const answer = answersOf(stays, by).find((one) => one.id === id)
  if (answer === undefined || answer.isIndex === 'no') return answer?.isIndex
  return `${answer.isIndex}: ${answer.readmittedWithin.map((one) => one.answer).join(', ')}`
}
