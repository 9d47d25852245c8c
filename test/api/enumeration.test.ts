import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routes } from '#functions/routes.ts'
import type { Route } from '#http/route.ts'
import { scope } from '#schemas/scope.ts'
import { aReviewedStockholm } from '../support/a-reviewed-stockholm.ts'
import type { Answer, Sent } from '../support/api.ts'
import { type Counts, counted } from '../support/counted.ts'
import { exported } from '../support/exported.ts'
import { seeded } from '../support/fuzz/fuzzed-service.ts'
import { materialOf, seeds } from '../support/fuzz/material.ts'
import { aMintedService, type MintedService } from '../support/minted-service.ts'
import { aTestNumber } from '../support/test-numbers.ts'

const every = { scope: scope.options.join(' ') }

/** Who has every scope, and nothing to do with what is kept. */
const strangers = {
  'another region': { ...every, region: '06' },
  'another region’s hospital': { ...every, region: '06', hospitals: ['SE2321000016-15'] },
  'another hospital of the region': { ...every, region: '01', hospitals: ['SE2321000016-99'] },
  'another municipality': { ...every, municipality: '0136' },
  'a municipality of another region': { ...every, municipality: '0680' },
  'another district': { ...every, municipality: '0180', district: '0180-bromma' },
  association: { ...every, association: '01' },
}
const owners = {
  'region-01': { ...every, region: '01' },
  'region-20': { ...every, region: '20' },
  'municipality-0180': { ...every, municipality: '0180' },
}

type Stranger = keyof typeof strangers
type Name = keyof typeof routes

const [there, missing] = ['there', 'missing'] as const
type Which = typeof there | typeof missing

/** What names something that is kept, and what could name something that is not. */
const named: Readonly<Record<string, Readonly<Record<Which, string>>>> = {
  episode: { there: '01~fuzzed', missing: '01~fuzzel' },
  liability: {
    there: '01~stockholm-somatic~1.1~0180-skarpnack~2020-03',
    missing: '01~stockholm-somatic~1.1~0180-skarholmen~2020-03',
  },
  settlement: { there: '01~stockholm-somatic~2020-03', missing: '01~stockholm-somatic~2020-05' },
  dispute: { there: '01~2020-03~0180-skarpnack~fuzzed~1', missing: '01~2020-03~0180-skarpnack~fuzzel~1' },
  action: { there: '01~reviewed~2020-03~1', missing: '01~reviewel~2020-03~1' },
  export: { there: '01~2020-03~figures~0180-skarpnack~1', missing: '01~2020-03~figures~0180-skarpnack~9' },
}

// Agreements and their versions are shown to everyone who has a token.
const open = { agreement: 'stockholm-somatic', version: '1.1', format: 'json' }

const names = Object.keys(routes) as Name[]
const routeOf = (name: Name): Route => routes[name]
const parametersOf = (name: Name): readonly string[] =>
  [...routeOf(name).path.matchAll(/\{(\w+)\}/g)].map(([, parameter = '']) => parameter)
const isOf = (name: Name): boolean => parametersOf(name).some((parameter) => !Object.hasOwn(open, parameter))

/** What is sent in bodies that name something. */
const others: readonly (readonly [Name, (which: Which) => object])[] = [
  [
    'raiseDispute',
    (which) => ({ ...seeds.dispute, liability: named.liability?.[which], episode: named.episode?.[which] }),
  ],
  ['raiseDispute', (which) => ({ ...seeds.dispute, episode: named.episode?.[which] })],
  ['decideCandidate', (which) => ({ ...seeds.review, episode: which === there ? '01~reviewed' : '01~nobody' })],
]

const [somebody, nobody] = [aTestNumber('19560417', '999'), aTestNumber('19560418', '999')]

let service: MintedService
let counts: Counts
let known: ReturnType<typeof materialOf>['known']
let simulation: Readonly<Record<Which, string>>
const rulesFolder = aReviewedStockholm()
beforeAll(async () => {
  const counting = counted()
  counts = counting.counts
  service = await aMintedService({ ...strangers, ...owners }, counting.table, rulesFolder, {
    pseudonyms: counting.pseudonyms,
    ...counting.accessLog,
  })
  const id = await seeded(service)
  await service.put('region-01', '/v1/episodes/01~somebody', {
    ...seeds.episodes[0][1],
    patient: { ...seeds.episodes[0][1].patient, identity: { type: 'personnummer', value: somebody } },
  })
  simulation = { there: id, missing: id.replace(/^./, (first) => (first === 'a' ? 'b' : 'a')) }
  known = materialOf({ simulation: id }).known
  await exported(service, '2020-03', rulesFolder)
})
afterAll(async () => {
  await service.stop()
  rmSync(rulesFolder, { recursive: true })
})

const sentTo = (name: Name, body?: object): Sent => {
  const [first = seeds.episodes[0][1]] = known[name]?.bodies ?? []
  return routeOf(name).method === 'GET' ? {} : { body: body ?? first }
}

/** What a stranger can tell from an answer, and from the work behind it. */
const seenBy = async (caller: Stranger, name: Name, path: string, sent: Sent) => {
  counts.reset()
  const { status, headers, text } = await service.request(caller, routes[name].method, path, sent)
  return { status, headers: told(headers), text: text.replace(/urn:trace:\w+/, ''), work: counts.read() }
}

const told = (headers: Answer['headers']) =>
  [...headers].filter(([header]) => header !== 'traceparent' && header !== 'date')

const pathOf = (name: Name, which: Which): string =>
  routeOf(name).path.replace(/\{(\w+)\}/g, (_, parameter: string) =>
    parameter === 'simulation' ? simulation[which] : (named[parameter]?.[which] ?? Object(open)[parameter]),
  )

const pairs = names.filter(isOf).flatMap((name) => Object.keys(strangers).map((caller) => ({ name, caller })))

/** Whose simulation it is too: those who sign in the region's county, and its hospitals, which are told that they may not see it. */
const entitled: readonly string[] = [
  'another hospital of the region',
  'another municipality',
  'another district',
  'association',
]

describe('a stranger', () => {
  it('knows everything that a route is asked about by name', () => {
    const parameters = new Set(names.flatMap(parametersOf))

    expect([...parameters].sort()).toEqual([...Object.keys(named), ...Object.keys(open), 'simulation'].sort())
  })

  it.each(pairs)('to $name as $caller cannot tell what is another’s from what is not there', async (pair) => {
    const { name, caller } = pair as { name: Name; caller: Stranger }
    const sent = sentTo(name)
    // What is read once and kept in memory is read before.
    await seenBy(caller, name, pathOf(name, missing), sent)

    const [other, none] = [
      await seenBy(caller, name, pathOf(name, there), sent),
      await seenBy(caller, name, pathOf(name, missing), sent),
    ]

    const isTheirs = parametersOf(name).includes('simulation') && entitled.includes(caller)
    if (isTheirs) expect(other.status).not.toBe(none.status)
    else expect(other).toEqual(none)
    if (!isTheirs) expect([403, 404]).toContain(other.status)
  })

  it.each(others.flatMap(([name, body]) => Object.keys(strangers).map((caller) => ({ name, body, caller }))))(
    'that names it to $name as $caller cannot tell either',
    async ({ name, body, caller }) => {
      const asked = (which: Which) => seenBy(caller as Stranger, name, routes[name].path, { body: body(which) })
      await asked(missing)

      expect(await asked(there)).toEqual(await asked(missing))
    },
  )

  it.each(
    (['searchEpisodes', 'extractAccesses'] as const).flatMap((name) =>
      Object.keys(strangers).map((caller) => ({ name, caller })),
    ),
  )('that asks $name about a person as $caller cannot tell whether others know them', async ({ name, caller }) => {
    const asked = (value: string) => {
      const period = name === 'extractAccesses' ? { from: '2020-03', to: '2020-03' } : {}
      const body = { identity: { type: 'personnummer', value }, ...period }
      return seenBy(caller as Stranger, name, routes[name].path, { body })
    }
    await asked(nobody)

    expect(await asked(somebody)).toEqual(await asked(nobody))
  })
})
