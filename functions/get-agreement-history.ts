import { endpoint } from '#http/endpoint.ts'
import { pageOf } from '#http/page.ts'
import { notFound } from '#http/problem.ts'
import { agreementId } from '#schemas/settlement.ts'
import type { HistoryLine } from '#store/rule-history.ts'
import type { RuleVersion } from '#store/rule-version.ts'
import type { Reading } from './environment.ts'
import { deployed, reading } from './on-aws/deployed.ts'
import { routes } from './routes.ts'

/** Answers everything that was done to an agreement and by whom, in the order of time. */
export const answer = endpoint(routes.getAgreementHistory, async ({ params, query }, { rules }: Reading) => {
  const { agreement } = params
  // No other name is given to an agreement, and a longer one is no key of the table.
  if (!agreementId.safeParse(agreement).success) throw notFound()
  const [{ versions }, lines] = await Promise.all([rules.publications(), rules.history(agreement)])
  const own = versions.filter((version) => version.agreement === agreement)
  if (own.length === 0 && lines.length === 0) throw notFound()
  const all = [...own.flatMap(asShipped), ...lines].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  return { status: 200, body: pageOf('history', all.map(lineAnswer), query) }
})

export const handler = deployed(answer, reading)

/** A shipped version has no line of its own: it came with the service. */
const asShipped = ({ uploaded, publishedAt, stage, version, sha256 }: RuleVersion): readonly HistoryLine[] =>
  uploaded !== undefined || publishedAt === undefined
    ? []
    : [{ at: publishedAt, act: 'shipped', by: 'fristdag', stage, version, sha256 }]

const lineAnswer = ({ at, act, by, party, stage, version, sha256, note }: HistoryLine) => ({
  at,
  act,
  by,
  party: party ?? null,
  stage: stage ?? null,
  version: version ?? null,
  sha256: sha256 ?? null,
  note: note ?? null,
})
