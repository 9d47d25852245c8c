import { describe, expect, it } from 'vitest'
import { districtInMonth } from '#domain/episode/district.ts'
import { districtFact, liableMunicipalityOf } from '#domain/episode/liable-unit.ts'
import { stockholmDistricts } from '#schemas/reference/stockholm-districts.ts'
import { anEpisodeFacts } from '../../support/an-episode-facts.ts'

const divisionIn = (month: string): ReadonlySet<string | undefined> =>
  new Set(
    stockholmDistricts.map(({ district }) => districtInMonth(district, month)).filter((known) => known !== undefined),
  )

describe('the districts of Stockholm', () => {
  it.each([
    ['2018-01', 14],
    ['2020-06', 14],
    ['2020-07', 13],
    ['2023-06', 13],
    ['2023-07', 11],
    ['2026-01', 11],
  ])('are in %s %i', (month, count) => {
    expect(divisionIn(month).size).toBe(count)
  })

  it('hand their patients to their successors', () => {
    expect(districtInMonth('0180-alvsjo', '2020-06')).toBe('0180-alvsjo')
    expect(districtInMonth('0180-alvsjo', '2020-07')).toBe('0180-hagersten-alvsjo')
    expect(districtInMonth('0180-rinkeby-kista', '2023-06')).toBe('0180-rinkeby-kista')
    expect(districtInMonth('0180-rinkeby-kista', '2023-07')).toBe('0180-jarva')
    expect(districtInMonth('0180-ostermalm', '2024-01')).toBe('0180-norra-innerstaden')
  })

  it('are not known before they began', () => {
    expect(districtInMonth('0180-hagersten-alvsjo', '2020-06')).toBeUndefined()
    expect(districtInMonth('0180-hagersten-alvsjo', '2020-07')).toBe('0180-hagersten-alvsjo')
    expect(districtInMonth('0180-jarva', '2023-06')).toBeUndefined()
  })

  it('are as recorded while the stay is open', () => {
    expect(districtInMonth('0180-alvsjo', undefined)).toBe('0180-alvsjo')
    expect(districtInMonth(undefined, '2020-03')).toBeUndefined()
    expect(districtInMonth('0180-atlantis', '2020-03')).toBeUndefined()
  })
})

describe('the liable municipality', () => {
  it('is the one of registration', () => {
    const liable = liableMunicipalityOf(anEpisodeFacts({ registeredMunicipality: '0162' }), '2020-03')

    expect(liable).toStrictEqual({ municipality: '0162', because: 'registered', districtSucceeded: false })
  })

  it('is the placing one where there is one', () => {
    const facts = anEpisodeFacts({ registeredMunicipality: '0162', placedByMunicipality: '0683' })

    expect(liableMunicipalityOf(facts, '2020-03')).toEqual({
      municipality: '0683',
      because: 'placed',
      districtSucceeded: false,
    })
  })

  it('is not known without registration and placement', () => {
    expect(liableMunicipalityOf(anEpisodeFacts({ registeredMunicipality: undefined }), '2020-03')).toBeUndefined()
  })

  it('of Stockholm has the district of its own reason, in the division of the month', () => {
    const facts = anEpisodeFacts({
      registeredMunicipality: '0180',
      registeredDistrict: '0180-alvsjo',
      placedByDistrict: '0180-farsta',
    })
    const placed = anEpisodeFacts({ ...facts, placedByMunicipality: '0180' })

    expect(liableMunicipalityOf(facts, '2020-06')).toMatchObject({ district: '0180-alvsjo', districtSucceeded: false })
    expect(liableMunicipalityOf(facts, '2020-07')).toMatchObject({
      district: '0180-hagersten-alvsjo',
      districtSucceeded: true,
    })
    expect(liableMunicipalityOf(placed, '2020-07')).toMatchObject({ district: '0180-farsta', districtSucceeded: false })
  })

  it('elsewhere has no district, whatever is recorded', () => {
    const facts = anEpisodeFacts({ registeredMunicipality: '0162', registeredDistrict: '0180-farsta' })

    expect(liableMunicipalityOf(facts, '2020-03')).toEqual({
      municipality: '0162',
      because: 'registered',
      districtSucceeded: false,
    })
  })

  it('names the fact that its district waits for', () => {
    const because = { municipality: '0180', districtSucceeded: false }

    expect(districtFact({ ...because, because: 'registered' })).toBe('patient.registeredDistrict')
    expect(districtFact({ ...because, because: 'placed' })).toBe('patient.placedByDistrict')
  })
})
