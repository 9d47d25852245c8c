/** The name that a word was most likely meant to be; undefined when none is near. */
export const nearestName = (word: string, names: readonly string[]): string | undefined => {
  if (word.length > LONGEST) return undefined
  const [nearest] = names
    .map((name) => ({ name, distance: editDistance(word.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance)
  return nearest !== undefined && nearest.distance <= Math.max(2, Math.floor(nearest.name.length / 3))
    ? nearest.name
    : undefined
}

const LONGEST = 40

/** How many letters must be added, taken away or exchanged to make one word another. */
const editDistance = (from: string, to: string): number => {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (const [i, letter] of [...from].entries()) {
    const next = [i + 1]
    for (const [j, other] of [...to].entries())
      next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)))
    row = next
  }
  return row.at(-1) ?? 0
}
