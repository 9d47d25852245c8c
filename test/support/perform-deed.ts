import { addDays } from '#domain/calendar/civil-date.ts'
import { answer as approveVersion } from '#functions/approve-version.ts'
import { answer as decideDispute } from '#functions/decide-dispute.ts'
import { answer as declareDayAmount } from '#functions/declare-day-amount.ts'
import { answer as determineLevel } from '#functions/determine-level.ts'
import { answer as importEpisodes } from '#functions/import-episodes.ts'
import { coverageName, simulationName } from '#functions/lifecycle/findings.ts'
import { answer as listLiabilities } from '#functions/list-liabilities.ts'
import { answer as raiseDispute } from '#functions/raise-dispute.ts'
import { answer as settle } from '#functions/settle.ts'
import { answer as withdrawVersion } from '#functions/withdraw-version.ts'
import { QueueBusyError } from '#store/queue-busy.ts'
import type { RuleVersion } from '#store/rule-version.ts'
import { type ClosingCounty, type Party, REGION } from './a-closing-county.ts'
import { type Agreed, anAgreement } from './an-agreement.ts'
import { anEpisode, type Told } from './an-episode.ts'
import { AGREEMENT, type Deed } from './closing-deeds.ts'
import { stays } from './hand-computed.ts'
import { sha256Of } from './rule-editor.ts'

/** Does a deed through the service's own endpoints; true when the service took it. What it refuses is refused. */
export const performDeed = async (county: ClosingCounty, deed: Exclude<Deed, { kind: 'ask' }>): Promise<boolean> => {
  switch (deed.kind) {
    case 'episode':
      return sendEpisode(county, deed)
    case 'version': {
      const { from, level, charge, somaticOnly, signed } = deed
      return agree(county, '1', { from, level, charge, careTypes: somaticOnly ? ['somatic'] : undefined }, signed)
    }
    case 'second-stage':
      return beginSecondStage(county, deed)
    case 'withdrawal':
      return withdrawLast(county)
    case 'day-amount': {
      const { year, amount } = deed
      const { status } = await county.ask(declareDayAmount, { body: JSON.stringify({ year, amount, source: 's' }) })
      return status === 201
    }
    case 'determination': {
      const body = JSON.stringify({ stage: '2', leaveOutUndetermined: 'They cannot be shown.' })
      return (await county.ask(determineLevel, { pathParameters: { agreement: AGREEMENT }, body })).status === 201
    }
    case 'close': {
      const { agreement, month, leaveOut, performed } = deed
      const before = county.waiting.length
      const without = leaveOut.map((id) => ({ episode: `${REGION}~${id}`, reason: 'It cannot be shown.' }))
      const { status } = await county.ask(settle, { body: JSON.stringify({ agreement, month, leaveOut: without }) })
      while (performed && county.waiting.length > before) await performWaiting(county, { nth: before, times: 1 })
      return status === 202
    }
    case 'dispute':
      return dispute(county, deed)
    case 'task':
      return performWaiting(county, deed)
  }
}

/** Performs everything that waits, and what comes of that, in an order that a seed gives. */
export const drain = async (county: ClosingCounty): Promise<void> => {
  while (county.waiting.length > 0) await performWaiting(county, { nth: county.waiting.length * 7, times: 1 })
}

const performWaiting = async (county: ClosingCounty, { nth, times }: { nth: number; times: number }) => {
  const [task] = county.waiting.splice(nth % Math.max(1, county.waiting.length), 1)
  if (task === undefined) return false
  try {
    for (let time = 0; time < times; time += 1) await county.perform(task)
  } catch (error) {
    if (!(error instanceof QueueBusyError)) throw error
    // A queue hands a task out again until it has been performed.
    county.waiting.push(task)
  }
  return true
}

const tellings: Readonly<Record<string, Told>> = {
  'planning-unknown': { planning: {} },
  cancelled: { body: { cancelled: true } },
  'no-notice': { admissionNotice: false },
  'in-hospital': { body: { discharge: null } },
}

const sendEpisode = async (county: ClosingCounty, deed: Extract<Deed, { kind: 'episode' }>): Promise<boolean> => {
  const { id, readyDays, out, unit, careType, told, stale } = deed
  const sourceUpdatedAt = stale ? `2022-02-01T00:00:${id + 10}Z` : county.environment.now()
  const [stay = {}] = stays([readyDays], out, { careType, sourceUpdatedAt, ...tellings[told] })
  const line = JSON.stringify({ ...anEpisode(stay, unit), id: `${REGION}~${id}` })
  const headers = { 'content-type': 'application/x-ndjson' }
  const { status, text } = await county.ask(importEpisodes, { headers, body: line })
  if (status !== 200) throw new Error(`An import is answered by ${status}: ${text}`)
  return !text.includes('"result":"refused"')
}

/** Uploads a version as it is and, where it is to be signed, has both parties sign it. */
const agree = async (
  county: ClosingCounty,
  stage: string,
  {
    careTypes = ['somatic', 'psychiatric'],
    ...agreed
  }: Omit<Agreed, 'careTypes'> & { readonly careTypes: readonly string[] | undefined },
  isSigned: boolean,
): Promise<boolean> => {
  const { rules, now } = county.environment
  const { versions, edition } = await rules.publications()
  const version = `${versions.filter(({ agreement, stage: of }) => agreement === AGREEMENT && of === stage).length + 1}`
  const yaml = anAgreement({ ...agreed, stage, careTypes })
  const sha256 = sha256Of(yaml)
  const at = now()
  const uploaded: RuleVersion = {
    ...{ kind: 'rule', agreement: AGREEMENT, stage, version, sha256, approvals: [], status: 'draft' },
    uploaded: { by: 'editor', region: REGION, at },
  }
  await rules.change(edition, { agreement: AGREEMENT, version: uploaded, yaml, history: [] })
  if (!isSigned) return true
  const line = { at, act: 'coverage-measured', by: 'fristdag' } as const
  const found = { mutants: 0, noticed: 0, survivors: [] }
  await rules.addFinding(AGREEMENT, coverageName(uploaded), JSON.stringify(found), line)
  await rules.addFinding(AGREEMENT, simulationName(sha256, 's'), JSON.stringify({ simulation: 's', at }), line)
  const details = {
    pathParameters: { agreement: AGREEMENT, version: `${stage}.${version}` },
    body: JSON.stringify({ sha256 }),
  }
  const signed = [await county.ask(approveVersion, details), await county.ask(approveVersion, details, 'association')]
  return signed.every(({ status }) => status === 201)
}

/** Ends the first stage where the second begins, so that no day has two. */
const beginSecondStage = async (
  county: ClosingCounty,
  { from, determined }: Extract<Deed, { kind: 'second-stage' }>,
): Promise<boolean> => {
  const until = addDays(from, -1)
  const before = addDays(from, -40)
  const formula = { measure: 'mean-ready-days', dayZero: 'included', from: before, until, decimals: 4, mode: 'half-up' }
  const level = determined ? { determined: formula } : '1.0'
  const both = undefined
  return (
    (await agree(county, '1', { from: before, until, level: '1.5', careTypes: both }, true)) &&
    (await agree(county, '2', { from, level, careTypes: both }, true))
  )
}

const withdrawLast = async (county: ClosingCounty): Promise<boolean> => {
  const { versions } = await county.environment.rules.publications()
  const last = versions.findLast(({ agreement, status }) => agreement === AGREEMENT && status !== 'withdrawn')
  if (last === undefined) return false
  const pathParameters = { agreement: AGREEMENT, version: `${last.stage}.${last.version}` }
  return (await county.ask(withdrawVersion, { pathParameters, body: '{"reason":"A mistake."}' })).status === 200
}

type Listed = { readonly id: string; readonly municipality: string | null }

/** Has the municipality that an episode is counted for contest it, and whoever may decide that. */
const dispute = async (
  county: ClosingCounty,
  { id, month, outcome }: Extract<Deed, { kind: 'dispute' }>,
): Promise<boolean> => {
  const { text } = await county.ask(listLiabilities, { query: `month=${month}&limit=500` })
  const listed: readonly Listed[] = JSON.parse(text).liabilities
  for (const { id: liability, municipality } of listed) {
    const party: Party = `municipality~${municipality}`
    const contested = JSON.stringify({ liability, episode: `${REGION}~${id}`, reason: 'not-ready' })
    const raised = municipality === null ? undefined : await county.ask(raiseDispute, { body: contested }, party)
    if (raised === undefined || raised.status >= 300) continue
    if (outcome === 'open') return true
    const pathParameters = { dispute: JSON.parse(raised.text).id }
    const body = JSON.stringify({ outcome, reason: 'It cannot be shown.' })
    await county.ask(decideDispute, { pathParameters, body }, outcome === 'withdrawn' ? party : 'region')
    return true
  }
  return false
}
