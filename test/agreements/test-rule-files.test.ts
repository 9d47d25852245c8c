import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { calendarFaults } from '#agreements/calendar/calendar-faults.ts'
import { compileRule } from '#agreements/compile-rule.ts'
import { runExamples } from '#agreements/examples/run-examples.ts'
import { ruleFaults } from '#agreements/faults/rule-faults.ts'
import { measureCoverage } from '#agreements/mutation/measure-coverage.ts'
import { parseRule } from '#agreements/parse-rule.ts'
import { shippedRules } from '#agreements/shipped-rules.ts'
import { ruleFile } from '#schemas/rule-file/rule-file.ts'
import { ruleFrom, shipped } from '../support/a-catalog.ts'

const files = shippedRules('test/support/rules')

const textOf = (name: string): string => files.find(({ path }) => path === name)?.yaml ?? ''

/** A change is noticed by the schema, by the file's own faults, or by one of its examples. */
const isNoticed = (file: unknown): boolean => {
  const parsed = ruleFile.safeParse(file)
  if (!parsed.success || ruleFaults(parsed.data).length > 0) return true
  const { agreement, stage } = parsed.data
  return runExamples(compileRule(parsed.data, { agreement, stage, version: '1', sha256: '0'.repeat(64) })).length > 0
}

describe('a rule file of the tests', () => {
  it.each(files)('$path parses and meets its own examples', ({ yaml }) => {
    const parsed = parseRule(yaml, '1')

    expect(parsed).toMatchObject({ ok: true })
    expect(parsed.ok && runExamples(parsed.rule)).toEqual([])
  })

  it.each(files)('$path notices every change to what it decides', async (file) => {
    const { mutants, survivors } = await measureCoverage(ruleFrom(file))

    expect(mutants).toBeGreaterThan(0)
    expect(survivors).toEqual([])
  })

  it.each([
    ['stockholm-working-days-stage-1.v1.yaml', 'saturday, ', ''],
    ['stockholm-working-days-stage-1.v1.yaml', 'midsummer-eve, ', ''],
    ['stockholm-working-days-stage-1.v1.yaml', 'christmas-eve, ', ''],
    ['stockholm-working-days-stage-1.v1.yaml', ', new-years-eve', ''],
    ['gavleborg-somatic-stage-1.v1.yaml', 'saturday, ', ''],
    ['gavleborg-somatic-stage-1.v1.yaml', 'midsummer-eve, ', ''],
    ['gavleborg-somatic-stage-1.v1.yaml', 'christmas-eve, ', ''],
    ['gavleborg-somatic-stage-1.v1.yaml', ', new-years-eve', ''],
    ['vastra-gotaland-somatic-stage-1.v1.yaml', '{ own: "4277.00" }', '{ own: "4277.01" }'],
    ['vastra-gotaland-somatic-stage-1.v1.yaml', '{ own: "4277.00" }', '{ national: true }'],
  ])('%s notices that %s is written %j', (name, written, otherwise) => {
    const yaml = textOf(name)

    const changed = yaml.replace(written, otherwise)

    expect(changed).not.toBe(yaml)
    expect(isNoticed(parse(changed))).toBe(true)
  })

  it('stands in time beside the shipped files, and beside all others of its kind', () => {
    const others = files.filter(({ path }) => !path.startsWith('rounded-mean')).map((file) => ruleFrom(file))

    expect(others).toHaveLength(9)
    expect(calendarFaults([...shipped, ...others])).toEqual([])
  })

  it('says that it is one in its title and in what it quotes beside the Act', () => {
    for (const { yaml } of files.filter(({ path }) => !path.startsWith('rounded-mean'))) {
      const { title, sources } = ruleFile.parse(parse(yaml))
      const [agreement] = sources

      expect(title.sv).toMatch(/^Provfil: /)
      expect(agreement?.title).toMatch(/^Provfil: .*i egna ord/)
      for (const { label, confidence } of Object.values(agreement?.paragraphs ?? {})) {
        expect(label).toMatch(/^Provfil, /)
        expect(confidence).not.toBe('verified')
      }
    }
  })
})

describe('the day until which one may object', () => {
  const SOMATIC = 'vastra-gotaland-somatic-stage-2.v1.yaml'

  it('needs the paragraph that it comes from', () => {
    const yaml = textOf(SOMATIC).replace(/^ {2}objections: .*\n/m, '')

    expect(parseRule(yaml, '1')).toMatchObject({
      ok: false,
      faults: [{ rule: 'uncited-parameter', reason: { en: 'objections lacks the paragraph that it comes from.' } }],
    })
  })

  it.each(['0', '29', '"12"', '12.5'])('is not %s', (day) => {
    const yaml = textOf(SOMATIC).replace('untilDayOfNextMonth: 12', `untilDayOfNextMonth: ${day}`)

    expect(yaml).not.toBe(textOf(SOMATIC))
    expect(parseRule(yaml, '1')).toMatchObject({ ok: false })
  })

  it.each(['1', '12', '28'])('may be the %s', (day) => {
    const yaml = textOf(SOMATIC).replace('untilDayOfNextMonth: 12', `untilDayOfNextMonth: ${day}`)

    expect(parseRule(yaml, '1')).toMatchObject({
      ok: true,
      rule: { file: { objections: { untilDayOfNextMonth: Number(day) } } },
    })
  })
})
