/** A fenced block of a Markdown document: its language, the words after it, and what stands inside. */
export type FencedBlock = { readonly language: string; readonly marks: readonly string[]; readonly text: string }

const FENCE = /^```([a-z]+)([^\n]*)\n(.*?)^```$/gms

/** The fenced blocks of a document in their order. */
export const fencedBlocks = (markdown: string): readonly FencedBlock[] =>
  [...markdown.matchAll(FENCE)].map(([, language = '', marks = '', text = '']) => ({
    language,
    marks: marks.trim().split(' '),
    text,
  }))

/** The rows of the first table under a heading, without its head, each as the text of its cells. */
export const tableUnder = (markdown: string, heading: string): readonly (readonly string[])[] => {
  const lines = markdown.slice(markdown.indexOf(heading)).split('\n')
  const start = lines.findIndex((line) => line.startsWith('| ---'))
  const rows = lines.slice(start + 1)
  return rows
    .slice(
      0,
      rows.findIndex((line) => !line.startsWith('|')),
    )
    .map((row) =>
      row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
}

/** The relative links of a document, without their anchors. */
export const relativeLinks = (markdown: string): readonly string[] =>
  [...markdown.matchAll(/\]\(([^)#\s]+)(#[^)]*)?\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
