import * as z from 'zod'
import { counties } from './reference/counties.ts'
import { municipalities } from './reference/municipalities.ts'
import { stockholmDistricts } from './reference/stockholm-districts.ts'

/** The municipality whose unit of liability can be a district. */
export const STOCKHOLM_CITY = '0180'

const districts: ReadonlySet<string> = new Set(stockholmDistricts.map(({ district }) => district))

const known =
  (rule: string, isKnown: (code: string) => boolean) =>
  (context: z.core.ParsePayload<string>): void => {
    if (!isKnown(context.value)) context.issues.push({ code: 'custom', input: context.value, params: { rule } })
  }

/** A county (län), and so its region: two digits, SCB. */
export const countyCode = z
  .string()
  .check(known('unknown-county', (code) => Object.hasOwn(counties, code)))
  .meta({ id: 'CountyCode', example: '01' })

/** A municipality (kommun): four digits, SCB. */
export const municipalityCode = z
  .string()
  .check(known('unknown-municipality', (code) => Object.hasOwn(municipalities, code)))
  .meta({ id: 'MunicipalityCode', example: '0136' })

/** A city district (stadsdelsområde) of Stockholm. */
export const districtCode = z
  .string()
  .check(known('unknown-district', (code) => districts.has(code)))
  .meta({ id: 'District', example: '0180-farsta' })

/** Somatic or psychiatric inpatient care. */
export const careType = z.enum(['somatic', 'psychiatric']).meta({ id: 'CareType' })
export type CareType = z.infer<typeof careType>

/** The county a municipality lies in. */
export const countyOf = (municipality: string): string => municipality.slice(0, 2)
