import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { type FencedBlock, fencedBlocks, relativeLinks, tableUnder } from './support/markdown.ts'
import { type SpawnedService, spawnService } from './support/process.ts'
import { aDataFolder } from './support/service.ts'

const readme = readFileSync('README.md', 'utf8')

/** A block that is run, and the output printed under it. */
type Run = { readonly command: string; readonly shown: FencedBlock | undefined }

/** Every `bash run` block, with the block of output that follows it, if one does. */
const runs: readonly Run[] = fencedBlocks(readme).flatMap(({ language, marks, text }, index, blocks) => {
  if (language !== 'bash' || !marks.includes('run')) return []
  const next = blocks[index + 1]
  return [{ command: text, shown: next?.language === 'bash' ? undefined : next }]
})

// These differ from machine to machine and from time to time.
const VOLATILE = new Set(['recordedAt', 'pseudonym', 'traceparent'])

const withoutVolatile = (json: string): unknown =>
  JSON.parse(json, (name, value: unknown) => (VOLATILE.has(name) ? 'differs' : value))

const BETWEEN = '----- next block -----'

/** Runs all blocks in one shell, as a reader does, and gives back what each printed. */
const outputsOf = (url: string, dataFolder: string): readonly string[] => {
  const script = runs.map(({ command }) => command).join(`\necho '${BETWEEN}'\n`)
  const { stdout, stderr, status } = spawnSync('bash', ['-euo', 'pipefail', '-c', at(url, script)], {
    encoding: 'utf8',
    // The commands that read the months of a service on this machine find them where a reader's are.
    env: { ...process.env, DATA_DIR: dataFolder },
  })
  if (status !== 0) throw new Error(`The shell ended with ${status}: ${stderr}\n${stdout}`)
  return stdout.split(`${BETWEEN}\n`)
}

const at = (url: string, text: string): string => text.replaceAll('http://localhost:3000', url)

describe('the README', () => {
  const dataFolder = aDataFolder()
  let service: SpawnedService
  let outputs: readonly string[]
  beforeAll(async () => {
    service = await spawnService({ DATA_DIR: dataFolder, DEMO: 'month' })
    outputs = outputsOf(service.url, dataFolder)
  })
  afterAll(async () => {
    await service.end('SIGTERM')
    rmSync(dataFolder, { recursive: true })
  })

  it.each(runs.map((run, index) => ({ ...run, index })).filter(({ shown }) => shown !== undefined))(
    'shows what block $index prints',
    ({ shown, index }) => {
      const printed = outputs[index] ?? ''

      if (shown?.language === 'json') expect(withoutVolatile(printed)).toEqual(withoutVolatile(shown.text))
      else expect(printed).toBe(at(service.url, shown?.text ?? ''))
    },
  )

  it('has blocks to run, most with their output', () => {
    expect(runs.length).toBeGreaterThan(8)
    expect(runs.filter(({ shown }) => shown !== undefined).length).toBeGreaterThan(6)
  })

  it.each(readdirSync('cdk/saved-queries'))('shows the saved query %s as it is deployed', (file) => {
    const shown = fencedBlocks(readme).filter(({ language }) => language === 'sql')

    expect(shown.map(({ text }) => text.trim())).toContain(readFileSync(join('cdk/saved-queries', file), 'utf8').trim())
  })

  it('explains every step of a liability with the paragraph that the answer cites', async () => {
    const path = '/v1/liabilities/01~stockholm-somatic~3.1~0136~2022-05'
    const { body } = await service.get('municipality-0136', path, { 'accept-language': 'en' })
    const steps = body.steps.map(({ id, text, exact, shown, cites }: Readonly<Record<string, string | null>>) => [
      `\`${id}\``,
      text,
      exact?.includes('/') ? `${exact} (${shown})` : shown,
      cites ?? '',
    ])

    const rows = tableUnder(readme, '## One amount, step by step')

    expect(rows).toEqual(steps)
  })
})

const documents = [
  ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md'],
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => join('docs', path)),
]

describe('the documents', () => {
  it.each(documents)('%s links to files that are there', (path) => {
    const missing = relativeLinks(readFileSync(path, 'utf8')).filter((link) => !existsSync(join(dirname(path), link)))

    expect(missing).toEqual([])
  })

  it('publiccode.yml has what the standard asks for', () => {
    const publiccode = parse(readFileSync('publiccode.yml', 'utf8'))

    expect(publiccode).toMatchObject({
      publiccodeYmlVersion: '0.4',
      name: 'Fristdag',
      url: expect.stringMatching(/^https:\/\//),
      platforms: ['web'],
      categories: expect.arrayContaining(['billing-and-invoicing']),
      developmentStatus: expect.stringMatching(/^(concept|development|beta|stable|obsolete)$/),
      softwareType: 'standalone/backend',
      legal: { license: 'EUPL-1.2' },
      maintenance: { type: expect.stringMatching(/^(internal|contract|community|none)$/) },
      localisation: { localisationReady: true, availableLanguages: ['sv', 'en'] },
    })
    for (const { shortDescription, longDescription, features } of Object.values<{
      readonly shortDescription: string
      readonly longDescription: string
      readonly features: readonly string[]
    }>(publiccode.description)) {
      expect(shortDescription.length).toBeLessThanOrEqual(150)
      expect(longDescription.length).toBeGreaterThanOrEqual(150)
      expect(features.length).toBeGreaterThan(0)
    }
  })
})
