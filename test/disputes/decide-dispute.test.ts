import { describe, expect, it } from 'vitest'
import { decideDispute } from '#functions/disputes/decide-dispute.ts'
import { disputeId } from '#functions/disputes/dispute-id.ts'
import type { Task } from '#functions/work/task.ts'
import { anEnvironment } from '../support/an-environment.ts'

const dispute = {
  region: '06',
  month: '2022-05',
  municipality: '0680',
  district: '-',
  episode: '06~a',
  number: 1,
  liability: '06~jonkoping~2.1~0680~2022-05',
  reason: 'not-ready',
  ladder: [{ id: 'case-officers', title: { sv: 'Handläggarna', en: 'The case officers' } }],
  by: 'municipality-0680',
  at: '2022-06-01T10:00:00.000Z',
}
const region = { sub: 'region-06', scopes: new Set([]), tenant: { kind: 'region', region: '06' } } as const
const upheld = { outcome: 'upheld', reason: 'Agreed.', participants: [] } as const

/** An environment whose month is closed and contested; its queue fails as many times as told. */
const aContestedMonth = async (failures: number) => {
  const sent: Task[] = []
  let left = failures
  const environment = await anEnvironment({
    sendTasks: async (tasks) => {
      left -= 1
      if (left >= 0) throw new Error('The queue is away')
      sent.push(...tasks)
    },
  })
  await environment.table.write({ kind: 'put', item: { pk: 'CLOSED#06', sk: '2022-05' } })
  await environment.disputes.raise(dispute)
  return { environment, sent }
}

describe('a dispute that is upheld', () => {
  it('has its closed month corrected', async () => {
    const { environment, sent } = await aContestedMonth(0)

    const decided = await decideDispute(environment, region, disputeId(dispute), upheld)

    expect(decided.result).toBe('decided')
    expect(sent).toEqual([{ kind: 'correct-municipality', region: '06', month: '2022-05', municipality: '0680' }])
  })

  it('while the queue is away is corrected when the decision is repeated, and decided once', async () => {
    const { environment, sent } = await aContestedMonth(1)
    await expect(decideDispute(environment, region, disputeId(dispute), upheld)).rejects.toThrow('The queue is away')

    const again = await decideDispute(environment, region, disputeId(dispute), upheld)

    expect(again).toEqual({ result: 'refused', because: 'already-decided' })
    expect(sent).toMatchObject([{ kind: 'correct-municipality', municipality: '0680' }])
    expect((await environment.disputes.find(dispute))?.decisions).toHaveLength(1)
    expect(await environment.settlements.leftOut('06', '2022-05')).toMatchObject([
      { episode: '06~a', leftOut: 'always', because: 'dispute-upheld' },
    ])
  })

  it('by two at once is decided by one, and the other leaves nothing behind', async () => {
    const { environment } = await aContestedMonth(0)
    const rejected = { ...upheld, outcome: 'rejected' } as const

    const decided = await Promise.all(
      [rejected, upheld, rejected].map((decision) => decideDispute(environment, region, disputeId(dispute), decision)),
    )

    expect(decided.map(({ result }) => result).sort()).toEqual(['decided', 'refused', 'refused'])
    const [decision, ...others] = (await environment.disputes.find(dispute))?.decisions ?? []
    expect(others).toEqual([])
    expect(await environment.settlements.leftOut('06', '2022-05')).toHaveLength(decision?.outcome === 'upheld' ? 1 : 0)
  })
})

describe('the id of a dispute', () => {
  it.each(['', '06', '06~2022-05~0680~a', '06~2022-05~0680~a~0', '06~2022-05~0680~A~1', '6~2022-05~0680~a~1'])(
    'is not %j',
    async (id) => {
      const { environment } = await aContestedMonth(0)

      await expect(decideDispute(environment, region, id, upheld)).rejects.toMatchObject({ facts: { status: 404 } })
    },
  )
})
