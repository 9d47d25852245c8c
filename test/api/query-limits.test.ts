import { describe, expect, it } from 'vitest'
import { routes } from '#functions/routes.ts'
import type { Route } from '#http/route.ts'
import { aSharedService } from '../support/a-shared-service.ts'

const service = aSharedService()

type Name = keyof typeof routes

const routeOf = (name: Name): Route => routes[name]
const names = (Object.keys(routes) as Name[]).filter((name) => routeOf(name).method === 'GET')
const parameters = names.flatMap((name) =>
  Object.keys(routeOf(name).query?.shape ?? {}).map((parameter) => ({ name, parameter })),
)

const ask = (name: Name, query: string) =>
  service().get('region-01', `${routeOf(name).path.replace(/\{\w+\}/g, '01~a')}?${query}`)

describe('a query', () => {
  it.each(parameters)('to $name with a value of $parameter that is too long is refused at it', async (which) => {
    const { name, parameter } = which
    const texts = ['9', 'a', '%00', '%C3%A5', ',', '-'].map((sign) => sign.repeat(Math.floor(6_000 / sign.length)))

    const answers = await Promise.all(texts.map((text) => ask(name, `${parameter}=${text}`)))

    expect(parameters.length).toBeGreaterThan(20)
    for (const { status, body } of answers) {
      expect(status).toBe(422)
      expect(body.errors.map(({ pointer }: { readonly pointer: string }) => pointer)).toContain(`?${parameter}`)
    }
  })

  it.each(parameters)('to $name with $parameter a thousand times is refused with one fault', async (which) => {
    const { name, parameter } = which
    const most = Math.floor(9_000 / (parameter.length + 3))

    const { status, body } = await ask(name, Array(most).fill(`${parameter}=1`).join('&'))

    expect(status).toBe(422)
    expect(body.errors).toMatchObject([{ pointer: `?${parameter}`, rule: 'repeated-parameter' }])
  })

  it.each(names)('to %s with a thousand parameters that it does not have is refused in few words', async (name) => {
    const query = Array.from({ length: 1_000 }, (_, index) => `q${index}=1`).join('&')

    const { status, body, text } = await ask(name, query)

    expect(status).toBe(422)
    expect(body.errors.length).toBeGreaterThan(0)
    expect(text.length).toBeLessThan(20_000)
    expect(text).not.toContain('q999')
  })

  it('of more than fits beside the headers is refused before it is looked at', async () => {
    const answer = await ask('listEpisodes', `month=${'1'.repeat(10_240)}`)

    expect([answer.status, answer.body.type]).toEqual([431, 'urn:fristdag:problem:headers-too-large'])
  })
})
