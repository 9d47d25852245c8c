import { describe, expect, it } from 'vitest'
import { ageOf } from '#domain/dispute/age.ts'
import { ladderOf } from '#domain/dispute/ladder.ts'
import { obstacleTo, standingOf } from '#domain/dispute/standing.ts'

describe('a dispute', () => {
  it('is open on the first step when it is raised', () => {
    expect(standingOf([])).toEqual({ status: 'open', step: 0 })
  })

  it('climbs a step each time that it is escalated', () => {
    expect(standingOf(['escalated', 'escalated'])).toEqual({ status: 'open', step: 2 })
  })

  it.each(['upheld', 'rejected', 'withdrawn'] as const)('ends where it is %s', (outcome) => {
    expect(standingOf(['escalated', outcome])).toEqual({ status: outcome, step: 1 })
  })

  it('is not escalated from the highest step, and decided there', () => {
    const standing = standingOf(['escalated', 'escalated'])

    expect(obstacleTo('escalated', standing, 3)).toBe('top-of-ladder')
    expect(obstacleTo('escalated', standing, 4)).toBeUndefined()
    expect(obstacleTo('rejected', standing, 3)).toBeUndefined()
  })

  it.each(['upheld', 'rejected', 'escalated', 'withdrawn'] as const)('that has ended is not %s', (outcome) => {
    expect(obstacleTo(outcome, standingOf(['rejected']), 3)).toBe('already-decided')
  })
})

describe('the age of a dispute', () => {
  it.each([
    ['2022-06-01', 0],
    ['2022-07-01', 0],
    ['2022-07-02', 31],
    ['2022-08-30', 31],
    ['2022-08-31', 91],
    ['2023-08-31', 91],
  ])('raised on 1 June is on %s in the bracket from %i days', (today, fromDays) => {
    expect(ageOf('2022-06-01', today).fromDays).toBe(fromDays)
  })
})

describe('the ladder', () => {
  it('is the usual one where the agreement names none', () => {
    const { steps, cites } = ladderOf({})

    expect(steps.map(({ id }) => id)).toEqual(['case-officers', 'heads-of-unit', 'management-group'])
    expect(cites).toBeUndefined()
  })

  it('is the one that the agreement names, with its paragraph', () => {
    const ladder = [{ id: 'joint-group', title: { sv: 'Samrådsgruppen', en: 'The joint group' } }]

    expect(ladderOf({ disputes: { ladder, cites: 'agreement#7' } })).toEqual({ steps: ladder, cites: 'agreement#7' })
  })
})
