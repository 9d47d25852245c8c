import { endpoint } from '#http/endpoint.ts'
import { pageOf } from '#http/page.ts'
import type { DeclaredDayAmount } from '#store/declaration.ts'
import type { Reading } from './environment.ts'
import { deployed, reading } from './on-aws/deployed.ts'
import { routes } from './routes.ts'
import { nationalDayAmount, ownDayAmount } from './rules/day-amount-answer.ts'

/** Answers the national day amounts and those that regions have declared, replaced ones too. */
export const answer = endpoint(routes.listDayAmounts, async ({ query }, { rules, catalog }: Reading) => {
  const [{ dayAmounts }, { declarations }] = await Promise.all([catalog(), rules.publications()])
  const national = dayAmounts.filter(({ region }) => region === undefined).map(nationalDayAmount)
  const own = declarations
    .filter((declaration) => declaration.kind === 'day-amount')
    .filter(({ region }) => query.region === undefined || region === query.region)
  const declared = own.map((amount) => ownDayAmount(amount, isReplaced(amount, own)))
  return { status: 200, body: pageOf('dayAmounts', [...national, ...declared], query) }
})

export const handler = deployed(answer, reading)

const isReplaced = ({ region, year, edition }: DeclaredDayAmount, all: readonly DeclaredDayAmount[]): boolean =>
  all.some((other) => other.region === region && other.year === year && other.edition > edition)
