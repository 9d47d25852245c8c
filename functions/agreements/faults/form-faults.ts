import type * as z from 'zod'
import type { FileFaultRule, Path, PathFault } from './file-fault.ts'

/** What is wrong with the form of a text: the form that its schema asks for is known by examples of it. */
export const formFault = (
  path: Path,
  { format, pattern }: z.core.$ZodIssueInvalidStringFormat,
  written: string,
): PathFault => {
  if (format === 'date') return { path, rule: 'not-a-date' }
  if (format !== 'regex' || pattern === undefined) return { path, rule: 'wrong-form' }
  const form = new RegExp(pattern.replace(/^\/|\/[a-z]*$/g, ''))
  const rule = FORMS.find(({ like, unlike }) => like.every((text) => form.test(text)) && !form.test(unlike))?.rule
  if (DECIMALS.has(rule ?? '') && /^[0-9][0-9 .]*,[0-9]+$/.test(written)) return { path, rule: 'decimal-comma' }
  return { path, rule: rule ?? 'wrong-form' }
}

type Form = { readonly like: readonly string[]; readonly unlike: string; readonly rule: FileFaultRule }

const FORMS: readonly Form[] = [
  { like: ['2.05', '2'], unlike: 'x', rule: 'not-a-decimal' },
  { like: ['2.05'], unlike: '2', rule: 'not-an-amount' },
  { like: ['source#paragraph'], unlike: 'source', rule: 'not-a-citation' },
  { like: ['a-name'], unlike: 'a.name', rule: 'not-a-name' },
  { like: ['12:00'], unlike: '12', rule: 'not-a-clock-time' },
  { like: ['2020-03-04 09:00'], unlike: '2020-03-04', rule: 'not-a-local-time' },
  { like: ['2020-03'], unlike: '2020-13', rule: 'not-a-month' },
  { like: ['1'], unlike: '0', rule: 'not-a-stage' },
  { like: ['model.charge'], unlike: 'charge', rule: 'not-a-model-parameter' },
]

const DECIMALS: ReadonlySet<string> = new Set(['not-a-decimal', 'not-an-amount'])
