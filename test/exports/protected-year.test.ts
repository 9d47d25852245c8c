import { describe, expect, it } from 'vitest'
import { addDays } from '#domain/calendar/civil-date.ts'
import type { RecordedEpisode } from '#domain/liability/cohort.ts'
import { decideInBulk } from '#domain/liability/decide-in-bulk.ts'
import { liabilitiesFrom, liabilityId } from '#domain/liability/month.ts'
import type { FigureRow } from '#domain/statistics/figure-row.ts'
import { figureRows } from '#domain/statistics/figure-rows.ts'
import { talliesOf } from '#domain/statistics/tally.ts'
import type { Pattern } from '#functions/exports/protection/pattern.ts'
import { protectedContents } from '#functions/exports/protection/protected-contents.ts'
import { withRowsOnceHidden } from '#functions/exports/protection/rows-once-hidden.ts'
import { figuresTable } from '#functions/exports/tables/figures-table.ts'
import { unitLiabilityOf } from '#functions/exports/unit-liability.ts'
import { municipalities } from '#schemas/reference/municipalities.ts'
import { stockholmDistricts } from '#schemas/reference/stockholm-districts.ts'
import type { Row } from '#schemas/statistics/column.ts'
import { theShippedCatalog } from '../support/a-catalog.ts'
import { aRecordedEpisode } from '../support/an-episode-facts.ts'
import { narrowFigures, type PublishedFigures } from '../support/narrow-figures.ts'
import { type Random, randomFrom } from '../support/random.ts'
import { runs } from '../support/runs.ts'

const THRESHOLD = 5
const FOLLOWED_UP = { within7: true, within30: true }
const REVISIONS = 3
const MONTHS = Array.from({ length: runs(12, 1) }, (_, index) => `2022-${`${index + 1}`.padStart(2, '0')}`)
const catalog = theShippedCatalog()
const inCounty = Object.keys(municipalities).filter((code) => code.startsWith('01') && code !== '0180')
const districts = stockholmDistricts.filter(
  ({ validFrom = '', validTo = '9999' }) => validFrom < '2022' && validTo > '2022',
)

const homes = [
  ...inCounty.map((registeredMunicipality) => ({ registeredMunicipality })),
  ...districts.map(({ district }) => ({ registeredMunicipality: '0180', registeredDistrict: district })),
  { registeredMunicipality: '0180' },
  { registeredMunicipality: '0380' },
  { registeredMunicipality: undefined },
]

/** A stay of a month: where the patient lives, how long it was ready, and what may leave it out or undecided. */
const aStay = (month: string, id: string, home: (typeof homes)[number], random: Random): RecordedEpisode => {
  const out = `${month}-${10 + random.below(18)}`
  const days = random.one([0, 0, 0, 1, 1, 2, 3, 6])
  return aRecordedEpisode({
    id,
    ...home,
    careType: random.below(4) === 0 ? 'psychiatric' : 'somatic',
    ...(random.below(9) === 0 ? { readiness: [] } : { ready: `${addDays(out, -days)} 10:00:00` }),
    out,
    planningNeeded: random.below(25) === 0 ? undefined : false,
    servicesRefused: random.below(12) === 0,
  })
}

/** The stays of a month, then with a few changed, come and gone: revision after revision. */
const revisionsOf = (month: string, random: Random): readonly (readonly RecordedEpisode[])[] => {
  const busy = 1 + random.below(24)
  const first = homes.flatMap((home, place) =>
    Array.from({ length: random.below(busy + 1) }, (_, index) => aStay(month, `s${place}-${index}`, home, random)),
  )
  const revisions = [first]
  for (let revision = 1; revision < REVISIONS; revision += 1) {
    const before = revisions.at(-1) ?? []
    const kept = before.flatMap((stay) => {
      if (random.below(60) > 0) return [stay]
      return random.below(2) === 0 ? [] : [aStay(month, stay.id, random.one(homes), random)]
    })
    const come = random.below(4) === 0 ? [aStay(month, `late-${revision}`, random.one(homes), random)] : []
    revisions.push([...kept, ...come])
  }
  return revisions
}

/** Every other discharge is of somebody of 65; some are followed by another stay, and of a few that is not known. */
const readmissionOf = ({ id }: { readonly id: string }) => {
  const kind = [...id].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % 997, 7)
  if (kind % 2 === 0) return undefined
  return {
    indexStays: 1,
    readmitted7: kind % 9 === 0 ? 1 : 0,
    unknown7: kind % 83 === 1 ? 1 : 0,
    readmitted30: kind % 9 === 0 || kind % 5 === 0 ? 1 : 0,
    unknown30: kind % 83 === 1 ? 1 : 0,
  }
}

const rowsOf = (month: string, episodes: readonly RecordedEpisode[]): readonly FigureRow[] => {
  const decided = episodes.map((episode) => decideInBulk(catalog, episode))
  const liabilities = liabilitiesFrom(catalog, month, decided).flatMap((liability) =>
    unitLiabilityOf(catalog, { kind: 'live', id: liabilityId(liability.key), liability }),
  )
  return figureRows(talliesOf(decided, readmissionOf), liabilities)
}

/** Everything that everyone is told of a month, revision after revision, with what is true. */
const published = (month: string, random: Random): readonly PublishedFigures[] => {
  const earlier: Pattern[] = []
  return revisionsOf(month, random).flatMap((episodes, revision) => {
    const of = { region: '01', month, definitions: [] }
    const rows = rowsOf(month, episodes)
    const told = protectedContents(of, rows, FOLLOWED_UP, { threshold: THRESHOLD }, earlier)
    if (told === undefined) return []
    const all = withRowsOnceHidden(rows, earlier)
    earlier.push(told.pattern)
    const tableOf = (name: string): readonly Row[] =>
      told.contents.find(({ table }) => table.name === name)?.table.rows ?? []
    return [
      {
        month,
        revision,
        shown: tableOf('figures'),
        truth: figuresTable(of, all, FOLLOWED_UP).rows,
        national: tableOf('national'),
        reasons: tableOf('left-out'),
      },
    ]
  })
}

const year = MONTHS.map((month, index) => published(month, randomFrom(2017612 + index)))

describe('what everyone is told of a county in a year', () => {
  it('is something, and not everything', () => {
    const rows = year.flat().flatMap(({ shown }) => shown.filter(({ level }) => level !== 'region'))

    expect(year.flat().length).toBeGreaterThan(MONTHS.length)
    expect(rows.filter(({ discharged }) => discharged !== null && discharged !== 0).length).toBeGreaterThan(10)
    expect(rows.filter(({ discharged }) => discharged === null).length).toBeGreaterThan(10)
  })

  it('shows no count from one to four', () => {
    const counts = [
      'discharged',
      'day_zero',
      'one_day_or_more',
      'ready_days',
      'n_with_day_zero',
      'n_without_day_zero',
      'agreement_n',
      'left_out',
      'undetermined',
      'without_notice',
      'index_stays',
      'readmitted_7',
      'unknown_7',
      'readmitted_30',
      'unknown_30',
      'stays',
      'sum_of_days',
      'closed_stays_with_days',
      'episodes',
    ]
    for (const { shown, national, reasons } of year.flat())
      for (const row of [...shown, ...national, ...reasons])
        for (const name of counts) {
          const count = row[name] ?? null
          expect(count === null || count === 0 || Number(count) >= THRESHOLD, `${name} ${count}`).toBe(true)
        }
  })

  it.each([undefined, '0126', '0180', '0180-farsta', ...(runs(10) === 10 ? inCounty : [])])(
    'leaves %s every hidden count the threshold wide, each revision by itself and all together',
    { timeout: 600_000 },
    async (insider) => {
      for (const month of year)
        for (const unchangedIsSame of [false, true])
          expect(await narrowFigures(month, { insider, unchangedIsSame }, THRESHOLD)).toEqual([])
    },
  )
})

describe('the solver', () => {
  it('finds what is given away when only small rows are hidden', async () => {
    const [month = []] = year
    const careless = month.slice(0, 1).map((told) => ({
      ...told,
      shown: told.truth.map((row) => {
        const isSmall = ['day_zero', 'one_day_or_more', 'ready_days', 'discharged'].some(
          (name) => Number(row[name]) > 0 && Number(row[name]) < THRESHOLD,
        )
        const hides = isSmall && row.level !== 'region'
        const names = [
          'discharged',
          'day_zero',
          'one_day_or_more',
          'ready_days',
          'mean_with_day_zero',
          'n_with_day_zero',
          'mean_without_day_zero',
          'n_without_day_zero',
        ]
        return hides ? { ...row, ...Object.fromEntries(names.map((name) => [name, null])) } : row
      }),
    }))

    const found = await narrowFigures(careless, { insider: undefined, unchangedIsSame: false }, THRESHOLD)

    expect(found.length).toBeGreaterThan(0)
  })
})
