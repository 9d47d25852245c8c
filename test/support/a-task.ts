import type { Performers } from '#functions/work/perform.ts'
import type { TaskOf } from '#functions/work/task.ts'

/** A task to tell from others by its simulation. */
export const aTask = (simulation = 'one'): TaskOf<'simulation-month'> => ({
  kind: 'simulation-month',
  simulation,
  month: '2020-03',
})

/** Performers of which only those of simulations are asked. */
export const simulating = (simulate: (simulation: string) => Promise<void>): Performers<unknown> => ({
  coverage: async () => {
    throw new Error('No coverage is asked for')
  },
  'simulation-month': ({ simulation }) => simulate(simulation),
  'close-municipality': async () => {
    throw new Error('No closing is asked for')
  },
  'correct-region': async () => {
    throw new Error('No correction is asked for')
  },
  'correct-municipality': async () => {
    throw new Error('No correction is asked for')
  },
  'export-month': async () => {
    throw new Error('No export is asked for')
  },
  'export-scheduled': async () => {
    throw new Error('No export is asked for')
  },
  'dispose-scheduled': async () => {
    throw new Error('No disposal is asked for')
  },
  'dispose-month': async () => {
    throw new Error('No disposal is asked for')
  },
  'dispose-open-stays': async () => {
    throw new Error('No disposal is asked for')
  },
  'dispose-simulations': async () => {
    throw new Error('No disposal is asked for')
  },
})
