import { disposeByHand } from './dispose/dispose-by-hand.ts'

// What `npm run dispose` runs.
const { lines, exitCode } = await disposeByHand(process.argv.slice(2), process.env)
for (const line of lines) console.log(line)
process.exitCode = exitCode
