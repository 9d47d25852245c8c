import type { Catalog } from '#domain/agreement/catalog.ts'
import { calendarFaults } from './calendar-faults.ts'
import { calendarReason } from './calendar-words.ts'
import { ruleCalendar, type Segment } from './rule-calendar.ts'

/** A county's calendar as the contract writes it, with its holes and overlaps; texts still in both languages. */
export const ruleCalendarAnswer = (catalog: Catalog, region: string) => {
  const ofCounty = catalog.rules.filter(({ file }) => file.county === region)
  return {
    region,
    segments: ruleCalendar(catalog, region).map(segmentAnswer),
    faults: calendarFaults(ofCounty, catalog.events).map((fault) => ({
      rule: fault.kind,
      careType: fault.careType,
      on: fault.on,
      reason: calendarReason(fault),
      rules: [fault.rule, ...(fault.other === undefined ? [] : [fault.other])].map(({ reference }) => reference),
    })),
  }
}

const segmentAnswer = (segment: Segment) => {
  const { careType, municipalities, from, until, basis } = segment
  return {
    careType,
    municipalities,
    from,
    until: until ?? null,
    basis,
    rule: 'rule' in segment ? segment.rule : null,
    rules: 'rules' in segment ? segment.rules : [],
    missing: 'missing' in segment ? segment.missing : null,
  }
}
