import type { Change } from '#domain/simulation/world.ts'
import type { Language } from '#schemas/text.ts'

/** A changed parameter on the lines of a console: its path, a sentence, and the paragraphs behind it. */
export const changeLines = (
  { parameter, text, cites }: Pick<Change, 'parameter' | 'text' | 'cites'>,
  language: Language,
): readonly string[] => {
  const paragraphs = [...new Set([cites.was, cites.is].filter((label) => label !== undefined))]
  return [parameter, `  ${text[language]}`, ...(paragraphs.length === 0 ? [] : [`  ${paragraphs.join(' → ')}`])]
}
