import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { simulateFile } from '#local/rules/simulate-file.ts'
import { anAgreement } from '../support/an-agreement.ts'
import { activate, upload } from '../support/rule-editor.ts'
import { aService, type Service } from '../support/service.ts'

const folder = mkdtempSync(join(tmpdir(), 'fristdag-simulate-'))
const aFile = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const MAY = ['--from', '2022-05', '--to', '2022-05']
const draft = aFile('draft.yaml', anAgreement({ level: '2.5' }))

let service: Service
beforeAll(async () => {
  service = await aService()
  await activate(service, '17', 'county-17', anAgreement())
})
afterAll(async () => {
  await service.stop()
  rmSync(folder, { recursive: true })
})

const simulate = (...words: readonly string[]) => simulateFile([...words, '--data', service.dataFolder], {})

describe('npm run rules -- simulate, of what it cannot try,', () => {
  it('tells each fault of the file as an upload does, proven beside what is published', async () => {
    const faulty = anAgreement({ stage: '2', level: '1.0' })
    const path = aFile('faulty.yaml', faulty)
    const refused = await upload(service, '17', 'county-17', faulty)

    const { lines, exitCode } = await simulate(path, ...MAY)

    const { errors } = refused.body
    expect(exitCode).toBe(1)
    expect(lines.length).toBeGreaterThan(0)
    expect(lines).toEqual(
      errors.map(
        ({ line, column, rule, reason, suggestion }: Readonly<Record<string, string>>) =>
          `${path}:${line}:${column} ${rule}: ${reason} → ${suggestion}`,
      ),
    )
  })

  it('tells of a file that is not there, that holds no rule, or that is of no county', async () => {
    const outcomes = [
      await simulate(join(folder, 'none.yaml'), ...MAY, '--lang', 'en'),
      await simulate('rules/national/day-amounts.v1.yaml', ...MAY, '--lang', 'en'),
      await simulate('rules/national/readmissions.v1.yaml', ...MAY, '--lang', 'en'),
      await simulate('rules/national/act-stage-1.v1.yaml', ...MAY, '--lang', 'en'),
    ]

    expect(outcomes.map(({ exitCode }) => exitCode)).toEqual([1, 1, 1, 1])
    expect(outcomes.flatMap(({ lines }) => lines)).toEqual([
      expect.stringMatching(/none\.yaml: the file cannot be read$/),
      expect.stringMatching(/day-amounts\.v1\.yaml: the file is no rule file$/),
      expect.stringMatching(/readmissions\.v1\.yaml: the file is no rule file$/),
      expect.stringMatching(/act-stage-1\.v1\.yaml: the file is of no single county/),
    ])
  })

  it('tells of a folder without data, named or where the service keeps it, and of what is no table', async () => {
    writeFileSync(join(folder, 'fristdag.db'), 'This is a letter.')

    const named = await simulateFile([draft, ...MAY, '--data', join(folder, 'none')], {})
    const usual = await simulateFile([draft, ...MAY], { DATA_DIR: join(folder, 'other') })
    const letter = await simulateFile([draft, ...MAY, '--data', folder, '--lang', 'en'], {})

    expect([named.exitCode, usual.exitCode, letter.exitCode]).toEqual([1, 1, 1])
    expect(named.lines).toEqual([expect.stringContaining(`${join(folder, 'none/fristdag.db')}: här finns inga data`)])
    expect(usual.lines).toEqual([expect.stringContaining(`${join(folder, 'other/fristdag.db')}: här finns inga data`)])
    expect(letter.lines).toEqual([`${join(folder, 'fristdag.db')}: the file cannot be read`])
  })

  it.each([
    [[]],
    [[draft]],
    [[draft, '--from', '2022-05']],
    [[draft, '--from', '2022-05', '--to', '2022-04']],
    [[draft, '--from', 'May', '--to', '2022-05']],
    [[draft, draft, ...MAY]],
    [[draft, ...MAY, '--lang', 'fi']],
    [[draft, ...MAY, '--write']],
  ])('does not understand %j', async (words) => {
    expect(await simulateFile(words, {})).toEqual({
      lines: ['npm run rules -- simulate FILE --from YYYY-MM --to YYYY-MM [--data DIR] [--lang sv|en]'],
      exitCode: 2,
    })
  })

  it('does not go on with a data folder that cannot be one', async () => {
    expect(await simulateFile([draft, ...MAY], { DATA_DIR: '' })).toEqual({
      lines: ['DATA_DIR must be the path of a folder'],
      exitCode: 2,
    })
  })
})
