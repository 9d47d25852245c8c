import { holdsIdentityNumber } from '#domain/episode/identity-number.ts'
import { unprocessable } from '#http/problem.ts'

/** The texts of a list by their pointers. */
export const textsIn = (list: string, texts: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(texts.map((text, index) => [`${list}/${index}`, text]))

/** 422 when a text that is kept holds an identity number of a person; texts by their pointers, absent ones left out. */
export const refuseIdentityNumbers = (texts: Readonly<Record<string, string | undefined>>): void => {
  const faults = Object.entries(texts).flatMap(([pointer, text]) =>
    text !== undefined && holdsIdentityNumber(text) ? [{ pointer, rule: 'identity-number-in-text' } as const] : [],
  )
  if (faults.length > 0) throw unprocessable(faults)
}
