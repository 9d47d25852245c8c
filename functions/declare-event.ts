import type { Validity } from '#domain/agreement/validity.ts'
import { endpoint } from '#http/endpoint.ts'
import { conflict, notFound } from '#http/problem.ts'
import type { Submitting } from './environment.ts'
import { declareEvent, type ValidityChange } from './lifecycle/declare-event.ts'
import { deployed, submitting } from './on-aws/deployed.ts'
import { routes } from './routes.ts'
import { regionOf } from './rules/acting-party.ts'
import { refuseIdentityNumbers } from './rules/free-text.ts'
import { notDeclarable } from './rules/refusals.ts'
import { correctRegion } from './settlements/correct-closed.ts'

/** Declares that an event has happened, with its evidence, or shows what declaring it would change. */
export const answer = endpoint(routes.declareEvent, async ({ caller, params, body }, environment: Submitting) => {
  refuseIdentityNumbers({ '/evidence': body.evidence })
  const { agreement } = params
  const request = { ...body, agreement, by: caller.sub, region: regionOf(caller) }
  const declared = await declareEvent(environment, request)
  switch (declared.result) {
    case 'declared':
    case 'preview': {
      const { event, changes, result } = declared
      if (result === 'declared') await correctRegion(environment, request.region)
      const { on, evidence, by, at } = event
      return {
        status: result === 'declared' ? 201 : 200,
        body: {
          agreement,
          event: event.event,
          on,
          evidence,
          declaredBy: by,
          declaredAt: at,
          preview: result === 'preview',
          changes: changes.map(changeAnswer),
        },
      }
    }
    case 'unknown':
      throw notFound()
    case 'refused':
      // Whoever declared it may have had no answer.
      if (declared.because === 'already-declared') await correctRegion(environment, request.region)
      throw conflict(notDeclarable[declared.because], declared.because)
  }
})

export const handler = deployed(answer, submitting)

const changeAnswer = ({ rule: { reference }, was, is }: ValidityChange) => ({
  stage: reference.stage,
  version: reference.version,
  was: validityAnswer(was),
  is: validityAnswer(is),
})

const validityAnswer = (validity: Validity | undefined) =>
  validity === undefined ? null : { from: validity.from, until: validity.until ?? null }
