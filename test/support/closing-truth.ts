import { factsOf } from '#domain/episode/facts.ts'
import type { RecordedEpisode } from '#domain/liability/cohort.ts'
import { explain } from '#domain/liability/explain.ts'
import type { Liability } from '#domain/liability/liability.ts'
import { liabilitiesOf } from '#domain/liability/month.ts'
import { add, exactly, parseExact, zero } from '#domain/money/fraction.ts'
import type { Adjustment } from '#domain/settlement/adjustment.ts'
import { stepAnswer } from '#functions/liabilities/step-answer.ts'
import { type ClosingCounty, REGION } from './a-closing-county.ts'
import { EPISODES, MONTHS } from './closing-deeds.ts'
import { recompute } from './recompute.ts'

/** What an account comes to, as `days ore`, both exact; undefined while that is not known. */
export type Truth = ReadonlyMap<string, string | undefined>

/** Which episodes the region has left out of which month while they are undetermined. */
export type LeftOut = ReadonlyMap<string, ReadonlySet<number>>

/** What every account comes to by the current revisions and the rules alone; nothing that was closed is looked at. */
export const truthOf = async ({ environment }: ClosingCounty, leftOut: LeftOut): Promise<Truth> => {
  const episodes = await currentEpisodes(environment)
  const catalog = await environment.catalog()
  const truth = new Map<string, string | undefined>()
  for (const month of MONTHS) {
    const own = episodes.filter(({ facts }) => facts.discharge?.on.startsWith(month))
    const adjustments = [
      ...[...(leftOut.get(month) ?? [])].map((id) => leaveOut(`${REGION}~${id}`, 'undetermined')),
      ...(await upheldIn(environment, month)).map((episode) => leaveOut(episode, 'always')),
    ]
    for (const [name, liabilities] of Map.groupBy(liabilitiesOf(catalog, month, own, adjustments), nameOf))
      truth.set(`${month}~${name}`, comesTo(liabilities))
  }
  return truth
}

/** What every closed account stands at: its statements with all their corrections, as `days ore`. */
export const standingOf = async ({
  environment: { settlements },
}: ClosingCounty): Promise<ReadonlyMap<string, string>> => {
  const standing = new Map<string, string>()
  for (const month of MONTHS) {
    const lines = [...(await settlements.statements(REGION, month)), ...(await settlements.corrections(REGION, month))]
    for (const line of lines) {
      const name = [month, line.agreement, line.municipality, line.district].join('~')
      standing.set(name, sum(standing.get(name) ?? NOTHING, `${line.days} ${line.ore}`))
    }
  }
  return standing
}

/** What an account without liabilities comes to. */
export const NOTHING = '0 0'

const currentEpisodes = async ({ episodes }: ClosingCounty['environment']): Promise<readonly RecordedEpisode[]> => {
  const current: RecordedEpisode[] = []
  for (let id = 0; id < EPISODES; id += 1) {
    const revision = await episodes.current(REGION, `${id}`)
    if (revision === undefined) continue
    current.push({ region: REGION, id: `${id}`, revision: revision.number, facts: factsOf(revision.episode) })
  }
  return current
}

const leaveOut = (episode: string, when: 'undetermined' | 'always'): Adjustment => ({
  ...{ kind: 'left-out', episode, leftOut: when },
  reason: { id: 'left-out', cites: '', text: { sv: '', en: '' } },
})

/** The episodes that the parties have agreed do not count, by the disputes themselves. */
export const upheldIn = async ({ disputes }: ClosingCounty['environment'], month: string): Promise<readonly string[]> =>
  (await disputes.ofMonth(REGION, month))
    .filter(({ decisions }) => decisions.some(({ outcome }) => outcome === 'upheld'))
    .map(({ dispute: { episode } }) => episode)

const nameOf = ({ key: { rule, municipality = '-', district = '-' } }: Liability): string =>
  [rule?.reference.agreement ?? 'nobody-knows', municipality, district].join('~')

const comesTo = (liabilities: readonly Liability[]): string | undefined => {
  let total = NOTHING
  for (const liability of liabilities) {
    const { days, ore } = liability.total
    const isKnown = days !== undefined && ore !== undefined && liability.review !== 'pending'
    if (!isKnown || liability.key.rule === undefined) return undefined
    checkSteps(liability, ore)
    total = sum(total, `${exactly(days)} ${ore}`)
  }
  return total
}

/** Throws unless other arithmetic comes to the same by the steps alone. */
const checkSteps = (liability: Liability, ore: bigint): void => {
  const { amount } = recompute(explain(liability).map(stepAnswer))
  if (amount === null || oreOf(amount) !== ore) throw new Error(`The steps come to ${amount}, not to ${ore} öre`)
}

/** Whole öre of an amount as it is written. */
export const oreOf = (amount: string): bigint => BigInt(amount.replace('.', ''))

const sum = (a: string, b: string): string => {
  const [daysOfA = '', oreOfA = ''] = a.split(' ')
  const [daysOfB = '', oreOfB = ''] = b.split(' ')
  return `${exactly(add(add(zero, parseExact(daysOfA)), parseExact(daysOfB)))} ${BigInt(oreOfA) + BigInt(oreOfB)}`
}
