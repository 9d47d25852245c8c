import * as z from 'zod'
import type { EpisodeFacts } from '#domain/episode/facts.ts'
import type { RecordedEpisode } from '#domain/liability/cohort.ts'
import { withoutUndefined } from '#domain/without-undefined.ts'
import type { Item, Key } from './table.ts'
import { type UnitMonth, unitName } from './unit-key.ts'

/** The end of a row that is still what is known: it sorts after every instant. */
export const STILL_KNOWN = '9999'

/** An episode as it was known from an instant until another, in its unit's month. */
export type UnitRow = RecordedEpisode & {
  readonly from: string
  readonly until: string
  /** The SHA-256 of the recorded stay, in hexadecimal. */
  readonly digest: string
}

export const unitPartition = (unit: UnitMonth): string => `U#${unitName(unit)}#${unit.month}`

export const unitRowKey = (unit: UnitMonth, { region, id, revision }: Omit<RecordedEpisode, 'facts'>): Key => ({
  pk: unitPartition(unit),
  sk: `${region}#${id}#${`${revision}`.padStart(6, '0')}`,
})

export const unitRowItem = (unit: UnitMonth, row: UnitRow): Item => ({
  ...unitRowKey(unit, row),
  from: row.from,
  until: row.until,
  // In 43 signs instead of 64: see the size of a row.
  digest: Buffer.from(row.digest, 'hex').toString('base64url'),
  facts: JSON.stringify(pack(row.facts)),
})

export const unitRowFrom = ({ sk, from, until, digest, facts }: Item): UnitRow => {
  const [region = '', id = '', revision = ''] = sk.split('#')
  return {
    region,
    id,
    revision: Number(revision),
    facts: unpack(packed.parse(JSON.parse(z.string().parse(facts)))),
    from: z.string().parse(from),
    until: z.string().parse(until),
    digest: Buffer.from(z.string().parse(digest), 'base64url').toString('hex'),
  }
}

/** The facts under names of a letter or two: a row is read by the thousand, and its size is what it costs. */
const packed = z.strictObject({
  h: z.string(),
  c: z.enum(['somatic', 'psychiatric']),
  rm: z.string().optional(),
  rd: z.string().optional(),
  pm: z.string().optional(),
  pd: z.string().optional(),
  an: z.number().optional(),
  ls: z.literal(1).optional(),
  r: z.array(z.tuple([z.string()], z.string())),
  pn: z.union([z.literal(0), z.literal(1)]).optional(),
  pc: z.string().optional(),
  oc: z.enum(['available', 'unavailable', 'unclear']).optional(),
  sr: z.literal(1).optional(),
  or: z.literal(1).optional(),
  co: z.literal(1).optional(),
  d: z
    .tuple([z.string(), z.enum(['home', 'special-housing', 'short-term-housing', 'transfer', 'deceased'])])
    .optional(),
  x: z.literal(1).optional(),
})
type Packed = z.infer<typeof packed>

const pack = (facts: EpisodeFacts): Packed => ({
  h: facts.hospital,
  c: facts.careType,
  rm: facts.registeredMunicipality,
  rd: facts.registeredDistrict,
  pm: facts.placedByMunicipality,
  pd: facts.placedByDistrict,
  an: facts.admissionNoticeDelayHours,
  ls: one(facts.lengthOfStayEstimateSent),
  r: facts.readiness.map(({ noticeSentAt, withdrawnOn }) =>
    withdrawnOn === undefined ? [noticeSentAt] : [noticeSentAt, withdrawnOn],
  ),
  pn: facts.planningNeeded === undefined ? undefined : facts.planningNeeded ? 1 : 0,
  pc: facts.planningCalledOn,
  oc: facts.openCare,
  sr: one(facts.servicesRefused),
  or: one(facts.onlyRegionalOpenCare),
  co: one(facts.compulsoryOpenPsychiatricCare),
  d: facts.discharge === undefined ? undefined : [facts.discharge.on, facts.discharge.to],
  x: one(facts.cancelled),
})

const unpack = (row: Packed): EpisodeFacts =>
  withoutUndefined({
    hospital: row.h,
    careType: row.c,
    registeredMunicipality: row.rm,
    registeredDistrict: row.rd,
    placedByMunicipality: row.pm,
    placedByDistrict: row.pd,
    admissionNoticeDelayHours: row.an,
    lengthOfStayEstimateSent: row.ls === 1,
    readiness: row.r.map(([noticeSentAt, withdrawnOn]) => withoutUndefined({ noticeSentAt, withdrawnOn })),
    planningNeeded: row.pn === undefined ? undefined : row.pn === 1,
    planningCalledOn: row.pc,
    openCare: row.oc,
    servicesRefused: row.sr === 1,
    onlyRegionalOpenCare: row.or === 1,
    compulsoryOpenPsychiatricCare: row.co === 1,
    discharge: row.d === undefined ? undefined : { on: row.d[0], to: row.d[1] },
    cancelled: row.x === 1,
  })

const one = (flag: boolean): 1 | undefined => (flag ? 1 : undefined)
