import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { App } from 'aws-cdk-lib'
import { bundleAll } from './bundle-all.ts'
import { addChecks, type Findings } from './checks.ts'
import { environments } from './environments.ts'
import { addFristdag } from './fristdag-app.ts'

// What `npm run synth` runs: every environment in both partitions, with every check that would stop a deployment.
const REGIONS = ['eu-north-1', 'eusc-de-east-1']

const { values } = parseArgs({ options: { out: { type: 'string', default: 'cdk.out' } } })
const { context } = JSON.parse(readFileSync(join(import.meta.dirname, '../cdk.json'), 'utf8'))
const started = performance.now()

const tell = (pack: string, findings: Findings): void => {
  const counts = Object.entries(findings).map(([rule, count]) => `${rule.replace(`${pack}-`, '')} ${count}`)
  console.log(`  ${pack}, not blocking: ${counts.length === 0 ? 'nothing' : counts.join(', ')}`)
}

const bundles = await bundleAll(values.out)
for (const [file, { bytes }] of Object.entries(bundles))
  console.log(`${(bytes / 1024).toFixed(0).padStart(6)} kB ${file}`)

for (const environment of Object.keys(environments))
  for (const region of REGIONS) {
    console.log(`${environment} in ${region}`)
    const app = new App({
      outdir: join(values.out, `${environment}-${region}`),
      analyticsReporting: false,
      context: { ...context, environment, region, issuer: 'https://issuer.example', audience: 'fristdag' },
    })
    addFristdag(app, bundles)
    addChecks(app, tell)
    app.synth()
  }
console.log(`Clean, in ${((performance.now() - started) / 1000).toFixed(1)} s`)
