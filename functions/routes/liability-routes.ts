import * as z from 'zod'
import type { Route } from '#http/route.ts'
import { asOf } from '#schemas/as-of.ts'
import { countyCode, districtCode, municipalityCode } from '#schemas/codes.ts'
import * as liabilities from '#schemas/liability.ts'
import { paging } from '#schemas/list.ts'
import { agreementId } from '#schemas/settlement.ts'
import { month } from '#schemas/time.ts'

/** What each unit owes, and why. */
export const liabilityRoutes = {
  listLiabilities: {
    method: 'GET',
    path: '/v1/liabilities',
    scope: 'liabilities:read',
    file: 'list-liabilities',
    needs: { table: 'read' },
    summary: 'What each unit owes for the episodes discharged in a month',
    query: z.strictObject({
      ...paging,
      month,
      region: countyCode.optional(),
      municipality: municipalityCode.optional(),
      district: districtCode.optional(),
      agreement: agreementId.optional(),
      ...asOf,
    }),
    answers: { 200: liabilities.liabilityList },
  },
  getLiability: {
    method: 'GET',
    path: '/v1/liabilities/{liability}',
    scope: 'liabilities:read',
    file: 'get-liability',
    needs: { table: 'read' },
    summary: 'One liability with every step of its calculation',
    query: z.strictObject(asOf),
    answers: { 200: liabilities.liabilityWithSteps },
  },
  listLiabilityEpisodes: {
    method: 'GET',
    path: '/v1/liabilities/{liability}/episodes',
    scope: 'liabilities:read',
    file: 'list-liability-episodes',
    needs: { table: 'read', accessLog: 'write' },
    patients: 'billing',
    summary: 'The episodes behind a liability, each with its decision',
    query: z.strictObject({ ...paging, ...asOf }),
    answers: { 200: liabilities.liabilityEpisodeList },
  },
} as const satisfies Record<string, Route>
