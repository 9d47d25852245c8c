import { shippedRuleFiles } from './a-catalog.ts'

const shippedText = (path: string): string => {
  const file = shippedRuleFiles.find((candidate) => candidate.path === path)
  if (file === undefined) throw new Error(`No shipped file ${path}`)
  return file.yaml
}

/** The text of a shipped rule file with one part of it written otherwise. */
export const aRuleText = (written = '', otherwise = '', path = 'stockholm/somatic-stage-1.v1.yaml'): string => {
  const text = shippedText(path)
  if (!text.includes(written)) throw new Error(`${path} does not hold ${written}`)
  return text.replace(written, () => otherwise)
}

/** Where a part of a text first stands, in lines and columns from 1. */
export const placeIn = (text: string, part: string): { line: number; column: number } => {
  const before = text.slice(0, text.indexOf(part)).split('\n')
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 }
}
