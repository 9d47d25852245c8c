import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { RuleFilesError } from '#agreements/publish-folder.ts'
import { startOneMachine } from '#local/one-machine.ts'
import { spawnService } from '../support/process.ts'
import { aDataFolder } from '../support/service.ts'

const folder = mkdtempSync(join(tmpdir(), 'fristdag-rules-'))
const FILE = 'jonkoping/agreement-stage-2.v1.yaml'

beforeEach(() => cpSync('rules', folder, { recursive: true }))
afterAll(() => rmSync(folder, { recursive: true }))

const edit = (from: string, to: string, file = FILE): void => {
  const text = readFileSync(join(folder, file), 'utf8')
  if (!text.includes(from)) throw new Error(`${file} does not say ${from}`)
  writeFileSync(join(folder, file), text.replace(from, to))
}

/** The line on which a file says something. */
const lineOf = (words: string, file = FILE): number =>
  readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .findIndex((line) => line.includes(words)) + 1

/** What stands in the way of a start, or nothing. */
const refusalOf = async (dataFolder: string): Promise<string | undefined> => {
  try {
    const server = await startOneMachine({ dataFolder, rulesFolder: folder, port: 0, log: () => undefined })
    await server.stop()
    return undefined
  } catch (error) {
    if (error instanceof RuleFilesError) return error.message
    throw error
  }
}

const refusalOfFirstStart = async (): Promise<string | undefined> => {
  const dataFolder = aDataFolder()
  const refusal = await refusalOf(dataFolder)
  rmSync(dataFolder, { recursive: true })
  return refusal
}

describe('the service does not start, and says where,', () => {
  it.each([
    ['a county code is not quoted', 'county: "06"', 'county: 06', 'county: 06', 1],
    ['a stage is not quoted', 'stage: "2"', 'stage: 2', 'stage: 2', 1],
    ['a key is unknown', 'fallback: act', 'fallback: act\nfallbacks: act', 'fallbacks: act', 1],
    ['a key inside is unknown', 'periods: sum', 'periods: sum\n  period: sum', 'period: sum', 3],
    ['a key stands twice', 'fallback: act', 'fallback: act\nfallback: act # again', '# again', 1],
    ['a value is none of those allowed', 'periods: sum', 'periods: all', 'periods: all', 3],
    ['it is not YAML', 'fallback: act', 'fallback: act: stage', 'fallback: act: stage', undefined],
  ])('when %s', async (_, from, to, words, column) => {
    edit(from, to)

    const refusal = await refusalOfFirstStart()

    const [, line, at] = new RegExp(`${FILE}:(\\d+):(\\d+) `).exec(refusal ?? '') ?? []
    expect(Number(line), refusal).toBe(lineOf(words))
    if (column !== undefined) expect(Number(at), refusal).toBe(column)
  })

  it('when a published version has other bytes, be it a comment, until it has its own again', async () => {
    const dataFolder = aDataFolder()
    const before = await refusalOf(dataFolder)
    edit('schema: "1"', '# A remark.\nschema: "1"')

    const refusal = await refusalOf(dataFolder)
    cpSync('rules', folder, { recursive: true })
    const after = await refusalOf(dataFolder)
    rmSync(dataFolder, { recursive: true })

    expect(refusal).toContain(`${FILE}:1:1 `)
    expect([before, after]).toEqual([undefined, undefined])
  })

  it('when the published day amounts have other bytes', async () => {
    const dataFolder = aDataFolder()
    await refusalOf(dataFolder)
    edit('8200', '8201', 'national/day-amounts.v1.yaml')

    const refusal = await refusalOf(dataFolder)
    rmSync(dataFolder, { recursive: true })

    expect(refusal).toContain('national/day-amounts.v1.yaml:1:1 ')
  })

  it('when a file has no version in its name', async () => {
    cpSync(join(folder, FILE), join(folder, 'jonkoping/agreement-stage-2.yaml'))

    const refusal = await refusalOfFirstStart()
    rmSync(join(folder, 'jonkoping/agreement-stage-2.yaml'))

    expect(refusal).toContain('jonkoping/agreement-stage-2.yaml:1:1 ')
  })

  it('with every fault of every file', async () => {
    edit('county: "06"', 'county: 06')
    edit('stage: "1"', 'stage: 1', 'national/act-stage-1.v1.yaml')

    const refusal = await refusalOfFirstStart()

    expect(refusal).toContain(`${FILE}:`)
    expect(refusal).toContain('national/act-stage-1.v1.yaml:')
  })

  it('and ends its process with a code that says so', async () => {
    const dataFolder = aDataFolder()
    edit('county: "06"', 'county: 06')

    const started = spawnService({ DATA_DIR: dataFolder, RULES_DIR: folder })

    await expect(started).rejects.toThrow(`${FILE}:${lineOf('county: 06')}:1 `)
    await expect(started).rejects.toThrow(/ended with [1-9]/)
    rmSync(dataFolder, { recursive: true })
  })
})
