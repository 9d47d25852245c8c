import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A new folder with the shipped rule files and some of the tests' own; whoever asks for it removes it. */
export const aRulesFolder = (files: readonly string[]): string => {
  const folder = mkdtempSync(join(tmpdir(), 'fristdag-rules-'))
  cpSync('rules', folder, { recursive: true })
  for (const file of files) cpSync(join('test/support/rules', file), join(folder, file))
  return folder
}
