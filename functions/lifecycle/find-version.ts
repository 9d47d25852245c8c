import type { LoadRule } from '#agreements/load-catalog.ts'
import type { Rule } from '#domain/agreement/rule.ts'
import type { RuleReads } from '#store/rule-store.ts'
import type { RuleVersion, VersionName } from '#store/rule-version.ts'

/** A version of a rule file among those that are stored: published, waiting or withdrawn. */
export const findVersion = (versions: readonly RuleVersion[], name: VersionName): RuleVersion | undefined =>
  versions.find(
    ({ kind, agreement, stage, version }) =>
      kind === 'rule' && agreement === name.agreement && stage === name.stage && version === name.version,
  )

/** The stage and version that stand in a path as `stage.version`; anything else names no version. */
export const parseVersionName = (agreement: string, text: string): VersionName => {
  const [, stage = '', version = ''] = /^([0-9]+)\.([0-9]+)$/.exec(text) ?? []
  return { agreement, stage, version }
}

/** The version that is written `agreement~stage.version`, or with `/` between them. */
export const parseFullName = (text: string): VersionName => {
  const [agreement = '', name = ''] = text.split(/[~/]/)
  return parseVersionName(agreement, name)
}

/** The rule of a version that is written `agreement~stage.version`; undefined when there is none. */
export const loadNamed = async (
  { rules, loadRule }: { readonly rules: Pick<RuleReads, 'publications'>; readonly loadRule: LoadRule },
  name: string,
): Promise<Rule | undefined> => {
  const version = findVersion((await rules.publications()).versions, parseFullName(name))
  return version === undefined ? undefined : loadRule(version)
}
