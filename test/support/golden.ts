import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { parse } from 'yaml'
import { anEpisode, type Told } from './an-episode.ts'
import type { Api } from './api.ts'

/** A case from practice or law: episodes told in short, and what is owed for them. */
export type Golden = {
  readonly name: string
  readonly region: string
  readonly municipality: string
  readonly district?: string
  readonly month: string
  readonly episodes: readonly Told[]
  readonly expect: Readonly<Record<string, unknown>>
}

/** Every golden case with its place in the file, which makes the ids of its episodes. */
export const goldenCases: readonly (Golden & { readonly index: number })[] = parse(
  readFileSync('test/cases/golden.yaml', 'utf8'),
).map((golden: Golden, index: number) => ({ ...golden, index }))

/** Sends a case to an API, expects what it says to be owed, and takes its episodes out again. */
export const expectGolden = async (
  api: Pick<Api, 'get' | 'put'>,
  { index, ...golden }: Golden & { readonly index: number },
): Promise<void> => {
  const bodies = golden.episodes.map((told) => anEpisode(told, golden.municipality))
  const pathOf = (number: number) => `/v1/episodes/${golden.region}~golden-${index}-${number}`
  for (const [number, body] of bodies.entries()) {
    const answer = await api.put(`hospital-${golden.region}`, pathOf(number), body)
    expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  }

  const district = golden.district === undefined ? '' : `&district=${golden.district}`
  const answer = await api.get(
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
    await api.put(`hospital-${golden.region}`, pathOf(number), {
      ...body,
      sourceUpdatedAt: '2026-01-01T00:00:00Z',
      cancelled: true,
    })
}

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
