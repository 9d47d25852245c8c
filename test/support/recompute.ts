/** A step of a calculation as it is answered; exact numbers are written `n` or `n/d`. */
export type Step = {
  readonly id: string
  readonly operation: 'given' | 'add' | 'subtract' | 'multiply' | 'divide' | 'round' | 'compare'
  readonly operands: readonly { readonly value: string | null; readonly step: string | null }[]
  readonly exact: string | null
  readonly shown: string | null
  readonly unit: string
  readonly rounding: { readonly decimals: number } | null
}

/** Redoes a calculation from its steps alone, by other arithmetic than the service's own; throws at the first that differs. */
export const recompute = (steps: readonly Step[]): { readonly days: string | null; readonly amount: string | null } => {
  const results = new Map<string, string | null>()
  for (const step of steps) {
    if (results.has(step.id)) throw new Error(`There are two steps ${step.id}`)
    for (const { value, step: from } of step.operands)
      if (from !== null && results.get(from) !== value)
        throw new Error(`${step.id} reads another ${from} than its result`)
    const result = step.operation === 'given' ? step.exact : resultOf(step)
    if (result !== step.exact) throw new Error(`${step.id} is ${result}, not ${step.exact}`)
    if (shownAs(result, step.unit) !== step.shown) throw new Error(`${step.id} is shown as ${step.shown}`)
    results.set(step.id, result)
  }
  return { days: shownAs(results.get('days') ?? null, 'days'), amount: shownAs(results.get('amount') ?? null, 'SEK') }
}

type Ratio = readonly [n: bigint, d: bigint]

const resultOf = ({ operation, operands, rounding }: Step): string | null => {
  const values = operands.map(({ value }) => value)
  const [first, ...others] = values.flatMap((value) => (value === null ? [] : [ratio(value)]))
  if (first === undefined || values.includes(null)) return null
  switch (operation) {
    case 'add':
      return written(others.reduce(([a, b], [c, d]) => [a * d + c * b, b * d], first))
    case 'subtract':
      return written(others.reduce(([a, b], [c, d]) => [a * d - c * b, b * d], first))
    case 'multiply':
      return written(others.reduce(([a, b], [c, d]) => [a * c, b * d], first))
    case 'divide':
      return written(others.reduce(([a, b], [c, d]) => [a * d, b * c], first))
    case 'round':
      return written(ratio(decimal(first, rounding?.decimals ?? 0)))
    default:
      return others.every(([c, d]) => first[0] * d > c * first[1]) ? '1' : '0'
  }
}

const ratio = (text: string): Ratio => {
  const [, whole = '', decimals = '', divisor = '1'] = /^(-?\d+)(?:\.(\d+))?(?:\/(\d+))?$/.exec(text) ?? []
  return [BigInt(whole + decimals), BigInt(divisor) * 10n ** BigInt(decimals.length)]
}

const written = ([n, d]: Ratio): string => {
  let [a, b] = [n < 0n ? -n : n, d]
  while (b !== 0n) [a, b] = [b, a % b]
  return d === a ? `${n / a}` : `${n / a}/${d / a}`
}

// Half up is half away from zero; written without ever leaving whole numbers.
const decimal = ([n, d]: Ratio, decimals: number): string => {
  const units = ((n < 0n ? -n : n) * 10n ** BigInt(decimals) * 2n + d) / (2n * d)
  const digits = `${units}`.padStart(decimals + 1, '0')
  const point = digits.length - decimals
  return `${n < 0n && units > 0n ? '-' : ''}${digits.slice(0, point)}${decimals > 0 ? '.' : ''}${digits.slice(point)}`
}

const shownAs = (exact: string | null, unit: string): string | null => {
  if (exact === null || unit === 'episodes' || unit === 'yes or no') return exact
  return decimal(ratio(exact), unit === 'days per episode' ? 4 : 2)
}
