import { beforeEach, describe, expect, it } from 'vitest'
import { catalogLoader, ruleLoader } from '#agreements/load-catalog.ts'
import { publishShipped } from '#agreements/publish.ts'
import { shippedRules } from '#agreements/shipped-rules.ts'
import { ruleInForce } from '#domain/agreement/in-force.ts'
import { levelValue } from '#domain/agreement/level.ts'
import { priceUnder } from '#domain/liability/money.ts'
import { fraction } from '#domain/money/fraction.ts'
import { afterOthers } from '#functions/work/after-others.ts'
import { canonicalJson } from '#store/canonical-json.ts'
import type { Declaration, MadeDetermination } from '#store/declaration.ts'
import type { RuleStore } from '#store/rule-store.ts'
import { shippedRuleFiles, theRule } from '../support/a-catalog.ts'
import { aRuleStore, aWatchedStore } from '../support/a-rule-store.ts'

const AT = '2026-01-01T00:00:00Z'

const declare = (store: RuleStore, edition: number, declaration: Declaration): Promise<boolean> =>
  store.change(edition, { agreement: 'stockholm-somatic', history: [], declaration })

const aDetermination = (changes: Partial<MadeDetermination> = {}): MadeDetermination => {
  const { file } = theRule('stockholm-somatic', '2')
  const { level } = file.model.kind === 'average' ? file.model : { level: undefined }
  const [first] = typeof level === 'object' && 'least' in level ? level.least : []
  return {
    kind: 'determination',
    agreement: 'stockholm-somatic',
    stage: '2',
    formula: canonicalJson(typeof first === 'object' ? first.determined : undefined),
    value: '1.7000',
    exact: '17/10',
    episodes: 10,
    readyDays: 17,
    snapshot: 'abc',
    by: 'tester',
    at: AT,
    ...changes,
  }
}

const aDayAmount = (edition: number, amount: string): Declaration => ({
  kind: 'day-amount',
  region: '01',
  year: 2020,
  edition,
  amount,
  confidence: 'verified',
  source: 'the decision',
  by: 'tester',
  at: AT,
})
const files = shippedRules('rules')
const amounts = files.find(({ path }) => path.endsWith('day-amounts.v1.yaml'))
const somatic = files.find(({ path }) => path.endsWith('somatic-stage-2.v1.yaml'))

describe('a catalog that is loaded', () => {
  let store: RuleStore
  beforeEach(async () => {
    store = aRuleStore()
    await publishShipped(store, files, AT)
  })

  it('holds every published rule and the national day amounts', async () => {
    const { rules, dayAmounts, events, determinations } = await catalogLoader(store)()

    expect(rules).toHaveLength(shippedRuleFiles.length)
    expect(dayAmounts.map(({ year, ore }) => [year, ore])).toEqual([
      [2019, 7_800_00n],
      [2020, 8_200_00n],
      [2022, 9_300_00n],
      [2023, 10_500_00n],
      [2024, 11_600_00n],
    ])
    expect([events, determinations]).toEqual([[], []])
  })

  it('lets others be served between one rule and the next', async () => {
    let [served, isLoaded] = [0, false]
    const serveAnother = (): void => {
      served += 1
      if (!isLoaded) setImmediate(serveAnother)
    }
    setImmediate(serveAnother)

    await catalogLoader(store, ruleLoader(store, afterOthers))()

    isLoaded = true
    expect(served).toBeGreaterThanOrEqual(shippedRuleFiles.length)
  })

  it('reads each text once, and what is published each time', async () => {
    const { store: watched, read } = aWatchedStore(store)
    const load = catalogLoader(watched)

    const [first, again] = [await load(), await load()]
    await publishShipped(store, [{ path: 'x.v2.yaml', yaml: `${somatic?.yaml}# again\n` }], AT)
    const later = await load()

    expect(again.rules.every((rule, index) => rule === first.rules[index])).toBe(true)
    expect(later.rules).toHaveLength(shippedRuleFiles.length + 1)
    expect(read).toHaveLength(shippedRuleFiles.length + 2)
    expect(read.at(-1)).toBe('stockholm-somatic 2.2')
  })

  it('reads each text once when it is asked for twice at a time', async () => {
    const { store: watched, read } = aWatchedStore(store)
    const load = catalogLoader(watched)

    await Promise.all([load(), load()])

    expect(read).toHaveLength(shippedRuleFiles.length + 1)
  })

  it('takes the newest version of the day amounts, ten above nine', async () => {
    const changed = (amount: string) => amounts?.yaml.replace('"7800.00"', `"${amount}"`) ?? ''
    await publishShipped(store, [{ path: 'x.v9.yaml', yaml: changed('9.00') }], AT)
    await publishShipped(store, [{ path: 'x.v10.yaml', yaml: changed('10.00') }], AT)

    const { dayAmounts } = await catalogLoader(store)()

    expect(dayAmounts[0]).toMatchObject({ year: 2019, ore: 10_00n })
  })

  it('keeps the same bytes under two version numbers apart', async () => {
    await publishShipped(store, [{ path: 'x.v2.yaml', yaml: somatic?.yaml ?? '' }], AT)

    const { rules } = await catalogLoader(store)()
    const versions = rules.filter(
      ({ reference }) => reference.agreement === 'stockholm-somatic' && reference.stage === '2',
    )

    expect(versions.map(({ reference }) => reference.version)).toEqual(['1', '2'])
  })

  it('has what a region declared and determined', async () => {
    const event = {
      kind: 'event',
      agreement: 'stockholm-psychiatric',
      event: 'psychiatric-it-support-live',
      on: '2021-09-14',
      evidence: 'the protocol',
      by: 'tester',
      at: AT,
    } as const
    const level = aDetermination({ value: '1.7000' })
    expect(await declare(store, 0, event)).toBe(true)
    expect(await declare(store, 1, { ...event, on: '2022-01-01' })).toBe(false)
    expect(await declare(store, 1, level)).toBe(true)
    expect(await declare(store, 2, { ...level, value: '2' })).toBe(false)

    const catalog = await catalogLoader(store)()
    const inForce = (dischargedOn: string) =>
      ruleInForce(catalog, { region: '01', municipality: '0162', careType: 'psychiatric', dischargedOn })
    const { file, reference } = theRule('stockholm-somatic', '2')

    expect(inForce('2021-09-30')).toMatchObject({ rule: { reference: { stage: '1' } } })
    expect(inForce('2021-10-01')).toMatchObject({ rule: { reference: { stage: '2' } } })
    expect(file.model.kind === 'average' && levelValue(file.model.level, reference, catalog)).toMatchObject({
      value: fraction(17, 10),
      shown: '1.7000',
      source: 'snapshot abc',
    })
  })

  it('is changed by one of two who decided on the same reading', async () => {
    expect(await declare(store, 0, aDetermination({ stage: '1' }))).toBe(true)
    expect(await declare(store, 0, aDetermination({ stage: '2' }))).toBe(false)
  })

  it('is as it was known at an instant', async () => {
    await declare(store, 0, aDetermination({ at: '2026-02-01T00:00:00.000Z' }))
    const load = catalogLoader(store)

    expect((await load('2026-01-31T23:59:59.999Z')).determinations).toEqual([])
    expect((await load('2026-02-01T00:00:00.000Z')).determinations).toHaveLength(1)
    expect((await load('2025-12-31T23:59:59.999Z')).rules).toEqual([])
  })

  it("has a region's own day amount before the national one, and of two the later", async () => {
    await declare(store, 0, aDayAmount(1, '8000.00'))
    await declare(store, 1, aDayAmount(2, '8100.00'))
    const catalog = await catalogLoader(store)()

    const price = (region: string) => priceUnder(theRule('stockholm-somatic'), catalog, region)(2020)?.ore

    expect(price('01')).toBe(8_100_00n)
    expect(price('06')).toBe(8_200_00n)
  })
})

describe('a catalog that cannot be loaded', () => {
  let store: RuleStore
  beforeEach(async () => {
    store = aRuleStore()
    await publishShipped(
      store,
      [somatic, amounts].flatMap((file) => file ?? []),
      AT,
    )
  })
  const loadingWith = (text: string | undefined, of: string) =>
    catalogLoader(
      aWatchedStore(store, { text: async (file) => (file.agreement === of ? text : store.text(file)) }).store,
    )()

  it('says which file is missing, cannot be read or has changed', async () => {
    await expect(loadingWith(undefined, 'stockholm-somatic')).rejects.toThrow(
      'A published file is missing: stockholm-somatic 2.1',
    )
    await expect(loadingWith('schema: 1', 'stockholm-somatic')).rejects.toThrow(
      'A published rule file cannot be read: stockholm-somatic 2.1',
    )
    await expect(loadingWith(`${somatic?.yaml}#`, 'stockholm-somatic')).rejects.toThrow(
      'A published rule file has changed: stockholm-somatic 2.1',
    )
    await expect(loadingWith('schema: 1', 'national-day-amounts')).rejects.toThrow(
      'The published day amounts cannot be read: version 1',
    )
  })

  it('is tried again once the store answers', async () => {
    const broken = aWatchedStore(store, { text: () => Promise.reject(new Error('not now')) })
    const load = catalogLoader(broken.store)

    await expect(load()).rejects.toThrow('not now')
    broken.answer.text = undefined

    expect((await load()).rules).toHaveLength(1)
  })

  it('is empty where nothing is published', async () => {
    expect(await catalogLoader(aRuleStore())()).toEqual({
      rules: [],
      pending: [],
      dayAmounts: [],
      events: [],
      determinations: [],
    })
  })
})
