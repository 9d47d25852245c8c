import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { App, Stack } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import { RetentionDays } from 'aws-cdk-lib/aws-logs'
import { beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest'
import { bindClientLimits } from '../../cdk/bind-client-limits.ts'
import { bindExports } from '../../cdk/bind-exports.ts'
import { bindTable } from '../../cdk/bind-table.ts'
import { bundle } from '../../cdk/bundle.ts'
import { BundledFunction } from '../../cdk/bundled-function.ts'
import { CountsTable } from '../../cdk/counts-table.ts'
import { ExportBuckets } from '../../cdk/export-buckets.ts'
import { KeptTable } from '../../cdk/kept-table.ts'
import { Keys } from '../../cdk/keys.ts'
import { type Assembly, resourcesOf, type Template as Synthesised } from '../support/assembly.ts'
import { compareGrants } from '../support/grants.ts'
import { startFunction } from '../support/lambda-function.ts'
import { startS3Endpoint } from '../support/s3-endpoint.ts'

const FILE = '../test/support/an-export-link'
const key = 'csv/figures/region=01/month=2020-03/audience=all/revision=1/figures.csv'

/** A stack of one function that links to exports, bound as a route that needs `table: 'read'` and `exports: 'link'`. */
const linkingStack = async (): Promise<Assembly> => {
  const { [FILE]: code } = await bundle([FILE], join(inject('cdkOut'), 'linking'))
  if (code === undefined) throw new Error('Nothing is bundled')
  const stack = new Stack(new App(), 'linking')
  const keys = new Keys(stack, 'Keys', ['1'])
  const exports = new ExportBuckets(stack, 'Exports', { key: keys.exports, lockDays: 1, logDays: 30 })
  const table = new KeptTable(stack, 'Table', { key: keys.data, restoreDays: 7 })
  const summary = 'Links to an export'
  const by = new BundledFunction(stack, 'link', {
    bundle: code,
    summary,
    logKey: keys.logs,
    logRetention: RetentionDays.ONE_MONTH,
  })
  bindTable(by, { table, key: keys.data }, 'read')
  bindExports(by, exports, 'link')
  const limits = { all: { requests: 1, seconds: 1 }, of: {} }
  bindClientLimits(by, new CountsTable(stack, 'Counts'), limits)
  const template: Synthesised = JSON.parse(JSON.stringify(Template.fromStack(stack)))
  return { name: 'linking', template, assetOf: () => code.folder }
}

describe('a function that links to exports', () => {
  let deployed: Assembly
  let functionId: string
  let code: string
  beforeAll(async () => {
    deployed = await linkingStack()
    functionId = resourcesOf(deployed.template, 'AWS::Lambda::Function')[0]?.[0] ?? ''
    code = readFileSync(join(deployed.assetOf(functionId), 'index.mjs'), 'utf8')
  })

  it('may read files and the table, and open them, and count, and nothing else', () => {
    expect(compareGrants(deployed.template, functionId, code)).toEqual({ missing: [], unused: [], foreign: [] })
  })

  it('brings along what signs, and takes the rest of the SDK from the runtime', () => {
    const imported = [...code.matchAll(/from"(@(?:aws-sdk|smithy)\/[^"]+)"/g)].map(([, name]) => name)

    expect(new Set(imported)).toEqual(new Set(['@aws-sdk/client-dynamodb', '@aws-sdk/client-s3']))
    expect(code).toContain('X-Amz-Signature')
    expect(code).not.toContain('PutObjectCommand')
  })

  it('gives an address from which the file comes, under its name', async () => {
    const endpoint = await startS3Endpoint(['bucket'])
    onTestFinished(endpoint.close)
    const file = { bytes: Buffer.from('month\n'), mediaType: 'text/csv' }
    endpoint.objects.set(`bucket/${key}`, file)
    const bucketOrTable = (id: string) => (id.startsWith('Exports') ? 'bucket' : 'table')
    const around = {
      AWS_REGION: 'eu-north-1',
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_SESSION_TOKEN: 'session',
      AWS_ENDPOINT_URL_S3: endpoint.url,
      ISSUER: 'https://issuer.example',
      AUDIENCE: 'fristdag',
    }
    const linked = startFunction(deployed, functionId, bucketOrTable, around)
    onTestFinished(linked.stop)

    const link = new URL(await linked.invoke({ key, name: 'figures.csv' }))
    const answer = await fetch(link)

    expect(link.searchParams.get('X-Amz-Expires')).toBe('60')
    expect(link.searchParams.get('X-Amz-Security-Token')).toBe('session')
    expect([answer.status, await answer.text()]).toEqual([200, 'month\n'])
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="figures.csv"')
  })
})
