import { verifyFiles } from './verify/verify-files.ts'

const { lines, exitCode } = verifyFiles(process.argv.slice(2))
for (const line of lines) console.log(line)
process.exitCode = exitCode
