import { describe, expect, it } from 'vitest'
import { proveRule } from '#agreements/prove-rule.ts'
import type { Rule } from '#domain/agreement/rule.ts'
import { ruleFrom, shipped, shippedRuleFiles } from '../../support/a-catalog.ts'
import { aRuleText, placeIn } from '../../support/a-rule-text.ts'
import { SOMATIC, seeds } from '../../support/seeded-faults.ts'

/** The shipped rules but for the one that a file is. */
const besides = (path: string): readonly Rule[] => {
  const index = shippedRuleFiles.findIndex((file) => file.path === path)
  return shipped.filter((_, other) => other !== index)
}

const faultsIn = (source: string | Uint8Array, path = SOMATIC) => {
  const proof = proveRule(source, () => '1', { rules: besides(path), events: [] })
  return proof.ok ? [] : proof.faults
}

const placesOf = (source: string | Uint8Array, rule: string) =>
  faultsIn(source).flatMap((fault) => (fault.rule === rule ? [fault.line] : []))

describe('the proof', () => {
  it('is tried with more than forty faults', () => {
    expect(seeds.length).toBeGreaterThan(40)
  })

  it.each(seeds)(
    'finds $name, and says so at its line',
    ({ file = SOMATIC, written, otherwise, rule, at = otherwise }) => {
      const yaml = aRuleText(written, otherwise, file)

      const faults = faultsIn(yaml, file)

      const { line } = at === '' ? { line: faults.at(-1)?.line } : placeIn(yaml, at)
      expect(faults.map((fault) => `${fault.line} ${fault.rule}`)).toContain(`${line} ${rule}`)
    },
  )

  it('finds what is wrong with the bytes of a file', () => {
    const yaml = aRuleText()
    const bytes = new TextEncoder().encode(yaml)
    const at = new TextEncoder().encode(yaml.slice(0, yaml.indexOf('fallback: act'))).length
    const latin = Uint8Array.from(bytes, (byte, index) => (index === at ? 0xe5 : byte))

    expect(placesOf(`\uFEFF${yaml}`, 'byte-order-mark')).toEqual([1])
    expect(placesOf(latin, 'not-utf-8')).toEqual([placeIn(yaml, 'fallback: act').line])
    expect(placesOf(new Uint8Array([0xff, 0xfe, 0x61, 0x00]), 'not-utf-8')).toEqual([1])
  })

  it('tells of all faults of a file at once, in the order of their places', () => {
    const yaml = aRuleText('stage: "1"', 'stage: 1')
      .replace('unit: district', 'unit: district\nunit: municipality')
      .replace('level: "2.0"', 'level: !!str "2.0"')
      .replace('charge: excess', 'charge: most')

    expect(faultsIn(yaml).map(({ rule }) => rule)).toEqual(['not-quoted', 'duplicate-key', 'tag', 'not-one-of'])
  })

  it('tells of faults between the parts of a file, in the calendar and in its examples at once', () => {
    const yaml = aRuleText('until: 2020-10-31', 'until: 2020-11-01').replace('unit: agreement#somatic', 'unit: a#b')

    expect(faultsIn(yaml).map(({ rule }) => rule)).toEqual(['stages-overlap', 'dangling-citation', 'example-fails'])
  })

  it('tells of a hundred faults at most', () => {
    const yaml = aRuleText(
      'fallback: act',
      `fallback: act\n${Array.from({ length: 300 }, (_, n) => `x${n}: 1`).join('\n')}`,
    )

    expect(faultsIn(yaml)).toHaveLength(100)
  })

  it.each([
    ['fallback: act', 'name-000000001234: act'],
    ['fallback: act', 'fallback: "000000001234"'],
    ['level: "2.0"', 'level: "000000001234,5"'],
    ['level: "2.0"', 'level: 000000001234'],
    ['level: "2.0"', 'level: *n000000001234'],
    ['  unit: agreement#somatic', '  unit: n000000001234#x'],
    ['id: open-care-unclear', 'id: n000000001234'],
    [
      '      - { reading: all-days,',
      '      - { reading: n000000001234, set: { model.n000000001234: 1 } }\n      - { reading: all-days,',
    ],
    ['reasons: []', 'reasons: [n000000001234]'],
  ])('with %s written as %s never repeats what the file holds', (written, otherwise) => {
    const faults = faultsIn(aRuleText(written, otherwise))

    expect(faults).not.toEqual([])
    expect(JSON.stringify(faults)).not.toContain('000000001234')
  })
})

describe('a shipped rule file', () => {
  it.each(shippedRuleFiles)('$path is proven beside the others without a fault or a warning', ({ path, yaml }) => {
    const proof = proveRule(new TextEncoder().encode(yaml), () => '1', { rules: besides(path), events: [] })

    expect(proof).toMatchObject({ ok: true, warnings: [] })
  })

  it.each(shippedRuleFiles)('$path is proven as a newer version beside itself, and it beside the newer one', (file) => {
    const newer = `${file.yaml}# A correction.\n`

    const after = proveRule(newer, () => '2', { rules: shipped, events: [] })
    const before = proveRule(file.yaml, () => '1', {
      rules: [...besides(file.path), ruleFrom({ ...file, yaml: newer }, '2')],
      events: [],
    })

    expect([after, before]).toMatchObject([{ ok: true }, { ok: true }])
  })
})
