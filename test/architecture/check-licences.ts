import { readFileSync } from 'node:fs'
import { licenceReport } from './licences.ts'

// What `npm run licences` runs: lists what is needed to run by licence, and fails on one that is not allowed.
const { byLicence, refused } = licenceReport(JSON.parse(readFileSync('package-lock.json', 'utf8')).packages)

for (const [licence, names] of [...byLicence].sort()) console.log(`${licence} (${names.length}): ${names.join(', ')}`)
for (const name of refused) console.error(`Not allowed: ${name}`)
process.exitCode = refused.length === 0 ? 0 : 1
