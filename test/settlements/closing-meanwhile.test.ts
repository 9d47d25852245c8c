import { describe, expect, it } from 'vitest'
import { aClosingCounty } from '../support/a-closing-county.ts'
import { aCloser, aMonthToClose, aRecorder, askToClose, performAll, stay, work } from '../support/a-month-to-close.ts'
import { expectTruth, linesIn } from '../support/closed-lines.ts'
import { interruptedTable } from '../support/interrupted-table.ts'

describe('an episode that comes at any moment of a closing', () => {
  it('is in the statement, or in a correction of it', async () => {
    const found = { statement: 0, correction: 0 }

    for (let moment = 0, isOver = false; !isOver; moment += 1) {
      const [table, waiting] = [await aMonthToClose(), []]
      const recorder = aRecorder(table, waiting)
      const interrupted = interruptedTable(table, {
        before: async (accesses) => {
          if (accesses === moment) await performAll(recorder, [stay(3, 6, '2022-01-12')])
        },
      })
      await askToClose(aCloser(interrupted, waiting))
      await work(aCloser(interrupted, waiting))
      isOver = interrupted.accesses() < moment

      await expectTruth(recorder, `at ${moment}`)
      found[(await linesIn(recorder)).corrections.length > 0 ? 'correction' : 'statement'] += 1
    }

    expect(found.statement).toBeGreaterThan(5)
    expect(found.correction).toBeGreaterThan(5)
  }, 120_000)

  it('is so too when the closing comes at any moment of its recording', async () => {
    const found = { statement: 0, correction: 0 }

    for (let moment = 0, isOver = false; !isOver; moment += 1) {
      const [table, waiting] = [await aMonthToClose(), []]
      const closer = aCloser(table, waiting)
      const interrupted = interruptedTable(table, {
        before: async (accesses) => {
          if (accesses !== moment) return
          await askToClose(closer)
          await work(closer)
        },
      })
      await performAll(aRecorder(interrupted, waiting), [stay(3, 6, '2022-01-12')])
      isOver = interrupted.accesses() <= moment
      await work(closer)

      await expectTruth(closer, `at ${moment}`)
      found[(await linesIn(closer)).corrections.length > 0 ? 'correction' : 'statement'] += 1
    }

    expect(found.statement).toBeGreaterThan(0)
    expect(found.correction).toBeGreaterThan(0)
  }, 120_000)
})

describe('a month that changes and changes back', () => {
  it('is not left with a correction that was made from what it was in between', async () => {
    let lines = 0

    for (let moment = 0, isOver = false; !isOver; moment += 1) {
      const [table, waiting] = [await aMonthToClose(), []]
      const closer = aCloser(table, waiting)
      await askToClose(closer)
      await work(closer)
      const recorder = aRecorder(table, waiting)
      await performAll(recorder, [stay(2, 6, '2022-01-21', '1780')])
      const interrupted = interruptedTable(table, {
        before: async (accesses) => {
          if (accesses !== moment) return
          const back = aClosingCounty({ table, now: recorder.environment.now })
          await performAll(back, [stay(2, 2, '2022-01-21', '1780')])
          await work(back)
        },
      })
      await work(aCloser(interrupted, waiting))
      isOver = interrupted.accesses() <= moment

      await expectTruth(recorder, `at ${moment}`)
      lines += (await linesIn(recorder)).corrections.length
    }

    expect(lines).toBeGreaterThan(0)
  }, 120_000)
})
