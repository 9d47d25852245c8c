import { type App, Tags } from 'aws-cdk-lib'
import type { Bundles } from './bundle.ts'
import { environments } from './environments.ts'
import { FristdagStack } from './fristdag-stack.ts'

/** Puts the stack that the context parameters ask for into the app; throws an Error that says what is missing. */
export const addFristdag = (app: App, bundles: Bundles): FristdagStack => {
  const parameter = (name: string): string | undefined => {
    const value: unknown = app.node.tryGetContext(name)
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  const name = parameter('environment') ?? 'dev'
  const environment = environments[name]
  if (environment === undefined) throw new Error(`No environment ${name} in cdk/environments.ts`)
  const issuer = parameter('issuer')
  const audience = parameter('audience')
  if (issuer === undefined || audience === undefined)
    throw new Error('Whose tokens are to be accepted? Give both: -c issuer=https://… -c audience=…')
  const region = parameter('region')
  const stack = new FristdagStack(app, `fristdag-${name}`, {
    description: 'Fristdag: payment liability when a patient is ready to leave hospital',
    environment,
    issuer: { issuer, audience, jwksUrl: parameter('jwksUrl') },
    bundles,
    restoredTable: parameter('table'),
    terminationProtection: true,
    ...(region === undefined ? {} : { env: { region } }),
  })
  const tags = { application: 'fristdag', environment: name, ...environment.tags }
  for (const [key, value] of Object.entries(tags)) Tags.of(stack).add(key, value)
  return stack
}
