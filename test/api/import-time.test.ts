import { describe, expect, it } from 'vitest'
import { answer } from '#functions/import-episodes.ts'
import { aCaller, anEvent, jsonOf } from '../http/an-event.ts'
import { anEnvironment } from '../support/an-environment.ts'
import { anEpisode } from '../support/an-episode.ts'

const lines = [1, 2, 3, 4].map((number) =>
  JSON.stringify({ id: `01~line-${number}`, ...anEpisode({ ready: '2020-03-04 10:00' }) }),
)

const importEvent = anEvent({
  headers: { authorization: 'Bearer good', 'content-type': 'application/x-ndjson' },
  body: lines.join('\n'),
})

/** Imports four lines in an environment of its own; each look at the clock is answered with the next time that remains. */
const importing = async (remaining: (look: number) => number) => {
  const environment = await anEnvironment({ verifyToken: async () => aCaller })
  let looks = 0
  const result = await answer.bind(environment)(importEvent, {
    getRemainingTimeInMillis: () => {
      looks += 1
      return remaining(looks)
    },
  })
  return { result, environment }
}

describe('an import with little time', () => {
  it('stops before the gateway would, and says what it did not attempt', async () => {
    // The first look is the border's own.
    const { result, environment } = await importing((look) => (look <= 3 ? 20_000 : 2_000))

    expect(result.statusCode).toBe(200)
    expect(jsonOf(result).results).toEqual([
      { line: 1, id: '01~line-1', result: 'created', errors: [] },
      { line: 2, id: '01~line-2', result: 'created', errors: [] },
      { line: 3, id: '01~line-3', result: 'not-attempted', errors: [] },
      { line: 4, id: '01~line-4', result: 'not-attempted', errors: [] },
    ])
    expect(await environment.episodes.current('01', 'line-2')).toBeDefined()
    expect(await environment.episodes.current('01', 'line-3')).toBeUndefined()
  })

  it('attempts nothing when there is none to begin with', async () => {
    const { result, environment } = await importing(() => 2_000)

    expect(jsonOf(result).results).toMatchObject(new Array(4).fill({ result: 'not-attempted' }))
    expect(await environment.episodes.current('01', 'line-1')).toBeUndefined()
  })

  it('can be sent again whole: what was done is unchanged, and the rest is done', async () => {
    const { environment } = await importing((look) => (look <= 3 ? 20_000 : 2_000))

    const again = await answer.bind(environment)(importEvent, { getRemainingTimeInMillis: () => 20_000 })

    expect(jsonOf(again).results).toMatchObject([
      { result: 'unchanged' },
      { result: 'unchanged' },
      { result: 'created' },
      { result: 'created' },
    ])
  })
})
