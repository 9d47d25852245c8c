import type { Rule } from '#domain/agreement/rule.ts'
import { parseDecimal } from '#domain/money/decimal.ts'
import { exactly } from '#domain/money/fraction.ts'
import { decimalWords, say, wordsFor } from './in-words.ts'
import { citedBy, type Parameter, parameter, wording } from './parameter.ts'

/** What a day costs. */
export const amount = (rule: Rule): readonly Parameter[] => {
  const name = say('Beloppet för ett vårddygn', 'The amount for a care day')
  const { amount: of } = rule.file
  if ('national' in of) return [parameter(rule, 'amount', name, 'national', { words: wordsFor('national') })]
  const { sv, en } = decimalWords(of.own)
  return [
    parameter(rule, 'amount', name, of.own, {
      meaning: exactly(parseDecimal(of.own)),
      words: say(`${sv} kronor`, `SEK ${en}`),
    }),
  ]
}

/** From when what is computed is also billed. */
export const billing = (rule: Rule): readonly Parameter[] =>
  rule.file.billing.map(({ from, status, reason, cites }) => {
    const path = `billing.${from}`
    const cited = citedBy(rule, path, cites)
    const name = say(`Faktureringen från ${from}`, `The billing from ${from}`)
    const parts = [
      parameter(rule, `${path}.status`, name, status, { words: wordsFor(status), ...cited }),
      ...(reason === undefined
        ? []
        : [
            wording(
              `${path}.reason`,
              say(`Skälet för faktureringen från ${from}`, `The reason of the billing from ${from}`),
              reason,
            ),
          ]),
    ]
    return parameter(rule, path, name, status, { meaning: from, words: wordsFor(status), parts, ...cited })
  })
