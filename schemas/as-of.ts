import { instant } from './time.ts'

/** The clock of what was known, in a query. */
export const asOf = {
  asOf: instant.optional().meta({ description: 'As it was known at an instant; absent: as it is known now' }),
}
