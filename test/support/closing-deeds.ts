import fc from 'fast-check'

/** The months of the histories: of the first the country's day amount is not known until the region declares one. */
export const MONTHS = ['2021-12', '2022-01'] as const

/** The agreement that the histories sign versions of. */
export const AGREEMENT = 'county-17'

/** How an episode is told: as a whole, or with what makes it count otherwise. */
export type Telling = 'whole' | 'planning-unknown' | 'cancelled' | 'no-notice' | 'in-hospital'

/** Something that one party does by itself. */
export type Deed =
  | {
      readonly kind: 'episode'
      readonly id: number
      readonly readyDays: number
      readonly out: string
      readonly unit: '1715' | '1780' | '0136' | null
      readonly careType: 'somatic' | 'psychiatric'
      readonly told: Telling
      /** Sent late: the source had said something newer before. */
      readonly stale: boolean
    }
  | {
      readonly kind: 'version'
      readonly from: string
      readonly level: '0.5' | '1.5' | '3.0'
      readonly charge: 'excess' | 'all-days'
      readonly somaticOnly: boolean
      readonly signed: boolean
    }
  | { readonly kind: 'second-stage'; readonly from: string; readonly determined: boolean }
  | { readonly kind: 'withdrawal' }
  | { readonly kind: 'day-amount'; readonly year: 2021 | 2022; readonly amount: string }
  | { readonly kind: 'determination' }
  | {
      readonly kind: 'close'
      readonly agreement: typeof AGREEMENT | 'act'
      readonly month: (typeof MONTHS)[number]
      readonly leaveOut: readonly number[]
      /** Its tasks are performed at once, and do not wait. */
      readonly performed: boolean
    }
  | {
      readonly kind: 'dispute'
      readonly id: number
      readonly month: (typeof MONTHS)[number]
      /** What becomes of it; `open` when nobody has decided it. */
      readonly outcome: 'open' | 'withdrawn' | 'rejected' | 'upheld'
    }
  | { readonly kind: 'task'; readonly nth: number; readonly times: 1 | 2 }
  | { readonly kind: 'ask' }

/** A deed by itself, one whose caller gets no answer and repeats it, or two rows of deeds that go on at once. */
export type Event =
  | Deed
  | { readonly kind: 'repeated'; readonly deed: Deed }
  | { readonly kind: 'at-once'; readonly both: readonly [readonly Deed[], readonly Deed[]]; readonly pauses: number }

/** How many episodes there are. */
export const EPISODES = 4

const two = (day: number): string => `${day}`.padStart(2, '0')
const anyDate = fc
  .oneof(
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 31 }) },
    { weight: 3, arbitrary: fc.integer({ min: 32, max: 62 }) },
  )
  .map((day) => (day <= 31 ? `2021-12-${two(day)}` : `2022-01-${two(day - 31)}`))
const anyMonth = fc.constantFrom(...MONTHS, '2022-01' as const, '2022-01' as const)

const FIVE_WHOLE: readonly Telling[] = ['whole', 'whole', 'whole', 'whole', 'whole']

const anEpisode = fc.record({
  kind: fc.constant('episode' as const),
  id: fc.nat(EPISODES - 1),
  readyDays: fc.nat(9),
  out: anyDate,
  unit: fc.constantFrom('1715', '1715', '1715', '1715', '1780', '0136', null),
  careType: fc.constantFrom('somatic', 'somatic', 'psychiatric'),
  told: fc.constantFrom<Telling[]>(...FIVE_WHOLE, 'planning-unknown', 'cancelled', 'no-notice', 'in-hospital'),
  stale: fc.nat(5).map((one) => one === 5),
})

const aVersion = fc.record({
  kind: fc.constant('version' as const),
  // The last can still be withdrawn.
  from: fc.oneof({ weight: 5, arbitrary: anyDate }, { weight: 1, arbitrary: fc.constant('2024-12-01') }),
  level: fc.constantFrom('0.5', '1.5', '3.0'),
  charge: fc.constantFrom('excess', 'all-days'),
  somaticOnly: fc.boolean(),
  signed: fc.nat(3).map((one) => one > 0),
})

const aClosing = fc.record({
  kind: fc.constant('close' as const),
  agreement: fc.constantFrom(AGREEMENT, AGREEMENT, AGREEMENT, 'act'),
  month: anyMonth,
  leaveOut: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.subarray([0, 1, 2, 3], { minLength: 1 }) },
  ),
  performed: fc.boolean(),
})

const aDispute = fc.record({
  kind: fc.constant('dispute' as const),
  id: fc.nat(EPISODES - 1),
  month: anyMonth,
  outcome: fc.constantFrom('open', 'withdrawn', 'rejected', 'upheld', 'upheld', 'upheld'),
})

const aTask = fc.record({
  kind: fc.constant('task' as const),
  nth: fc.nat(20),
  times: fc.constantFrom(1, 1, 2),
})

const anyDeed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 8, arbitrary: anEpisode },
  { weight: 2, arbitrary: aVersion },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('second-stage' as const), from: anyDate, determined: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('withdrawal' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('day-amount' as const),
      year: fc.constantFrom(2021, 2022),
      amount: fc.constantFrom('9000.00', '9500.00'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('determination' as const) }) },
  { weight: 6, arbitrary: aClosing },
  { weight: 3, arbitrary: aDispute },
  { weight: 8, arbitrary: aTask },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('ask' as const) }) },
)

const changing = anyDeed.filter(({ kind }) => kind !== 'ask')

// Two changes of rules at once wait for each other on a real clock, and are not what this is about.
const beside: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 3, arbitrary: aTask },
  { weight: 2, arbitrary: anEpisode },
  { weight: 1, arbitrary: aClosing },
  { weight: 1, arbitrary: aDispute },
)

const inRow = (deed: fc.Arbitrary<Deed>) => fc.array(deed, { minLength: 1, maxLength: 3 })

const anyEvent: fc.Arbitrary<Event> = fc.oneof(
  { weight: 6, arbitrary: anyDeed },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('repeated' as const), deed: changing }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('at-once' as const),
      both: fc.tuple(inRow(changing), inRow(beside)),
      pauses: fc.nat(999),
    }),
  },
)

/** A random history of a county's two months: what its parties do, and when the service gets round to its tasks. */
export const anyHistory: fc.Arbitrary<readonly Event[]> = fc.array(anyEvent, {
  minLength: 4,
  maxLength: 24,
  size: 'max',
})
