import * as z from 'zod'
import { daysBetween } from '#domain/calendar/civil-date.ts'
import type { RuleFile } from '#schemas/rule-file/rule-file.ts'
import type { PathFault } from './file-fault.ts'

const isoDate = z.iso.date()

const MOST_EXAMPLES = 300
const MOST_EPISODES = 2_000
const MOST_READY_DAYS = 400
const MOST_DAYS_IN_ALL = 10_000

/** Examples that would keep the proof busy, or that tell of times that no calendar has. */
export const exampleLimits = ({ examples }: RuleFile): readonly PathFault[] => [
  ...(examples.length > MOST_EXAMPLES
    ? [{ path: ['examples', MOST_EXAMPLES], rule: 'too-many-examples', details: { most: MOST_EXAMPLES } } as const]
    : []),
  ...tooManyEpisodes(examples),
  ...examples.flatMap(({ readyDays = [], episodes = [] }, example) => [
    ...readyDays.flatMap((days, index): readonly PathFault[] =>
      days > MOST_READY_DAYS ? [tooLong(['examples', example, 'readyDays', index])] : [],
    ),
    ...episodes.flatMap((episode, index) => stayFaults(episode, ['examples', example, 'episodes', index])),
  ]),
]

const tooLong = (path: PathFault['path']): PathFault => ({
  path,
  rule: 'stay-too-long',
  details: { most: MOST_READY_DAYS },
})

const tooManyEpisodes = (examples: RuleFile['examples']): readonly PathFault[] => {
  let episodes = 0
  let days = 0
  for (const [index, example] of examples.entries()) {
    episodes += (example.episodes ?? example.readyDays ?? []).length
    days += (example.readyDays ?? []).reduce((sum, count) => sum + count, 0)
    for (const stay of example.episodes ?? []) days += spanOf(datesIn(stay)) ?? 0
    const path = ['examples', index]
    if (episodes > MOST_EPISODES) return [{ path, rule: 'too-many-episodes', details: { most: MOST_EPISODES } }]
    if (days > MOST_DAYS_IN_ALL) return [{ path, rule: 'too-many-days', details: { most: MOST_DAYS_IN_ALL } }]
  }
  return []
}

type Stay = NonNullable<RuleFile['examples'][number]['episodes']>[number]

/** Every date of a stay must exist, and its first and last may not lie too far apart. */
const stayFaults = (stay: Stay, path: PathFault['path']): readonly PathFault[] => {
  const days = spanOf(datesIn(stay))
  if (days === undefined) return [{ path, rule: 'no-such-date' }]
  return days > MOST_READY_DAYS ? [tooLong(path)] : []
}

const datesIn = ({ ready, out, planning, readiness = [], admissionNotice }: Stay): readonly string[] =>
  [ready, out, planning?.called, admissionNotice, ...readiness.flatMap((period) => Object.values(period))]
    .filter((time) => typeof time === 'string')
    .map((time) => time.slice(0, 10))
    .toSorted()

/** The days from the first date to the last; undefined when one of them does not exist. */
const spanOf = (dates: readonly string[]): number | undefined => {
  if (!dates.every((date) => isoDate.safeParse(date).success)) return undefined
  const [first, last] = [dates[0], dates.at(-1)]
  return first === undefined || last === undefined ? 0 : daysBetween(first, last)
}
