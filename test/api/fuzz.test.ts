import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routes } from '#functions/routes.ts'
import { TEST_PERSON } from '../support/an-episode.ts'
import { type FuzzedRequest, requestTo } from '../support/fuzz/arbitrary-request.ts'
import { askInProcess } from '../support/fuzz/ask-in-process.ts'
import { askOverHttp } from '../support/fuzz/ask-over-http.ts'
import { expectSound } from '../support/fuzz/expect-sound.ts'
import { aFuzzedService, type FuzzedService } from '../support/fuzz/fuzzed-service.ts'
import { runs } from '../support/runs.ts'

const names = Object.keys(routes) as (keyof typeof routes)[]

const REQUESTS = Math.ceil(runs(100_000, 1_500) / names.length)
// One of twenty goes over HTTP, so that the server's own border is tried too.
const OVER_HTTP = Math.ceil(REQUESTS / 20)
const SEED = process.env.SEED === undefined ? {} : { seed: Number(process.env.SEED) }
// What is sent changes what is kept; after so much of it little is left as it was.
const isRenewed = REQUESTS > 500

let service: FuzzedService | undefined
const renew = async (): Promise<void> => {
  await service?.stop()
  service = await aFuzzedService()
}
beforeAll(renew)
afterAll(() => service?.stop())

const fuzzed = (): FuzzedService => {
  if (service === undefined) throw new Error('The service is there only while tests run')
  return service
}

const successes = new Map<string, number>()

const ask = async (request: FuzzedRequest, asked: typeof askInProcess): Promise<void> => {
  const { handlerFor, tokens, logged } = fuzzed()
  const before = logged.length
  const answer = await asked(handlerFor, request, request.caller === undefined ? undefined : tokens[request.caller])
  // Only what failed is logged, and where; it stands first, since it tells more than a 500.
  expect(logged.slice(before)).toEqual([])
  expectSound(answer, TEST_PERSON.value)
  if (answer.status < 400) successes.set(answer.routeKey, (successes.get(answer.routeKey) ?? 0) + 1)
}

describe.each(names)('whatever is sent to %s', (name) => {
  if (isRenewed) beforeAll(renew)

  const property = (asked: typeof askInProcess) =>
    fc.asyncProperty(requestTo(name, routes[name], fuzzed().material), (request) => ask(request, asked))

  it('is answered or refused as it should be', { timeout: 3_600_000 }, async () => {
    await fc.assert(property(askInProcess), { numRuns: REQUESTS - OVER_HTTP, ...SEED })
  })

  it('is answered or refused as it should be over HTTP', { timeout: 3_600_000 }, async () => {
    await fc.assert(property(askOverHttp(fuzzed().url)), { numRuns: OVER_HTTP, ...SEED })
  })
})

describe.runIf(isRenewed)('so many requests', () => {
  it.each(names)('get as far as a success of %s', (name) => {
    expect(successes.get(`${routes[name].method} ${routes[name].path}`) ?? 0).toBeGreaterThan(0)
  })
})
