import { describe, expect, it } from 'vitest'
import { aSharedService } from '../support/a-shared-service.ts'

const service = aSharedService()

const get = (query: string, headers: Readonly<Record<string, string>> = {}) =>
  service().get('municipality-0136', `/v1/rule-differences?${query}`, headers)

describe('the differences between two versions', () => {
  it('are told in the language asked for, each with what it was, what it is and the paragraphs', async () => {
    const query = 'was=stockholm-somatic~1.1&is=stockholm-somatic~3.1'
    const [swedish, english] = await Promise.all([get(query), get(query, { 'accept-language': 'en' })])

    const level = { kind: 'parameter', parameter: 'model.level', was: '2.0', is: '1.3' }
    const cites = {
      was: 'Regional överenskommelse, Stockholms län: somatisk vård, etapp 1',
      is: 'Regional överenskommelse, Stockholms län: somatisk vård, etapp 3',
    }
    expect(swedish.body).toMatchObject({ was: { stage: '1', version: '1' }, is: { stage: '3', version: '1' } })
    expect(swedish.body.differences).toContainEqual({ ...level, cites, text: 'Nivån ändras från 2,0 till 1,3 dagar.' })
    expect(english.body.differences).toContainEqual({
      ...level,
      cites,
      text: 'The level changes from 2.0 to 1.3 days.',
    })
  })

  it('may be asked for with a slash in the names', async () => {
    const [tilde, slash] = await Promise.all([get('was=act~1.1&is=jonkoping~2.1'), get('was=act/1.1&is=jonkoping/2.1')])

    expect(slash.status).toBe(200)
    expect(slash.body).toEqual(tilde.body)
  })

  it('are none between a version and itself', async () => {
    expect((await get('was=act~1.1&is=act~1.1')).body.differences).toEqual([])
  })

  it.each(['was=act~1.1&is=act~1.2', 'was=no-such~1.1&is=act~1.1'])('of %s are not found', async (query) => {
    expect((await get(query)).status).toBe(404)
  })

  it.each([
    ['was=act~1.1', '?is', 'missing'],
    ['was=act&is=act~1.1', '?was', 'wrong-form'],
    ['was=act~1.1&is=act~1.x', '?is', 'wrong-form'],
  ])('of %s are refused', async (query, pointer, rule) => {
    const answer = await get(query)

    expect(answer.status).toBe(422)
    expect(answer.body.errors).toMatchObject([{ pointer, rule }])
  })
})
