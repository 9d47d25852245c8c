import type { Endpoint, LambdaHandler } from '#http/endpoint.ts'
import type { Route } from '#http/route.ts'

/** What answers a method and a path, and what stands in the path's braces, as it was sent. */
export type Match = {
  readonly handler: LambdaHandler
  readonly routeKey: string
  readonly pathParameters: Readonly<Record<string, string>>
}

/** Finds what answers; there is always something. */
export type HandlerFor = (method: string, path: string) => Match

/** What the handlers are made from; `extra` are handlers by route key, such as `POST /oauth2/token`. */
export type RouteHandlersOptions<E> = {
  readonly routes: Readonly<Record<string, Route>>
  readonly environment: E
  readonly extra?: Readonly<Record<string, LambdaHandler>>
  /** Loads a file of `functions/` by its name without the ending. */
  readonly load?: (file: string) => Promise<unknown>
}

/** Loads the file of every route once and binds what answers in it to the environment. */
export const routeHandlers = async <E>({
  routes,
  environment,
  extra = {},
  load = loadFunction,
}: RouteHandlersOptions<E>): Promise<HandlerFor> => {
  const bound = async (file: string): Promise<LambdaHandler> => endpointIn<E>(await load(file), file).bind(environment)
  const notFound: Match = { handler: await bound('not-found'), routeKey: '$default', pathParameters: {} }
  const served = await Promise.all(
    Object.values(routes).map(async ({ method, path, file }) => servedAt(`${method} ${path}`, await bound(file))),
  )
  const others = Object.entries(extra).map(([routeKey, handler]) => servedAt(routeKey, handler))
  const all = [...served, ...others].sort((a, b) => a.parameters - b.parameters)
  return (method, path) => {
    const request = [method, ...path.split('/')]
    for (const { match } of all) {
      const found = match(request)
      if (found !== undefined) return found
    }
    return notFound
  }
}

const loadFunction = (file: string): Promise<unknown> => import(`../functions/${file}.ts`)

const endpointIn = <E>(module: unknown, file: string): Endpoint<E> => {
  if (!hasAnswer<E>(module)) throw new Error(`functions/${file}.ts exports no answer`)
  return module.answer
}

const hasAnswer = <E>(module: unknown): module is { readonly answer: Endpoint<E> } =>
  typeof module === 'object' &&
  module !== null &&
  'answer' in module &&
  typeof module.answer === 'object' &&
  module.answer !== null &&
  'bind' in module.answer

type Served = {
  /** How many segments are in braces: the more literal path is tried first, as the gateway does. */
  readonly parameters: number
  readonly match: (request: readonly string[]) => Match | undefined
}

const servedAt = (routeKey: string, handler: LambdaHandler): Served => {
  const [method = '', path = ''] = routeKey.split(' ')
  const template = [method, ...path.split('/')]
  return {
    parameters: template.filter(isParameter).length,
    match: (request) => {
      const fits = template.length === request.length && template.every((part, at) => partFits(part, request[at] ?? ''))
      return fits ? { handler, routeKey, pathParameters: parametersOf(template, request) } : undefined
    },
  }
}

const isParameter = (part: string): boolean => part.startsWith('{')

const partFits = (part: string, given: string): boolean => (isParameter(part) ? given !== '' : part === given)

const parametersOf = (template: readonly string[], request: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    template.flatMap((part, at) => (isParameter(part) ? [[part.slice(1, -1), request[at] ?? '']] : [])),
  )
