import { performClosing, performCorrecting, performCorrectingRegion } from './closing.ts'
import { performCoverage } from './coverage.ts'
import {
  performDisposingMonth,
  performDisposingOpenStays,
  performDisposingSimulations,
  performScheduledDisposal,
} from './disposing.ts'
import { performExport, performScheduledExport } from './exporting.ts'
import type { Performers } from './perform.ts'
import { performSimulationMonth } from './simulation-month.ts'
import type { Working } from './working.ts'

/** What performs each kind of task in the product. */
export const performers: Performers<Working> = {
  coverage: performCoverage,
  'simulation-month': performSimulationMonth,
  'close-municipality': performClosing,
  'correct-region': performCorrectingRegion,
  'correct-municipality': performCorrecting,
  'export-month': performExport,
  'export-scheduled': performScheduledExport,
  'dispose-scheduled': performScheduledDisposal,
  'dispose-month': performDisposingMonth,
  'dispose-open-stays': performDisposingOpenStays,
  'dispose-simulations': performDisposingSimulations,
}
