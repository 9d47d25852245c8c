import * as z from 'zod'

/** A name inside a rule file: a statement or a noun, in lower case with hyphens. */
export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)

/** A pointer to a paragraph quoted in `sources`: `source#paragraph`. */
export const citation = z.string().regex(/^[a-z0-9-]+#[a-z0-9-]+$/)

/** How sure the text is: read in the source, second-hand, or inferred. */
export const confidence = z.enum(['verified', 'second-hand', 'inferred'])

/** A document that rules rest on, with the paragraphs quoted from it. */
export const source = z.strictObject({
  id: slug,
  title: z.string().min(1),
  document: z
    .strictObject({ id: z.string().optional(), version: z.string().optional(), validFrom: z.iso.date().optional() })
    .optional(),
  /** Quotations by key; `label` is how a statement cites the paragraph, `text` its words. */
  paragraphs: z.record(
    slug,
    z.strictObject({ label: z.string().min(1), text: z.string().min(1), confidence: confidence.default('verified') }),
  ),
})
