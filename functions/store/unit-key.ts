import { type Month, monthOf } from '#domain/calendar/civil-date.ts'
import type { EpisodeFacts } from '#domain/episode/facts.ts'
import { liableMunicipalityOf } from '#domain/episode/liable-unit.ts'

/** Where an episode's row lies: the liable municipality, its district in Stockholm, and the month of discharge. */
export type UnitMonth = {
  readonly municipality: string | undefined
  readonly district: string | undefined
  /** `open` while the patient is still in hospital. */
  readonly month: Month | 'open'
}

/** The place of an episode by its facts alone: no agreement has a say in it. */
export const unitMonthOf = (facts: EpisodeFacts): UnitMonth => {
  const month = facts.discharge === undefined ? undefined : monthOf(facts.discharge.on)
  const liable = liableMunicipalityOf(facts, month)
  return { municipality: liable?.municipality, district: liable?.district, month: month ?? 'open' }
}

/** The unit part of a key, with `-` for what is not recorded. */
export const unitName = ({ municipality, district }: Pick<UnitMonth, 'municipality' | 'district'>): string =>
  `${municipality ?? '-'}#${district ?? '-'}`

/** The unit that a key part names. */
export const unitOfName = (name: string): Pick<UnitMonth, 'municipality' | 'district'> => {
  const [municipality = '-', district = '-'] = name.split('#')
  return { municipality: recorded(municipality), district: recorded(district) }
}

const recorded = (part: string): string | undefined => (part === '-' ? undefined : part)
