import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { diffFiles } from '#local/rules/diff.ts'
import { aRuleText } from '../support/a-rule-text.ts'

const folder = mkdtempSync(join(tmpdir(), 'fristdag-diff-'))
afterAll(() => rmSync(folder, { recursive: true }))

const aFile = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const shipped = 'rules/stockholm/somatic-stage-1.v1.yaml'

describe('the differences between two files', () => {
  it('are a sentence and its paragraphs for each', () => {
    const other = aFile('changed.v2.yaml', aRuleText('level: "2.0"', 'level: "1.5"'))

    expect(diffFiles(shipped, other, 'sv')).toBe(
      'model.level\n  Nivån ändras från 2,0 till 1,5 dagar.\n  Regional överenskommelse, Stockholms län: somatisk vård, etapp 1',
    )
  })

  it('are said to be none', () => {
    expect(diffFiles(shipped, shipped, 'en')).toBe('The files say the same.')
  })

  it('are not told of a file with faults, which are, each at its line', () => {
    const broken = aFile('broken.v1.yaml', aRuleText('level: "2.0"', 'level: 2.0'))

    expect(() => diffFiles(shipped, broken, 'sv')).toThrow(/broken\.v1\.yaml:[0-9]+:[0-9]+ /)
  })

  it('are not told of day amounts', () => {
    expect(() => diffFiles(shipped, 'rules/national/day-amounts.v1.yaml', 'sv')).toThrow('not a rule file')
  })
})
