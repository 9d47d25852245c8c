import { checkRules } from './rules/check-rules.ts'
import { diffFiles } from './rules/diff.ts'
import { simulateFile } from './rules/simulate-file.ts'
import type { Subcommand } from './rules/subcommand.ts'

/** What `npm run rules -- <name> …` can do. */
const subcommands: Readonly<Record<string, Subcommand>> = {
  check: checkRules,
  diff: diffFiles,
  simulate: simulateFile,
}

const [name = '', ...words] = process.argv.slice(2)
const subcommand = Object.hasOwn(subcommands, name) ? subcommands[name] : undefined
if (subcommand === undefined) {
  console.error(`npm run rules -- ${Object.keys(subcommands).join(' | ')}`)
  process.exitCode = 2
} else {
  const { lines, exitCode } = await subcommand(words)
  for (const line of lines) console.log(line)
  process.exitCode = exitCode
}
