import type { Api } from './api.ts'
import { closed } from './closing.ts'

/** What became of a unit when its month was closed. */
export type ClosedUnit = {
  readonly id: string
  readonly state: 'closed' | 'stopped'
  readonly missing: readonly string[]
}

/** Closes months of all agreements, the Act among them, under which regions have liabilities. */
export const closedMonths = async (
  service: Api,
  counties: readonly string[],
  months: readonly string[],
): Promise<readonly ClosedUnit[]> => {
  const units: ClosedUnit[] = []
  for (const county of counties)
    for (const month of months) {
      const { body } = await service.get(`region-${county}`, `/v1/liabilities?month=${month}&limit=500`)
      const rules: readonly ({ readonly agreement: string } | null)[] = body.liabilities.map(
        ({ rule }: { readonly rule: null }) => rule,
      )
      for (const agreement of new Set(rules.flatMap((rule) => rule?.agreement ?? []))) {
        const settlement = await closed(service, county, { agreement, month })
        units.push(...settlement.body.units)
      }
    }
  return units
}

/** The files that a closed month is verified from, as they are downloaded. */
export type VerifiedFiles = { readonly receipt: string; readonly stays: string; readonly rule: string }

/** Downloads the receipt of a liability, the stays behind it and the file of its rule. */
export const filesOf = async (service: Api, id: string): Promise<VerifiedFiles> => {
  const [county = '', agreement = '', version = ''] = id.split('~')
  const client = `region-${county}`
  const [receipt, stays, rule] = await Promise.all([
    service.get(client, `/v1/liabilities/${id}/receipt`),
    service.get(client, `/v1/liabilities/${id}/export`),
    service.get(client, `/v1/agreements/${agreement}/versions/${version}`, { accept: 'application/yaml' }),
  ])
  const statuses = [receipt, stays, rule].map(({ status }) => status)
  if (statuses.some((status) => status !== 200)) throw new Error(`The files of ${id} answer ${statuses.join()}`)
  return { receipt: receipt.text, stays: stays.text, rule: rule.text }
}
