import * as z from 'zod'
import { showDecimal } from '#domain/money/decimal.ts'
import { fraction } from '#domain/money/fraction.ts'
import { showOre } from '#domain/money/ore.ts'
import type { Part } from '#domain/simulation/attribution.ts'
import type { ComparedUnitMonth } from '#domain/simulation/compare-unit-month.ts'
import type { Figures, Sum } from '#domain/simulation/figures.ts'
import type { Crossing, Summary } from '#domain/simulation/summary.ts'
import type { SimulatedUnitMonth } from '#schemas/simulation.ts'

/** A unit's month as the API writes it. */
export const rowAnswer = (row: ComparedUnitMonth): SimulatedUnitMonth => ({
  ...unitAnswer(row),
  was: figuresAnswer(row.was),
  is: figuresAnswer(row.is),
  delta: row.delta === undefined ? null : sumAnswer(row.delta),
  crossing: row.crossing ?? null,
  attribution: row.attribution?.map(partAnswer) ?? null,
})

/** A summary as the API writes it. */
export const summaryAnswer = ({ unitMonths, unknown, was, is, delta, crossings, attribution }: Summary) => ({
  unitMonths,
  unknown,
  was: sumAnswer(was),
  is: sumAnswer(is),
  delta: sumAnswer(delta),
  crossings: crossings.map((crossing) => ({ ...unitAnswer(crossing), crossing: crossing.crossing })),
  attribution: attribution.map(partAnswer),
})

const unitAnswer = ({ municipality, district, month }: Omit<Crossing, 'crossing'>) => ({
  municipality: municipality ?? null,
  district: district ?? null,
  month,
})

const figuresAnswer = (figures: Figures | undefined) =>
  figures === undefined
    ? null
    : {
        episodes: figures.episodes,
        days: figures.days === undefined ? null : showDecimal(figures.days, 2),
        amount: figures.ore === undefined ? null : showOre(figures.ore),
        liable: figures.liable ?? null,
        missing: [...figures.missing],
      }

const sumAnswer = ({ days, ore }: Sum) => ({ days: showDecimal(days, 2), amount: showOre(ore) })

const partAnswer = ({ parameter, ...sum }: Part) => ({ parameter, ...sumAnswer(sum) })

/** A summary as it is kept between the months: exact. */
export const summaryText = (summary: Summary): string =>
  JSON.stringify(summary, (_, value: unknown) => (typeof value === 'bigint' ? `${value}` : value))

/** The summary of a kept text. */
export const summaryFrom = (text: string): Summary => kept.parse(JSON.parse(text))

const whole = z
  .string()
  .regex(/^-?[0-9]+$/)
  .transform(BigInt)
const sum = { days: z.strictObject({ n: whole, d: whole }).transform(({ n, d }) => fraction(n, d)), ore: whole }
const kept = z.strictObject({
  unitMonths: z.int(),
  unknown: z.int(),
  was: z.strictObject(sum),
  is: z.strictObject(sum),
  delta: z.strictObject(sum),
  crossings: z.array(
    z
      .strictObject({
        municipality: z.string().optional(),
        district: z.string().optional(),
        month: z.string(),
        crossing: z.enum(['becomes-liable', 'no-longer-liable']),
      })
      .transform(({ municipality, district, ...rest }): Crossing => ({ municipality, district, ...rest })),
  ),
  attribution: z.array(z.strictObject({ parameter: z.string(), ...sum })),
})
