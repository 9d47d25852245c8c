import * as z from 'zod'
import type { RuleReads } from '#store/rule-store.ts'
import type { VersionName } from '#store/rule-version.ts'

/** What mutating a version's file showed about its examples. */
export const coverage = z.strictObject({
  mutants: z.int(),
  noticed: z.int(),
  survivors: z.array(
    z.strictObject({ pointer: z.string(), line: z.int().optional(), was: z.string(), is: z.string() }),
  ),
})
export type Coverage = z.infer<typeof coverage>

/** The simulation that was run on the exact bytes of a version. */
const simulated = z.strictObject({ simulation: z.string(), at: z.string() })
export type Simulated = z.infer<typeof simulated>

/** Under what name the coverage of a version is kept. */
export const coverageName = ({ stage, version }: Pick<VersionName, 'stage' | 'version'>): string =>
  `coverage#${stage}.${version}#`

/** Under what name it is kept that some bytes have been simulated, each simulation by itself. */
export const simulationName = (sha256: string, simulation: string): string => `simulation#${sha256}#${simulation}`

/** The coverage of a version; undefined while it is not measured. */
export const coverageOf = async (
  rules: Pick<RuleReads, 'findings'>,
  version: VersionName,
): Promise<Coverage | undefined> => {
  const [content] = await rules.findings(version.agreement, coverageName(version))
  return content === undefined ? undefined : coverage.parse(JSON.parse(content))
}

/** The latest simulation run on some bytes; undefined while there is none. */
export const simulationOf = async (
  rules: Pick<RuleReads, 'findings'>,
  agreement: string,
  sha256: string,
): Promise<Simulated | undefined> => {
  const all = await rules.findings(agreement, simulationName(sha256, ''))
  return all
    .map((content) => simulated.parse(JSON.parse(content)))
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .at(-1)
}

/** The share of mutants below which the signers are warned. */
const WARNED_BELOW = 0.95

/** Whether too few mutants were noticed; a file with nothing to mutate has nothing to warn of. */
export const isCoveredTooLittle = ({ mutants, noticed }: Coverage): boolean => noticed < mutants * WARNED_BELOW
