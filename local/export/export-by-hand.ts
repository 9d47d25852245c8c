import { parseArgs } from 'node:util'
import * as z from 'zod'
import { contentsOf, exportMonth, type StatisticsSources } from '#functions/exports/export-month.ts'
import type { TellProgress } from '#functions/exports/measure-month.ts'
import type { Publishing } from '#functions/exports/publish-month.ts'
import { remakeMonth } from '#functions/exports/remake-month.ts'
import { countyCode } from '#schemas/codes.ts'
import { counties } from '#schemas/reference/counties.ts'
import { month } from '#schemas/time.ts'
import { inDataFolder } from '../data-folder.ts'
import type { Outcome } from '../rules/subcommand.ts'

const USAGE = 'npm run export -- --month YYYY-MM [--region NN] [--again]'

/**
 * Publishes the statistics of a month into a data folder, for every region with episodes in it or for one; the same work as
 * is done on schedule elsewhere. With `--again` nothing is published: all that was is made again, and its bytes compared.
 */
export const exportByHand = async (
  words: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  progress: (name: string) => TellProgress,
  clock: () => Date = () => new Date(),
): Promise<Outcome> => {
  const asked = parseAsked(words)
  if (asked === undefined) return { lines: [USAGE], exitCode: 2 }
  return inDataFolder(environment, clock, async (working, { exports }) => {
    const outcomes: Outcome[] = []
    for (const region of await regionsWith(working, asked))
      outcomes.push(await (asked.again ? remake : publish)({ working, progress }, { ...asked, region }))
    if (outcomes.length === 0) return { lines: [`${asked.month}: inga vårdtillfällen`], exitCode: 1 }
    const lines = outcomes.flatMap((outcome) => outcome.lines)
    return { lines: [...lines, `Filerna ligger i ${exports}`], exitCode: outcomes.some(isAmiss) ? 1 : 0 }
  })
}

const isAmiss = ({ exitCode }: Outcome): boolean => exitCode !== 0

const askedSchema = z.object({ month, region: countyCode.optional(), again: z.boolean().default(false) })

const parseAsked = (words: readonly string[]): z.infer<typeof askedSchema> | undefined => {
  try {
    const options = { month: { type: 'string' }, region: { type: 'string' }, again: { type: 'boolean' } } as const
    return askedSchema.parse(parseArgs({ args: [...words], options }).values)
  } catch {
    return undefined
  }
}

const regionsWith = async (
  { unitMonths }: StatisticsSources,
  asked: { readonly month: string; readonly region?: string | undefined },
): Promise<readonly string[]> => {
  const candidates = asked.region === undefined ? Object.keys(counties).sort() : [asked.region]
  const months = await Promise.all(candidates.map((region) => unitMonths.months(region)))
  return candidates.filter((_, index) => months[index]?.includes(asked.month))
}

type One = { readonly region: string; readonly month: string }

type By = { readonly working: StatisticsSources & Publishing; readonly progress: (name: string) => TellProgress }

const publish = async ({ working, progress }: By, { region, month: of }: One): Promise<Outcome> => {
  const name = `${region} ${of}`
  const revision = await exportMonth(working, { region, month: of }, working.now(), progress(name))
  if (revision === undefined) return { lines: [`${name}: inget nytt`], exitCode: 0 }
  const publications = await working.exports.publications(region, of)
  const made = publications.find((each) => each.revision === revision)?.exports.length ?? 0
  return { lines: [`${name}: revision ${revision}, ${made} exporter`], exitCode: 0 }
}

const remake = async ({ working, progress }: By, { region, month: of }: One): Promise<Outcome> => {
  const name = `${region} ${of}`
  const contentsAt = contentsOf(working, { region, month: of }, progress(name))
  const remade = await remakeMonth(working.exports, { region, month: of }, contentsAt)
  const amiss = remade.filter(({ result }) => result !== 'same')
  const files = remade.reduce((sum, each) => sum + each.files, 0)
  return {
    lines: [
      `${name}: ${remade.length} exporter, ${files} filer, ${amiss.length} avviker`,
      ...amiss.map(({ id, result }) => `${id}: ${result}`),
    ],
    exitCode: amiss.length === 0 ? 0 : 1,
  }
}
