import { endpoint } from '#http/endpoint.ts'
import { notFound } from '#http/problem.ts'
import { agreementAnswers } from './agreements/agreement-answer.ts'
import type { Reading } from './environment.ts'
import { deployed, reading } from './on-aws/deployed.ts'
import { routes } from './routes.ts'

/** Answers one agreement: stages, versions, validity, hashes and open questions. */
export const answer = endpoint(routes.getAgreement, async ({ params }, { catalog, rules, loadRule }: Reading) => {
  const [published, { versions }] = await Promise.all([catalog(), rules.publications()])
  const own = versions.filter(({ agreement }) => agreement === params.agreement)
  const [found] = await agreementAnswers(published, own, loadRule)
  if (found === undefined) throw notFound()
  return { status: 200, body: found }
})

export const handler = deployed(answer, reading)
