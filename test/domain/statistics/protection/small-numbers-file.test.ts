import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { smallNumbersFile } from '#schemas/definitions/small-numbers.ts'

const shipped: unknown = parse(readFileSync('rules/national/small-numbers.v1.yaml', 'utf8'))

describe('the definition of small numbers', () => {
  it('hides what is below five', () => {
    expect(smallNumbersFile.parse(shipped).threshold).toBe(5)
  })

  it('cites only what it quotes', () => {
    const { cites, ...others } = smallNumbersFile.parse(shipped)

    const dangling = smallNumbersFile.safeParse({ ...others, cites: { ...cites, zero: ['scb#nothing'] } })

    expect(dangling.error?.issues.map(({ path }) => path)).toEqual([['cites', 'zero', 0]])
  })
})
