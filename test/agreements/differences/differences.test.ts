import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { compileRule } from '#agreements/compile-rule.ts'
import { type Difference, differencesBetween } from '#agreements/differences/differences.ts'
import { ruleFaults } from '#agreements/faults/rule-faults.ts'
import { mutated, mutationsOf } from '#agreements/mutation/mutate-rule.ts'
import type { Rule } from '#domain/agreement/rule.ts'
import { ruleFile } from '#schemas/rule-file/rule-file.ts'
import { ruleFrom, shipped, shippedRuleFiles, theRule } from '../../support/a-catalog.ts'
import { anAverage, anExclusion, aPrecondition, aRule } from '../../support/a-rule.ts'
import { aRuleText } from '../../support/a-rule-text.ts'
import { anyCondition } from '../../support/arbitrary-conditions.ts'
import { anyAverage } from '../../support/arbitrary-facts.ts'
import { runs } from '../../support/runs.ts'

const parametersIn = (differences: readonly Difference[]) =>
  differences.filter(({ kind }) => kind === 'parameter').map(({ parameter }) => parameter)

const single = (was: Rule, is: Rule): Difference => {
  const differences = differencesBetween(was, is)
  const [only] = differences
  if (only === undefined || differences.length > 1) throw new Error(JSON.stringify(differences))
  return only
}

const withText = (yaml: string): Rule => ruleFrom({ path: 'changed', yaml })

describe('a difference', () => {
  it('tells a changed level in a sentence, with the paragraph behind it', () => {
    const differences = differencesBetween(theRule('stockholm-somatic', '1'), theRule('stockholm-somatic', '3'))

    expect(differences.find(({ parameter }) => parameter === 'model.level')).toEqual({
      kind: 'parameter',
      parameter: 'model.level',
      was: '2.0',
      is: '1.3',
      cites: {
        was: 'Regional överenskommelse, Stockholms län: somatisk vård, etapp 1',
        is: 'Regional överenskommelse, Stockholms län: somatisk vård, etapp 3',
      },
      text: { sv: 'Nivån ändras från 2,0 till 1,3 dagar.', en: 'The level changes from 2.0 to 1.3 days.' },
    })
  })

  it('names an exclusion by its own words and says its condition', () => {
    const difference = differencesBetween(theRule('act'), theRule('stockholm-somatic')).find(
      ({ parameter }) => parameter === 'exclusions.services-refused',
    )

    expect(difference).toMatchObject({ was: undefined, is: 'servicesRefused equal true' })
    expect(difference?.text).toEqual({
      sv: 'Undantaget ”Patienten eller den legala företrädaren har motsatt sig att ta emot insatserna” tillkommer: insatserna är avböjda.',
      en: 'The exclusion “The patient or their legal representative has refused the services” is added: the services were refused.',
    })
  })

  it('tells a condition from its statement', () => {
    const days = (value: number) => ({ fact: 'planningCallDelayDays', operator: 'lessThanInclusive', value })
    const difference = single(
      aRule({ preconditions: [aPrecondition(days(3))] }),
      aRule({ preconditions: [aPrecondition(days(5))] }),
    )

    expect(difference).toMatchObject({
      parameter: 'preconditions.not-failed.holds',
      was: 'planningCallDelayDays lessThanInclusive 3',
      is: 'planningCallDelayDays lessThanInclusive 5',
      text: {
        sv: 'Villkoret för förutsättningen ”En mening” ändras från dagarna från den sista underrättelsen till kallelsen är högst 3 till dagarna från den sista underrättelsen till kallelsen är högst 5.',
      },
    })
  })

  it('tells another model as one whole', () => {
    const difference = single(aRule({ model: { kind: 'individual', freeDays: 3 } }), aRule())

    expect(difference.parameter).toBe('model.kind')
    expect(difference.text.en).toMatch(
      /^The model changes from each episode by itself \(the number of free days: 3 days\)/,
    )
  })

  it('finds a billing by its date', () => {
    const [from, more] = [
      { from: '2019-01-01', status: 'active', cites: 'text#one' },
      { from: '2020-11-01', status: 'suspended', cites: 'text#one' },
    ]

    expect(single(aRule({ billing: [from] }), aRule({ billing: [more, from] }))).toMatchObject({
      parameter: 'billing.2020-11-01',
      is: 'suspended',
      cites: { is: 'The first paragraph' },
    })
  })

  it('is one of wording where only words change', () => {
    const difference = single(aRule(), aRule({ title: { sv: 'En annan.', en: 'Another.' } }))

    expect(difference).toMatchObject({ kind: 'wording', parameter: 'title' })
    expect(difference.text).toEqual({ sv: 'Namnet skrivs om.', en: 'The title is reworded.' })
  })

  it('is one of wording where another paragraph is behind the same', () => {
    const text = aRuleText('  model.level: agreement#somatic-1', '  model.level: agreement#average')

    expect(single(theRule('stockholm-somatic'), withText(text))).toMatchObject({
      kind: 'wording',
      parameter: 'cites.model.level',
      was: 'Regional överenskommelse, Stockholms län: somatisk vård, etapp 1',
      is: 'Regional överenskommelse, Stockholms län: beräkningsgrund',
    })
  })

  it('tells when a month may be closed, the usual day where none is named', () => {
    const usual = aRule()
    const later = aRule({ objections: { untilDayOfNextMonth: 20 }, quality: { atLeast: '0.95' } })

    const differences = differencesBetween(usual, later)

    expect(differences.map(({ parameter, text }) => [parameter, text.en])).toEqual([
      ['objections', 'The last day of objections changes from day 12 of the next month to day 20 of the next month.'],
      ['quality', 'The quality that a month needs to be closed is added: at least 0.95 of the episodes.'],
    ])
    expect(differencesBetween(usual, aRule({ objections: { untilDayOfNextMonth: 12 } }))).toEqual([])
  })
})

describe('no difference', () => {
  it.each(shipped)('is between a shipped rule and itself: $reference.agreement $reference.stage', (rule) => {
    expect(differencesBetween(rule, rule)).toEqual([])
  })

  it('is in keys in another order, other quotes, comments and defaults written out', () => {
    const reordered = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(reordered)
      if (typeof value !== 'object' || value === null) return value
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, part]) => [key, reordered(part)]),
      )
    }
    for (const file of shippedRuleFiles) {
      const content = parse(file.yaml)
      if (content.model.kind === 'average') content.model.rounding ??= 'none'
      else content.model.exceptions ??= []
      const text = `# Other words\n${stringify(reordered(content), { defaultStringType: 'QUOTE_SINGLE', aliasDuplicateObjects: false })}`

      expect(differencesBetween(ruleFrom(file), withText(text)), file.path).toEqual([])
    }
  })

  it('is in the order of lists whose order means nothing', () => {
    const refused = anExclusion({ fact: 'servicesRefused', operator: 'equal', value: true }, 'refused')
    const elsewhere = anExclusion({ fact: 'dischargedTo', operator: 'in', value: ['home', 'transfer'] }, 'elsewhere')
    const swapped = anExclusion({ fact: 'dischargedTo', operator: 'in', value: ['transfer', 'home'] }, 'elsewhere')

    expect(
      differencesBetween(
        aRule({ exclusions: [refused, elsewhere], careTypes: ['somatic', 'psychiatric'] }),
        aRule({ exclusions: [swapped, refused], careTypes: ['psychiatric', 'somatic'] }),
      ),
    ).toEqual([])
  })

  it('is in decimals written otherwise', () => {
    expect(
      differencesBetween(
        aRule({ model: anAverage({ level: '2.0' }), amount: { own: '4277' } }),
        aRule({ model: anAverage({ level: '2.00' }), amount: { own: '4277.00' } }),
      ),
    ).toEqual([])
  })
})

describe('differences', () => {
  it('mirror when the rules change places', () => {
    const any = fc.constantFrom(...shipped)
    const mirrored = ({ kind, parameter, was, is, cites }: Difference) => ({
      kind,
      parameter,
      was: is,
      is: was,
      cites: { ...(cites.is && { was: cites.is }), ...(cites.was && { is: cites.was }) },
    })
    const told = ({ text: _, ...difference }: Difference) => difference

    fc.assert(
      fc.property(any, any, (a, b) => {
        expect(differencesBetween(b, a).map(mirrored)).toEqual(differencesBetween(a, b).map(told))
      }),
      { numRuns: runs(200) },
    )
  })

  it('are none between any two writings of one model, and some between two models', () => {
    fc.assert(
      fc.property(anyAverage, anyAverage, (a, b) => {
        const isSame = JSON.stringify(a) === JSON.stringify(b)

        expect(differencesBetween(aRule({ model: a }), aRule({ model: structuredClone(a) }))).toEqual([])
        expect(differencesBetween(aRule({ model: a }), aRule({ model: b })).length > 0).toBe(!isSame)
      }),
      { numRuns: runs(500) },
    )
  })

  it('are none where a condition is only written otherwise', () => {
    fc.assert(
      fc.property(anyCondition, (condition) => {
        const otherwise = { any: [{ all: [condition, condition] }] }
        const [a, b] = [condition, otherwise].map((when) => aRule({ exclusions: [anExclusion(when)] }))

        expect(a && b && differencesBetween(a, b)).toEqual([])
      }),
      { numRuns: runs(500) },
    )
  })

  it('hold every number, date, operator and reading that is changed in a shipped file', () => {
    const was = theRule('jonkoping', '2')
    const readable = mutationsOf(was.file).flatMap((mutation) => {
      const parsed = ruleFile.safeParse(mutated(was.file, mutation))
      if (!parsed.success || ruleFaults(parsed.data).length > 0) return []
      return [{ change: mutation.path.join('.'), rule: compileRule(parsed.data, was.reference) }]
    })

    expect(readable.length).toBeGreaterThan(50)
    for (const { change, rule } of readable) expect(parametersIn(differencesBetween(was, rule)), change).not.toEqual([])
  })
})
