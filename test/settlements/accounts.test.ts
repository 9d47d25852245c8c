import { describe, expect, it } from 'vitest'
import {
  aClosingCounty,
  aTableWithTheAct,
  aTickingClock,
  type ClosingCounty,
  REGION,
} from '../support/a-closing-county.ts'
import { askToClose, MONTH, performAll, stay, work } from '../support/a-month-to-close.ts'
import { listsOf } from '../support/closing-history.ts'
import { performDeed } from '../support/perform-deed.ts'

const version = { kind: 'version', charge: 'excess', somaticOnly: false, signed: true } as const

const aCounty = async (): Promise<ClosingCounty> => {
  const county = aClosingCounty({ table: await aTableWithTheAct(), now: aTickingClock() })
  await performAll(county, [{ ...version, from: '2021-12-01', level: '1.5' }])
  return county
}

const closed = async (county: ClosingCounty): Promise<void> => {
  await askToClose(county)
  await work(county)
}

const listed = async (county: ClosingCounty, asOf?: string) => {
  const [, text = ''] = await listsOf(county, asOf)
  return JSON.parse(text).liabilities
}

describe('an account of which one version is known and another is not', () => {
  it('waits as a whole, and both are shown as open', async () => {
    const county = await aCounty()
    await performAll(county, [
      { ...version, from: '2022-01-15', level: '0.5' },
      stay(0, 4, '2022-01-10'),
      { ...stay(1, 4, '2022-01-20'), told: 'planning-unknown' },
    ])

    await closed(county)

    expect(await listed(county)).toMatchObject([
      { id: '17~county-17~1.1~1715~2022-01', status: 'preliminary', amount: '23250.00' },
      { id: '17~county-17~1.2~1715~2022-01', status: 'preliminary', amount: null },
    ])
  })
})

describe('an account that is closed', () => {
  it('is corrected under a later version, and gets no second statement when its month is closed again', async () => {
    const county = await aCounty()
    await performAll(county, [stay(0, 4, '2022-01-20')])
    await closed(county)
    await performAll(county, [{ ...version, from: '2022-01-15', level: '0.5' }])
    await work(county)

    await closed(county)

    // 4 − 1.5 = 2.5 days were charged; under 0.5 it is 3.5, one more of 9 300.00.
    expect(await listed(county)).toMatchObject([
      { amount: '23250.00', rule: { version: '1' }, corrections: [{ amount: '9300.00', cause: 'rule-version' }] },
    ])
    expect(await county.environment.settlements.statements(REGION, MONTH)).toHaveLength(1)
  })

  it('is shown as open to whoever asks as of a time after it was asked for and before it was closed', async () => {
    const county = await aCounty()
    await performAll(county, [stay(0, 4, '2022-01-20')])
    await askToClose(county)
    const [known, before] = [county.environment.now(), await listed(county)]
    await performAll(county, [stay(1, 6, '2022-01-21')])

    await work(county)

    expect(await listed(county, known)).toEqual(before)
    expect(before).toMatchObject([{ status: 'preliminary', amount: '23250.00' }])
    expect(await listed(county)).toMatchObject([{ status: 'final', amount: '65100.00', corrections: [] }])
  })

  it('is corrected when an episode is sent again whose sender had no answer', async () => {
    const county = await aCounty()
    await performAll(county, [stay(0, 4, '2022-01-20')])
    await closed(county)
    county.interrupt(true)

    await performAll(county, [stay(0, 6, '2022-01-20')])
    await work(county)

    expect(await listed(county)).toMatchObject([{ corrections: [{ amount: '18600.00' }] }])
  })

  it('is corrected where an episode was before, when the one that moved it had no answer and moves it on', async () => {
    const county = await aCounty()
    await performAll(county, [stay(0, 4, '2022-01-20')])
    await closed(county)
    await performAll(county, [stay(0, 4, '2022-01-20', '1780')])
    // As if the process had ended before it sent them.
    county.waiting.length = 0

    await performAll(county, [stay(0, 4, '2021-12-20', '1780')])
    await work(county)

    expect(await listed(county)).toMatchObject([{ municipality: '1715', corrections: [{ amount: '-23250.00' }] }])
  })

  it('is corrected when a level is determined whose determination had no answer', async () => {
    const county = await aCounty()
    await performAll(county, [stay(0, 2, '2022-01-03'), stay(1, 4, '2022-01-20')])
    await closed(county)
    await performAll(county, [{ kind: 'second-stage', from: '2022-01-10', determined: true }])
    await work(county)
    const [waiting] = await listed(county)
    county.interrupt(true)

    await performDeed(county, { kind: 'determination' })
    await work(county)

    // (2 + 4) − 2 × 1.5 = 3 days were charged. The first stage ended at a mean of 2, and 2 − 1.5 and 4 − 2 days are owed.
    const [corrected] = await listed(county)
    expect(waiting.corrections).toEqual([])
    expect(corrected.corrections).toMatchObject([{ amount: '-4650.00' }])
  })
})
