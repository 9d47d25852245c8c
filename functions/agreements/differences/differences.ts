import type { Rule } from '#domain/agreement/rule.ts'
import type { Change } from '#domain/simulation/world.ts'
import type { Text } from '#schemas/text.ts'
import { say } from './parameters/in-words.ts'
import { rankOf } from './parameters/order.ts'
import type { Parameter } from './parameters/parameter.ts'
import { parametersOf } from './parameters/parameters-of.ts'

/**
 * One thing in which two rules differ in meaning, or (`wording`) in words that decide nothing. Its parameter is the path in
 * the file, items of a list by their id, such as `model.level` or `exclusions.services-refused`.
 */
export type Difference = Change & { readonly kind: 'parameter' | 'wording' }

/**
 * What changes from one rule to another, in the order of the file. The order of keys and of lists where it has no
 * meaning, quotes, comments, and defaults written out or not make no difference.
 */
export const differencesBetween = (was: Rule, is: Rule): readonly Difference[] => {
  const all = compared(parametersOf(was), parametersOf(is))
  return [...new Map(all.map((difference) => [difference.parameter, difference])).values()].sort(inOrder)
}

const inOrder = (a: Difference, b: Difference): number =>
  rankOf(a.parameter) - rankOf(b.parameter) || (a.parameter < b.parameter ? -1 : 1)

const compared = (was: readonly Parameter[], is: readonly Parameter[]): readonly Difference[] => {
  const now = new Map(is.map((parameter) => [parameter.path, parameter]))
  const before = new Set(was.map(({ path }) => path))
  return [
    ...was.flatMap((parameter) => comparedPair(parameter, now.get(parameter.path))),
    ...is.filter(({ path }) => !before.has(path)).map((parameter) => differenceOf(undefined, parameter)),
  ].filter((difference) => difference !== undefined)
}

const comparedPair = (was: Parameter, is: Parameter | undefined): readonly (Difference | undefined)[] => {
  if (is === undefined || was.meaning !== is.meaning) return [differenceOf(was, is)]
  return [citedOtherwise(was, is), ...compared(was.parts ?? [], is.parts ?? [])]
}

const differenceOf = (was: Parameter | undefined, is: Parameter | undefined): Difference | undefined => {
  const either = is ?? was
  if (either === undefined) return undefined
  return {
    kind: either.kind,
    parameter: either.path,
    was: was?.written,
    is: is?.written,
    cites: {
      ...(was?.cites === undefined ? {} : { was: was.cites.label }),
      ...(is?.cites === undefined ? {} : { is: is.cites.label }),
    },
    text: sentence(was, is, either),
  }
}

const sentence = (was: Parameter | undefined, is: Parameter | undefined, { kind, name }: Parameter): Text => {
  if (was === undefined && is === undefined) return name
  if (kind === 'wording') {
    const [sv, en] =
      was === undefined
        ? ['tillkommer', 'is added']
        : is === undefined
          ? ['tas bort', 'is removed']
          : ['skrivs om', 'is reworded']
    return say(`${name.sv} ${sv}.`, `${name.en} ${en}.`)
  }
  if (was === undefined) return say(`${name.sv} tillkommer: ${shown(is).sv}.`, `${name.en} is added: ${shown(is).en}.`)
  if (is === undefined)
    return say(`${name.sv} tas bort; det var: ${shown(was).sv}.`, `${name.en} is removed; it was: ${shown(was).en}.`)
  const before = was.unit === is.unit ? was.words : shown(was)
  return say(
    `${name.sv} ändras från ${before.sv} till ${shown(is).sv}.`,
    `${name.en} changes from ${before.en} to ${shown(is).en}.`,
  )
}

const shown = (parameter: Parameter | undefined): Text =>
  say(`${parameter?.words.sv}${parameter?.unit?.sv ?? ''}`, `${parameter?.words.en}${parameter?.unit?.en ?? ''}`)

/** The same said with another paragraph behind it: no change of what it says. */
const citedOtherwise = ({ name, cites: was }: Parameter, { cites: is }: Parameter): Difference | undefined => {
  if (was === undefined || is === undefined || was.label === is.label) return undefined
  const [at] = [was.at, is.at].sort()
  return {
    kind: 'wording',
    parameter: `cites.${at}`,
    was: was.label,
    is: is.label,
    cites: { was: was.label, is: is.label },
    text: say(
      `${name.sv}: stödet ändras från ${was.label} till ${is.label}.`,
      `${name.en}: the source changes from ${was.label} to ${is.label}.`,
    ),
  }
}
