import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'

/** A cell as LibreOffice holds it: of what type it is, and what it shows. */
export type OfficeCell = { readonly type: string; readonly text: string }

/** Whether LibreOffice is on this machine. */
export const hasLibreOffice = (): boolean => {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** How LibreOffice reads a text file: `;` between fields, `"` around texts, UTF-8, from line 1, in Swedish, and no more than that. */
export const SWEDISH_CSV = 'Text - txt - csv (StarCalc):59,34,76,1,,1053,false,false'

/** The rows of a sheet by its name, without the empty cells and rows at the ends. */
export type OfficeSheets = (sheet: string) => readonly (readonly OfficeCell[])[]

/** The sheets of a file as LibreOffice has them once it has opened it and saved it as its own. */
export const openedInLibreOffice = (file: {
  readonly name: string
  readonly bytes: Uint8Array
  readonly filter?: string
}): OfficeSheets => {
  const folder = mkdtempSync(join(tmpdir(), 'fristdag-office-'))
  try {
    writeFileSync(join(folder, file.name), file.bytes)
    execFileSync(
      'soffice',
      [
        // A profile of its own, so that nothing that is set or running on the machine matters.
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        ...(file.filter === undefined ? [] : [`--infilter=${file.filter}`]),
        ...['--convert-to', 'ods', '--outdir', join(folder, 'out'), join(folder, file.name)],
      ],
      { stdio: 'ignore', timeout: 120_000 },
    )
    const ods = unzipSync(readFileSync(join(folder, 'out', file.name.replace(/\.\w+$/, '.ods'))))
    const content = new TextDecoder().decode(ods['content.xml'])
    return (sheet) => rowsOf(content, sheet)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const rowsOf = (xml: string, sheet: string): readonly (readonly OfficeCell[])[] => {
  const [, table = ''] = new RegExp(`<table:table table:name="${sheet}".*?>(.*?)</table:table>`, 's').exec(xml) ?? []
  const rows = [...table.matchAll(/<table:table-row[^>]*?(?:\/>|>(.*?)<\/table:table-row>)/gs)].map(([, row = '']) =>
    cellsOf(row),
  )
  return rows.slice(0, rows.findLastIndex((row) => row.length > 0) + 1)
}

const cellsOf = (row: string): readonly OfficeCell[] => {
  const cells = [...row.matchAll(/<table:table-cell([^>]*?)(?:\/>|>(.*?)<\/table:table-cell>)/gs)].flatMap(
    ([, attributes = '', content = '']) => {
      const cell = { type: /office:value-type="(\w+)"/.exec(attributes)?.[1] ?? '', text: textOf(content) }
      return Array<OfficeCell>(Number(/number-columns-repeated="(\d+)"/.exec(attributes)?.[1] ?? 1)).fill(cell)
    },
  )
  return cells.slice(0, cells.findLastIndex(({ text }) => text !== '') + 1)
}

const textOf = (content: string): string =>
  [...content.matchAll(/<text:p>(.*?)<\/text:p>/gs)]
    .map(([, paragraph = '']) =>
      paragraph
        .replaceAll('<text:s/>', ' ')
        .replaceAll('<text:tab/>', '\t')
        .replace(/<[^>]*>/g, '')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&apos;', "'")
        .replaceAll('&amp;', '&'),
    )
    .join('\n')
