import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, inject, it } from 'vitest'
import { scope } from '#schemas/scope.ts'
import { assembly, type Properties, resourcesOf } from '../support/assembly.ts'

const page = readFileSync('docs/operate.md', 'utf8')
const { template } = assembly('prod')
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))

const blocks = [...page.matchAll(/^ *```(.*)\n([\s\S]*?)^ *```$/gm)].map(([, kind = '', text = '']) => ({ kind, text }))
const commands = (kind: string): readonly string[] =>
  blocks
    .filter((block) => block.kind === kind)
    .flatMap(({ text }) => text.replaceAll(/\\\n\s*/g, '').split('\n'))
    .map((line) => line.trim())
    .filter((line) => line !== '')

const run = promisify(execFile)

/** What each command that is marked `run` must show; `npm run synth` has been run for all of these tests. */
const shown: Readonly<Record<string, () => Promise<string>>> = {
  'npm run synth': async () => inject('synthSays'),
  'npm run --silent sbom': async () => (await run('npm', ['run', '--silent', 'sbom'])).stdout,
  'npm run licences': async () => (await run('npm', ['run', 'licences'])).stdout,
}
const expected: Readonly<Record<string, RegExp>> = {
  'npm run synth': /Clean, in/,
  'npm run --silent sbom': /"bomFormat": "CycloneDX"/,
  'npm run licences': /^Apache-2.0 \([0-9]+\): /m,
}

/** The rows of the table whose first heading is this, their numbers without the spaces between thousands. */
const tableOf = (heading: string) => {
  const lines = page.split('\n').map((line) => line.split('|').map((cell) => cell.trim()))
  const start = lines.findIndex(([, first]) => first === heading)
  const rows = lines.slice(start + 2, start + 2 + lines.slice(start + 2).findIndex((cells) => cells.length < 3))
  return rows.map(([, name = '', ...cells]) => ({ name, cells: cells.map((cell) => Number(cell.replaceAll(' ', ''))) }))
}

describe('the page on operating', () => {
  it('marks every block of commands as run here, or as needing AWS', () => {
    const ofCommands = blocks.map(({ kind }) => kind).filter((kind) => kind !== 'yaml')
    expect(new Set(ofCommands)).toEqual(new Set(['bash run', 'bash aws']))
  })

  it.each(commands('bash run'))('says %s, which does what it says', async (command) => {
    expect(await shown[command]?.()).toMatch(expected[command] ?? /^$/)
  })

  it('runs synth as the tests do', () => {
    expect(scripts.synth).toBe('node cdk/synth.ts')
    expect(readFileSync('test/support/synthesise.ts', 'utf8')).toContain("['cdk/synth.ts', '--out', cdkOut]")
  })

  it('looks for events of functions where the runtime puts them', () => {
    const patterns = commands('bash aws').flatMap((line) => /--filter-pattern '([^']+)'/.exec(line)?.[1] ?? [])

    expect(patterns.filter((pattern) => pattern.includes('event'))).toEqual(['{ $.message.event = "task-failed" }'])
  })

  it('uses no variable that it has not set, but for what only the reader has', () => {
    const lines = commands('bash aws')
    const set = new Set(['1', '2', 'ASSERTION', 'TOKEN', 'BUCKET', 'VERSION', '.status'])
    for (const line of lines) {
      const [, name] = /^(?:for )?([A-Z_]+)(?:=| in )/.exec(line) ?? []
      if (name !== undefined) set.add(name)
      for (const [, used = ''] of line.matchAll(/\$([A-Z_12]+|\.status)/g)) expect(set, line).toContain(used)
    }
  })

  it('uses outputs, parameters and scripts that there are', () => {
    const outputs = [...page.matchAll(/\$\(output (\w+)\)/g)].map(([, name]) => name)
    const parameters = new Set([...page.matchAll(/-c (\w+)=/g)].map(([, name = '']) => name))
    const known = readFileSync('cdk/fristdag-app.ts', 'utf8')

    expect(outputs.sort()).toEqual(Object.keys(template.Outputs).sort())
    for (const parameter of parameters) expect(known).toContain(`parameter('${parameter}')`)
    for (const [, name = ''] of page.matchAll(/npm run (?:--silent )?(\w+)/g)) expect(scripts).toHaveProperty(name)
  })

  it('stops and starts intake by the names and with the reservations that it has', () => {
    const calls = [...page.matchAll(/^ *concurrency (\w+) ([0-9]+)$/gm)].map(([, name, count]) => [name, Number(count)])
    const reservations = Object.fromEntries(
      resourcesOf(template, 'AWS::Lambda::Function').map(([id, { Properties: of }]) => [
        id.replace(/Function\w+$/, ''),
        of.ReservedConcurrentExecutions,
      ]),
    )

    expect(calls).toEqual([
      ['putepisode', 0],
      ['importepisodes', 0],
      ['putepisode', reservations.putepisode],
      ['importepisodes', reservations.importepisodes],
    ])
  })

  it('explains every alarm and every scope', () => {
    for (const [id] of resourcesOf(template, 'AWS::CloudWatch::Alarm'))
      expect(page).toContain(`\`${id.replace(/^Alarms/, '').slice(0, -8)}\``)
    for (const name of scope.options) expect(page).toContain(name)
  })

  it.each(['idle', 'busy'])('multiplies and adds up the %s month right', (name) => {
    const rows = tableOf(name)
    const costs = rows.slice(0, -1).map(({ cells: [price = 0, quantity = 0, per = 1, cost = 0] }) => {
      expect(Math.abs((price * quantity) / per - cost)).toBeLessThan(0.0051)
      return cost
    })

    expect(costs.length).toBeGreaterThan(5)
    expect(costs.reduce((sum, cost) => sum + cost, 0)).toBeCloseTo(rows.at(-1)?.cells[3] ?? 0, 2)
  })

  it('counts keys, metrics and the dashboard as they are', () => {
    const count = (name: string) => tableOf('idle').find((row) => row.name === name)?.cells[1]
    const measured = resourcesOf(template, 'AWS::CloudWatch::Alarm').flatMap(([, { Properties: alarm }]) =>
      alarm.MetricName === undefined ? alarm.Metrics.filter((metric: Properties) => metric.MetricStat) : [alarm],
    )

    expect(count('keys')).toBe(resourcesOf(template, 'AWS::KMS::Key').length)
    expect(count('metrics of alarms')).toBe(measured.length)
    // Several logs can be counted in one metric.
    const own = resourcesOf(template, 'AWS::Logs::MetricFilter').map(
      ([, { Properties: filter }]) => filter.MetricTransformations[0].MetricName,
    )
    expect(count('metrics of our own')).toBe(new Set(own).size)
    expect(count('dashboard')).toBe(resourcesOf(template, 'AWS::CloudWatch::Dashboard').length)
  })
})

it('the command line of CDK builds what npm run deploy would deploy, and a restored table takes the place of the own', async () => {
  const out = join(inject('cdkOut'), 'restored')
  const parameters = [
    'issuer=https://issuer.example',
    'audience=fristdag',
    'table=fristdag-restored',
    'environment=prod',
  ]

  await run('npx', ['cdk', 'synth', '--quiet', '--output', out, ...parameters.flatMap((each) => ['-c', each])])

  const text = readFileSync(join(out, 'fristdag-prod.template.json'), 'utf8')
  const restored = JSON.parse(text)
  expect(scripts.deploy).toBe('cdk deploy')
  const tables = resourcesOf(restored, 'AWS::DynamoDB::Table').map(([id]) => id)
  expect(tables).toEqual([expect.stringMatching(/^Counts/), expect.stringMatching(/^AccessLog/)])
  expect(text).toContain('"TABLE_NAME": "fristdag-restored"')
  expect(text).toContain(':table/fristdag-restored')
  expect(text).not.toContain('arn:aws')
  // A process of its own, which types and bundles everything once more.
}, 120_000)
