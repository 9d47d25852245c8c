import { setImmediate } from 'node:timers/promises'
import { answer as getEpisode } from '#functions/get-episode.ts'
import { answer as importEpisodes } from '#functions/import-episodes.ts'
import { answer as listLiabilities } from '#functions/list-liabilities.ts'
import { answer as putEpisode } from '#functions/put-episode.ts'
import { answer as searchEpisodes } from '#functions/search-episodes.ts'
import { answer as settle } from '#functions/settle.ts'
import { askUntilAnswered, type SentState, type Storm } from './a-storm.ts'
import { TEST_PERSON } from './an-episode.ts'
import { AGREEMENT } from './closing-deeds.ts'
import { drain } from './perform-deed.ts'
import { aSentState, aState, IDS, MONTHS } from './storm-states.ts'

/**
 * Does one thing of those that clients do at once in a county. Nothing is closed in the later half of a storm: the closing
 * of a month corrects it too, and would hide that a change was not told.
 */
export const doOne = async (storm: Storm, isLate: boolean): Promise<void> => {
  const { random, county } = storm
  if (random.below(50) === 0) storm.jump()
  county.interrupt(random.below(10) === 0)
  const chosen = random.below(100)
  if (chosen < 34) return send(storm, aState(storm))
  if (chosen < 42) return sendWhatIsCurrent(storm)
  if (chosen < 50) return sendAgain(storm)
  if (chosen < 54) return contradict(storm)
  if (chosen < 60) return importSome(storm)
  if (chosen < 74) return read(storm)
  if (chosen < 76) return search(storm)
  if (chosen < 82) return list(storm)
  if (chosen < 88 && !isLate) return close(storm)
  if (chosen < 95) return send(storm, aState(storm))
  return sendAgain(storm)
}

/** What there is before anything fails: stays, and some of the units' months closed. */
export const doFirst = async (storm: Storm): Promise<void> => {
  for (const id of IDS.slice(0, 12)) await send(storm, aState(storm, id))
  for (const month of MONTHS) await close(storm, month)
  await drain(storm.county)
}

/** One more state of an episode, when all else is done: nothing comes after it that would hide what it left undone. */
export const doLast = (storm: Storm): Promise<void> => send(storm, aState(storm))

/** Sends a state, also when nobody answers: then once more when nothing fails any longer. */
const send = async (storm: Storm, state: SentState, headers = {}): Promise<void> => {
  const { id, caseNumber, body } = state
  const details = { pathParameters: { episode: id }, headers, body: JSON.stringify(body) }
  const { status, text, etag } = await askUntilAnswered(storm, putEpisode, details)
  storm.count(`put ${status}`)
  if (status === 503) storm.unanswered.push(() => send(storm, state, headers))
  if (status === 200 || status === 201) acknowledge(storm, caseNumber)
  if (status === 412) return sendWhatIsCurrent(storm, state)
  if (status === 409 && !isContradicted(storm, state)) storm.wrong.add(`${caseNumber} contradicts nothing: ${text}`)
  if (![200, 201, 409, 503].includes(status)) storm.wrong.add(`A state is answered by ${status}: ${text}`)
  if (status < 300 && etag !== `"${JSON.parse(text).revision}"`) storm.wrong.add(`${id} has the tag ${etag}`)
}

const isContradicted = ({ sent }: Storm, { id, caseNumber, sourceUpdatedAt }: SentState): boolean =>
  [...sent.values()].some(
    (other) => other.id === id && other.sourceUpdatedAt === sourceUpdatedAt && other.caseNumber !== caseNumber,
  )

const acknowledge = ({ acknowledged }: Storm, caseNumber: string): void => {
  acknowledged.add(caseNumber)
}

/** Reads what is current and sends on that condition; who comes too late reads again. */
const sendWhatIsCurrent = async (storm: Storm, state = aState(storm)): Promise<void> => {
  const { status, etag } = await askUntilAnswered(storm, getEpisode, { pathParameters: { episode: state.id } })
  return send(storm, state, status === 200 ? { 'if-match': etag } : {})
}

const sendAgain = async (storm: Storm): Promise<void> => {
  const state = aSentState(storm)
  if (state !== undefined) await send(storm, state)
}

/** Another content of an instant that was sent before: only one of the two may be kept. */
const contradict = async (storm: Storm): Promise<void> => {
  const other = aSentState(storm)
  if (other !== undefined) await send(storm, aState(storm, other.id, other.sourceUpdatedAt))
}

const importSome = (storm: Storm): Promise<void> => importAll(storm, [aState(storm), aState(storm), aSentState(storm)])

const importAll = async (storm: Storm, states: readonly (SentState | undefined)[]): Promise<void> => {
  const lines = states.filter((state) => state !== undefined)
  const body = lines.map(({ id, body: line }) => JSON.stringify({ ...line, id })).join('\n')
  const details = { headers: { 'content-type': 'application/x-ndjson' }, body }
  const { status, text } = await askUntilAnswered(storm, importEpisodes, details)
  storm.count(`import ${status}`)
  if (status === 503) storm.unanswered.push(() => importAll(storm, states))
  if (status !== 200) return
  const { results }: { results: readonly { result: string; errors: readonly { rule: string }[] }[] } = JSON.parse(text)
  for (const [index, { result, errors }] of results.entries()) {
    const isKept = ['created', 'changed', 'unchanged', 'outdated'].includes(result)
    if (isKept) acknowledge(storm, lines[index]?.caseNumber ?? '')
    else if (errors[0]?.rule !== 'same-instant-other-content') storm.wrong.add(`A line is answered by ${text}`)
  }
}

/** Reads an episode: whoever was told that a state is kept never reads an older one after that. */
const read = async (storm: Storm): Promise<void> => {
  const id = storm.random.one(IDS)
  const least = newestAcknowledged(storm, id)
  const { status, text } = await askUntilAnswered(storm, getEpisode, { pathParameters: { episode: id } })
  storm.count(`get ${status}`)
  if (status === 503) return
  const found = status === 200 ? JSON.parse(text).sourceUpdatedAt : ''
  if (found < least) storm.wrong.add(`${id} was acknowledged as of ${least} and is read as of ${found}`)
}

const newestAcknowledged = ({ acknowledged, sent }: Storm, id: string): string => {
  let newest = ''
  for (const caseNumber of acknowledged) {
    const state = sent.get(caseNumber)
    if (state?.id === id && state.sourceUpdatedAt > newest) newest = state.sourceUpdatedAt
  }
  return newest
}

/** Searches for the person of all episodes: each that was acknowledged is found, once. */
const search = async (storm: Storm): Promise<void> => {
  const expected = IDS.filter((id) => newestAcknowledged(storm, id) !== '')
  const details = { query: 'limit=500', body: JSON.stringify({ identity: TEST_PERSON }) }
  const { status, text } = await askUntilAnswered(storm, searchEpisodes, details)
  storm.count(`search ${status}`)
  if (status === 503) return
  const found: readonly string[] = JSON.parse(text).episodes.map(({ id }: { id: string }) => id)
  if (new Set(found).size !== found.length) storm.wrong.add('A search finds an episode twice')
  for (const id of expected) if (!found.includes(id)) storm.wrong.add(`A search does not find ${id}`)
}

const list = async (storm: Storm): Promise<void> => {
  const query = `month=${storm.random.one(MONTHS)}&limit=500`
  const { status, text } = await askUntilAnswered(storm, listLiabilities, { query })
  storm.count(`list ${status}`)
  if (status === 503) return
  const ids: readonly string[] = JSON.parse(text).liabilities.map(({ id }: { id: string }) => id)
  if (new Set(ids).size !== ids.length) storm.wrong.add(`A liability is listed twice: ${ids}`)
}

const close = async (storm: Storm, month = storm.random.one(MONTHS)): Promise<void> => {
  const body = JSON.stringify({ agreement: AGREEMENT, month })
  const { status } = await askUntilAnswered(storm, settle, { body })
  storm.count(`settle ${status}`)
}

/** Performs a task that waits, or the same at once by two workers; one that fails is handed out again. */
export const work = async ({ county, random, count }: Storm): Promise<void> => {
  const [task] = county.waiting.splice(random.below(Math.max(1, county.waiting.length)), 1)
  if (task === undefined) return setImmediate()
  const text = JSON.stringify(task)
  // Performed from now on, it does for all that ask for the same.
  const others = county.waiting.splice(0).filter((other) => JSON.stringify(other) !== text)
  county.waiting.push(...others)
  const times = random.below(4) === 0 ? 2 : 1
  const done = await Promise.allSettled(Array.from({ length: times }, () => county.perform(task)))
  const isDone = done.some(({ status }) => status === 'fulfilled')
  count(isDone ? 'task performed' : 'task failed')
  if (!isDone) county.waiting.push(task)
}
