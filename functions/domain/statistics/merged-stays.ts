import { addDays } from '../calendar/civil-date.ts'
import { byAdmission, type PersonStay } from './person-stay.ts'

/** Stays that transfers join into one: it begins as its first and ends as its last, which are the same where there is none. */
export type MergedStay = { readonly first: PersonStay; readonly last: PersonStay }

/**
 * A person's stays in the order of admission, merged across transfers: a stay that ends in one goes on in the first stay
 * after it in that order that begins on the same date or so many days later and that no earlier stay goes on in.
 */
export const mergedStays = (stays: readonly PersonStay[], withinDays: number): readonly MergedStay[] => {
  const inOrder = stays.toSorted(byAdmission)
  const next = new Map<PersonStay, PersonStay>()
  const continuations = new Set<PersonStay>()
  for (const [place, stay] of inOrder.entries()) {
    if (stay.discharge?.to !== 'transfer') continue
    const { on } = stay.discharge
    const latest = addDays(on, withinDays)
    const continuation = inOrder
      .slice(place + 1)
      .find((later) => on <= later.admittedOn && later.admittedOn <= latest && !continuations.has(later))
    if (continuation === undefined) continue
    next.set(stay, continuation)
    continuations.add(continuation)
  }
  return inOrder.filter((stay) => !continuations.has(stay)).map((first) => ({ first, last: lastFrom(first, next) }))
}

/** Each step leads to a stay later in the order, so that there is a last. */
const lastFrom = (stay: PersonStay, next: ReadonlyMap<PersonStay, PersonStay>): PersonStay => {
  const following = next.get(stay)
  return following === undefined ? stay : lastFrom(following, next)
}
