import { describe, expect, it } from 'vitest'
import { routes } from '#functions/routes.ts'
import { SAFE } from '#http/reply.ts'
import type { Route } from '#http/route.ts'
import { aSharedService } from '../support/a-shared-service.ts'
import type { Answer } from '../support/api.ts'

const service = aSharedService()

const all: readonly Route[] = Object.values(routes)
const paths = [...new Set(all.map(({ path }) => path.replace(/\{\w+\}/g, '01~a'))), '/oauth2/token', '/exports/a', '/']
const methods = ['GET', 'PUT', 'POST', 'DELETE', 'PATCH', 'HEAD', 'constructor']
const origins = ['https://attacker.example', 'null', 'http://localhost:3000', 'https://fristdag.example', '*']

const corsOf = ({ headers }: Answer): readonly string[] =>
  [...headers.keys()].filter((name) => name.startsWith('access-control-') || name.startsWith('cross-origin-'))

const asks = (origin: string, method: string): Readonly<Record<string, string>> => ({
  origin,
  'access-control-request-method': method,
  'access-control-request-headers': 'authorization, content-type',
  'access-control-request-private-network': 'true',
})

describe('a page of another origin', () => {
  it.each(paths)('is let to nothing at %s when its browser asks first', async (path) => {
    for (const origin of origins)
      for (const method of methods) {
        const answer = await service().request(undefined, 'OPTIONS', path, { headers: asks(origin, method) })

        expect(corsOf(answer)).toEqual([])
        // Only a success would let the browser go on.
        expect(answer.status).toBeGreaterThanOrEqual(400)
        expect(answer.headers.get('allow')).toBeNull()
        expect(Object.fromEntries(answer.headers)).toMatchObject(SAFE)
      }
  })

  it.each(all.map(({ method, path }) => ({ method, path })))('reads nothing of $method $path', async (route) => {
    const path = route.path.replace(/\{\w+\}/g, '01~a')
    const body = route.method === 'GET' ? {} : { text: '{}' }
    for (const origin of origins) {
      const headers = { origin, 'sec-fetch-mode': 'cors', 'sec-fetch-site': 'cross-site' }
      const answers = [
        await service().request('region-01', route.method, path, { ...body, headers }),
        await service().request(undefined, route.method, path, { ...body, headers }),
      ]

      expect(answers.flatMap(corsOf)).toEqual([])
      for (const answer of answers) expect(Object.fromEntries(answer.headers)).toMatchObject(SAFE)
    }
  })
})
