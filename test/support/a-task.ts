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
  coverage: notAsked('coverage'),
  'simulation-month': ({ simulation }) => simulate(simulation),
  'close-municipality': notAsked('closing'),
  'correct-region': notAsked('correction'),
  'correct-municipality': notAsked('correction'),
  'export-month': notAsked('export'),
  'export-scheduled': notAsked('export'),
  'dispose-scheduled': notAsked('disposal'),
  'dispose-month': notAsked('disposal'),
  'dispose-open-stays': notAsked('disposal'),
  'dispose-simulations': notAsked('disposal'),
})

const notAsked = (what: string) => async (): Promise<never> => {
  throw new Error(`No ${what} is asked for`)
}
