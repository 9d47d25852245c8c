import type { LoadCatalog } from '#agreements/load-catalog.ts'
import type { Catalog } from '#domain/agreement/catalog.ts'
import type { Rule } from '#domain/agreement/rule.ts'
import { type Validity, validityOf } from '#domain/agreement/validity.ts'
import { civilTimeOf, dateOf } from '#domain/calendar/civil-time.ts'
import type { DeclaredEvent } from '#store/declaration.ts'
import type { RuleStore } from '#store/rule-store.ts'
import { changeRules, type Intent } from './change-rules.ts'

/** What declaring works with. */
export type Declaring = { readonly rules: RuleStore; readonly catalog: LoadCatalog; readonly now: () => string }

/** An event as a region tells of it. */
export type EventRequest = Pick<DeclaredEvent, 'agreement' | 'event' | 'on' | 'evidence' | 'by'> & {
  readonly region: string
  readonly preview: boolean
}

/** What a declaration does to when a version is in force. */
export type ValidityChange = {
  readonly rule: Rule
  readonly was: Validity | undefined
  readonly is: Validity | undefined
}

/** What became of a declaration, and what it changes or would change. */
export type Declared =
  | {
      readonly result: 'declared' | 'preview'
      readonly event: DeclaredEvent
      readonly changes: readonly ValidityChange[]
    }
  | { readonly result: 'unknown' }
  | { readonly result: 'refused'; readonly because: 'no-version-waits' | 'already-declared' | 'in-the-future' }

/** Declares an event once, with its evidence; shows which versions it puts in force or ends. */
export const declareEvent = ({ rules, catalog, now }: Declaring, request: EventRequest): Promise<Declared> =>
  changeRules(rules, async (): Promise<Intent<Declared>> => {
    const { agreement, event, on, evidence, by, region, preview } = request
    const published = await catalog()
    const own = published.rules.filter(
      ({ reference, file }) => reference.agreement === agreement && file.county === region,
    )
    if (own.length === 0) return { answer: { result: 'unknown' } }
    if (!own.some(({ file }) => waitsFor(file.inForce.from, event) || waitsFor(file.inForce.until, event)))
      return { answer: { result: 'refused', because: 'no-version-waits' } }
    if (published.events.some((declared) => declared.agreement === agreement && declared.event === event))
      return { answer: { result: 'refused', because: 'already-declared' } }
    const at = now()
    if (on > dateOf(civilTimeOf(at))) return { answer: { result: 'refused', because: 'in-the-future' } }
    const declaration: DeclaredEvent = { kind: 'event', agreement, event, on, evidence, by, at }
    const changes = changesBy(published, own, { agreement, event, on })
    if (preview) return { answer: { result: 'preview', event: declaration, changes } }
    const line = {
      at,
      act: 'event-declared',
      by,
      party: `region ${region}`,
      note: `${event} ${on}: ${evidence}`,
    } as const
    return {
      change: { agreement, declaration, history: [line] },
      answer: { result: 'declared', event: declaration, changes },
    }
  })

const waitsFor = (boundary: Rule['file']['inForce']['until'], event: string): boolean =>
  typeof boundary === 'object' && boundary.event === event

const changesBy = (
  catalog: Catalog,
  rules: readonly Rule[],
  declared: Catalog['events'][number],
): readonly ValidityChange[] => {
  const validityUnder = (events: Catalog['events'], { reference, file }: Rule): Validity | undefined =>
    validityOf(
      reference.agreement,
      file.inForce,
      (agreement, event) => events.find((made) => made.agreement === agreement && made.event === event)?.on,
    )
  return rules.flatMap((rule) => {
    const was = validityUnder(catalog.events, rule)
    const is = validityUnder([...catalog.events, declared], rule)
    return was?.from === is?.from && was?.until === is?.until ? [] : [{ rule, was, is }]
  })
}
