import { expect, it } from 'vitest'
import { publishShipped } from '#agreements/publish.ts'
import { shippedRules } from '#agreements/shipped-rules.ts'
import { answer as declareDayAmount } from '#functions/declare-day-amount.ts'
import { answer as declareEvent } from '#functions/declare-event.ts'
import { answer as listLiabilities } from '#functions/list-liabilities.ts'
import { answer as putEpisode } from '#functions/put-episode.ts'
import { answer as settle } from '#functions/settle.ts'
import { aClosingCounty, aTickingClock } from '../support/a-closing-county.ts'
import { work } from '../support/a-month-to-close.ts'
import { anEpisode } from '../support/an-episode.ts'
import { memoryTable } from '../support/memory-table.ts'

const AGREEMENT = 'stockholm-psychiatric'
const EVENT = { event: 'psychiatric-it-support-live', on: '2021-08-01', evidence: 'Minutes, 2021-08-01, item 4' }

it('a closed account is corrected by an event that is declared again, because its declaration had no answer', async () => {
  const county = aClosingCounty({ table: memoryTable(), now: aTickingClock('2021-10-20T10:00:00Z'), region: '01' })
  const { rules, now } = county.environment
  await publishShipped(rules, shippedRules('rules'), now())
  const told = { careType: 'psychiatric', ready: '2021-09-10 08:00', out: '2021-09-13 15:00' } as const
  const body = JSON.stringify(anEpisode(told, '0136'))
  await county.ask(putEpisode, { pathParameters: { episode: '01~a' }, body })
  await county.ask(declareDayAmount, { body: '{"year":2021,"amount":"9000.00","source":"s"}' })
  await county.ask(settle, { body: JSON.stringify({ agreement: AGREEMENT, month: '2021-09' }) })
  await work(county)
  county.interrupt(true)

  const declared = await county.ask(declareEvent, {
    pathParameters: { agreement: AGREEMENT },
    body: JSON.stringify(EVENT),
  })
  await work(county)

  // Three days are free under the first stage; under the second, 3 − 1.3 = 1.7 days of 9 000.00 are not.
  const { text } = await county.ask(listLiabilities, { query: 'month=2021-09' })
  expect(declared.status).toBe(409)
  expect(JSON.parse(text).liabilities).toMatchObject([
    { amount: '0.00', rule: { stage: '1' }, corrections: [{ amount: '15300.00', cause: 'rule-version' }] },
  ])
})
