import { createHash, createHmac } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadDemo } from '#local/demo/load-demo.ts'
import { keyFilePseudonyms } from '#local/key-file-pseudonyms.ts'
import { databaseIn } from '#local/sqlite-database.ts'
import { openSqliteTable } from '#local/sqlite-table.ts'
import { type Pseudonyms, pseudonymInput } from '#store/pseudonyms.ts'
import { anEnvironment } from '../support/an-environment.ts'
import { runs } from '../support/runs.ts'
import { aDataFolder } from '../support/service.ts'

/** Who has a copy of the database, and nothing else: knows how the program works, and every number that it has ever met. */
const dataFolder = aDataFolder()
const persons = new Map<string, string>()

/** Remembers whom pseudonyms are made for. */
const remembering = (pseudonyms: Pseudonyms): Pseudonyms => ({
  ...pseudonyms,
  of: (region, number, version) => {
    persons.set(`${region} ${number}`, number)
    return pseudonyms.of(region, number, version)
  },
})

let copy = ''
let words: ReadonlySet<string> = new Set()

beforeAll(async () => {
  const table = openSqliteTable(databaseIn(dataFolder))
  const pseudonyms = remembering(keyFilePseudonyms(join(dataFolder, 'pseudonym-keys.json')))
  const environment = await anEnvironment({ table, pseudonyms })
  await loadDemo(environment, runs(10) === 10 ? 'year' : 'month')
  table.close()
  copy = readFileSync(databaseIn(dataFolder)).toString('latin1')
  words = new Set(copy.match(/[A-Za-z0-9+/_-]{12,}/g))
}, 120_000)
afterAll(() => rmSync(dataFolder, { recursive: true }))

const DIGESTS = ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha3-256', 'blake2b512', 'ripemd160']
const KEYS = ['', '0', 'fristdag', 'local-only', 'secret', 'password', 'pseudonym', '\0'.repeat(32)]

/** Every way to write a digest down, whole or as a pseudonym is cut. */
const writtenDown = (digest: Buffer): readonly string[] =>
  [digest, digest.subarray(0, 24)].flatMap((bytes) => [
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    bytes.toString('base64').replace(/=+$/, ''),
    bytes.toString('base64url'),
  ])

const forms = (number: string): readonly string[] => [
  number,
  number.slice(2),
  `${number.slice(0, 8)}-${number.slice(8)}`,
  `${number.slice(2, 8)}-${number.slice(8)}`,
]

/** Everything in a text that is as long as a form of a number and made of its characters. */
const numbersIn = (text: string): ReadonlySet<string> => {
  const found = new Set<string>()
  for (const [run] of text.matchAll(/[0-9-]{10,}/g))
    for (let start = 0; start + 10 <= run.length; start += 1)
      for (const length of [10, 11, 12, 13]) found.add(run.slice(start, start + length))
  return found
}

/** What a number could stand as in the copy, were it guessed right. */
const guesses = (region: string, number: string): readonly string[] =>
  forms(number).flatMap((form) =>
    [form, pseudonymInput(region, form), region + form, form + region].flatMap((text) => [
      ...DIGESTS.flatMap((name) => writtenDown(createHash(name).update(text).digest())),
      ...[...KEYS, region, form].flatMap((key) => writtenDown(createHmac('sha256', key).update(text).digest())),
      Buffer.from(text).toString('base64').replace(/=+$/, ''),
      Buffer.from(text).toString('hex'),
    ]),
  )

describe('a copy of the database', () => {
  it('holds no identity number, however it is written', () => {
    expect(persons.size).toBeGreaterThan(50)
    const written = numbersIn(copy)
    const found = [...persons.values()].flatMap((number) => forms(number).filter((form) => written.has(form)))

    expect(numbersIn('x4910029802.194910-02980-2').has('4910029802')).toBe(true)
    expect(found).toEqual([])
  })

  it('does not tell whether a person is in it, by any digest that can be made without the key', {
    timeout: 300_000,
  }, () => {
    const found = [...persons].flatMap(([name, number]) =>
      guesses(name.slice(0, 2), number).filter((guess) => words.has(guess)),
    )

    expect(found).toEqual([])
  })

  it('does tell with the key, which is why that lies apart', () => {
    const keys = JSON.parse(readFileSync(join(dataFolder, 'pseudonym-keys.json'), 'utf8'))

    for (const [name, number] of persons) {
      const region = name.slice(0, 2)
      const key = Buffer.from(keys[region][0].key, 'base64')
      const digest = createHmac('sha256', key).update(pseudonymInput(region, number)).digest()
      expect(writtenDown(digest).some((written) => words.has(written))).toBe(true)
      expect(copy.includes(keys[region][0].key)).toBe(false)
    }
  })

  it('does not show the same person in two regions to be the same', () => {
    const byNumber = Map.groupBy(persons, ([, number]) => number)
    const pseudonyms = keyFilePseudonyms(join(dataFolder, 'pseudonym-keys.json'))

    return Promise.all(
      [...byNumber.keys()].slice(0, 5).map(async (number) => {
        const [one, other] = await Promise.all(['01', '06'].map((region) => pseudonyms.of(region, number)))
        expect(one?.pseudonym).not.toBe(other?.pseudonym)
      }),
    )
  })
})
