import { endpoint } from '#http/endpoint.ts'
import { conflict, notFound, unprocessable } from '#http/problem.ts'
import { refuseDisposed } from './disposals/refuse-disposed.ts'
import type { Submitting } from './environment.ts'
import { deployed, logged, submitting } from './on-aws/deployed.ts'
import { routes } from './routes.ts'
import { regionOf } from './rules/acting-party.ts'
import { refuseIdentityNumbers } from './rules/free-text.ts'
import { beginSettlement } from './settlements/begin-settlement.ts'
import { settlementAnswer, settlementId } from './settlements/settlement-answer.ts'

/** Begins to close a month of an agreement; the answer says where to follow it. */
export const answer = endpoint(routes.settle, async ({ caller, body, touched }, environment: Submitting) => {
  const region = regionOf(caller)
  if (body.region !== undefined && body.region !== region) throw notFound()
  const { agreement, month, leaveOut } = body
  touched(...leaveOut.map(({ episode }) => ({ episode })))
  refuseIdentityNumbers(Object.fromEntries(leaveOut.map(({ reason }, index) => [`/leaveOut/${index}/reason`, reason])))
  await refuseDisposed(environment.disposals, caller, month)
  const name = { region, agreement, month }
  const begun = await beginSettlement(environment, name, caller.sub, leaveOut)
  switch (begun.result) {
    case 'running': {
      return {
        status: 202,
        headers: { location: `/v1/settlements/${settlementId(name)}` },
        body: await settlementAnswer(environment.settlements, name, begun.run, begun),
      }
    }
    case 'unknown':
      throw notFound()
    case 'not-undetermined':
      throw unprocessable(
        begun.places.map((place) => ({ pointer: `/leaveOut/${place}/episode`, rule: 'not-undetermined' })),
      )
    case 'quality-too-low':
      throw conflict(qualityTooLow, 'quality-too-low')
    case 'too-early':
      throw conflict(tooEarly(begun.until), 'objections-not-over')
  }
})

export const handler = deployed(answer, logged(submitting))

const qualityTooLow = {
  sv: 'Månadens uppgifter är sämre än överenskommelsen kräver. Se GET /v1/month-quality.',
  en: 'The data of the month is not as good as the agreement asks for. See GET /v1/month-quality.',
}

const tooEarly = (until: string) => ({
  sv: `Månaden kan stängas efter den ${until}, då tiden för invändningar är slut.`,
  en: `The month can be closed after ${until}, when the time for objections is over.`,
})
