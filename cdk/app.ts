import { App } from 'aws-cdk-lib'
import { bundleAll } from './bundle-all.ts'
import { addChecks } from './checks.ts'
import { addFristdag } from './fristdag-app.ts'

// What `npm run deploy` runs: one environment, in the region of the caller's credentials.
const app = new App()
addFristdag(app, await bundleAll(app.outdir))
addChecks(app, () => undefined)
app.synth()
