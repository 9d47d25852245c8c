import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { faultTexts } from '#agreements/faults/fault-texts.ts'

const sourcesIn = (folder: string): string =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(`${folder}/${file}`, 'utf8'))
    .join('\n')

const texts = Object.entries(faultTexts).map(([rule, { reason, suggestion }]) => ({ rule, reason, suggestion }))
const placeholders = (text: string): readonly string[] => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort()

describe('the words of a fault', () => {
  it('are there for every rule that the schemas of rule files name', () => {
    const named = [...sourcesIn('schemas/rule-file').matchAll(/(?:rule: |refuse\()'([a-z0-9-]+)'/g)].map(
      ([, rule]) => rule,
    )

    expect(named.length).toBeGreaterThan(8)
    expect(Object.keys(faultTexts)).toEqual(expect.arrayContaining(named))
  })

  it.each(texts)('of $rule are sentences in both languages, with the same details', ({ reason, suggestion }) => {
    for (const { sv, en } of [reason, suggestion]) {
      expect(sv).toMatch(/^([A-ZÅÄÖ].*\.|\{.*)$/)
      expect(en).toMatch(/^([A-Z].*\.|\{.*)$/)
      expect(placeholders(sv)).toEqual(placeholders(en))
    }
  })
})
