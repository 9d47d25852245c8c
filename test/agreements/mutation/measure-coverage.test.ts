import { describe, expect, it } from 'vitest'
import { measureCoverage } from '#agreements/mutation/measure-coverage.ts'
import { mutationsOf } from '#agreements/mutation/mutate-rule.ts'
import { parseRule } from '#agreements/parse-rule.ts'
import { shippedRuleFiles } from '../../support/a-catalog.ts'
import { anExclusion, aRule } from '../../support/a-rule.ts'
import { aRuleText, placeIn } from '../../support/a-rule-text.ts'

const ACT = 'national/act-stage-1.v1.yaml'
const STOCKHOLM = 'stockholm/somatic-stage-1.v1.yaml'

/** The coverage of a shipped file without some of its examples, by their names. */
const coverageWithout = async (path: string, ...names: readonly string[]) => {
  const yaml = aRuleText('', '', path)
  const parsed = parseRule(yaml, '1')
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults))
  const { rule, placeOf } = parsed
  const examples = rule.file.examples.filter(({ name }) => !names.includes(name))
  expect(examples).toHaveLength(rule.file.examples.length - names.length)
  const coverage = await measureCoverage({ ...rule, file: { ...rule.file, examples } }, undefined, placeOf)
  return { coverage, yaml }
}

describe('the coverage of a rule file', () => {
  it('reports exactly the change that a missing example would notice, at its line', async () => {
    const { coverage, yaml } = await coverageWithout(STOCKHOLM, 'in force on its last day')

    expect(coverage).toEqual({
      mutants: 147,
      noticed: 146,
      survivors: [
        {
          pointer: '/inForce/until',
          line: placeIn(yaml, 'until: 2020-10-31').line,
          was: '2020-10-31',
          is: '2020-10-30',
        },
      ],
    })
  })

  it('names what is taken away, and what is changed by its pointer', async () => {
    const openQuestions = [
      {
        id: 'level',
        question: { sv: '?', en: '?' },
        cites: 'text#one',
        shipped: 'two',
        alternatives: [{ reading: 'higher', set: { 'model.level': '3.0' } }],
        closedBy: 'them',
      },
    ]
    const { survivors } = await measureCoverage(aRule({ cites: CITED, openQuestions }))

    expect(survivors).toContainEqual({ pointer: '/openQuestions/0', was: 'level', is: 'nothing' })
    expect(survivors).toContainEqual({
      pointer: '/openQuestions/0/alternatives/0/set/model.level',
      was: '3.0',
      is: '3.1',
    })
    expect(survivors).toContainEqual({ pointer: '/model/level', was: '2.0', is: '2.1' })
  })

  it('counts a change that gives no valid rule as noticed', async () => {
    const { survivors } = await measureCoverage(aRule({ cites: CITED }))
    const places = survivors.map(({ pointer }) => pointer)

    expect(mutationsOf(aRule().file).map(({ path }) => path.join('/'))).toContain('amount/national')
    expect(places).not.toContain('/amount/national')
  })

  it('cannot be measured of a rule that fails its own examples', async () => {
    const failing = { name: 'failing', on: '2020-03-01', expect: { governs: false } }

    await expect(measureCoverage(aRule({ cites: CITED, examples: [failing] }))).rejects.toThrow(RangeError)
  })
})

describe('measuring coverage', () => {
  it('lets others in before each change', async () => {
    let served = 0

    const { mutants } = await measureCoverage(aRule({ cites: CITED }), async () => {
      served += 1
    })

    expect(mutants).toBeGreaterThan(10)
    expect(served).toBe(mutants)
  })

  it('waits until they have been served', async () => {
    const order: string[] = []
    const turn = () =>
      new Promise<void>((resolve) => {
        setImmediate(() => {
          order.push('served')
          resolve()
        })
      })
    setImmediate(() => order.push('another'))

    await measureCoverage(aRule({ cites: CITED }), turn)

    expect(order.slice(0, 2)).toEqual(['another', 'served'])
  })

  it('tries an even spread of more changes than two thousand', async () => {
    const when = { all: Array(1_100).fill({ fact: 'servicesRefused', operator: 'equal', value: true }) }
    const rule = aRule({ cites: CITED, exclusions: [anExclusion(when)] })
    const all = mutationsOf(rule.file).length
    let served = 0

    const { mutants } = await measureCoverage(rule, async () => {
      served += 1
    })

    expect(all).toBeGreaterThan(2_000)
    expect(mutants).toBe(Math.ceil(all / Math.ceil(all / 2_000)))
    expect(served).toBe(mutants)
  })

  it('gives the same whatever the order of the examples', async () => {
    const [file] = shippedRuleFiles.filter(({ path }) => path === ACT)
    const parsed = parseRule(file?.yaml ?? '', '1')
    if (!parsed.ok) throw new Error('The Act does not parse')
    const some = parsed.rule.file.examples.slice(0, 12)
    const coverageOf = (examples: typeof some) =>
      measureCoverage({ ...parsed.rule, file: { ...parsed.rule.file, examples } })

    const forwards = await coverageOf(some)

    expect(forwards.survivors.length).toBeGreaterThan(0)
    expect(await coverageOf(some.toReversed())).toEqual(forwards)
  })
})

const CITED = Object.fromEntries(
  [
    ...[
      'unit',
      'liable',
      'careTypes',
      'inForce.from',
      'clock.starts',
      'clock.days',
      'clock.periods',
      'amount',
      'parties',
    ],
    ...['model.kind', 'model.cohort.by', 'model.cohort.dayZero', 'model.cohort.leftOut', 'model.level', 'model.charge'],
  ].map((parameter) => [parameter, 'text#one']),
)
