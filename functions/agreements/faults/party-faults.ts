import { countyOf } from '#schemas/codes.ts'
import { municipalities } from '#schemas/reference/municipalities.ts'
import type { RuleFile } from '#schemas/rule-file/rule-file.ts'
import type { PathFault } from './file-fault.ts'
import { doubledAmong } from './statement-faults.ts'

/** The only county whose municipalities have city districts that episodes record. */
const COUNTY_WITH_DISTRICTS = '01'

/** What is wrong with who an agreement binds and who signs it. */
export const partyFaults = ({ county, parties, unit }: RuleFile): readonly PathFault[] => [
  ...((county === undefined) === (parties === undefined)
    ? []
    : [{ path: ['county'], rule: 'county-without-parties' } as const]),
  ...(unit === 'district' && (county ?? parties?.region) !== COUNTY_WITH_DISTRICTS
    ? [{ path: ['unit'], rule: 'district-outside-stockholm' } as const]
    : []),
  ...(county === undefined || parties === undefined ? [] : faultsOfParties(county, parties)),
]

const faultsOfParties = (county: string, parties: NonNullable<RuleFile['parties']>): readonly PathFault[] => {
  const { region, municipalities: listed, signing } = parties
  const codes =
    listed === 'all-in-county' ? Object.keys(municipalities).filter((code) => countyOf(code) === county) : listed
  const isTooMany = 'atLeast' in signing.municipalities && signing.municipalities.atLeast > new Set(codes).size
  return [
    ...(region === county ? [] : [{ path: ['parties', 'region'], rule: 'parties-of-another-region' } as const]),
    ...codes.flatMap((code, index): readonly PathFault[] =>
      countyOf(code) === county
        ? []
        : [{ path: ['parties', 'municipalities', index], rule: 'municipality-of-another-county' }],
    ),
    ...doubledAmong(
      codes.map((code, index) => [code, ['parties', 'municipalities', index]] as const),
      'municipality-doubled',
    ),
    ...(isTooMany
      ? [
          {
            path: ['parties', 'signing', 'municipalities', 'atLeast'],
            rule: 'more-signatories-than-parties',
            details: { parties: new Set(codes).size },
          } as const,
        ]
      : []),
  ]
}
