import { endpoint } from '#http/endpoint.ts'
import { faultIn } from '#http/faults.ts'
import { tooLarge } from '#http/problem.ts'
import type { Recording } from './environment.ts'
import { idOfLine, importLine } from './episodes/import-line.ts'
import { deployed, logged, recording } from './on-aws/deployed.ts'
import { routes } from './routes.ts'

/** Receives up to 1 000 episodes, line by line and in order; what there is no time for is answered as not attempted. */
export const answer = endpoint(
  routes.importEpisodes,
  async ({ caller, body, language, remainingMilliseconds, touched }, environment: Recording) => {
    const lines = body
      .split('\n')
      .map((text, index) => ({ text, line: index + 1 }))
      .filter(({ text }) => text.trim() !== '')
    if (lines.length > MAXIMUM_LINES) throw tooLarge(tooManyLines)
    const results = []
    for (const { text, line } of lines) {
      if (remainingMilliseconds() < TIME_TO_ANSWER_MILLISECONDS) {
        results.push({ line, id: idOfLine(text) ?? null, result: 'not-attempted', errors: [] })
        continue
      }
      const { id = null, result, faults, touched: what } = await importLine(environment, caller, text)
      if (what !== undefined) touched(what)
      results.push({ line, id, result, errors: faults.map((fault) => faultIn(fault, language)) })
    }
    return { status: 200, body: { results } }
  },
)

export const handler = deployed(answer, logged(recording))

const MAXIMUM_LINES = 1000

// What one line may take and the answer needs, before the gateway gives up.
const TIME_TO_ANSWER_MILLISECONDS = 4000

const tooManyLines = {
  sv: 'En import får ha högst 1 000 rader.',
  en: 'An import may have at most 1 000 lines.',
}
