import { expect, it } from 'vitest'
import { openSqliteTable } from '#local/sqlite-table.ts'
import { accessLog, accessLogReads } from '#store/access-log.ts'
import { type AccessRecord, namedInPath, touchedTogether } from '#store/access-record.ts'
import { aTestNumber } from '../support/test-numbers.ts'

const record: AccessRecord = {
  id: 'c4f1f9d6-7f5f-4f0e-9f57-0a3a1b6a2f11',
  at: '2026-11-25T10:00:00.000Z',
  sub: 'Åsa',
  organisation: { kind: 'region', code: '01' },
  route: 'GET /v1/episodes',
  purpose: 'audit',
  outcome: 200,
  traceId: 'ab'.repeat(16),
  regions: ['01', '06'],
  touched: Array.from({ length: 8000 }, (_, index) => {
    const region = index % 2 === 0 ? '01' : '06'
    return { region, episode: `${region}~${'e'.repeat(50)}-${index}`, pseudonym: 'ÅÄÖ' }
  }),
}

it('keeps a record larger than an item whole, and tells a region only of its own patients what others did', async () => {
  const table = openSqliteTable(':memory:')
  const ofRegion = (code: string) => accessLogReads(table).ofMonth({ kind: 'region', code }, '2026-11')

  await accessLog(table).keep(record)

  expect(await ofRegion('01')).toEqual([record])
  expect(await ofRegion('06')).toEqual([
    { ...record, regions: ['06'], touched: record.touched.filter(({ region }) => region === '06') },
  ])
  await expect(accessLog(table).keep(record)).rejects.toThrow('another record')
})

it('keeps what nobody is known to have done, for nobody', async () => {
  const table = openSqliteTable(':memory:')
  const { sub: _, organisation: __, ...rest } = record
  const nobodys = { ...rest, regions: [], touched: [] }

  await accessLog(table).keep(nobodys)

  expect(await accessLogReads(table).ofMonth({ kind: 'region', code: '-' }, '2026-11')).toEqual([nobodys])
})

it('takes of a path only what can be an episode, or begins with a county', () => {
  const number = aTestNumber('19560417', '999')

  expect(namedInPath({ episode: '01~a' })).toEqual({ episode: '01~a', region: '01' })
  expect(namedInPath({ liability: '01~act~1.1~0136~2020-03' })).toEqual({ region: '01' })
  expect(namedInPath({ episode: `01~${number}` })).toEqual({ region: '01' })
  expect(namedInPath({ episode: number, action: '99~a' })).toEqual({})
})

it('takes each episode once, and none whose name could be an identity number', () => {
  const touched = [{ episode: '01~a' }, { episode: '01~a' }, { episode: `01~${aTestNumber('19560417', '999')}` }]

  expect(touchedTogether(touched)).toEqual([{ region: '01', episode: '01~a' }])
})
