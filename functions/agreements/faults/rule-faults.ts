import type { RuleFile } from '#schemas/rule-file/rule-file.ts'
import { citationFaults } from './citation-faults.ts'
import { conditionFaults } from './condition-faults.ts'
import { figureFaults } from './figure-faults.ts'
import type { PathFault } from './file-fault.ts'
import { partyFaults } from './party-faults.ts'
import { readingFaults } from './reading-faults.ts'
import { statementFaults } from './statement-faults.ts'
import { timeFaults } from './time-faults.ts'

/** Every fault that shows only when the parts of a file are held against each other, or against the Act and the calendar. */
export const ruleFaults = (file: RuleFile): readonly PathFault[] => [
  ...citationFaults(file),
  ...partyFaults(file),
  ...timeFaults(file),
  ...figureFaults(file),
  ...statementFaults(file),
  ...conditionFaults(file),
  ...readingFaults(file),
]
