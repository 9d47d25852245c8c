import { gzipSync } from 'node:zlib'
import type { Route } from '#http/route.ts'
import { anEpisode } from './an-episode.ts'
import { canary, encoded, written } from './canary.ts'
import type { Known } from './fuzz/arbitrary-body.ts'

/** One way to put the number into a request. */
export type CanaryRequest = {
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array<ArrayBuffer>
}

/** The rule file that drafts are made from, and what gets far into a route. */
export type CanaryMaterial = { readonly known: Known; readonly rule: string }

/** Every way to put the number into a request of a route: its path, its query, its headers, its body and what packs it. */
export const canaryRequestsTo = (route: Route, { known, rule }: CanaryMaterial): readonly CanaryRequest[] => {
  const form = inTurn(Object.values(written))
  const typed = route.body === undefined ? {} : { 'content-type': route.body.mediaType }
  const path = filled(route, { episode: '01~canary', ...known.params })
  const bodies = route.method === 'GET' ? [] : bodiesOf(route, known, rule, form)
  return [
    ...pathsOf(route, known).map((each) => ({ path: each, headers: typed })),
    ...queriesOf(route, form).map((query) => ({ path: `${path}?${query}`, headers: typed })),
    ...headersOf.map((headers) => ({ path, headers: { ...typed, ...headers } })),
    ...bodies.map((body) => ({ path, headers: typed, body })),
    ...(route.method === 'GET' ? [] : packed(path, typed)),
  ]
}

const inTurn = (values: readonly string[]): (() => string) => {
  let index = -1
  return () => {
    index = (index + 1) % values.length
    return values[index] ?? ''
  }
}

const filled = ({ path }: Route, values: Readonly<Record<string, string>>): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '01~canary')

const everywhere = ({ path }: Route, value: string): string => path.replace(/\{\w+\}/g, value)

const pathsOf = (route: Route, { params = {} }: Known): readonly string[] => {
  // Digits in hexadecimal are a name like any other: who numbers episodes so cannot be told from who does not.
  const { 'in hexadecimal': _, ...others } = encoded
  const values = [...Object.values(written).map(encodeURIComponent), ...Object.values(others)]
  const inOne = Object.keys(params).map((name) => filled(route, { ...params, [name]: canary }))
  return [
    ...values.flatMap((value) => [everywhere(route, value), everywhere(route, `01~${value}`)]),
    ...inOne,
    everywhere(route, `01~act~1.1~${canary}~2020-03`),
    `${everywhere(route, '01~canary')}/${canary}`,
    `/${canary}${everywhere(route, '01~canary')}`,
  ]
}

const queriesOf = (route: Route, form: () => string): readonly string[] =>
  [...Object.keys(route.query?.shape ?? {}), 'unknown'].flatMap((name) => [
    `${name}=${encodeURIComponent(form())}`,
    `${name}=${encoded['in percents']}&${name}=${encoded['in base64']}`,
    `${canary}=${name}`,
  ])

const inToken = (claims: object): string => Buffer.from(JSON.stringify(claims)).toString('base64url')

const headersOf: readonly Readonly<Record<string, string>>[] = [
  ...[
    ...['accept', 'accept-language', 'if-match', 'if-none-match', 'user-agent', 'x-request-id', 'tracestate', 'cookie'],
    ...['content-type', 'content-encoding', 'authorization', 'x-purpose', 'x-forwarded-for', 'forwarded', 'referer'],
    ...['origin', 'range', 'from', 'baggage', 'traceparent', 'x-amzn-trace-id', canary, `x-${canary}`],
  ].map((name) => ({ [name]: canary })),
  ...Object.values(encoded).map((value) => ({ 'x-purpose': value, 'if-match': `"${value}"`, cookie: `a=${value}` })),
  { cookie: `patient=${written.hyphenated}; session=${written.short}` },
  { traceparent: `00-${canary.padStart(32, 'a')}-${'b'.repeat(16)}-01` },
  { traceparent: `00-${'a'.repeat(32)}-${canary.slice(2).padEnd(16, 'b')}-01` },
  { traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-${canary.slice(-2)}-${canary}` },
  { authorization: `Basic ${Buffer.from(`${canary}:${canary}`).toString('base64')}` },
  { authorization: `Bearer ${inToken({ alg: 'none' })}.${inToken({ sub: canary, region: '01' })}.${canary}` },
]

const episode = anEpisode({ ready: '2020-03-02 10:00', out: '2020-03-07 15:00' })

/** An episode of the person whose number it is. */
export const ofCanary = {
  ...episode,
  patient: { ...episode.patient, identity: { type: 'personnummer', value: canary } },
}

const wrong = `${canary.slice(0, 11)}${(Number(canary[11]) + 1) % 10}`

const bodiesOf = (route: Route, known: Known, rule: string, form: () => string): readonly string[] => {
  const identity = ofCanary.patient.identity
  const made = [
    { [canary]: 1 },
    { id: '01~canary', identity: canary },
    { identity: { type: canary, value: canary } },
    { identity: { ...identity, value: wrong } },
    { identity: { type: 'reservnummer', value: written.short } },
    { identity, [canary]: canary },
    { identity },
    ofCanary,
    { id: '01~canary-import', ...ofCanary },
    { id: `01~${canary}`, ...ofCanary },
    { ...ofCanary, patient: { ...ofCanary.patient, [canary]: canary } },
    { ...ofCanary, patient: { ...ofCanary.patient, identity: { type: 'reservnummer', value: canary } } },
  ].map((body) => JSON.stringify(body))
  const isLines = route.body?.mediaType === 'application/x-ndjson'
  const right = isLines ? [{ id: '01~canary', ...ofCanary }] : (known.bodies ?? [])
  const changed = right.flatMap((body) => changedLeaves(body, form))
  const rules = Object.values(written).map((number) => `${rule}\n# ${number}\n`)
  const isRule = route.body?.mediaType === 'application/yaml'
  return [canary, `"${canary}"`, ...made, ...changed, ...(isRule ? [...rules, rule.replace(/: /, `: ${canary} `)] : [])]
}

/** A body with the number in place of each of its values, and once with its digits as escapes; at the end of a long text. */
const changedLeaves = (body: object, form: () => string): readonly string[] => {
  const all: string[] = []
  const change = (value: unknown, put: (leaf: unknown) => void): void => {
    if (typeof value === 'object' && value !== null) {
      for (const [name, part] of Object.entries(value))
        change(part, (leaf) => {
          Object.assign(value, { [name]: leaf })
        })
      return
    }
    const number = form()
    put(typeof value === 'string' && value.length > 200 ? `${value}\n# ${number}\n` : number)
    const text = JSON.stringify(copy)
    all.push(text, text.replaceAll(/[0-9]{4}(?=")/g, escaped))
    put(value)
  }
  const copy: object = JSON.parse(JSON.stringify(body))
  change(copy, () => undefined)
  return all
}

const escaped = (digits: string): string =>
  [...digits].map((digit) => `\\u00${digit.charCodeAt(0).toString(16)}`).join('')

const packed = (path: string, typed: Readonly<Record<string, string>>): readonly CanaryRequest[] => {
  const json = JSON.stringify(ofCanary)
  const part = `--b\r\ncontent-disposition: form-data; name="${canary}"; filename="${canary}.json"\r\n\r\n${json}\r\n--b--\r\n`
  const utf16 = new Uint8Array(Buffer.from(json, 'utf16le'))
  return [
    { path, headers: { ...typed, 'content-encoding': 'gzip' }, body: new Uint8Array(gzipSync(json)) },
    { path, headers: typed, body: new Uint8Array(gzipSync(json)) },
    { path, headers: { 'content-type': `${typed['content-type']}; charset=utf-16le` }, body: utf16 },
    { path, headers: typed, body: utf16 },
    { path, headers: { 'content-type': 'multipart/form-data; boundary=b' }, body: part },
    { path, headers: { 'content-type': `multipart/form-data; boundary=${canary}` }, body: part },
    {
      path,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: `${canary}=${encoded['in percents']}`,
    },
    { path, headers: typed, body: Buffer.from(json).toString('base64') },
    { path, headers: typed, body: JSON.stringify(encoded) },
  ]
}
