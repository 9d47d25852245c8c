import { readFileSync, rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { anEpisode, type Told } from '../support/an-episode.ts'
import { type SpawnedService, spawnService } from '../support/process.ts'
import { aDataFolder } from '../support/service.ts'

type Golden = {
  readonly name: string
  readonly region: string
  readonly municipality: string
  readonly district?: string
  readonly month: string
  readonly episodes: readonly Told[]
  readonly expect: Readonly<Record<string, unknown>>
}

const cases: readonly Golden[] = parse(readFileSync('test/cases/golden.yaml', 'utf8'))

describe('the golden cases, through the HTTP API of the started service', () => {
  const dataFolder = aDataFolder()
  let service: SpawnedService
  beforeAll(async () => {
    service = await spawnService({ DATA_DIR: dataFolder })
  })
  afterAll(async () => {
    await service.end('SIGTERM')
    rmSync(dataFolder, { recursive: true })
  })

  it('are all here', () => {
    expect(cases.length).toBe(40)
  })

  it.each(cases.map((golden, index) => ({ ...golden, index })))('$name', async ({ index, ...golden }) => {
    const bodies = golden.episodes.map((told) => anEpisode(told, golden.municipality))
    const pathOf = (number: number) => `/v1/episodes/${golden.region}~golden-${index}-${number}`
    for (const [number, body] of bodies.entries()) {
      const answer = await service.put(`hospital-${golden.region}`, pathOf(number), body)
      expect(answer.status, JSON.stringify(answer.body)).toBe(201)
    }

    const district = golden.district === undefined ? '' : `&district=${golden.district}`
    const answer = await service.get(
      `municipality-${golden.municipality}`,
      `/v1/liabilities?month=${golden.month}&region=${golden.region}${district}`,
    )

    expect(answer.status).toBe(200)
    const found = answer.body.liabilities.filter(
      (liability: { rule: { agreement: string } }) => liability.rule.agreement === golden.expect.agreement,
    )
    expect(found).toHaveLength(1)
    expectLiability(found[0], golden.expect)

    // A cancelled episode is out of everything, so the next case begins with an empty month.
    for (const [number, body] of bodies.entries())
      await service.put(`hospital-${golden.region}`, pathOf(number), {
        ...body,
        sourceUpdatedAt: '2026-01-01T00:00:00Z',
        cancelled: true,
      })
  })
})

const expectLiability = (
  liability: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  expected: Readonly<Record<string, unknown>>,
): void => {
  for (const [name, value] of Object.entries(expected)) {
    const actual = { ...liability, ...liability.cohort, ...liability.rule }[name]
    if (Array.isArray(value) && value.length > 0) {
      for (const part of value)
        expect(actual).toContainEqual(typeof part === 'object' ? expect.objectContaining(part) : part)
    } else if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      expect(actual).toMatchObject(value)
    } else expect(actual, name).toEqual(value)
  }
}
