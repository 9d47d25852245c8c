import { RetentionDays } from 'aws-cdk-lib/aws-logs'

/** Requests a second in the long run, and how many may come at once. */
export type Throttle = { readonly rate: number; readonly burst: number }

/** So many requests in so many seconds. */
export type ClientLimit = { readonly requests: number; readonly seconds: number }

/** What one client may send: to all routes together, and to some (by file under `functions/`) counted by themselves. */
export type ClientLimits = { readonly all: ClientLimit; readonly of: Readonly<Record<string, ClientLimit>> }

/** What differs between environments: data alone, never code. */
export type Environment = {
  readonly logRetention: RetentionDays
  /** How many days back the table can be restored to any second. */
  readonly restoreDays: number
  /** What a route lets through of all clients together. */
  readonly throttle: Throttle
  /** By file under `functions/`, where a route is to be let through less often than the others. */
  readonly throttleOf: Readonly<Record<string, Throttle>>
  readonly clientLimits: ClientLimits
  /**
   * By file under `functions/`: how many run at most at once, and so many are always free for it. An account must keep
   * 100 unreserved, so an environment in a new account, with a limit of 10 in all, reserves none.
   */
  readonly reservedConcurrency: Readonly<Record<string, number>>
  /** How many tasks are performed at most at once, 2 or more; what is left of the concurrency is for requests. */
  readonly tasksAtOnce: number
  /**
   * The versions of each region's pseudonym key, the newest last; `*` those of all regions not named. Each name is a
   * key in KMS. To rotate, add a name; never remove one, or the persons known under it are not found again.
   */
  readonly pseudonymKeys: Readonly<Record<string, readonly string[]>> & { readonly '*': readonly string[] }
  /** Which regions' months are exported, when (cron in Stockholm's time), and for how many days nobody may delete a file. */
  readonly statistics: {
    readonly regions: readonly string[]
    /** The month before. */
    readonly monthly: string
    /** The month two before, whose readmissions within 30 days are complete. */
    readonly readmissions: string
    readonly lockDays: number
  }
  /** When what regions have decided to dispose of is looked for (cron in Stockholm's time). */
  readonly disposal: string
  readonly alarms: {
    readonly serverErrors: number
    readonly slowMilliseconds: number
    readonly refusedTokens: number
    /** What those with a valid token were refused, or told that it is not there. */
    readonly refusedAccesses: number
    readonly turnedAway: number
    /** Whether a day without episodes is worth an alarm. */
    readonly silence: boolean
  }
  readonly tags: Readonly<Record<string, string>>
}

// On the 13th what hospitals send late has mostly come. A month's last follow-up ends on the 2nd of the second month after.
const MONTHLY = 'cron(0 4 13 * ? *)'
const READMISSIONS = 'cron(0 4 3 * ? *)'
// Periods end with a year; what was held then by a dispute is found within a month.
const DISPOSAL = 'cron(0 3 8 * ? *)'

/** The environments by name. */
export const environments: Readonly<Record<string, Environment>> = {
  dev: {
    logRetention: RetentionDays.ONE_MONTH,
    restoreDays: 7,
    throttle: { rate: 20, burst: 40 },
    throttleOf: { 'import-episodes': { rate: 1, burst: 2 } },
    clientLimits: {
      all: { requests: 50, seconds: 10 },
      of: { 'import-episodes': { requests: 2, seconds: 10 }, simulate: { requests: 10, seconds: 600 } },
    },
    reservedConcurrency: {},
    tasksAtOnce: 2,
    pseudonymKeys: { '*': ['1'] },
    statistics: { regions: ['01'], monthly: MONTHLY, readmissions: READMISSIONS, lockDays: 1 },
    disposal: DISPOSAL,
    alarms: {
      serverErrors: 5,
      slowMilliseconds: 5_000,
      refusedTokens: 500,
      refusedAccesses: 1_000,
      turnedAway: 100,
      silence: false,
    },
    tags: { 'data-class': 'test-data' },
  },
  prod: {
    logRetention: RetentionDays.ONE_YEAR,
    restoreDays: 35,
    // Far above what one client may send, so that one that does not heed 429 leaves room for the others.
    throttle: { rate: 400, burst: 400 },
    throttleOf: {
      'import-episodes': { rate: 20, burst: 20 },
      'search-episodes': { rate: 100, burst: 100 },
    },
    // A backlog of 10 000 episodes is let through in seven minutes one by one, and in twenty seconds as ten imports.
    clientLimits: {
      all: { requests: 250, seconds: 10 },
      of: {
        'import-episodes': { requests: 5, seconds: 10 },
        'search-episodes': { requests: 20, seconds: 10 },
        'extract-accesses': { requests: 10, seconds: 60 },
        'upload-version': { requests: 20, seconds: 60 },
        simulate: { requests: 10, seconds: 600 },
      },
    },
    reservedConcurrency: { 'put-episode': 50, 'import-episodes': 5, 'publish-rules': 1 },
    tasksAtOnce: 5,
    pseudonymKeys: { '*': ['1'] },
    // The regions whose agreements are under rules/; one that begins to deliver is added here.
    statistics: {
      regions: ['01', '06', '24'],
      monthly: MONTHLY,
      readmissions: READMISSIONS,
      // Seven years, as long as what a statement rests on is accounting material.
      lockDays: 7 * 366,
    },
    disposal: DISPOSAL,
    alarms: {
      serverErrors: 5,
      slowMilliseconds: 3_000,
      refusedTokens: 100,
      refusedAccesses: 200,
      turnedAway: 20,
      silence: true,
    },
    tags: { 'data-class': 'health-data' },
  },
}
