import type { RuleVersion, VersionName } from '#store/rule-version.ts'

/** A version among those that are stored. */
export const findVersion = (versions: readonly RuleVersion[], name: VersionName): RuleVersion | undefined =>
  versions.find(
    ({ agreement, stage, version }) => agreement === name.agreement && stage === name.stage && version === name.version,
  )

/** The stage and version that stand in a path as `stage.version`. */
export const parseVersionName = (agreement: string, text: string): VersionName => {
  const [stage = '', version = ''] = text.split('.')
  return { agreement, stage, version }
}
