import { describe, expect, it } from 'vitest'
import { aSharedService, freshIds } from '../support/a-shared-service.ts'
import { anEpisode, TEST_PERSON } from '../support/an-episode.ts'

const service = aSharedService()
const freshId = freshIds()

const send = (id: string, body: unknown) => service().put('hospital-01', `/v1/episodes/${id}`, body)

const body = anEpisode({ ready: '2020-03-04 10:00', out: '2020-03-09 11:00' })

type Json = string | number | boolean | null | undefined | readonly Json[] | { readonly [name: string]: Json }

const reversed = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, part]) => [name, reversed(part)]),
  )
}

const withoutNulls = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (typeof value !== 'object' || value === null) return value
  const recorded = Object.entries(value).filter(([, part]) => part !== null)
  return Object.fromEntries(recorded.map(([name, part]) => [name, withoutNulls(part)]))
}

const everyInstant = (value: Json, rewrite: (instant: string) => string): Json => {
  if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}T/.test(value) ? rewrite(value) : value
  if (Array.isArray(value)) return value.map((part) => everyInstant(part, rewrite))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, everyInstant(part, rewrite)]))
}

const inOffset = (hours: number) => (instant: string) => {
  const shifted = new Date(Date.parse(instant) + hours * 3_600_000).toISOString().slice(0, 19)
  return `${shifted}${hours < 0 ? '-' : '+'}${`${Math.abs(hours)}`.padStart(2, '0')}:00`
}

describe('content is equal', () => {
  it.each<[string, Json]>([
    ['with instants in the offset of another place', everyInstant(body, inOffset(1))],
    ['with instants in an offset that makes them another day', everyInstant(body, inOffset(-11))],
    ['with instants that have zeros for a fraction', everyInstant(body, (at) => at.replace('Z', '.000Z'))],
    ['with instants in lower case', everyInstant(body, (at) => at.toLowerCase())],
    ['with instants at an offset of minus nothing', everyInstant(body, (at) => at.replace('Z', '-00:00'))],
    ['with its properties in another order', reversed(body)],
    ['with absence instead of null', withoutNulls(body)],
    ['with flags that say no instead of nothing', { ...body, servicesRefused: false, cancelled: false }],
    ['with empty lists instead of none', { ...body, delays: [] }],
    [
      'with a hyphen in the identity number',
      { ...body, patient: { ...body.patient, identity: { ...TEST_PERSON, value: '19491002-9802' } } },
    ],
  ])('%s', async (_, same) => {
    const id = freshId()
    await send(id, body)

    const answer = await send(id, same)

    expect(answer.status).toBe(200)
    expect(answer.headers.get('etag')).toBe('"1"')
  })

  it.each<[string, Json]>([
    ['a fraction of a second', { ...body, admissionNoticeSentAt: '2020-03-02T09:00:00.001Z' }],
    ['an order of planning that was not there', { ...body, planning: {} }],
    [
      'the type of the identity',
      {
        ...body,
        patient: { ...body.patient, identity: { ...TEST_PERSON, type: 'reservnummer', value: 'AB12345678' } },
      },
    ],
    ['a ward', { ...body, ward: 'SE2321000016-1A2B' }],
  ])('not with another value of %s', async (_, other) => {
    const id = freshId()
    await send(id, body)

    const answer = await send(id, other)

    expect(answer.status).toBe(409)
    expect(answer.body.type).toBe('urn:fristdag:problem:same-instant-other-content')
  })
})
