import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Rule } from '#domain/agreement/rule.ts'
import { addDays, type CivilDate, monthOf } from '#domain/calendar/civil-date.ts'
import type { EpisodeFacts } from '#domain/episode/facts.ts'
import type { RecordedEpisode } from '#domain/liability/cohort.ts'
import { explain } from '#domain/liability/explain.ts'
import type { Liability } from '#domain/liability/liability.ts'
import { liabilitiesOf } from '#domain/liability/month.ts'
import { aCatalog, theRule } from '../../support/a-catalog.ts'
import { aRule } from '../../support/a-rule.ts'
import { anyAverage, anyFactsIn, anyIndividual } from '../../support/arbitrary-facts.ts'
import { runs } from '../../support/runs.ts'

const MONTHS = ['2020-02', '2020-03', '2020-04'] as const
const act = theRule('act')

/** A day of the months, or a few days before and after them. */
const anyDay = fc.integer({ min: -10, max: 100 }).map((days) => addDays('2020-02-01', days))

type Version = { readonly from: CivilDate; readonly model: object }

const anyVersions = fc.uniqueArray(
  fc.record({ from: anyDay, model: fc.oneof(anyAverage, anyIndividual) }) as fc.Arbitrary<Version>,
  { minLength: 1, maxLength: 4, selector: ({ from }) => from },
)

/** Versions of one stage, numbered in the order in which they are uploaded. */
const uploaded = (versions: readonly Version[]): readonly Rule[] =>
  versions.map(({ from, model }, index) => aRule({ version: `${index + 1}`, inForce: { from }, model }))

const anyEpisodes: fc.Arbitrary<readonly RecordedEpisode[]> = fc
  .array(fc.oneof(...MONTHS.map(anyFactsIn)), { maxLength: 30 })
  .map((all) => all.map((facts, index) => ({ region: '01', id: `${index}`, revision: 1, facts })))

const dischargedOn = ({ discharge }: EpisodeFacts): CivilDate => discharge?.on ?? ''

const settled = (rules: readonly Rule[], episodes: readonly RecordedEpisode[]): readonly Liability[] =>
  MONTHS.flatMap((month) =>
    liabilitiesOf(
      aCatalog([act, ...rules]),
      month,
      episodes.filter(({ facts }) => monthOf(dischargedOn(facts)) === month),
    ),
  )

/** What a liability comes to and why, without the number of its version: its steps hold every figure there is. */
const told = (liability: Liability) => ({
  from: liability.key.rule?.file.inForce.from,
  month: liability.key.month,
  episodes: liability.episodes.map(({ id, decision: { outcome, days, reasons, flags } }) => ({
    id,
    outcome,
    days,
    reasons,
    flags,
  })),
  steps: explain(liability),
  missing: liability.missing,
  bounds: liability.bounds,
})

const inWords = (liabilities: readonly Liability[]): readonly string[] =>
  liabilities
    .map((liability) => JSON.stringify(told(liability), (_, value) => (typeof value === 'bigint' ? `${value}` : value)))
    .sort()

describe('versions of a stage', () => {
  it('that begin later change no earlier date', () => {
    fc.assert(
      fc.property(anyVersions, anyEpisodes, ([future, ...others], episodes) => {
        fc.pre(future !== undefined && others.length > 0)
        const earlier = episodes.filter(({ facts }) => dischargedOn(facts) < future.from)
        const before = settled(uploaded(others), earlier)

        const after = settled(uploaded([...others, future]), earlier)

        expect(inWords(after)).toEqual(inWords(before))
      }),
      { numRuns: runs(5000) },
    )
  })

  it('decide the same in whatever order they are uploaded', () => {
    const anyOrder = anyVersions.chain((versions) =>
      fc.tuple(
        fc.constant(versions),
        fc.shuffledSubarray(versions, { minLength: versions.length, maxLength: versions.length }),
      ),
    )
    fc.assert(
      fc.property(anyOrder, anyEpisodes, ([versions, shuffled], episodes) => {
        const [inOrder, otherwise] = [versions, shuffled].map((each) => settled(uploaded(each), episodes))

        expect(inWords(otherwise ?? [])).toEqual(inWords(inOrder ?? []))
      }),
      { numRuns: runs(5000) },
    )
  })

  it('each govern their own discharge dates, as if the others were not there', () => {
    let months = 0
    fc.assert(
      fc.property(anyVersions, anyEpisodes, (versions, episodes) => {
        const rules = uploaded(versions)
        const governing = (facts: EpisodeFacts): Rule | undefined =>
          rules
            .filter(({ file }) => String(file.inForce.from) <= dischargedOn(facts))
            .toSorted((a, b) => (String(a.file.inForce.from) < String(b.file.inForce.from) ? -1 : 1))
            .at(-1)
        const apart = [undefined, ...rules].flatMap((rule) =>
          settled(
            rule === undefined ? [] : [rule],
            episodes.filter(({ facts }) => governing(facts) === rule),
          ),
        )

        const together = settled(rules, episodes)

        // Before the first version the Act governs, then with the flag that the county has registered nothing.
        const withoutFlags = (all: readonly Liability[]) => inWords(all.map(withoutRegistration))
        expect(withoutFlags(together)).toEqual(withoutFlags(apart))
        months += together.filter(({ key }) => together.some((other) => isOtherRuleOf(other, key))).length
      }),
      { numRuns: runs(5000) },
    )

    expect(months).toBeGreaterThan(20)
  })
})

const withoutRegistration = (liability: Liability): Liability => ({
  ...liability,
  episodes: liability.episodes.map((episode) => ({
    ...episode,
    decision: {
      ...episode.decision,
      flags: episode.decision.flags.filter(({ id }) => id !== 'agreement-not-registered'),
    },
  })),
})

/** Two versions inside one month. */
const isOtherRuleOf = ({ key: other }: Liability, key: Liability['key']): boolean =>
  other.month === key.month && other.rule !== key.rule
