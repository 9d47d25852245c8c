import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { verifyReceipt } from '#functions/settlements/verification/verify-receipt.ts'
import { canonicalJson } from '#store/canonical-json.ts'
import { aSharedService } from '../support/a-shared-service.ts'
import { anEpisode, type Told } from '../support/an-episode.ts'
import { filesOf, type VerifiedFiles } from '../support/closed-months.ts'
import { closed } from '../support/closing.ts'
import { aReview } from '../support/joint-group.ts'
import { leavesOf, withLeaf } from '../support/leaves.ts'
import { runs } from '../support/runs.ts'

const service = aSharedService()

const deviations = ({ receipt, stays, rule }: VerifiedFiles): readonly string[] =>
  verifyReceipt({
    receipt: Buffer.from(receipt),
    behind: { stays: Buffer.from(stays), rule: Buffer.from(rule) },
  }).deviations.map(({ en }) => en)

const DETERMINED = '01~stockholm-somatic~2.1~0136~2020-12'
const TWO_YEARS = '03~act~1.1~0380~2020-01'
const REVIEWED = '24~vasterbotten~1.1~2480~2022-05'
const files = new Map<string, VerifiedFiles>()
const of = (id: string): VerifiedFiles => files.get(id) ?? { receipt: '', stays: '', rule: '' }

beforeAll(async () => {
  const put = (id: string, told: Told, municipality: string) =>
    service().put(`hospital-${id.slice(0, 2)}`, `/v1/episodes/${id}`, anEpisode(told, municipality))
  const amount = (county: string, year: number, kronor: string) =>
    service().post(`region-${county}`, '/v1/day-amounts', {
      year,
      amount: kronor,
      source: `A decision on ${kronor}`,
      confidence: 'verified',
    })
  await put('01~on-day-zero', { ready: '2020-03-02 10:00', out: '2020-03-02 15:00' }, '0136')
  await put('01~three-days', { ready: '2020-10-28 10:00', out: '2020-10-31 15:00' }, '0136')
  await service().post('region-01', '/v1/agreements/stockholm-somatic/determinations', { stage: '2' })
  await put('01~four-days', { ready: '2020-12-07 10:00', out: '2020-12-11 15:00' }, '0136')
  await put('01~no-day', { ready: '2020-12-07 10:00', out: '2020-12-07 15:00' }, '0136')
  await put('01~unknown', { ready: '2020-12-07 10:00', out: '2020-12-09 15:00', planning: {} }, '0136')
  await amount('01', 2020, '8300.00')
  await closed(service(), '01', {
    agreement: 'stockholm-somatic',
    month: '2020-12',
    leaveOut: [{ episode: '01~unknown', reason: 'The ward has no record of it.' }],
  })
  await put('03~new-year', { ready: '2019-12-20 10:00', out: '2020-01-10 15:00' }, '0380')
  await amount('03', 2019, '8000.00')
  await amount('03', 2019, '8001.00')
  await closed(service(), '03', { agreement: 'act', month: '2020-01' })
  await put('24~candidate', { ready: '2022-05-10 10:00', out: '2022-05-17 15:00' }, '2480')
  await service().post('region-24', '/v1/reviews', aReview('24~candidate', { outcome: 'adjust', days: 3 }))
  await closed(service(), '24', { agreement: 'vasterbotten', month: '2022-05' })
  for (const id of [DETERMINED, TWO_YEARS, REVIEWED]) files.set(id, await filesOf(service(), id))
})

describe('a receipt', () => {
  it('of a determined level, a declared amount and an episode that was left out is verified', () => {
    const { liability, premises } = JSON.parse(of(DETERMINED).receipt)

    // 4 + 0 over 3 ÷ 2 = 1.5: 4 − 1.5 × 2 = 1 day of 8 300.00.
    expect(liability).toMatchObject({ level: '1.5000', days: '1.00', amount: '8300.00', cohort: { leftOut: 1 } })
    expect(premises).toMatchObject({
      dayAmounts: [{ year: 2020, amount: '8300.00', region: '01' }],
      determinations: [{ value: '3/2' }],
      leftOut: [{ episode: '01~unknown', leftOut: 'undetermined' }],
    })
    expect(deviations(of(DETERMINED))).toEqual([])
  })

  it('of days in two years is verified, the last declared amount before the published one', () => {
    const { liability, premises } = JSON.parse(of(TWO_YEARS).receipt)

    // Of the days from 20 December to 9 January the first three are free: 9 in 2019 and 9 in 2020.
    expect(liability.dayAmounts).toEqual([
      { year: 2019, days: '9.00', amount: '8001.00' },
      { year: 2020, days: '9.00', amount: '8200.00' },
    ])
    expect(premises.dayAmounts).toMatchObject([
      { year: 2019, amount: '8001.00', region: '03' },
      { year: 2020, amount: '8200.00', region: null },
    ])
    expect(deviations(of(TWO_YEARS))).toEqual([])
  })

  it('of candidate days is verified with what the joint group decided', () => {
    // Of 10 to 16 May the first three are free; three of the four others at 9 300.00.
    expect(JSON.parse(of(REVIEWED).receipt).liability).toMatchObject({ review: 'decided', amount: '27900.00' })
    expect(deviations(of(REVIEWED))).toEqual([])
  })

  it.each([
    ['days', 2, /^liability\.amount: the receipt says 27900\.00, computed again it is 18600\.00$/],
    ['days', 5, /^the receipt has not the form of one: premises\.reviews\.0$/],
    ['outcome', 'approve', /^the receipt has not the form of one: premises\.reviews\.0$/],
    ['revision', 2, /^liability\.review: the receipt says decided, computed again it is pending$/],
    ['candidateDays', 5, /^liability\.review: the receipt says decided, computed again it is pending$/],
  ])('is refused with other %s of the decision: %s', (part, value, told) => {
    const receipt = withLeaf(of(REVIEWED).receipt, `premises.reviews.0.${part}`, value)

    expect(deviations({ ...of(REVIEWED), receipt })).toContainEqual(expect.stringMatching(told))
  })

  it.each([
    ['another level', 'value', '2', /^liability\.level: the receipt says 1\.5000, computed again it is 2\.0000$/],
    [
      'another formula',
      'formula.decimals',
      3,
      /^liability\.level: the receipt says 1\.5000, computed again it is null$/,
    ],
  ])('is refused with %s among the premises', (_, part, value, told) => {
    const receipt = withLeaf(of(DETERMINED).receipt, `premises.determinations.0.${part}`, value)

    expect(deviations({ ...of(DETERMINED), receipt })).toContainEqual(expect.stringMatching(told))
  })

  it('is refused when it no longer leaves an episode out, or leaves out one more', () => {
    const receipt = JSON.parse(of(DETERMINED).receipt)
    const leavingOut = (leftOut: readonly object[]) => ({
      ...of(DETERMINED),
      receipt: canonicalJson({ ...receipt, premises: { ...receipt.premises, leftOut } }),
    })
    const [unknown] = receipt.premises.leftOut
    const four = { ...unknown, episode: '01~four-days', leftOut: 'always', because: 'dispute-upheld' }

    expect(deviations(leavingOut([]))).toContain(
      'liability.cohort.undetermined: the receipt says 0, computed again it is 1',
    )
    expect(deviations(leavingOut([unknown, four]))).toContain(
      'liability.cohort.leftOut: the receipt says 1, computed again it is 2',
    )
  })

  it('is refused with the amount of another region', () => {
    const receipt = withLeaf(of(DETERMINED).receipt, 'premises.dayAmounts.0.region', '06')

    expect(deviations({ ...of(DETERMINED), receipt })).toContain(
      'liability.amount: the receipt says 8300.00, computed again it is null',
    )
  })

  it.each([
    ['month', '2020-12', '2021-01', '01~four-days was not discharged in 2021-01'],
    [
      'municipality',
      '~0136~',
      '~0138~',
      `the stays do not belong to the unit and month of the receipt, but to: ${DETERMINED}`,
    ],
  ])('is refused as that of another %s', (_, own, other, told) => {
    const receipt = of(DETERMINED).receipt.replaceAll(own, other)

    expect(deviations({ ...of(DETERMINED), receipt })).toContain(told)
  })
})

/** What a receipt says and no file behind it can show: who closed it, when, by what, and why the parties decided as they did. */
const CLAIMS = [
  'closedAt',
  'closedBy',
  'engine',
  'premises.leftOut.0.because',
  'premises.leftOut.0.reason',
  'premises.reviews.0.number',
  'premises.reviews.0.reason',
]

const withoutClaims = (receipt: string): string => {
  const paths = new Set(leavesOf(receipt).map(({ path }) => path))
  return CLAIMS.filter((path) => paths.has(path)).reduce((text, path) => withLeaf(text, path, null), receipt)
}

it('a receipt is refused with one other byte in it, its claims apart, in the export or in the rule file', () => {
  const { receipt, stays, rule } = of(DETERMINED)
  const bytes = { receipt: Buffer.from(receipt), stays: Buffer.from(stays.trimEnd()), rule: Buffer.from(rule) }
  fc.assert(
    fc.property(
      fc.constantFrom('receipt', 'stays', 'rule'),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      (name, at, mask) => {
        const place = at % bytes[name].length
        const other = bytes[name].map((byte, index) => (index === place ? byte ^ mask : byte))
        const { receipt: changed, ...behind } = { ...bytes, [name]: other }

        const verification = verifyReceipt({ receipt: changed, behind })

        const isClaim = verification.deviations.length === 0 && name === 'receipt'
        if (isClaim) expect(withoutClaims(Buffer.from(other).toString())).toBe(withoutClaims(receipt))
        else expect(verification.deviations).not.toEqual([])
      },
    ),
    { numRuns: runs(1_000) },
  )
}, 120_000)

describe.each([[DETERMINED], [TWO_YEARS], [REVIEWED]])('the receipt %s', (id) => {
  const sample = <Value>(values: readonly Value[]): readonly Value[] => {
    const step = Math.floor(values.length / runs(values.length))
    return values.filter((_, index) => index % step === 0)
  }

  it('is refused when any part of it but those claims is another', () => {
    const leaves = sample(leavesOf(of(id).receipt).filter(({ path }) => !CLAIMS.includes(path)))

    const unnoticed = leaves.filter(({ changed }) => deviations({ ...of(id), receipt: changed }).length === 0)

    expect(leaves.length).toBeGreaterThan(10)
    expect(unnoticed.map(({ path }) => path)).toEqual([])
  }, 120_000)

  it('says no more than those claims without showing it', () => {
    const leaves = leavesOf(of(id).receipt).filter(({ path }) => CLAIMS.includes(path))

    expect(leaves.flatMap(({ changed }) => deviations({ ...of(id), receipt: changed }))).toEqual([])
  })
})
