import { endpoint } from '#http/endpoint.ts'
import { conflict, forbidden } from '#http/problem.ts'
import { decideDispute } from './disputes/decide-dispute.ts'
import { disputeAnswer } from './disputes/dispute-answer.ts'
import { disputeFigures } from './disputes/dispute-figures.ts'
import { notDecidable, notTheParty } from './disputes/refusals.ts'
import type { Submitting } from './environment.ts'
import { deployed, logged, submitting } from './on-aws/deployed.ts'
import { routes } from './routes.ts'
import { refuseIdentityNumbers, textsIn } from './rules/free-text.ts'

/** Decides a dispute on the step where it stands, once and for all, or sends it up the ladder. */
export const answer = endpoint(
  routes.decideDispute,
  async ({ caller, params, body, touched }, environment: Submitting) => {
    refuseIdentityNumbers({ '/reason': body.reason, ...textsIn('/participants', body.participants) })
    const decided = await decideDispute(environment, caller, params.dispute, body)
    switch (decided.result) {
      case 'decided':
        touched({ episode: decided.record.dispute.episode })
        return { status: 201, body: disputeAnswer(decided.record, await disputeFigures(environment)(decided.record)) }
      case 'refused':
        throw conflict(notDecidable[decided.because], decided.because)
      case 'not-the-party':
        throw forbidden(notTheParty)
    }
  },
)

export const handler = deployed(answer, logged(submitting))
