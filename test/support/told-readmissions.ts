import type { IndexAnswer } from '#domain/statistics/readmissions.ts'
import type { Told } from './readmissions-oracle.ts'

/** An answer in the words of the oracle. */
export const toldOf = (answer: IndexAnswer): Told => {
  if (answer.isIndex === 'no') return answer
  const { readmittedWithin, ...rest } = answer
  const within = (window: number) => readmittedWithin.find(({ days }) => days === window)?.answer ?? 'no'
  return { ...rest, within7: within(7), within30: within(30) }
}
