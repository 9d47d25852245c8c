import { describe, expect, it } from 'vitest'
import { type Performers, perform } from '#functions/work/perform.ts'
import { parseTask, type Task, taskText } from '#functions/work/task.ts'

const tasks: readonly Task[] = [
  { kind: 'coverage', agreement: 'stockholm-somatic', stage: '2', version: '14' },
  { kind: 'simulation-month', simulation: '01~a1B2', month: '2020-03' },
  {
    kind: 'close-municipality',
    region: '01',
    agreement: 'stockholm-somatic',
    month: '2020-03',
    run: '2',
    municipality: '0136',
  },
  { kind: 'correct-region', region: '06' },
  { kind: 'correct-municipality', region: '06', month: '2020-03', municipality: '-' },
  { kind: 'export-month', region: '06', month: '2020-03' },
  { kind: 'export-scheduled', region: '06', scheduled: 'monthly', at: '2020-04-13T03:00:00Z' },
  { kind: 'dispose-scheduled' },
  { kind: 'dispose-month', region: '06', month: '2020-03' },
  { kind: 'dispose-open-stays', region: '06' },
  { kind: 'dispose-simulations', region: '06' },
]

describe('a task', () => {
  it.each(tasks)('of kind $kind is the same when it has been carried', (task) => {
    expect(parseTask(taskText(task))).toEqual(task)
  })

  it.each([
    ['no JSON', '{'],
    ['no object', '"coverage"'],
    ['of no kind that is known', '{"kind":"closing"}'],
    ['without its ids', '{"kind":"coverage","agreement":"act"}'],
    ['with more than its ids', '{"kind":"simulation-month","simulation":"a","month":"2020-03","patient":"x"}'],
    ['with a month that is none', '{"kind":"simulation-month","simulation":"a","month":"2020-13"}'],
    ['with an id that is none', '{"kind":"simulation-month","simulation":"a b","month":"2020-12"}'],
  ])('%s is not read', (_, text) => {
    expect(parseTask(text)).toBeUndefined()
  })

  it.each(tasks)('of kind $kind is performed by those of its kind, with what is needed', async (task) => {
    const asked: unknown[] = []
    const performers: Performers<string> = {
      coverage: async (...of) => void asked.push(['coverage', ...of]),
      'simulation-month': async (...of) => void asked.push(['simulation-month', ...of]),
      'close-municipality': async (...of) => void asked.push(['close-municipality', ...of]),
      'correct-region': async (...of) => void asked.push(['correct-region', ...of]),
      'correct-municipality': async (...of) => void asked.push(['correct-municipality', ...of]),
      'export-month': async (...of) => void asked.push(['export-month', ...of]),
      'export-scheduled': async (...of) => void asked.push(['export-scheduled', ...of]),
      'dispose-scheduled': async (...of) => void asked.push(['dispose-scheduled', ...of]),
      'dispose-month': async (...of) => void asked.push(['dispose-month', ...of]),
      'dispose-open-stays': async (...of) => void asked.push(['dispose-open-stays', ...of]),
      'dispose-simulations': async (...of) => void asked.push(['dispose-simulations', ...of]),
    }

    await perform(performers, task, 'needed')

    expect(asked).toEqual([[task.kind, task, 'needed']])
  })
})
