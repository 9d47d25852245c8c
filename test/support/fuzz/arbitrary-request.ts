import fc from 'fast-check'
import type { Route } from '#http/route.ts'
import { bodyOf, type Known, type Material } from './arbitrary-body.ts'
import { pathOf } from './arbitrary-path.ts'
import { queryOf } from './arbitrary-query.ts'
import { type FuzzedCaller, fuzzedCallers } from './fuzzed-callers.ts'
import { oddAuthorization, oddMediaType, someHeaders } from './odd-headers.ts'

/** A request as it stands on the wire, but for the token of its caller. */
export type FuzzedRequest = {
  readonly caller: FuzzedCaller | undefined
  readonly method: string
  readonly path: string
  /** Without its `?`. */
  readonly query: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** In which encoding the body is sent; in `latin1` most letters are broken UTF-8. */
  readonly encoding: 'utf8' | 'latin1'
}

/** Requests to a route of the table: right ones and ones that are wrong in one or several of their parts. */
export const requestTo = (name: string, route: Route, material: Material): fc.Arbitrary<FuzzedRequest> =>
  fc
    .record({
      caller: callerOf(material.known[name]),
      method: mostly(
        fc.constant(route.method),
        fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'),
      ),
      path: pathOf(route.path, material.vocabulary, material.known[name]?.params),
      query: queryOf(route.query, material.vocabulary),
      headers: mostly(fc.constant({}), someHeaders),
      mediaType: mostly(fc.constant(route.body?.mediaType), oddMediaType),
      authorization: mostly(fc.constant(undefined), oddAuthorization),
      body: bodyOf(name, route, material),
      encoding: mostly(fc.constant('utf8' as const), fc.constant('latin1' as const)),
    })
    .map(({ mediaType, authorization, headers, ...request }) => ({
      ...request,
      ...(authorization !== undefined && { caller: undefined }),
      headers: {
        ...headers,
        ...(mediaType !== undefined && { 'content-type': mediaType }),
        ...(authorization !== undefined && { authorization }),
      },
    }))

const names = Object.keys(fuzzedCallers) as FuzzedCaller[]

const callerOf = ({ caller = 'region-01' }: Known = {}): fc.Arbitrary<FuzzedCaller | undefined> =>
  fc.oneof(
    { weight: 12, arbitrary: fc.constant(caller) },
    { weight: 6, arbitrary: fc.constantFrom('region-01' as const, 'municipality-0180' as const) },
    { weight: 9, arbitrary: fc.constantFrom(...names) },
    { weight: 1, arbitrary: fc.constant(undefined) },
  )

const mostly = <Usual, Odd>(usual: fc.Arbitrary<Usual>, odd: fc.Arbitrary<Odd>): fc.Arbitrary<Usual | Odd> =>
  fc.oneof<fc.WeightedArbitrary<Usual | Odd>[]>({ weight: 14, arbitrary: usual }, { weight: 1, arbitrary: odd })
