import { describe, expect, it } from 'vitest'
import { aSharedService } from '../support/a-shared-service.ts'

const service = aSharedService()
const get = (query: string, client = 'municipality-0136') => service().get(client, `/v1/rule-calendar${query}`)

describe('the rule calendar', () => {
  it('says which rule applies in a county on each day, without a hole', async () => {
    const { status, body } = await get('?region=06')

    expect(status).toBe(200)
    expect(body).toMatchObject({ region: '06', faults: [] })
    expect(body.segments[0]).toEqual({
      careType: 'somatic',
      municipalities: expect.arrayContaining(['0680', '0687']),
      from: '2018-01-01',
      until: '2018-02-28',
      basis: 'unknown',
      rule: null,
      rules: [],
      missing: 'older act 1990:1404',
    })
    expect(body.segments[1]).toMatchObject({
      from: '2018-03-01',
      until: '2018-12-31',
      basis: 'agreement',
      rule: { agreement: 'jonkoping', stage: '1', version: '1' },
      missing: null,
    })
    expect(body.segments.at(-1)).toMatchObject({ careType: 'psychiatric', until: null })
  })

  it.each(['region-01', 'hospital-06', 'association-24'])('is the same for %s', async (client) => {
    expect((await get('?region=24', client)).text).toBe((await get('?region=24')).text)
  })

  it.each(['', '?region=02', '?region=6', '?region=06&month=2020-03'])(
    'is refused for a query of "%s"',
    async (query) => {
      expect((await get(query)).status).toBe(422)
    },
  )
})
