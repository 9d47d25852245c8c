import type { Caller } from '#http/caller.ts'
import { notFound } from '#http/problem.ts'
import type { Party } from '../lifecycle/signatures.ts'

/** The region that a caller acts for; 404 for any other caller, whose agreements these are not. */
export const regionOf = ({ tenant }: Caller): string => {
  if (tenant.kind !== 'region') throw notFound()
  return tenant.region
}

/** The party that a caller signs for. */
export const partyOf = ({ tenant }: Caller): Party => {
  switch (tenant.kind) {
    case 'region':
      return { kind: 'region', code: tenant.region }
    case 'municipality':
      return { kind: 'municipality', code: tenant.municipality }
    case 'association':
      return { kind: 'association', code: tenant.county }
  }
}
