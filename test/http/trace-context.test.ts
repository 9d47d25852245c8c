import { describe, expect, test } from 'vitest'
import { traceOf } from '#http/trace.ts'
import { aTestNumber } from '../support/test-numbers.ts'

const TRACE_ID = '4bf92f3577b34da6a3ce929d0e0e4736'
const PARENT_ID = '00f067aa0ba902b7'

describe('the trace of a request', () => {
  test('is the one that traceparent names', () => {
    const trace = traceOf(`00-${TRACE_ID}-${PARENT_ID}-01`)

    expect(trace).toEqual({ traceId: TRACE_ID, parentId: PARENT_ID, flags: '01' })
  })

  test('may come from a later version with more in it', () => {
    const trace = traceOf(`cc-${TRACE_ID}-${PARENT_ID}-01-what-comes-later`)

    expect(trace.traceId).toBe(TRACE_ID)
  })

  test.each([
    ['missing', undefined],
    ['empty', ''],
    ['of the forbidden version', `ff-${TRACE_ID}-${PARENT_ID}-01`],
    ['longer than its version allows', `00-${TRACE_ID}-${PARENT_ID}-01-more`],
    ['in upper case', `00-${TRACE_ID.toUpperCase()}-${PARENT_ID}-01`],
    ['without a trace id', `00-${'0'.repeat(32)}-${PARENT_ID}-01`],
    ['without a parent id', `00-${TRACE_ID}-${'0'.repeat(16)}-01`],
    ['not a traceparent', '191212121212'],
    ['with an identity number as trace id', `00-${aTestNumber('19491002').padStart(32, 'a')}-${PARENT_ID}-01`],
    ['with an identity number as parent id', `00-${TRACE_ID}-${aTestNumber('19491002').padEnd(16, 'b')}-01`],
  ])('is new when traceparent is %s', (_, header) => {
    const trace = traceOf(header)

    expect(trace.traceId).toMatch(/^[0-9a-f]{32}$/)
    expect(trace.traceId).not.toBe(TRACE_ID)
  })
})
