import type { RuleFile } from '#schemas/rule-file/rule-file.ts'
import type { Path, PathFault } from './file-fault.ts'

/** Every statement whose name another statement already has: reasons and flags are told apart by nothing else. */
export const statementFaults = ({
  preconditions,
  exclusions,
  flags,
  sources,
  disputes,
}: RuleFile): readonly PathFault[] => [
  ...doubled([
    ...preconditions.map(
      ({ otherwise }, index) => [otherwise.id, ['preconditions', index, 'otherwise', 'id']] as const,
    ),
    ...exclusions.map(({ id }, index) => [id, ['exclusions', index, 'id']] as const),
    ...flags.map(({ id }, index) => [id, ['flags', index, 'id']] as const),
  ]),
  ...doubled(preconditions.map(({ id }, index) => [id, ['preconditions', index, 'id']] as const)),
  ...doubled(sources.map(({ id }, index) => [id, ['sources', index, 'id']] as const)),
  ...doubled((disputes?.ladder ?? []).map(({ id }, index) => [id, ['disputes', 'ladder', index, 'id']] as const)),
]

const doubled = (named: readonly (readonly [string, Path])[]): readonly PathFault[] =>
  doubledAmong(named, 'name-doubled')

/** Each name that stands a second time in a list, at its place. */
export const doubledAmong = (
  named: readonly (readonly [string, Path])[],
  rule: PathFault['rule'],
): readonly PathFault[] => {
  const seen = new Set<string>()
  return named.flatMap(([name, path]) => {
    if (seen.has(name)) return [{ path, rule }]
    seen.add(name)
    return []
  })
}
