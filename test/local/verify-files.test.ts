import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadDemo } from '#local/demo/load-demo.ts'
import { verifyFiles } from '#local/verify/verify-files.ts'
import { aSharedService } from '../support/a-shared-service.ts'
import { type ClosedUnit, closedMonths, filesOf, type VerifiedFiles } from '../support/closed-months.ts'
import { runs } from '../support/runs.ts'
import { stoppedInDemo } from '../support/stopped-in-demo.ts'
import { forgeries } from '../support/tampering.ts'

const COUNTIES = ['01', '03', '06', '24']
// The told month first; all twelve with `DEEP=1`.
const MONTHS = ['05', '01', '02', '03', '04', '06', '07', '08', '09', '10', '11', '12'].map((month) => `2022-${month}`)
const months = MONTHS.slice(0, runs(MONTHS.length))

const service = aSharedService({ beforeServing: (environment) => loadDemo(environment, 'year') })
const folder = mkdtempSync(join(tmpdir(), 'fristdag-verify-'))
afterAll(() => rmSync(folder, { recursive: true }))

let units: readonly ClosedUnit[]
beforeAll(async () => {
  units = await closedMonths(service(), COUNTIES, months)
}, 300_000)

const paths = [join(folder, 'receipt.json'), join(folder, 'export.ndjson'), join(folder, 'rule.yaml')] as const

const verified = ({ receipt, stays, rule }: VerifiedFiles) => {
  for (const [index, text] of [receipt, stays, rule].entries()) writeFileSync(paths[index] ?? '', text)
  return verifyFiles([...paths, '--lang', 'en'])
}

describe('the demo year, closed under every agreement and the Act', () => {
  it('has receipts that are all verified from their files alone', async () => {
    const closed = units.filter(({ state }) => state === 'closed')
    const refused: object[] = []

    for (const { id } of closed) {
      const { exitCode, lines } = verified(await filesOf(service(), id))
      if (exitCode !== 0) refused.push({ id, lines })
    }

    expect(refused).toEqual([])
    expect(new Set(closed.map(({ id }) => id.split('~')[1]))).toEqual(
      new Set([
        'act',
        'jonkoping',
        'stockholm-psychiatric',
        'stockholm-somatic',
        ...(months.length > 2 ? ['vasterbotten'] : []),
      ]),
    )
  }, 300_000)

  it('has units that cannot be closed, while a fact, the amount of a year or the word of a joint group is missing', () => {
    const stopped = units.filter(({ state }) => state === 'stopped')
    const expected = stoppedInDemo.filter((line) => months.some((month) => line.includes(`~${month} `)))

    expect(stopped.map(({ id, missing }) => `${id} ${missing.join(' ')}`).sort()).toEqual(expected)
    expect([units.length, stopped.length]).toEqual(months.length === MONTHS.length ? [297, 55] : [49, 10])
  })
})

describe.each([
  ['a mean', '01~stockholm-somatic~3.1~0136~2022-05'],
  ['a mean and a long stay', '06~jonkoping~2.1~0680~2022-05'],
  ['days charged one by one, under the Act', '03~act~1.1~0380~2022-05'],
])('the receipt of %s', (_, id) => {
  const another = id.startsWith('03') ? '01~stockholm-somatic~3.1~0136~2022-05' : '03~act~1.1~0380~2022-05'

  it.each(forgeries)('is refused with $name', async ({ forged, told }) => {
    const files = await filesOf(service(), id)

    const { exitCode, lines } = verified(forged(files, { another: await filesOf(service(), another) }))

    expect(exitCode).toBe(1)
    expect(lines).toContainEqual(expect.stringMatching(told))
    expect(lines.at(-1)).toBe('Not verified.')
  })
})

describe('npm run verify', () => {
  const ID = '06~jonkoping~2.1~0680~2022-05'

  it('says what holds, and the figures with the SHA-256 under which the service answers the receipt', async () => {
    const files = await filesOf(service(), ID)
    const answer = await service().get('region-06', `/v1/liabilities/${ID}/receipt`)

    const { exitCode, lines } = verified(files)

    expect(exitCode).toBe(0)
    expect(lines).toEqual([
      'The form of the receipt, its manifest of 17 stays and all 14 steps hold.',
      'The 17 stays of the export are those of the manifest, and no others.',
      'The rule file is jonkoping 2.1, byte for byte.',
      'Computed again from the stays and the rule file, the receipt is the same, byte for byte.',
      `Verified: ${ID}, 42.00 days, 390600.00 kr (SHA-256 ${answer.headers.get('etag')?.replaceAll('"', '')})`,
    ])
  })

  it('says of a receipt alone that no more than itself is tried', async () => {
    writeFileSync(paths[0], (await filesOf(service(), ID)).receipt)

    const swedish = verifyFiles([paths[0]])
    const english = verifyFiles([paths[0], '--lang', 'en'])

    expect([swedish.exitCode, english.exitCode]).toEqual([0, 0])
    expect(swedish.lines.at(-1)).toContain('utan exporten och regelfilen är det inte mer prövat')
    expect(english.lines.at(-1)).toContain('without the export and the rule file no more is tried')
  })

  it.each([[[]], [['receipt.json', 'export.ndjson']], [['receipt.json', '--lang', 'de']]])(
    'tells how it is used when it is asked with %j',
    (words) => {
      const { exitCode, lines } = verifyFiles(words)

      expect([exitCode, lines]).toEqual([
        2,
        ['npm run verify -- RECEIPT.json [EXPORT.ndjson RULE.yaml] [--lang sv|en]'],
      ])
    },
  )

  it('names a file that cannot be read', () => {
    const missing = join(folder, 'none.json')

    const { exitCode, lines } = verifyFiles([missing, '--lang', 'en'])

    expect([exitCode, lines]).toEqual([1, [`${missing}: the file cannot be read`]])
  })

  it.each([
    ['no JSON', 'amount: 1', /^- the receipt is not JSON in UTF-8$/],
    ['JSON that is no receipt', '{"receipt":"1"}', /^- the receipt has not the form of one: id, engine, /],
  ])('refuses %s', (_, text, told) => {
    writeFileSync(paths[0], text)

    const { exitCode, lines } = verifyFiles([paths[0], '--lang', 'en'])

    expect(exitCode).toBe(1)
    expect(lines[0]).toMatch(told)
  })
})
