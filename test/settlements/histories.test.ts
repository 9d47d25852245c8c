import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { accountName } from '#domain/settlement/account.ts'
import { REGION } from '../support/a-closing-county.ts'
import { anyHistory, type Event, MONTHS } from '../support/closing-deeds.ts'
import { aHistory, type Lived, listsOf } from '../support/closing-history.ts'
import { NOTHING, oreOf, standingOf, truthOf, upheldIn } from '../support/closing-truth.ts'
import { drain } from '../support/perform-deed.ts'
import { recompute } from '../support/recompute.ts'
import { runs } from '../support/runs.ts'

const HISTORIES = runs(10_000, 60)
const SEED = process.env.SEED === undefined ? {} : { seed: Number(process.env.SEED) }

it('every closed account comes to what its episodes and rules come to, whatever has happened and in which order', async () => {
  const counted = { statements: 0, corrections: 0, unknown: 0, upheld: 0 }
  await fc.assert(
    fc.asyncProperty(anyHistory, async (events) => {
      const lived = await aHistory()
      for (const event of before) await lived.live(event)
      for (const event of events) await lived.live(event)
      await drain(lived.county)

      const isMixed = events.some(hasUnseenMoments)
      counted.unknown += await unknownIn(lived)
      await expectAll(lived, isMixed)
      for (const event of toKnowAll) await lived.live(event)
      await drain(lived.county)
      await expectAll(lived, isMixed)
      for (const { at, lists } of lived.answers) expect(await listsOf(lived.county, at)).toEqual(lists)
      for (const month of MONTHS) counted.upheld += (await upheldIn(lived.county.environment, month)).length
      counted.statements += lived.receipts.size / 2
      counted.corrections += lived.lines.size - lived.receipts.size / 2
    }),
    { numRuns: HISTORIES, ...SEED },
  )

  expect(counted.unknown).toBeGreaterThan(HISTORIES / 5)
  expect(counted.upheld).toBeGreaterThan(HISTORIES / 10)
  expect(counted.statements).toBeGreaterThan(HISTORIES / 2)
  expect(counted.corrections).toBeGreaterThan(HISTORIES / 2)
}, 3_600_000)

const stay = { kind: 'episode', readyDays: 4, unit: '1715', careType: 'somatic', told: 'whole', stale: false } as const

/** What every history begins with, so that there is something to close. */
const before: readonly Event[] = [
  { kind: 'version', from: '2021-12-10', level: '1.5', charge: 'excess', somaticOnly: true, signed: true },
  { ...stay, id: 0, out: '2022-01-20' },
  { ...stay, id: 1, out: '2021-12-20' },
]

/** Makes known what may be missing: the day amounts, a level, and what is not recorded of the stays. */
const toKnowAll: readonly Event[] = [
  { kind: 'day-amount', year: 2021, amount: '9100.00' },
  { kind: 'day-amount', year: 2022, amount: '9200.00' },
  { kind: 'determination' },
  ...[0, 1, 2, 3].map((id): Event => ({ ...stay, id, readyDays: id * 3, out: `2022-01-${11 + id * 5}` })),
]

const expectAll = async (lived: Lived, isMixed: boolean): Promise<void> => {
  await lived.look()
  await expectSums(lived, isMixed)
  await expectNothingLost(lived)
  expectReceipts(lived)
  await expectClosedOnce(lived)
}

const unknownIn = async ({ county, leftOut }: Lived): Promise<number> =>
  [...(await truthOf(county, leftOut)).values()].filter((total) => total === undefined).length

/** Of what changes within two rows of deeds, not every moment is looked at. */
const hasUnseenMoments = (event: Event): boolean =>
  event.kind === 'at-once' && event.both.flat().filter(({ kind }) => kind !== 'task').length > 1

/** What is known is stood at exactly; what is not known today stands where it was known to be. */
const expectSums = async ({ county, leftOut, seen }: Lived, isMixed: boolean): Promise<void> => {
  const truth = await truthOf(county, leftOut)
  for (const [name, standing] of await standingOf(county)) {
    const total = truth.has(name) ? truth.get(name) : NOTHING
    if (total !== undefined) expect(`${name} ${standing}`).toBe(`${name} ${total}`)
    else if (!isMixed) expect([...(seen.get(name) ?? [])], name).toContain(standing)
  }
}

/** An account is closed in one moment: what comes after that is in its corrections. */
const expectClosedOnce = async ({ county: { environment } }: Lived): Promise<void> => {
  for (const month of MONTHS) {
    const statements = await environment.settlements.statements(REGION, month)
    for (const own of Map.groupBy(statements, accountName).values())
      expect(new Set(own.map(({ recordedAt }) => recordedAt)).size).toBe(1)
  }
}

type Found = {
  readonly amount: string | null
  readonly corrections: readonly { readonly amount: string }[] | undefined
}

/** No öre is lost or made: what the lists show, corrections and open months together, is what everything comes to. */
const expectNothingLost = async ({ county, leftOut }: Lived): Promise<void> => {
  const totals = [...(await truthOf(county, leftOut)).values()]
  if (totals.includes(undefined)) return
  const truth = totals.reduce((sum, total = NOTHING) => sum + BigInt(total.split(' ')[1] ?? ''), 0n)
  const liabilities: readonly Found[] = (await listsOf(county)).flatMap((text) => JSON.parse(text).liabilities)
  const shown = liabilities
    .flatMap(({ amount, corrections = [] }) => [amount, ...corrections.map((made) => made.amount)])
    .reduce((sum, amount) => sum + oreOf(amount ?? 'not known'), 0n)
  expect(shown).toBe(truth)
}

/** A receipt's bytes are those of its digest, and its figures those that other arithmetic makes of its steps. */
const expectReceipts = ({ receipts }: Lived): void => {
  for (const [id, kept] of receipts) {
    if (id.endsWith(' steps')) continue
    const [etag, text] = [kept.slice(0, kept.indexOf(' ')), kept.slice(kept.indexOf(' ') + 1)]
    const { liability, steps } = JSON.parse(text)
    expect(etag).toBe(`"${createHash('sha256').update(text).digest('hex')}"`)
    expect(recompute(steps)).toEqual({ days: liability.days, amount: liability.amount })
  }
}
