import * as z from 'zod'
import { daysBetween } from '#domain/calendar/civil-date.ts'
import type { RuleFile } from '#schemas/rule-file/rule-file.ts'
import type { PathFault } from './file-fault.ts'

const MOST_EXAMPLES = 300
const MOST_EPISODES = 2_000
const MOST_READY_DAYS = 400

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
  for (const [index, example] of examples.entries()) {
    episodes += (example.episodes ?? example.readyDays ?? []).length
    if (episodes > MOST_EPISODES)
      return [{ path: ['examples', index], rule: 'too-many-episodes', details: { most: MOST_EPISODES } }]
  }
  return []
}

type Stay = NonNullable<RuleFile['examples'][number]['episodes']>[number]

/** Every date of a stay must exist, and its first and last may not lie too far apart. */
const stayFaults = (stay: Stay, path: PathFault['path']): readonly PathFault[] => {
  const times = Object.entries({ ready: stay.ready, out: stay.out, called: stay.planning?.called })
  const periods = (stay.readiness ?? []).flatMap((period) => Object.entries(period))
  const dates = [...times, ...periods].flatMap(([, time]) => (time === undefined ? [] : [time.slice(0, 10)]))
  const notice = typeof stay.admissionNotice === 'string' ? [stay.admissionNotice.slice(0, 10)] : []
  const all = [...dates, ...notice].toSorted()
  if (!all.every((date) => z.iso.date().safeParse(date).success)) return [{ path, rule: 'no-such-date' }]
  const [first, last] = [all[0], all.at(-1)]
  return first !== undefined && last !== undefined && daysBetween(first, last) > MOST_READY_DAYS ? [tooLong(path)] : []
}
