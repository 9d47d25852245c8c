import type { LoadCatalog, LoadRule } from '#agreements/load-catalog.ts'
import type { PlacedFault } from '#schemas/problem.ts'
import type { RuleReads } from '#store/rule-store.ts'
import type { Candidate } from '#store/simulation-store.ts'
import { findVersion, parseFullName } from '../lifecycle/find-version.ts'
import { proveDraft } from './prove-draft.ts'

/** What a simulation may be asked to try: one of three. */
export type CandidateRequest = {
  readonly version?: string | undefined
  readonly draft?: string | undefined
  readonly event?: { readonly agreement: string; readonly event: string; readonly on: string } | undefined
}

/** The candidate that is asked for; or that there is none such in the county, or every fault of the draft. */
export type ReadCandidate =
  | { readonly result: 'candidate'; readonly candidate: Candidate }
  | { readonly result: 'unknown' }
  | { readonly result: 'faults'; readonly faults: readonly PlacedFault[] }

type Sources = { readonly rules: RuleReads; readonly catalog: LoadCatalog; readonly loadRule: LoadRule }

/** Reads what is to be tried on a region's months; only its own county's rules can be. */
export const readCandidate = async (
  sources: Sources,
  { version, draft, event }: CandidateRequest,
  region: string,
): Promise<ReadCandidate> => {
  if (version !== undefined) return storedCandidate(sources, version, region)
  if (draft !== undefined) return draftCandidate(sources, draft, region)
  if (event === undefined) return { result: 'unknown' }
  const { rules } = await sources.catalog()
  const isOwn = rules.some(({ reference, file }) => reference.agreement === event.agreement && file.county === region)
  return isOwn ? { result: 'candidate', candidate: { kind: 'event', ...event } } : { result: 'unknown' }
}

const storedCandidate = async ({ rules, loadRule }: Sources, text: string, region: string): Promise<ReadCandidate> => {
  const version = findVersion((await rules.publications()).versions, parseFullName(text))
  if (version === undefined || version.status === 'withdrawn') return { result: 'unknown' }
  const { reference, file } = await loadRule(version)
  return file.county === region
    ? { result: 'candidate', candidate: { kind: 'version', ...reference } }
    : { result: 'unknown' }
}

const draftCandidate = async ({ catalog }: Sources, draft: string, region: string): Promise<ReadCandidate> => {
  const proof = proveDraft(draft, await catalog(), region)
  if (!proof.ok) return { result: 'faults', faults: proof.faults }
  const { agreement, stage, sha256 } = proof.rule.reference
  return { result: 'candidate', candidate: { kind: 'draft', agreement, stage, sha256 } }
}
