import { endpoint } from '#http/endpoint.ts'
import { conflict, forbidden, unprocessable } from '#http/problem.ts'
import { disputeAnswer } from './disputes/dispute-answer.ts'
import { disputeFigures } from './disputes/dispute-figures.ts'
import { disputeId } from './disputes/dispute-id.ts'
import { raiseDispute } from './disputes/raise-dispute.ts'
import { notContestable, notTheMunicipality } from './disputes/refusals.ts'
import type { Writing } from './environment.ts'
import { deployed, logged, writing } from './on-aws/deployed.ts'
import { routes } from './routes.ts'
import { refuseIdentityNumbers } from './rules/free-text.ts'

/** Takes a municipality's word that an episode of its liability should not count; the episode is then held. */
export const answer = endpoint(routes.raiseDispute, async ({ caller, body, touched }, environment: Writing) => {
  touched({ episode: body.episode })
  refuseIdentityNumbers({ '/text': body.text })
  const raised = await raiseDispute(environment, caller, body)
  switch (raised.result) {
    case 'raised':
    case 'same':
      return {
        status: raised.result === 'raised' ? 201 : 200,
        headers: { location: `/v1/disputes/${disputeId(raised.record.dispute)}` },
        body: disputeAnswer(raised.record, await disputeFigures(environment)(raised.record)),
      }
    case 'refused':
      throw conflict(notContestable[raised.because], raised.because)
    case 'not-counted':
      throw unprocessable([{ pointer: '/episode', rule: 'not-counted' }])
    case 'not-the-municipality':
      throw forbidden(notTheMunicipality)
  }
})

export const handler = deployed(answer, logged(writing))
