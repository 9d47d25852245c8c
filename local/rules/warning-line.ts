import { type FileFault, faultLine } from '#agreements/faults/file-fault.ts'
import type { Language, Text } from '#schemas/text.ts'

/** What the signers of a file are warned of, on one line of a console. */
export const warningLine = (path: string, warning: FileFault, language: Language): string =>
  `${faultLine(path, warning, language)} (${WARNING[language]})`

const WARNING: Text = { sv: 'varning', en: 'warning' }
