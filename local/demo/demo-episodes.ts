import { chanceFrom } from './chance.ts'
import { drawnStays } from './drawn-stays.ts'
import { TOLD_MONTH, toldStays } from './may-2022.ts'
import type { Stay } from './stay.ts'
import { type Body, stayBody } from './stay-body.ts'
import { moreUnits, type Unit, units } from './unit.ts'

/** An episode as it would be sent: `PUT /v1/episodes/{id}` with the body. */
export type DemoEpisode = { readonly id: string; readonly body: Body }

/** One unit's month; its episodes are made only when they are asked for. */
export type DemoUnitMonth = () => readonly DemoEpisode[]

const toldUnitMonth =
  (name: keyof typeof units): DemoUnitMonth =>
  () =>
    episodesOf(units[name], TOLD_MONTH, toldStays[name])

const drawnUnitMonth =
  (unit: Unit, month: string): DemoUnitMonth =>
  () =>
    episodesOf(unit, month, drawnStays(unit, month, chanceFrom(`${unit.slug} ${month}`)))

const unitNames = Object.keys(units) as (keyof typeof units)[]

/** May 2022 in the units that have their stays told. */
export const demoMonth: readonly DemoUnitMonth[] = unitNames.map(toldUnitMonth)

const months = Array.from({ length: 12 }, (_, index) => `2022-${`${index + 1}`.padStart(2, '0')}`)

/** Every month of 2022 in all units; the told month is the same in both. */
export const demoYear: readonly DemoUnitMonth[] = months.flatMap((month) => [
  ...unitNames.map((name) => (month === TOLD_MONTH ? toldUnitMonth(name) : drawnUnitMonth(units[name], month))),
  ...moreUnits.map((unit) => drawnUnitMonth(unit, month)),
])

/** Each episode has its own seed, its id: changing one leaves the others as they are. */
const episodesOf = (unit: Unit, month: string, stays: readonly Stay[]): readonly DemoEpisode[] =>
  stays.map((stay, index) => {
    const name = `${unit.slug}-${month}-${`${index + 1}`.padStart(2, '0')}`
    const id = `${unit.region}~demo-${name}`
    return { id, body: stayBody(unit, month, stay, `DEMO-${name.toUpperCase()}`, chanceFrom(id)) }
  })
