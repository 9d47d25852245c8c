import type { MonthDisposal } from '#functions/disposals/dispose-month.ts'
import type { DocumentCounts } from '#store/disposal-store.ts'

/** What is to be done with a month, or was, in Swedish; nothing where nothing is left. */
export const monthWords = (disposal: MonthDisposal): readonly string[] => {
  switch (disposal.result) {
    case 'nothing-left':
      return []
    case 'not-yet':
      return [`bevaras till ${disposal.from}`]
    case 'held':
      return ['bevaras, en tvist är inte avgjord']
    case 'due':
      return [`ska gallras: ${countWords(disposal.documents)[0] ?? 'rester'}`]
    case 'disposed':
      return [`gallrat: ${countWords(disposal.documents)[0] ?? 'rester'}`]
  }
}

/** How many of what, in Swedish; nothing where there is none. */
export const countWords = (documents: DocumentCounts): readonly string[] => {
  const words = NAMES.flatMap(([kind, one, many]) =>
    documents[kind] === 0 ? [] : [`${documents[kind]} ${documents[kind] === 1 ? one : many}`],
  )
  return words.length === 0 ? [] : [words.join(', ')]
}

const NAMES = [
  ['episodes', 'vårdtillfälle', 'vårdtillfällen'],
  ['revisions', 'version', 'versioner'],
  ['statements', 'underlag', 'underlag'],
  ['corrections', 'rättelse', 'rättelser'],
  ['disputes', 'tvist', 'tvister'],
  ['reviews', 'beslut av den gemensamma gruppen', 'beslut av den gemensamma gruppen'],
  ['exports', 'export', 'exporter'],
  ['simulations', 'simulering', 'simuleringar'],
] as const
