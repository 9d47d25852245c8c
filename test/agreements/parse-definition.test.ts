import { describe, expect, it } from 'vitest'
import { parseDefinition } from '#agreements/parse-definition.ts'
import { shippedRules } from '#agreements/shipped-rules.ts'
import { placeIn } from '../support/a-rule-text.ts'

const shipped = shippedRules('rules').find(({ path }) => path.endsWith('readmissions.v1.yaml'))?.yaml ?? ''

describe('the definition of readmissions', () => {
  it('is 65 years or older and 1–7 and 1–30 days', () => {
    expect(parseDefinition(shipped)).toMatchObject({
      ok: true,
      content: {
        definition: 'readmissions',
        minimumAge: 65,
        firstDay: 1,
        windows: [7, 30],
        notDischargedTo: ['deceased', 'transfer'],
        mergeTransfers: { withinDays: 1 },
        outcomeCareTypes: ['somatic', 'psychiatric'],
      },
    })
  })

  it.each([
    ['definition: readmissions', 'definition: re-admissions', 'definition: ', 'not-one-of'],
    ['minimumAge: 65', 'minimumAge: "65"', 'minimumAge: ', 'wrong-type'],
    ['firstDay: 1\n', 'firstDay: -1\n', 'firstDay: ', 'too-small'],
    ['windows: [7, 30]', 'windows: [7, 7]', '7]', 'window-not-longer'],
    ['windows: [7, 30]', 'windows: []', 'windows: ', 'too-few'],
    ['firstDay: 1\n', 'firstDay: 8\n', '7, 30]', 'window-not-longer'],
    ['[deceased, transfer]', '[deceased, moved]', 'moved]', 'not-one-of'],
    ['withinDays: 1', 'withinDays: 1, days: 1', 'days: 1 }', 'unknown-property'],
    ['[reading#index]', '[reading#none]', 'reading#none]', 'dangling-citation'],
  ])('with %j written as %j is refused where it stands', (written, otherwise, part, rule) => {
    const yaml = shipped.replace(written, otherwise)

    const parsed = parseDefinition(yaml)

    expect(parsed.ok ? [] : parsed.faults).toMatchObject([{ ...placeIn(yaml, part), rule }])
  })
})
