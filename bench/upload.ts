import { deepStrictEqual } from 'node:assert'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import { parse } from 'yaml'
import { type Uploaded, type Uploading, uploadVersion } from '#functions/lifecycle/upload-version.ts'
import { hundredVersions, uploadingOf, VERSIONS, yaml } from './hundred-versions.ts'

/** How many times as long as the parsing of its YAML an upload takes beside a hundred versions, the coverage job aside. */
const MOST = 20
const ROUNDS = 15

const fileOf = (round: number): string => `${yaml}# ${round}\n`

const upload = (uploading: Uploading, text: string): Promise<Uploaded> =>
  uploadVersion(uploading, {
    agreement: 'stockholm-somatic',
    bytes: new TextEncoder().encode(text),
    by: 'bench',
    region: '01',
  })

const numberOf = (uploaded: Uploaded): string => {
  if (uploaded.result !== 'created') throw new Error(`An upload is ${uploaded.result}`)
  return uploaded.version.version
}

const timed = async <Result>(work: () => Result): Promise<readonly [Awaited<Result>, number]> => {
  const started = performance.now()
  const result = await work()
  return [result, performance.now() - started]
}

const medianOf = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0

const uploading = uploadingOf(await hundredVersions())
const delay = monitorEventLoopDelay({ resolution: 1 })
delay.enable()
// What is measured is the time from one look to the next, so one is needed before and after.
await setTimeout(50)
const [first, cold] = await timed(() => upload(uploading, fileOf(0)))
await setTimeout(50)
delay.disable()
deepStrictEqual(numberOf(first), `${VERSIONS + 1}`)
// Sound in itself, so that the whole proof is made before it is refused for what its own examples say.
const faulty = await upload(uploading, yaml.replace('value: 3 }', 'value: 2 }'))
deepStrictEqual(faulty.result === 'refused' ? faulty.faults[0]?.rule : faulty.result, 'example-fails')
const again = await upload(uploading, fileOf(0))
deepStrictEqual(again.result, 'unchanged')
console.log(`beside ${VERSIONS} versions an upload becomes version ${numberOf(first)}, and a faulty one is refused`)

const [parses, uploads]: [number[], number[]] = [[], []]
for (let round = 1; round <= ROUNDS; round += 1) {
  const text = fileOf(round)
  // As the service does after each upload, for its report: the next finds the version read.
  await uploading.catalog()
  const [value, parsing] = await timed(() => parse(text))
  deepStrictEqual(value.agreement, 'stockholm-somatic')
  const [uploaded, whole] = await timed(() => upload(uploading, text))
  deepStrictEqual(numberOf(uploaded), `${VERSIONS + 1 + round}`)
  parses.push(parsing)
  uploads.push(whole)
}

const [parsing, whole] = [medianOf(parses), medianOf(uploads)]
const ratio = whole / parsing
console.log(
  `yaml's parse of ${(yaml.length / 1024).toFixed(0)} KB ${parsing.toFixed(1)} ms, an upload ${whole.toFixed(1)} ms`,
)
console.log(`an upload takes ${ratio.toFixed(1)} times as long (medians of ${ROUNDS}), at most ${MOST} are allowed`)
console.log(
  `the first upload of a new process, which reads all versions: ${(cold / 1000).toFixed(2)} s, others waiting for ${(delay.max / 1e6).toFixed(0)} ms at a time at most`,
)
if (ratio > MOST) process.exitCode = 1
