import { exportByHand } from '#local/export/export-by-hand.ts'
import type { Service } from './service.ts'

/** Publishes the statistics of a month of a service as `npm run export` does; throws when it says that anything is amiss. */
export const exported = async (
  { dataFolder }: Pick<Service, 'dataFolder'>,
  month: string,
  rulesFolder = 'rules',
  clock?: () => Date,
): Promise<readonly string[]> => {
  const environment = { DATA_DIR: dataFolder, RULES_DIR: rulesFolder }
  const { lines, exitCode } = await exportByHand(['--month', month], environment, () => () => undefined, clock)
  if (exitCode !== 0) throw new Error(`Nothing is exported: ${lines.join('; ')}`)
  return lines
}
