import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { answer as apiInfo } from '#functions/get-api-info.ts'
import { answer as openapi } from '#functions/get-openapi.ts'
import { answer as notFound } from '#functions/not-found.ts'
import { aBorder, anEvent, anInvocation, jsonOf } from './an-event.ts'

const environment = aBorder()

test('api-info has what the profile asks for, and the version of the package', async () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'))

  const result = await apiInfo.bind(environment)(anEvent(), anInvocation)

  expect(jsonOf(result)).toEqual({
    apiName: 'Fristdag',
    apiVersion: version,
    apiReleased: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
    apiDocumentation: '/v1/openapi.json',
    apiStatus: 'beta',
  })
})

test('openapi.json is the document of the routes', async () => {
  const result = await openapi.bind(environment)(anEvent(), anInvocation)

  expect(result.headers?.['content-type']).toBe('application/json; charset=utf-8')
  expect(jsonOf(result).openapi).toBe('3.1.0')
})

test('everything else is a 404 problem, whatever its parameters and body', async () => {
  const event = anEvent({ query: 'a=1&a=2', body: '{', headers: { 'content-type': 'text/plain' } })

  const result = await notFound.bind(environment)(event, anInvocation)

  expect(result.statusCode).toBe(404)
  expect(jsonOf(result).type).toBe('urn:fristdag:problem:not-found')
})
