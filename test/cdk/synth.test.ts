import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { App, Stack } from 'aws-cdk-lib'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Bucket } from 'aws-cdk-lib/aws-s3'
import { describe, expect, inject, it } from 'vitest'
import { bundleAll } from '../../cdk/bundle-all.ts'
import { addChecks } from '../../cdk/checks.ts'
import { deployedFiles, deployedRoutes } from '../../cdk/deployed-routes.ts'
import { assembly, environmentNames, idsIn, regions, resourcesOf } from '../support/assembly.ts'

const assemblies = environmentNames.flatMap((environment) => regions.map((region) => assembly(environment, region)))
const files = deployedFiles
const says = inject('synthSays')

describe('npm run synth', () => {
  it('is clean for every environment in both partitions, within two minutes', () => {
    for (const { name } of assemblies) expect(says).toContain(name)
    expect(Number(/Clean, in ([0-9.]+) s/.exec(says)?.[1])).toBeLessThan(120)
  })

  it('tells the size of every bundle, none of which is above 544 kB without the rules', () => {
    const sizes = new Map([...says.matchAll(/^ *([0-9]+) kB (\S+)$/gm)].map(([, size, file]) => [file, Number(size)]))

    expect([...sizes.keys()].sort()).toEqual([...files].sort())
    for (const file of deployedRoutes.map((route) => route.file)) expect(sizes.get(file), file).toBeLessThan(544)
  })

  it('tells what HIPAA and NIST find', () => {
    expect(says.match(/HIPAA.Security, not blocking/g)).toHaveLength(4)
    expect(says.match(/NIST.800.53.R5, not blocking/g)).toHaveLength(4)
  })

  it.each([
    ['AwsSolutions', (stack: Stack) => new Bucket(stack, 'Bucket')],
    ['Serverless', (stack: Stack) => new LogGroup(stack, 'Log', { retention: RetentionDays.INFINITE })],
  ])('is stopped by what %s finds', (pack, make) => {
    const app = new App({ outdir: join(inject('cdkOut'), pack) })
    make(new Stack(app, 'stack'))
    addChecks(app, () => undefined)

    expect(() => app.synth()).toThrow(`(${pack})`)
    expect(readFileSync(join(app.outdir, 'validation-report.json'), 'utf8')).toContain(`"pluginName": "${pack}"`)
  })

  it('gives each acknowledgement its reason on the same line', () => {
    const lines = readdirSync('cdk')
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => readFileSync(join('cdk', file), 'utf8').split('\n'))
    const acknowledgements = lines.filter((line) => /\backnowledge\((?!construct)/.test(line) && !line.includes('.of('))

    expect(acknowledgements).toHaveLength(7)
    for (const line of acknowledgements) expect(line).toMatch(/acknowledge\(\w+, ('[\w-]+'|\w+), ['`][^'`]{20,}['`]\)$/)
  })
})

describe.each(assemblies)('the template of $name', ({ template, assetOf }) => {
  it('names no partition, account or, but for where its assets lie and its routes are called, region', () => {
    const text = JSON.stringify(template)

    expect(text).not.toContain('arn:aws')
    expect(text).not.toMatch(/\b[0-9]{12}\b/)
    expect(text).toContain('AWS::Partition')
    expect(text).not.toContain('issuer.invalid')
  })

  it('deploys one function for each route and each job, each with an asset that holds its bundle and no source map', () => {
    const functions = resourcesOf(template, 'AWS::Lambda::Function').map(([id]) => id)

    expect(functions).toHaveLength(files.length)
    for (const id of functions) {
      const names = readdirSync(assetOf(id), { recursive: true }).map(String)
      expect(names).toContain('index.mjs')
      expect(names.filter((name) => name.endsWith('.map'))).toEqual([])
    }
  })

  it('refers to nothing that it does not have', () => {
    const known = new Set([...Object.keys(template.Resources), 'AWS::Partition', 'AWS::Region', 'AWS::AccountId'])

    expect(idsIn(template.Resources).filter((id) => !known.has(id))).toEqual([])
  })
})

describe('the bundles', () => {
  it('are the same bytes when the same sources are bundled again', async () => {
    const again = await bundleAll(join(inject('cdkOut'), 'again'))
    const assets = new Set(
      assemblies.flatMap(({ template, assetOf }) =>
        resourcesOf(template, 'AWS::Lambda::Function').map(([id]) =>
          readFileSync(join(assetOf(id), 'index.mjs'), 'utf8'),
        ),
      ),
    )

    for (const { folder } of Object.values(again))
      expect(assets.has(readFileSync(join(folder, 'index.mjs'), 'utf8'))).toBe(true)
    expect(assets.size).toBe(files.length)
  })

  it('have their source maps beside the assets', () => {
    expect(readdirSync(join(inject('cdkOut'), 'source-maps')).sort()).toEqual(
      files.map((file) => `${file}.mjs.map`).sort(),
    )
  })

  it('bring the rule files with the job that publishes them', () => {
    const { template, assetOf } = assembly()
    const [publisher = ''] =
      resourcesOf(template, 'AWS::Lambda::Function').find(([id]) => id.startsWith('publishrules')) ?? []
    const shipped = (folder: string) => readdirSync(folder, { recursive: true }).map(String).sort()

    expect(shipped(join(assetOf(publisher), 'rules'))).toEqual(shipped('rules'))
  })
})
