import { execFileSync, spawnSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadDemo } from '#local/demo/load-demo.ts'
import { startOneMachine } from '#local/one-machine.ts'
import { aRuleText } from '../support/a-rule-text.ts'
import { aDataFolder } from '../support/service.ts'

const dataFolder = aDataFolder()
const draft = join(dataFolder, 'draft.yaml')
const SHIPPED = 'rules/stockholm/somatic-stage-3.v1.yaml'

/** The shipped stage with another level, and of its examples none that rests on the level. */
const lowered = (): string => {
  const text = aRuleText('  level: "1.3"', '  level: "1.0"', 'stockholm/somatic-stage-3.v1.yaml')
  const dated = '\nexamples: [{ name: in force from its first day, on: 2021-11-01, expect: { governs: true } }]\n'
  return text.slice(0, text.indexOf('\nexamples:')) + dated
}

beforeAll(async () => {
  const server = await startOneMachine({
    dataFolder,
    rulesFolder: 'rules',
    port: 0,
    log: () => undefined,
    beforeServing: (environment) => loadDemo(environment, 'month'),
  })
  await server.stop()
  writeFileSync(draft, lowered())
})
afterAll(() => rmSync(dataFolder, { recursive: true }))

const rules = (...words: readonly string[]): string =>
  execFileSync('node', ['local/rules-command.ts', ...words], {
    encoding: 'utf8',
    env: { ...process.env, DATA_DIR: dataFolder },
  })

describe('the command for those who edit rule files', () => {
  it('simulates a draft on the demo month of a service that has stopped', () => {
    const printed = rules('simulate', draft, '--from', '2022-05', '--to', '2022-05', '--lang', 'en')

    // Haninge: 14 stays and 27 days, 27 − 14 × 1.3 = 8.8 becomes 27 − 14 × 1.0 = 13, and 4 psychiatric days that do not change.
    // Farsta: 12 stays and 20 days, 20 − 12 × 1.3 = 4.4 becomes 20 − 12 × 1.0 = 8. A day is 9 300.00.
    expect(printed).toContain(
      [
        'stockholm-somatic, stage 3, tried on county 01 Stockholm, 2022-05 to 2022-05',
        'Changes:',
        '  model.level',
        '    The level changes from 1.3 to 1.0 days.',
        '    Regional överenskommelse, Stockholms län: somatisk vård, etapp 3',
        '2022-05 Haninge 0136: 12.80 days, 119040.00 kr → 17.00 days, 158100.00 kr (+4.20 days, +39060.00 kr)',
        '2022-05 Tyresö 0138: unknown → unknown, missing: planning.needed',
        '2022-05 Stockholm 0180-farsta: 4.40 days, 40920.00 kr → 8.00 days, 74400.00 kr (+3.60 days, +33480.00 kr)',
        'Sum of the unit months that are known, 2 of 3:',
        '  17.20 days, 159960.00 kr → 25.00 days, 232500.00 kr (+7.80 days, +72540.00 kr)',
        'Unknown, not in the sum: 1',
        'The difference, part by part:',
        '  model.level: +7.80 days, +72540.00 kr',
        '',
      ].join('\n'),
    )
  })

  it('tells in what two files differ', () => {
    expect(rules('diff', SHIPPED, draft)).toContain('model.level\n  Nivån ändras från 1,3 till 1,0 dagar.\n')
  })

  it('names what it can do to one who asks for something else', () => {
    const { status, stderr } = spawnSync('node', ['local/rules-command.ts', 'destroy'], { encoding: 'utf8' })

    expect([status, stderr]).toEqual([2, 'npm run rules -- check | diff | simulate\n'])
  })
})
