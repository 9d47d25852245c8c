import { deepStrictEqual } from 'node:assert'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import { LOCAL_SECRET } from '#local/clients.ts'
import { heavyFiles } from '#test/support/heavy-files.ts'
import { yaml } from './hundred-versions.ts'
import { MONTHS, revisedAgreement } from './stockholm-year.ts'

/** How much longer others wait for an answer, and how long at most nobody is answered, while one machine has hard work to do. */
const SECONDS = 8
const RULE_FILE_BYTES = 256 * 1024
const service = fork(fileURLToPath(new URL('served.ts', import.meta.url)), { stdio: 'inherit' })
const { url } = z.object({ url: z.url() }).parse((await once(service, 'message'))[0])

const credentials = { grant_type: 'client_credentials', client_id: 'region-01', client_secret: LOCAL_SECRET }
const granted = await fetch(`${url}/oauth2/token`, { method: 'POST', body: new URLSearchParams(credentials) })
const { access_token: token } = z.object({ access_token: z.string() }).parse(await granted.json())
const authorization = `Bearer ${token}`

const upload = async (text: string): Promise<number> => {
  const headers = { authorization, 'content-type': 'application/yaml' }
  const answer = await fetch(`${url}/v1/agreements/stockholm-somatic/versions`, { method: 'POST', headers, body: text })
  await answer.text()
  return answer.status
}

const read = async (path: string): Promise<unknown> => (await fetch(url + path, { headers: { authorization } })).json()

const until = async (path: string, isDone: (body: unknown) => boolean): Promise<void> => {
  while (!isDone(await read(path))) await setTimeout(250)
}

let file = 0
/** Sound, and never the same twice. */
const nextFile = (): string => {
  file += 1
  return `${yaml}# ${file}\n`
}

const coverage = z.object({ coverage: z.unknown() })
const isMeasured = (body: unknown): boolean => (coverage.parse(body).coverage ?? null) !== null
const simulation = z.object({ status: z.enum(['running', 'done']) })

/** What keeps the service busy; each ends by itself. */
const works: readonly (readonly [string, () => Promise<void>])[] = [
  ['nothing', () => setTimeout(SECONDS * 1000)],
  [
    'uploads, each refused by its own examples',
    async () => {
      for (const end = performance.now() + SECONDS * 1000; performance.now() < end; )
        deepStrictEqual(await upload(nextFile().replace('value: 3 }', 'value: 2 }')), 422)
    },
  ],
  [
    'uploads of 256 KB that were made to be heavy',
    async () => {
      // Longer ones are refused unread.
      for (const [, text] of heavyFiles) deepStrictEqual(await upload(text.slice(0, RULE_FILE_BYTES)), 422)
    },
  ],
  [
    'an upload and its coverage job',
    async () => {
      deepStrictEqual(await upload(nextFile()), 201)
      await until('/v1/agreements/stockholm-somatic/versions/2.2/report', isMeasured)
    },
  ],
  [
    'a simulation of a year',
    async () => {
      const body = JSON.stringify({ draft: revisedAgreement(), from: MONTHS[0], to: MONTHS.at(-1) })
      const headers = { authorization, 'content-type': 'application/json' }
      const answer = await fetch(`${url}/v1/simulations`, { method: 'POST', headers, body })
      deepStrictEqual(answer.status, 202)
      await until(answer.headers.get('location') ?? '', (state) => simulation.parse(state).status === 'done')
    },
  ],
  [
    'uploads, each with its coverage job behind it',
    async () => {
      for (const end = performance.now() + SECONDS * 1000; performance.now() < end; )
        deepStrictEqual(await upload(nextFile()), 201)
    },
  ],
]

/** Since it was last asked. */
const blocked = async (): Promise<number> => {
  service.send('blocked')
  return z.object({ blocked: z.number() }).parse((await once(service, 'message'))[0]).blocked
}

type Waits = { readonly p50: number; readonly p99: number; readonly max: number }

const waitsDuring = async (work: () => Promise<void>): Promise<Waits> => {
  const times: number[] = []
  let isOver = false
  const over = work().finally(() => {
    isOver = true
  })
  while (!isOver) {
    const started = performance.now()
    const answer = await fetch(`${url}/v1/health`)
    await answer.text()
    deepStrictEqual(answer.status, 200)
    times.push(performance.now() - started)
    await setTimeout(2)
  }
  await over
  times.sort((a, b) => a - b)
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return { p50: at(0.5), p99: at(0.99), max: at(1) }
}

const ms = (time: number): string => `${time.toFixed(1)} ms`

// Everything is compiled before anything is timed.
await waitsDuring(async () => {
  for (let round = 0; round < 10; round += 1) await upload(nextFile().replace('value: 3 }', 'value: 2 }'))
})
await blocked()
let idle: Waits | undefined
for (const [name, work] of works) {
  const { p50, p99, max } = await waitsDuring(work)
  idle ??= { p50, p99, max }
  const [times, tail] = [p50 / idle.p50, p99 / idle.p99]
  console.log(`during ${name}:`)
  console.log(`  p50 ${ms(p50)} (${times.toFixed(1)} times), p99 ${ms(p99)} (${tail.toFixed(1)} times), max ${ms(max)}`)
  console.log(`  the event loop is blocked for ${ms(await blocked())} at a time at most`)
}
service.disconnect()
