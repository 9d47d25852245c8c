import { endpoint } from '#http/endpoint.ts'
import { pageOf } from '#http/page.ts'
import { notFound } from '#http/problem.ts'
import { formula } from '#schemas/rule-file/model.ts'
import type { Reading } from './environment.ts'
import { measureLevel } from './lifecycle/measure-level.ts'
import { deployed, reading } from './on-aws/deployed.ts'
import { routes } from './routes.ts'
import { determinationAnswer } from './rules/determination-answer.ts'

/** Answers the determined levels of an agreement, to its region beside what the formula gives today: late episodes change only that. */
export const answer = endpoint(
  routes.listDeterminations,
  async ({ caller, params, query }, { rules, catalog, unitMonths }: Reading) => {
    const { agreement } = params
    const [published, { declarations }] = await Promise.all([catalog(), rules.publications()])
    const region = published.rules.find(({ reference }) => reference.agreement === agreement)?.file.county
    if (region === undefined) throw notFound()
    const made = declarations
      .filter((declaration) => declaration.kind === 'determination')
      .filter((declaration) => declaration.agreement === agreement)
    const page = pageOf('determinations', made, query)
    const isOwn = caller.tenant.kind === 'region' && caller.tenant.region === region
    const measured = page.determinations.map(async (each) => {
      if (!isOwn) return determinationAnswer(each)
      const from = { catalog: published, unitMonths }
      const today = await measureLevel(from, agreement, region, formula.parse(JSON.parse(each.formula)))
      return determinationAnswer(each, today)
    })
    return { status: 200, body: { ...page, determinations: await Promise.all(measured) } }
  },
)

export const handler = deployed(answer, reading)
