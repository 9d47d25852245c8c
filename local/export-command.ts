import { exportByHand } from './export/export-by-hand.ts'
import { progressBar } from './export/progress-bar.ts'

// What `npm run export -- --month YYYY-MM` runs.
const { lines, exitCode } = await exportByHand(process.argv.slice(2), process.env, progressBar(process.stderr))
for (const line of lines) console.log(line)
process.exitCode = exitCode
