import { endpoint } from '#http/endpoint.ts'
import { pageOf } from '#http/page.ts'
import { agreementAnswers } from './agreements/agreement-answer.ts'
import { deployed, type Reading, reading } from './environment.ts'
import { routes } from './routes.ts'

/** Answers every agreement with its stages and versions. */
export const answer = endpoint(routes.listAgreements, async ({ query }, { catalog, rules, loadRule }: Reading) => {
  const [published, { versions }] = await Promise.all([catalog(), rules.publications()])
  return { status: 200, body: pageOf('agreements', await agreementAnswers(published, versions, loadRule), query) }
})

export const handler = deployed(answer, reading)
