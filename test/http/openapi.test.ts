import { describe, expect, test } from 'vitest'
import { routes } from '#functions/routes.ts'
import { openApiDocument } from '#http/openapi.ts'
import type { Route } from '#http/route.ts'

const text = JSON.stringify(openApiDocument(routes))
const document = JSON.parse(text)
const all: readonly (readonly [string, Route])[] = Object.entries(routes)

const operationOf = ({ path, method }: Route) => document.paths[path]?.[method.toLowerCase()]

const resolve = (pointer: string): unknown =>
  pointer
    .slice('#/'.length)
    .split('/')
    .reduce((node, name) => node?.[name.replaceAll('~1', '/').replaceAll('~0', '~')], document)

describe('the OpenAPI document', () => {
  test('is 3.1, and the same every time', () => {
    expect(document.openapi).toBe('3.1.0')
    expect(JSON.stringify(openApiDocument(routes))).toBe(text)
  })

  test.each(all)('describes %s', (name, route) => {
    const operation = operationOf(route)

    expect(operation).toMatchObject({ operationId: name, summary: route.summary })
    expect(Object.keys(operation.responses)).toEqual(
      expect.arrayContaining([...Object.keys(route.answers), '422', '503']),
    )
    expect(operation.security).toEqual(route.scope === undefined ? undefined : [{ bearer: [route.scope] }])
    expect(operation.requestBody === undefined).toBe(route.body === undefined)
  })

  test('describes nothing but the routes', () => {
    const operations = Object.values(document.paths).flatMap((item) => Object.keys(Object(item)))

    expect(operations).toHaveLength(all.length)
  })

  test('gives each operation an id of its own', () => {
    const ids = all.map(([, route]) => operationOf(route).operationId)

    expect(new Set(ids).size).toBe(all.length)
  })

  test('names every parameter of every path once', () => {
    for (const [, route] of all) {
      const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      const parameters: readonly { readonly name: string; readonly in: string }[] = operationOf(route).parameters ?? []
      const named = parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name)

      expect(named).toEqual(inPath)
    }
  })

  test('names every parameter of the query', () => {
    expect(operationOf(routes.listLiabilities).parameters).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: 'month', in: 'query', required: true }),
        expect.objectContaining({ name: 'limit', in: 'query', required: false }),
      ]),
    )
  })

  test('refers only to what it holds', () => {
    const references = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, pointer = '']) => pointer)

    expect(references.length).toBeGreaterThan(50)
    for (const pointer of references) expect(resolve(pointer), pointer).toBeTypeOf('object')
  })

  test('names its components as the specification allows', () => {
    const names = Object.values(document.components).flatMap((group) => Object.keys(Object(group)))

    for (const name of names) expect(name).toMatch(/^[A-Za-z0-9._-]+$/)
  })

  test('says which problems apply where', () => {
    expect(Object.keys(operationOf(routes.apiInfo).responses)).toEqual(['200', '422', '500', '503'])
    expect(Object.keys(operationOf(routes.putEpisode).responses)).toEqual(
      '200 201 400 401 403 404 409 412 413 415 422 429 500 503'.split(' '),
    )
  })

  test('tells that the gateway answers some refusals in its own form', () => {
    expect(document.info.description).toContain('except what the gateway answers by itself (401, 413, 429 and 503)')
  })
})
