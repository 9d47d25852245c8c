import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { shippedRules } from '#agreements/shipped-rules.ts'
import { checkRules } from '#local/rules/check-rules.ts'

const folder = mkdtempSync(join(tmpdir(), 'fristdag-rules-'))
const JONKOPING = join(folder, 'jonkoping/agreement-stage-2.v1.yaml')

beforeEach(() => cpSync('rules', folder, { recursive: true }))
afterAll(() => rmSync(folder, { recursive: true }))

const edit = (path: string, from: string, to: string): void =>
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to))

describe('npm run rules -- check', () => {
  it('proves all of the folder, each beside the others', () => {
    const { lines, exitCode } = checkRules([], folder)

    expect(exitCode).toBe(0)
    expect(lines).toHaveLength(shippedRules(folder).length)
    for (const line of lines) expect(line).toMatch(/\.yaml: (bevisad, \d+ (exempel|år)|läsbar definition)$/)
  })

  it('tells each fault by file, line and column, in Swedish or English', () => {
    edit(JONKOPING, 'from: 2019-01-01', 'from: 2019-01-02')

    const swedish = checkRules([JONKOPING], folder)
    const english = checkRules([JONKOPING, '--lang', 'en'], folder)

    expect([swedish.exitCode, english.exitCode]).toEqual([1, 1])
    expect(swedish.lines[0]).toMatch(
      /agreement-stage-2\.v1\.yaml:\d+:1 hole-between-stages: Ingen etapp .* → Låt etapperna/,
    )
    expect(english.lines[0]).toContain('No stage of the agreement claims somatic care on 2019-01-01')
  })

  it('proves a file from elsewhere beside all of the folder', () => {
    const elsewhere = join(mkdtempSync(join(tmpdir(), 'fristdag-draft-')), 'draft.yaml')
    writeFileSync(elsewhere, readFileSync(JONKOPING, 'utf8').replace('stage: "2"', 'stage: "3"'))

    const { lines, exitCode } = checkRules([elsewhere, '--lang', 'en'], folder)

    expect(exitCode).toBe(1)
    expect(lines.join('\n')).toContain('the other is jonkoping 2.1')
  })

  it('tells of faults in the day amounts, and of a file that is not there', () => {
    const amounts = join(folder, 'national/day-amounts.v1.yaml')
    edit(amounts, 'year: 2020', 'year: 2019')

    const { lines, exitCode } = checkRules([amounts, join(folder, 'none.yaml'), '--lang', 'en'], folder)

    expect(exitCode).toBe(1)
    expect(lines).toEqual([
      expect.stringContaining('year-doubled: 2019 already has an amount.'),
      expect.stringContaining('none.yaml: the file cannot be read'),
    ])
  })

  it('tells of faults in a definition', () => {
    const definition = join(folder, 'national/readmissions.v1.yaml')
    edit(definition, 'windows: [7, 30]', 'windows: [30, 7]')

    const { lines, exitCode } = checkRules([definition, '--lang', 'en'], folder)

    expect(exitCode).toBe(1)
    expect(lines).toEqual([expect.stringMatching(/readmissions\.v1\.yaml:\d+:15 window-not-longer: The window is not/)])
  })

  it.each([[['--lang', 'fi']], [['--quick']]])('does not understand %j', (words) => {
    expect(checkRules(words, folder).exitCode).toBe(2)
  })

  it('runs as a command', () => {
    const path = 'rules/national/act-stage-1.v1.yaml'

    const printed = execFileSync('node', ['local/rules-command.ts', 'check', path, '--lang', 'en'], {
      encoding: 'utf8',
    })

    expect(printed).toMatch(/^rules\/national\/act-stage-1\.v1\.yaml: proven, \d+ examples\n$/)
    expect(() => execFileSync('node', ['local/rules-command.ts', 'destroy'], { stdio: 'pipe' })).toThrow()
  })
})
