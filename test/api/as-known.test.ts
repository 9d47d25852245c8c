import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { publishShipped } from '#agreements/publish.ts'
import { shippedRules } from '#agreements/shipped-rules.ts'
import { composeEnvironment, type Environment } from '#functions/environment.ts'
import { declareDayAmount } from '#functions/lifecycle/declare-day-amount.ts'
import { openSqliteTable } from '#local/sqlite-table.ts'
import type { RuleVersion } from '#store/rule-version.ts'
import { aClientLimit } from '../support/a-client-limit.ts'
import { aShelf } from '../support/a-shelf.ts'
import { anAccessLog } from '../support/an-access-log.ts'
import { anAgreement } from '../support/an-agreement.ts'
import { anEpisode } from '../support/an-episode.ts'
import { stays } from '../support/hand-computed.ts'
import { everythingOf, type InProcess, inProcess } from '../support/in-process.ts'
import { sha256Of } from '../support/rule-editor.ts'
import { runs } from '../support/runs.ts'

const MONTHS = ['2022-04', '2022-05'] as const
const national = shippedRules('rules').filter(({ path }) => path.startsWith('national/'))

/** A county's service with the Act alone, whose clock moves a millisecond each time it is looked at. */
const aCounty = async (): Promise<{ readonly environment: Environment; readonly service: InProcess }> => {
  let looked = Date.parse('2024-05-10T08:00:00Z')
  const environment = composeEnvironment({
    table: openSqliteTable(':memory:'),
    sendTasks: async () => undefined,
    pseudonyms: {
      of: async () => ({ pseudonym: 'Z4sGCpANiOCYPO5zEAAqLhbx4gUCS9vw', keyVersion: '1' }),
      keyVersions: async () => ['1'],
    },
    ...aShelf(),
    ...anAccessLog(),
    ...aClientLimit(),
    verifyToken: everythingOf('17'),
    now: () => new Date(looked++).toISOString(),
    log: () => undefined,
  })
  expect(await publishShipped(environment.rules, national, environment.now())).toEqual([])
  return { environment, service: inProcess(environment) }
}

/** Something that happens in the county, in the order in which people get to it. */
type Deed =
  | { readonly kind: 'episode'; readonly id: number; readonly readyDays: number; readonly out: string }
  | { readonly kind: 'version'; readonly from: string; readonly level: string; readonly signed: boolean }
  | { readonly kind: 'withdrawal' }
  | { readonly kind: 'day-amount'; readonly amount: string }

const anyDate = fc
  .integer({ min: 1, max: 60 })
  .map((day) => (day <= 30 ? `2022-04-${two(day)}` : `2022-05-${two(day - 30)}`))
const two = (day: number): string => `${day}`.padStart(2, '0')

const anyDeed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('episode' as const),
      id: fc.nat(3),
      readyDays: fc.nat(9),
      out: anyDate,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('version' as const),
      from: anyDate,
      level: fc.constantFrom('0.5', '1.5', '3.0'),
      signed: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('withdrawal' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('day-amount' as const), amount: fc.constantFrom('9000.00', '9500.00') }),
  },
)

const perform = async ({ environment, service }: Awaited<ReturnType<typeof aCounty>>, deed: Deed): Promise<void> => {
  const { rules, now } = environment
  switch (deed.kind) {
    case 'episode': {
      const [told = {}] = stays([deed.readyDays], deed.out, { sourceUpdatedAt: now() })
      return service.send([{ ...anEpisode(told, '1715'), id: `17~${deed.id}` }])
    }
    case 'version': {
      const { versions, edition } = await rules.publications()
      const version = `${versions.filter(({ agreement }) => agreement === 'county-17').length + 1}`
      const yaml = `# ${version}\n${anAgreement({ from: deed.from, level: deed.level })}`
      const at = now()
      const uploaded: RuleVersion = {
        ...{ kind: 'rule', agreement: 'county-17', stage: '1', version, sha256: sha256Of(yaml), approvals: [] },
        uploaded: { by: 'region-17', region: '17', at },
        ...(deed.signed ? { status: 'published', publishedAt: now() } : { status: 'draft' }),
      }
      await rules.change(edition, { agreement: 'county-17', version: uploaded, yaml, history: [] })
      return
    }
    case 'withdrawal': {
      const { versions, edition } = await rules.publications()
      const last = versions.findLast(({ agreement, status }) => agreement === 'county-17' && status !== 'withdrawn')
      if (last === undefined) return
      const withdrawn: RuleVersion = { ...last, status: 'withdrawn', withdrawnAt: now() }
      await rules.change(edition, { agreement: 'county-17', version: withdrawn, history: [] })
      return
    }
    case 'day-amount': {
      const { amount } = deed
      await declareDayAmount(environment, {
        region: '17',
        year: 2022,
        amount,
        confidence: 'verified',
        source: 's',
        by: 'b',
      })
    }
  }
}

const listed = ({ liabilities }: InProcess, asOf?: string): Promise<readonly string[]> =>
  Promise.all(MONTHS.map((month) => liabilities(month, asOf === undefined ? '' : `&asOf=${encodeURIComponent(asOf)}`)))

/** Everything that can be asked as of an instant. */
const everything = async (service: InProcess, asOf?: string): Promise<readonly string[]> => {
  const query = asOf === undefined ? '' : `&asOf=${encodeURIComponent(asOf)}`
  const list = await service.episodes(query)
  const ids: readonly string[] = JSON.parse(list).episodes.map(({ id }: { readonly id: string }) => id)
  const episodes = await Promise.all(ids.map((id) => service.episode(id, query)))
  return [...(await listed(service, asOf)), list, ...episodes.flat(), await service.ruleCalendar('17', query)]
}

describe('what was answered', () => {
  it('is answered again as of then, whatever has become known since', async () => {
    let changes = 0
    await fc.assert(
      fc.asyncProperty(fc.array(anyDeed, { minLength: 2, maxLength: 12 }), async (deeds) => {
        const county = await aCounty()
        const answers: { readonly at: string; readonly lists: readonly string[] }[] = []
        for (const deed of deeds) {
          await perform(county, deed)
          answers.push({ at: county.environment.now(), lists: await everything(county.service) })
        }

        const again = await Promise.all(answers.map(({ at }) => everything(county.service, at)))

        expect(again).toEqual(answers.map(({ lists }) => lists))
        changes += new Set(answers.map(({ lists }) => lists.join())).size - 1
      }),
      { numRuns: runs(200) },
    )

    expect(changes).toBeGreaterThan(runs(200))
  })

  it('is replaced by new answers for a late version with an earlier first day', async () => {
    const county = await aCounty()
    const episode = { kind: 'episode', id: 1, readyDays: 5, out: '2022-05-20' } as const
    await perform(county, { kind: 'version', from: '2022-05-10', level: '3.0', signed: true })
    await perform(county, episode)
    const known = county.environment.now()
    const [, before] = await listed(county.service)

    await perform(county, { kind: 'version', from: '2022-05-15', level: '1.5', signed: true })

    const [, after] = await listed(county.service)
    const [, then] = await listed(county.service, known)
    // 5 − 3.0 = 2 days, and 5 − 1.5 = 3.5 days, of 9 300.00.
    expect(JSON.parse(before ?? '').liabilities).toMatchObject([{ rule: { version: '1' }, amount: '18600.00' }])
    expect(JSON.parse(after ?? '').liabilities).toMatchObject([{ rule: { version: '2' }, amount: '32550.00' }])
    expect(then).toBe(before)
  })

  it('has two versions inside one month, each with its own discharge dates', async () => {
    const county = await aCounty()
    await perform(county, { kind: 'version', from: '2022-05-10', level: '3.0', signed: true })
    await perform(county, { kind: 'version', from: '2022-05-20', level: '1.5', signed: true })
    for (const [id, out] of [[1, '2022-05-19'] as const, [2, '2022-05-20'] as const])
      await perform(county, { kind: 'episode', id, readyDays: 5, out })

    const [, text] = await listed(county.service)

    expect(JSON.parse(text ?? '').liabilities).toMatchObject([
      { rule: { version: '1' }, cohort: { episodes: 1 }, level: '3.0', days: '2.00' },
      { rule: { version: '2' }, cohort: { episodes: 1 }, level: '1.5', days: '3.50' },
    ])
  })
})
