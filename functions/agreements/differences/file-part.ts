/**
 * The content of one rule file with one part of it as it stands in another: a section, a parameter by its path, or an
 * item of a list by its id; with it goes the paragraph cited for it. What the other lacks is taken away.
 */
export const withPart = (into: Content, from: Content, path: string): Content => {
  const moved = partAt(into, from, path.split('.'))
  return { ...asContent(moved), cites: { ...citesOf(into, path, false), ...citesOf(from, path, true) } }
}

/** What a rule file says, before its schema has seen it. */
export type Content = Readonly<Record<string, unknown>>

const partAt = (into: unknown, from: unknown, [step, ...rest]: readonly string[]): unknown => {
  if (step === undefined) return from
  if (Array.isArray(into) || Array.isArray(from)) return itemAt(asList(into), asList(from), step)
  const { [step]: own, ...others } = asContent(into)
  const part = partAt(own, asContent(from)[step], rest)
  return part === undefined ? others : { ...others, [step]: part }
}

const itemAt = (into: readonly unknown[], from: readonly unknown[], id: string): readonly unknown[] => {
  const items = from.filter((item) => asContent(item).id === id)
  const others = into.filter((item) => asContent(item).id !== id)
  return [...others, ...items]
}

const citesOf = ({ cites }: Content, path: string, within: boolean): Content =>
  Object.fromEntries(
    Object.entries(asContent(cites)).filter(([at]) => (at === path || at.startsWith(`${path}.`)) === within),
  )

const asContent = (value: unknown): Content =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
