import type { Catalog } from '#domain/agreement/catalog.ts'
import type { RuleReference } from '#domain/agreement/rule.ts'

type Stage = Pick<RuleReference, 'agreement' | 'stage'>

/** Determinations under which one stage's level has the value that was determined for another's. */
export const determinationsAs = (
  { determinations }: Catalog,
  { reference: was }: { readonly reference: Stage },
  { reference: is }: { readonly reference: Stage },
): Catalog['determinations'] => {
  const isOf =
    ({ agreement, stage }: Stage) =>
    (made: Stage) =>
      made.agreement === agreement && made.stage === stage
  const { agreement, stage } = is
  return [
    ...determinations.filter((made) => !isOf(is)(made)),
    ...determinations.filter(isOf(was)).map((made) => ({ ...made, agreement, stage })),
  ]
}
