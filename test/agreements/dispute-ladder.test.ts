import { describe, expect, it } from 'vitest'
import { differencesBetween } from '#agreements/differences/differences.ts'
import { parseRule } from '#agreements/parse-rule.ts'
import { aRule } from '../support/a-rule.ts'
import { aRuleText } from '../support/a-rule-text.ts'

const LADDER = `disputes:
  ladder:
    - { id: officers, title: { sv: Handläggarna, en: The officers } }
    - { id: board, title: { sv: Styrgruppen, en: The board } }
  cites: agreement#somatic-1
`
const withDisputes = (disputes: string): string => aRuleText('\nexamples:', `\n${disputes}\nexamples:`)

const step = (id: string, en: string) => ({ id, title: { sv: en, en } })
const ladderOf = (...ladder: readonly ReturnType<typeof step>[]) => aRule({ disputes: { ladder, cites: 'text#one' } })

describe('the dispute ladder of a rule file', () => {
  it('is read in its order', () => {
    expect(parseRule(withDisputes(LADDER), '1')).toMatchObject({
      ok: true,
      rule: { file: { disputes: { ladder: [{ id: 'officers' }, { id: 'board' }] } } },
    })
  })

  it.each([
    ['a paragraph that is not quoted', LADDER.replace('#somatic-1', '#nowhere'), 'dangling-citation'],
    ['a step of the same name', LADDER.replace('id: board', 'id: officers'), 'name-doubled'],
    ['no paragraph', LADDER.replace('  cites: agreement#somatic-1\n', ''), 'missing-property'],
    ['no step', 'disputes: { ladder: [], cites: agreement#somatic-1 }', 'too-few'],
  ])('is refused with %s', (_, disputes, rule) => {
    const parsed = parseRule(withDisputes(disputes), '1')

    expect(parsed).toMatchObject({ ok: false, faults: [{ rule }] })
  })

  it('is told in a difference, with its paragraph', () => {
    const [was, is] = [
      ladderOf(step('officers', 'Officers')),
      ladderOf(step('officers', 'Officers'), step('board', 'A board')),
    ]

    const [added] = differencesBetween(was, is).filter(({ kind }) => kind === 'parameter')

    expect(added).toMatchObject({
      parameter: 'disputes.ladder',
      was: 'officers',
      is: 'officers, board',
      cites: { was: 'The first paragraph', is: 'The first paragraph' },
      text: { en: 'The dispute ladder changes from Officers to Officers, A board.' },
    })
  })

  it('with another title alone is a difference of wording', () => {
    const differences = differencesBetween(ladderOf(step('board', 'A board')), ladderOf(step('board', 'The board')))

    expect(differences).toMatchObject([{ kind: 'wording', parameter: 'disputes.ladder.board' }])
  })
})
