import { expect } from 'vitest'
import { freshIds } from './a-shared-service.ts'
import type { Service } from './service.ts'

/** Sends a body as a new episode, and tells what was answered and whether anything of it was kept. */
export const refusalBy =
  (service: () => Service, freshId: () => string = freshIds()) =>
  async (sent: unknown) => {
    const id = freshId()
    const answer = await service().put('hospital-01', `/v1/episodes/${id}`, sent)
    const kept = await service().get('region-01', `/v1/episodes/${id}`)
    return { status: answer.status, errors: answer.body.errors, kept: kept.status }
  }

/** The refusal of one value by one rule, with nothing kept. */
export const refused = (pointer: string, rule: string) => ({
  status: 422,
  errors: [{ pointer, rule, reason: expect.any(String) }],
  kept: 404,
})
