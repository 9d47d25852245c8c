import * as z from 'zod'
import { careType, districtCode, municipalityCode } from '../codes.ts'
import { date } from '../time.ts'
import { conditionFacts } from './condition.ts'

const TIME = /^[0-9]{4}-[0-9]{2}-[0-9]{2} ([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$/

/** A local civil time, `YYYY-MM-DD HH:MM` with optional seconds. */
const localTime = z
  .string()
  .regex(TIME)
  .refine((written) => date.safeParse(written.slice(0, 10)).success, { params: { rule: 'no-such-date' } })

/** No stay is told in more periods. */
const MOST_PERIODS = 20

/**
 * One patient's stay, as short as it can be told. Unsaid: somatic, admitted three days before the first readiness notice,
 * admission notice and length-of-stay estimate sent the day after admission, planning not needed, discharged to home.
 */
export const exampleEpisode = z
  .strictObject({
    careType: careType.optional(),
    ready: localTime.optional(),
    out: localTime.optional(),
    readiness: z
      .array(z.strictObject({ ready: localTime, withdrawn: localTime.optional(), out: localTime.optional() }))
      .min(1)
      .max(MOST_PERIODS)
      .optional(),
    to: z.enum(conditionFacts.dischargedTo).optional(),
    registered: municipalityCode.optional(),
    placedBy: municipalityCode.optional(),
    district: districtCode.optional(),
    admissionNotice: z.union([z.literal(false), localTime]).optional(),
    lengthOfStayEstimate: z.literal(false).optional(),
    planning: z.strictObject({ needed: z.boolean().optional(), called: localTime.optional() }).optional(),
    openCare: z.enum(['available', 'unavailable', 'unclear']).optional(),
    servicesRefused: z.boolean().optional(),
    onlyRegionalOpenCare: z.boolean().optional(),
    compulsoryOpenPsychiatricCare: z.boolean().optional(),
  })
  .check(({ value, issues }) => {
    const refuse = (rule: string, path: PropertyKey[]) =>
      issues.push({ code: 'custom', input: value, path, params: { rule } })
    if ((value.ready === undefined) === (value.readiness === undefined)) refuse('ready-or-readiness', [])
    const times = stayTimes(value)
    const early = times.find(({ at }, index) => at < (times[index - 1]?.at ?? ''))
    if (early !== undefined) refuse('times-out-of-order', [...early.path])
  })
export type ExampleEpisode = z.infer<typeof exampleEpisode>

/** A time in an example, and where in its episode it stands. */
export type ToldTime = { readonly path: readonly PropertyKey[]; readonly at: string }

/** Every time that an episode of an example names. */
export const toldTimes = (episode: ExampleEpisode): readonly ToldTime[] => {
  const { admissionNotice, planning } = episode
  return [
    ...stayTimes(episode),
    ...told(['admissionNotice'], admissionNotice === false ? undefined : admissionNotice),
    ...told(['planning', 'called'], planning?.called),
  ]
}

/** The days from the first notice to the last time, once for each period: no rule counts more. */
export const longestReadyDays = (episode: ExampleEpisode): number => {
  const times = stayTimes(episode).map(({ at }) => Date.parse(at.slice(0, 10)))
  return ((Math.max(...times) - Math.min(...times)) / DAY) * (episode.readiness?.length ?? 1)
}

const DAY = 86_400_000

/** The notices, withdrawals and the discharge, as they must follow on each other. */
const stayTimes = ({ ready, readiness, out }: ExampleEpisode): readonly ToldTime[] => [
  ...told(['ready'], ready),
  ...(readiness ?? []).flatMap((period, index) =>
    (['ready', 'withdrawn', 'out'] as const).flatMap((key) => told(['readiness', index, key], period[key])),
  ),
  ...told(['out'], out),
]

const told = (path: readonly PropertyKey[], at: string | undefined): readonly ToldTime[] =>
  at === undefined ? [] : [{ path, at }]
