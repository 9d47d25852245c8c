import { endpoint } from '#http/endpoint.ts'
import { pageOf } from '#http/page.ts'
import { agreementAnswers } from './agreements/agreement-answer.ts'
import type { Reading } from './environment.ts'
import { deployed, reading } from './on-aws/deployed.ts'
import { routes } from './routes.ts'

/** Answers every agreement with its stages and versions. */
export const answer = endpoint(routes.listAgreements, async ({ query }, { catalog, rules, loadRule }: Reading) => {
  const [published, { versions }] = await Promise.all([catalog(), rules.publications()])
  return { status: 200, body: pageOf('agreements', await agreementAnswers(published, versions, loadRule), query) }
})

export const handler = deployed(answer, reading)
