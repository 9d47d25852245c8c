import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { diffFiles } from '#local/rules/diff.ts'
import { aRuleText, placeIn } from '../support/a-rule-text.ts'

const folder = mkdtempSync(join(tmpdir(), 'fristdag-diff-'))
afterAll(() => rmSync(folder, { recursive: true }))

const aFile = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const shipped = 'rules/stockholm/somatic-stage-1.v1.yaml'

describe('npm run rules -- diff', () => {
  it('tells each difference in a sentence, with its paragraphs, of a file of any name', () => {
    const other = aFile('draft.txt', aRuleText('level: "2.0"', 'level: "1.5"'))

    const swedish = diffFiles([shipped, other])
    const english = diffFiles([shipped, other, '--lang', 'en'])

    expect(swedish).toEqual({
      lines: [
        'model.level',
        '  Nivån ändras från 2,0 till 1,5 dagar.',
        '  Regional överenskommelse, Stockholms län: somatisk vård, etapp 1',
      ],
      exitCode: 0,
    })
    expect(english.lines[1]).toBe('  The level changes from 2.0 to 1.5 days.')
  })

  it('counts the words that decide nothing', () => {
    const other = aFile('reworded', aRuleText('en: Stockholm county', 'en: The Stockholm county'))

    const { lines } = diffFiles([shipped, other, '--lang', 'en'])

    expect(lines).toEqual(['Only words that decide nothing: title 1'])
  })

  it('says that there is none', () => {
    expect(diffFiles([shipped, shipped])).toEqual({ lines: ['Filerna säger samma sak.'], exitCode: 0 })
    expect(diffFiles([shipped, shipped, '--lang', 'en']).lines).toEqual(['The files say the same.'])
  })

  it('tells the faults of both files, each at its line', () => {
    const [text, otherText] = [aRuleText('level: "2.0"', 'level: 2.0'), aRuleText('periods: sum', 'periods: some')]
    const [one, other] = [aFile('one.yaml', text), aFile('other', otherText)]

    const { lines, exitCode } = diffFiles([one, other, '--lang', 'en'])

    const [first, second] = [placeIn(text, 'level: 2.0'), placeIn(otherText, 'periods: some')]
    expect(exitCode).toBe(1)
    expect(lines).toEqual([
      expect.stringContaining(`${one}:${first.line}:${first.column} not-quoted: The value`),
      `${other}:${second.line}:${second.column} not-one-of: The value is none of the allowed words. → Was sum meant?`,
    ])
  })

  it.each(['day-amounts', 'readmissions'])(
    'tells of a file that is not there, and of %s, which hold no rule',
    (name) => {
      const none = join(folder, 'none.yaml')
      const other = `rules/national/${name}.v1.yaml`

      expect(diffFiles([none, other, '--lang', 'en'])).toEqual({
        lines: [`${none}: the file cannot be read`, `${other}: the file is no rule file`],
        exitCode: 1,
      })
    },
  )

  it.each([
    [[]],
    [[shipped]],
    [[shipped, shipped, shipped]],
    [[shipped, shipped, '--lang', 'fi']],
    [[shipped, shipped, '--from', '2022-05']],
  ])('does not understand %j', (words) => {
    expect(diffFiles(words)).toEqual({ lines: ['npm run rules -- diff WAS IS [--lang sv|en]'], exitCode: 2 })
  })
})
