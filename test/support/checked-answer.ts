import * as z from 'zod'
import { routes } from '#functions/routes.ts'
import type { Route } from '#http/route.ts'
import { problem } from '#schemas/problem.ts'
import { canonicalJson } from '#store/canonical-json.ts'

type Given = { readonly status: number; readonly headers: Headers; readonly body: unknown }

/** Throws unless a JSON answer is just what its route, or the problem format, declares: nothing more and in its plainest form. */
export const checkAnswer = (method: string, path: string, { status, headers, body }: Given): void => {
  const type = headers.get('content-type') ?? ''
  if (!/[/+]json/.test(type)) return
  const schema = status < 400 ? schemaOf(method, path, status) : problem.extend({ status: z.literal(status) })
  const isProblem = type.startsWith('application/problem+json')
  if (isProblem !== status >= 400) throw new Error(`${method} ${path} answers ${status} as ${type}`)
  const parsed = schema.safeParse(body)
  if (!parsed.success)
    throw new Error(`${method} ${path} answers ${status} with what its schema refuses`, { cause: parsed.error })
  if (canonicalJson(parsed.data) !== canonicalJson(body))
    throw new Error(`${method} ${path} answers ${status} with null where it means absent`)
}

const all: readonly Route[] = Object.values(routes)

const schemaOf = (method: string, path: string, status: number): z.ZodType => {
  const route = all.find((each) => each.method === method && patternOf(each.path).test(path))
  const schema = route?.answers[status]
  if (schema === undefined || schema === null)
    throw new Error(`No route declares that ${method} ${path} answers ${status}`)
  return schema
}

const patternOf = (path: string): RegExp =>
  new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/?]+')}(\\?.*)?$`)
