import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { proveRule } from '#agreements/prove-rule.ts'
import { shipped, shippedRuleFiles } from '../../support/a-catalog.ts'
import { aRuleText, placeIn } from '../../support/a-rule-text.ts'
import { runs } from '../../support/runs.ts'
import { type Seed, SOMATIC, seeds } from '../../support/seeded-faults.ts'

/** After these a text cannot be read on, so that nothing else of it is known. */
const UNREADABLE = ['second-document', 'directive', 'tab', 'control-character', 'needs-quotes', 'missing-sign']
const readable = seeds.filter(({ rule }) => ![...UNREADABLE, 'nested-too-deep'].includes(rule))

/** A level, a county or a statement that is not known cannot be held against anything. */
const unknownLevel = ['a level as a number', 'a decimal comma', 'a level of years', 'a property that is missing']
const unknownCounty = ['an unquoted county', 'a county that is none']
const unknownStatement = ['a regular expression', 'an unknown operator']
const WAITS_FOR: Readonly<Record<string, readonly string[]>> = {
  'level-implausible': unknownLevel,
  'uncited-parameter': unknownLevel,
  'reading-changes-nothing': unknownLevel,
  'reading-gives-no-model': unknownLevel,
  'municipality-doubled': unknownCounty,
  'municipality-of-another-county': unknownCounty,
  'more-signatories-than-parties': unknownCounty,
  'parties-of-another-region': unknownCounty,
  'name-doubled': unknownStatement,
  'starts-before-act': ['a date that does not exist'],
  // What is one fault by itself is mended, or another, by the other.
  'ends-before-start': ['a start before the Act'],
  'never-in-force': ['an overlap before an event'],
  'stages-overlap': ['a stage that ends as it begins'],
  'reading-doubled': ['a reading that is the shipped one'],
}
/** An example is run only where all that decides is sound. */
const RUNS_BESIDE = ['a dangling paragraph', 'an unknown property', 'a duplicate key', 'another region', 'a YAML bomb']

const pairs: readonly (readonly [Seed, Seed])[] = readable.flatMap((first) =>
  readable
    .filter((second) => first !== second && first.written !== second.written && first.file === second.file)
    .map((second) => [first, second] as const),
)

const written = ([first, second]: readonly [Seed, Seed]): string | undefined => {
  const once = aRuleText(first.written, first.otherwise, first.file)
  const twice = once.replace(second.written, () => second.otherwise)
  const stand = [first, second].every(({ otherwise, at = otherwise }) => twice.includes(at))
  return once.includes(second.written) && stand ? twice : undefined
}

const isExpected = ({ rule }: Seed, beside: Seed): boolean =>
  rule === 'example-fails' ? RUNS_BESIDE.includes(beside.name) : !(WAITS_FOR[rule] ?? []).includes(beside.name)

describe('two faults in one file', () => {
  it('are told at once, each at its line, unless the one can only be seen when the other is mended', () => {
    let tried = 0
    const length = runs(pairs.length)
    const some = fc.sample(fc.shuffledSubarray([...pairs], { minLength: length, maxLength: length }), {
      seed: 2_017_612,
      numRuns: 1,
    })
    for (const pair of some.flat()) {
      const yaml = written(pair)
      if (yaml === undefined) continue
      const [{ file = SOMATIC }] = pair
      const rules = shipped.filter((_, index) => shippedRuleFiles[index]?.path !== file)

      const proof = proveRule(yaml, () => '1', { rules, events: [] })

      const told = proof.ok ? [] : proof.faults.map(({ line, rule }) => `${line} ${rule}`)
      for (const [seed, beside] of [pair, pair.toReversed()] as readonly (readonly [Seed, Seed])[])
        if (isExpected(seed, beside))
          expect(told, `${seed.name} beside ${beside.name}`).toContain(
            `${placeIn(yaml, seed.at ?? seed.otherwise).line} ${seed.rule}`,
          )
      tried += 1
    }

    expect(tried).toBeGreaterThan(runs(pairs.length) / 2)
  }, 120_000)

  it.each(RUNS_BESIDE)('are told with an example that contradicts its rule beside %s', (name) => {
    const [contradicting, other] = ['an example that contradicts its rule', name].map((each) =>
      seeds.find((seed) => seed.name === each),
    )
    const yaml = contradicting && other ? written([contradicting, other]) : undefined

    const proof = proveRule(yaml ?? '', () => '1', { rules: [], events: [] })

    const rules = proof.ok ? [] : proof.faults.map(({ rule }) => rule)
    expect(rules).toEqual(expect.arrayContaining(['example-fails', other?.rule]))
  })
})
