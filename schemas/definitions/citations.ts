import * as z from 'zod'
import { citation, source } from '../rule-file/citation.ts'

/** The paragraphs that a parameter of a definition comes from, as `source#paragraph`. */
export const cited = z.array(citation).min(1)

/** The documents that a definition rests on. */
export const sources = z.array(source).min(1)

/** Refuses citations of what the definition does not quote. */
export const citesWhatIsQuoted = ({ value, issues }: z.core.ParsePayload<Cited>): void => {
  const quoted = new Set(
    value.sources.flatMap(({ id, paragraphs }) => Object.keys(paragraphs).map((key) => `${id}#${key}`)),
  )
  for (const [parameter, citations] of Object.entries(value.cites))
    for (const [index, one] of citations.entries())
      if (!quoted.has(one))
        issues.push({
          code: 'custom',
          input: one,
          path: ['cites', parameter, index],
          params: { rule: 'dangling-citation' },
        })
}

type Cited = {
  readonly sources: z.infer<typeof sources>
  readonly cites: Readonly<Record<string, z.infer<typeof cited>>>
}
