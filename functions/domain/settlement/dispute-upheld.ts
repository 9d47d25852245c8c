import type { Statement } from '../agreement/statement.ts'

/** The reason by which an episode is left out once a dispute about it is upheld. */
export const DISPUTE_UPHELD = 'dispute-upheld'

/** The same as a decision tells it. */
export const disputeUpheld: Statement = {
  id: DISPUTE_UPHELD,
  cites: '5 kap. 3 § lag (2017:612)',
  text: {
    sv: 'Parterna har efter en tvist kommit överens om att vårdtillfället inte ska räknas',
    en: 'The parties have agreed after a dispute that the episode is not to count',
  },
}
