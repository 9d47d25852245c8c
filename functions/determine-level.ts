import { endpoint } from '#http/endpoint.ts'
import { conflict, notFound } from '#http/problem.ts'
import type { Submitting } from './environment.ts'
import { determine } from './lifecycle/determine.ts'
import { deployed, submitting } from './on-aws/deployed.ts'
import { routes } from './routes.ts'
import { regionOf } from './rules/acting-party.ts'
import { determinationAnswer } from './rules/determination-answer.ts'
import { refuseIdentityNumbers } from './rules/free-text.ts'
import { notDeterminable } from './rules/refusals.ts'
import { correctRegion } from './settlements/correct-closed.ts'

/** Determines the level of a stage from what is stored, once and for all, or shows what it would be. */
export const answer = endpoint(routes.determineLevel, async ({ caller, params, body }, environment: Submitting) => {
  refuseIdentityNumbers({ '/leaveOutUndetermined': body.leaveOutUndetermined })
  const region = regionOf(caller)
  const determined = await determine(environment, {
    ...body,
    leaveOutUndetermined: body.leaveOutUndetermined,
    agreement: params.agreement,
    by: caller.sub,
    region,
  })
  switch (determined.result) {
    case 'determined':
      await correctRegion(environment, region)
      return { status: 201, body: determinationAnswer(determined.determination) }
    case 'preview':
      return { status: 200, body: determinationAnswer(determined.determination, undefined, true) }
    case 'unknown':
      throw notFound()
    case 'refused':
      // Whoever determined it may have had no answer.
      if (determined.because === 'already-determined') await correctRegion(environment, region)
      throw conflict(notDeterminable[determined.because], determined.because)
  }
})

export const handler = deployed(answer, submitting)
