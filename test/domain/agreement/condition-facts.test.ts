import { describe, expect, it } from 'vitest'
import { possibleWorlds } from '#domain/agreement/condition-facts.ts'
import { anEpisodeFacts, type ToldFacts } from '../../support/an-episode-facts.ts'

const worldOf = (told: ToldFacts) => possibleWorlds(anEpisodeFacts(told)).worlds[0]

describe('the possible worlds of an episode', () => {
  it('are one where all is recorded', () => {
    expect(possibleWorlds(anEpisodeFacts({ planningNeeded: true }))).toEqual({
      worlds: [
        {
          careType: 'somatic',
          admissionNoticeSent: true,
          admissionNoticeDelayHours: 20,
          lengthOfStayEstimateSent: true,
          planningNeeded: true,
          planningCalled: false,
          planningCallDelayDays: undefined,
          openCare: 'not-recorded',
          servicesRefused: false,
          onlyRegionalOpenCare: false,
          compulsoryOpenPsychiatricCare: false,
          dischargedTo: 'home',
        },
      ],
      unknown: [],
    })
  })

  it('are two that differ in nothing but the need of planning, where it is not recorded', () => {
    const { worlds, unknown } = possibleWorlds(anEpisodeFacts({ planningNeeded: undefined }))

    expect(unknown).toEqual(['planning.needed'])
    expect(worlds.map(({ planningNeeded }) => planningNeeded)).toEqual([true, false])
    expect({ ...worlds[0], planningNeeded: false }).toEqual(worlds[1])
  })
})

describe('in a world', () => {
  it('what was not sent is false, and its number is not there', () => {
    const world = worldOf({ admissionNoticeDelayHours: undefined, planningCalledOn: undefined })

    expect(world).toMatchObject({ admissionNoticeSent: false, planningCalled: false })
    expect(world?.admissionNoticeDelayHours).toBeUndefined()
    expect(world?.planningCallDelayDays).toBeUndefined()
  })

  it.each([
    ['2020-03-01', -5],
    ['2020-03-06', 0],
    ['2020-03-09', 3],
    ['2020-03-10', 4],
  ])('a planning call on %s comes %i days after the last notice', (planningCalledOn, days) => {
    const readiness = [
      { noticeSentAt: '2020-03-02T09:00:00', withdrawnOn: '2020-03-04' },
      { noticeSentAt: '2020-03-06T23:59:59' },
    ]

    expect(worldOf({ readiness, planningCalledOn })).toMatchObject({
      planningCalled: true,
      planningCallDelayDays: days,
    })
  })

  it('a planning call is counted from the only notice there is', () => {
    expect(worldOf({ planningCalledOn: '2020-03-04' })?.planningCallDelayDays).toBe(2)
  })

  it('a planning call without a notice has no delay', () => {
    const world = worldOf({ readiness: [], planningCalledOn: '2020-03-06' })

    expect(world?.planningCalled).toBe(true)
    expect(world?.planningCallDelayDays).toBeUndefined()
  })

  it('words and flags are as recorded', () => {
    expect(
      worldOf({
        careType: 'psychiatric',
        openCare: 'unclear',
        servicesRefused: true,
        onlyRegionalOpenCare: true,
        compulsoryOpenPsychiatricCare: true,
        lengthOfStayEstimateSent: false,
        to: 'deceased',
      }),
    ).toMatchObject({
      careType: 'psychiatric',
      openCare: 'unclear',
      servicesRefused: true,
      onlyRegionalOpenCare: true,
      compulsoryOpenPsychiatricCare: true,
      lengthOfStayEstimateSent: false,
      dischargedTo: 'deceased',
    })
    expect(worldOf({ discharge: undefined })?.dischargedTo).toBeUndefined()
  })
})
