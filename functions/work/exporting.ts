import { addMonths, firstOfMonth, monthOf } from '#domain/calendar/civil-date.ts'
import { scheduledMonth } from '#domain/statistics/scheduled-month.ts'
import { exportMonth } from '../exports/export-month.ts'
import type { TaskOf } from './task.ts'
import type { Working } from './working.ts'

/** Publishes the statistics of a region's month, where they say anything new. */
export const performExport = async ({ region, month }: TaskOf<'export-month'>, working: Working): Promise<void> => {
  await exportMonth(working, { region, month }, working.now())
}

/** Leaves a task for the month that a schedule is about, and for each month of the year before it that is published already and may have changed. */
export const performScheduledExport = async (
  { region, scheduled, at }: TaskOf<'export-scheduled'>,
  { exports, sendTasks }: Working,
): Promise<void> => {
  const last = scheduledMonth(scheduled, at)
  const earlier = monthsBefore(last)
  const published = await Promise.all(
    earlier.map(async (month) => ((await exports.publications(region, month)).length > 0 ? [month] : [])),
  )
  await sendTasks([last, ...published.flat()].map((month) => ({ kind: 'export-month', region, month })))
}

/** How far back a change is looked for: as long as a month is in the series of another. */
const MONTHS_BACK = 11

const monthsBefore = (month: string): readonly string[] =>
  Array.from({ length: MONTHS_BACK }, (_, index) => monthOf(addMonths(firstOfMonth(month), -index - 1)))
