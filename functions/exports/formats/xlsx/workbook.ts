import type { StatisticsTable } from '#schemas/statistics/column.ts'
import type { Styles } from './styles.ts'
import { tableRange } from './table-sheet.ts'
import { escaped, MAIN, XML } from './xml.ts'
import type { ZippedFile } from './zipped.ts'

/** The parts of a workbook beside its two sheets; without the dates and names of people that other programs put there. */
export const workbookParts = (table: StatisticsTable, styles: Styles): readonly ZippedFile[] => [
  part('[Content_Types].xml', `<Types xmlns="${PACKAGE}/content-types">${DEFAULTS}${TYPES.join('')}</Types>`),
  part('_rels/.rels', relationships([`${OFFICE}/officeDocument`, 'xl/workbook.xml'], [CORE, 'docProps/core.xml'])),
  part('docProps/core.xml', core(table.title.sv)),
  part('xl/workbook.xml', workbook(table)),
  part(
    'xl/_rels/workbook.xml.rels',
    relationships(
      [`${OFFICE}/worksheet`, 'worksheets/sheet1.xml'],
      [`${OFFICE}/worksheet`, 'worksheets/sheet2.xml'],
      [`${OFFICE}/styles`, 'styles.xml'],
    ),
  ),
  { path: 'xl/styles.xml', chunks: [styles.xml] },
]

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const CORE = `${PACKAGE}/relationships/metadata/core-properties`
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const DEFAULTS =
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
const TYPES = [
  ['/xl/workbook.xml', `${SHEET_TYPE}.sheet.main+xml`],
  ['/xl/worksheets/sheet1.xml', `${SHEET_TYPE}.worksheet+xml`],
  ['/xl/worksheets/sheet2.xml', `${SHEET_TYPE}.worksheet+xml`],
  ['/xl/styles.xml', `${SHEET_TYPE}.styles+xml`],
  ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
].map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`)

const part = (path: string, xml: string): ZippedFile => ({ path, chunks: [XML, xml] })

const relationships = (...targets: readonly (readonly [type: string, target: string])[]): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${targets
    .map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

const core = (title: string): string =>
  `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(
    title,
  )}</dc:title><dc:creator>Fristdag</dc:creator><dc:language>sv-SE</dc:language></cp:coreProperties>`

const workbook = (table: StatisticsTable): string =>
  `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView activeTab="0"/></bookViews><sheets><sheet name="Tabell" sheetId="1" r:id="rId1"/><sheet name="Beskrivning" sheetId="2" r:id="rId2"/></sheets><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">Tabell!${absolute(
    tableRange(table),
  )}</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">Tabell!$1:$1</definedName></definedNames></workbook>`

const absolute = (range: string): string => range.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')
