import { REGION } from './a-closing-county.ts'
import { DAY_AMOUNTS, LEVEL_IN_HALVES, type SentState, type Storm } from './a-storm.ts'
import { listsOf } from './closing-history.ts'
import { NOTHING, oreOf, standingOf } from './closing-truth.ts'
import { IDS } from './storm-states.ts'

type Listed = {
  readonly municipality: string | null
  readonly month: string
  readonly amount: string | null
  readonly status: string
  readonly cohort: { readonly episodes: number; readonly readyDays: string }
  readonly corrections?: readonly { readonly amount: string }[]
}

/** What of a unit's month can be counted by hand. */
type Sum = { readonly episodes: bigint; readonly readyDays: bigint }

/** Everything that is wrong with the liabilities and the closed accounts, by sums made of what clients sent and no code of the service. */
export const wrongWithSums = async (storm: Storm): Promise<readonly string[]> => {
  const [wrong, sums]: [string[], ReadonlyMap<string, Sum>] = [[], sumsOf(await currentStates(storm))]
  const listed: readonly Listed[] = (await listsOf(storm.county)).flatMap((text) => JSON.parse(text).liabilities)
  const known = listed.filter(({ municipality }) => municipality !== null)
  const open = known.filter(({ status }) => status !== 'final')
  for (const { municipality, month, cohort } of open) {
    const { episodes, readyDays } = sums.get(`${month} ${municipality}`) ?? NO_SUM
    if (`${cohort.episodes} ${cohort.readyDays}` !== `${episodes} ${readyDays}`)
      wrong.push(`${month} ${municipality} has ${JSON.stringify(cohort)}, not ${episodes} with ${readyDays} days`)
  }
  const shown = Map.groupBy(known, ({ month, municipality }) => `${month} ${municipality}`)
  for (const name of new Set([...shown.keys(), ...sums.keys()])) {
    const amount = (shown.get(name) ?? []).reduce((sum, each) => sum + amountOf(each), 0n)
    const must = oreOwed(name, sums.get(name) ?? NO_SUM)
    if (amount !== must) wrong.push(`${name} is shown as ${amount} öre, not as ${must}`)
    storm.count('liabilities')
  }
  for (const [name, standing] of await standingOf(storm.county)) {
    const [month = '', , municipality] = name.split('~')
    const sum = sums.get(`${month} ${municipality}`) ?? NO_SUM
    const ore = oreOwed(month, sum)
    const must = ore === 0n ? NOTHING : `${daysOwed(sum)} ${ore}`
    if (standing !== must) wrong.push(`${name} stands at ${standing}, not at ${must}`)
    storm.count('closed accounts')
  }
  for (const month of Object.keys(DAY_AMOUNTS)) {
    const corrections = await storm.county.environment.settlements.corrections(REGION, month)
    for (const _ of corrections) storm.count('corrections')
    for (const own of Map.groupBy(corrections, ({ municipality }) => municipality).values())
      if (own.some(({ number }, index) => number !== index + 1)) wrong.push(`${month} has a gap in its corrections`)
  }
  return wrong
}

const NO_SUM: Sum = { episodes: 0n, readyDays: 0n }

/** The states that count now: of each episode what was sent of the revision that the source updated last. */
const currentStates = async ({ county, sent }: Storm): Promise<readonly SentState[]> => {
  const current: SentState[] = []
  for (const id of IDS) {
    const revisions = await county.environment.episodes.revisions(REGION, id.slice(REGION.length + 1))
    const states = revisions.flatMap(({ episode }) => sent.get(episode.caseNumber ?? '') ?? [])
    const [newest] = states.toSorted((a, b) => (a.sourceUpdatedAt < b.sourceUpdatedAt ? 1 : -1))
    if (newest !== undefined) current.push(newest)
  }
  return current
}

const sumsOf = (states: readonly SentState[]): ReadonlyMap<string, Sum> => {
  const counted = states.filter(({ cancelled, month, municipality }) => !cancelled && month && municipality)
  const byUnit = Map.groupBy(counted, ({ month, municipality }) => `${month} ${municipality}`)
  return new Map(
    [...byUnit].map(([name, own]) => [
      name,
      { episodes: BigInt(own.length), readyDays: own.reduce((sum, { readyDays }) => sum + BigInt(readyDays), 0n) },
    ]),
  )
}

const halvesOwed = ({ episodes, readyDays }: Sum): bigint => {
  const over = 2n * readyDays - LEVEL_IN_HALVES * episodes
  return over > 0n ? over : 0n
}

const daysOwed = (sum: Sum): string => {
  const halves = halvesOwed(sum)
  return halves % 2n === 0n ? `${halves / 2n}` : `${halves}/2`
}

const oreOwed = (name: string, sum: Sum): bigint => (halvesOwed(sum) * (DAY_AMOUNTS[name.slice(0, 7)] ?? 0n)) / 2n

const amountOf = ({ amount, corrections = [] }: Listed): bigint =>
  [amount ?? '0.00', ...corrections.map((each) => each.amount)].reduce((sum, each) => sum + oreOf(each), 0n)
