import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { simulateFile } from '#local/rules/simulate-file.ts'
import { anAgreement } from '../support/an-agreement.ts'
import { anEpisode } from '../support/an-episode.ts'
import { stays } from '../support/hand-computed.ts'
import { activate, simulated } from '../support/rule-editor.ts'
import { aService, type Service } from '../support/service.ts'

const folder = mkdtempSync(join(tmpdir(), 'fristdag-simulate-'))
const aFile = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const [KIL, EDA, TORSBY, STORFORS] = ['1715', '1730', '1737', '1760']
const MAY = ['--from', '2022-05', '--to', '2022-05']

/** Level 2.5 instead of 2.0, and every day instead of the excess. */
const changed = anAgreement({ level: '2.5', charge: 'all-days' })
const draft = aFile('my draft.txt', changed)

let service: Service
beforeAll(async () => {
  service = await aService()
  await activate(service, '17', 'county-17', anAgreement())
  const told = [
    ...stays([1, 3, 5], '2022-05-20').map((one) => anEpisode(one, KIL)),
    ...stays([2, 3], '2022-05-20').map((one) => anEpisode(one, EDA)),
    anEpisode({ ready: '2022-05-02 10:00', out: '2022-05-09 10:00', planning: {} }, TORSBY),
    ...stays([2], '2022-05-20').map((one) => anEpisode(one, STORFORS)),
  ]
  for (const [index, body] of told.entries()) await service.put('hospital-17', `/v1/episodes/17~s-${index}`, body)
})
afterAll(async () => {
  await service.stop()
  rmSync(folder, { recursive: true })
})

const simulate = (...words: readonly string[]) => simulateFile([...words, '--data', service.dataFolder], {})

const everyItem = (): readonly unknown[] => {
  const database = new DatabaseSync(join(service.dataFolder, 'fristdag.db'), { readOnly: true })
  const items = database.prepare('SELECT * FROM item ORDER BY pk, sk').all()
  database.close()
  return items
}

describe('npm run rules -- simulate, while a service has the data open', () => {
  it('tells what changes, what each unit owes and would, the sum, and what makes the difference', async () => {
    const { lines, exitCode } = await simulate(draft, ...MAY)

    // Kil: 1 + 3 + 5 = 9 over three stays is 9 − 2.0 × 3 = 3 days; all 9 are charged once the mean of 3 is above 2.5.
    // Eda: 2 + 3 = 5 over two is 5 − 4 = 1 day, and a mean of 2.5 is not above 2.5. A day is 9 300.00.
    expect(exitCode).toBe(0)
    expect(lines).toEqual([
      'county-17, etapp 1, prövad på län 17 Värmland, 2022-05 till 2022-05',
      'Ändras:',
      '  model.level',
      '    Nivån ändras från 2,0 till 2,5 dagar.',
      '    Påhittad överenskommelse, 1 §',
      '  model.charge',
      expect.stringContaining('alla dagar'),
      '    Påhittad överenskommelse, 1 §',
      '2022-05 Kil 1715: 3.00 dagar, 27900.00 kr → 9.00 dagar, 83700.00 kr (+6.00 dagar, +55800.00 kr)',
      '2022-05 Eda 1730: 1.00 dagar, 9300.00 kr → 0.00 dagar, 0.00 kr (-1.00 dagar, -9300.00 kr), är inte längre betalningsansvarig',
      '2022-05 Torsby 1737: okänt → okänt, saknas: planning.needed',
      '2022-05 Storfors 1760: 0.00 dagar, 0.00 kr, oförändrat',
      'Summa för de enhetsmånader som är kända, 3 av 4:',
      '  4.00 dagar, 37200.00 kr → 9.00 dagar, 83700.00 kr (+5.00 dagar, +46500.00 kr)',
      'Okända, utanför summan: 1',
      'Skillnaden, del för del:',
      '  model.level: -2.50 dagar, -23250.00 kr',
      '  model.charge: +7.50 dagar, +69750.00 kr',
    ])
  })

  it('tells it in English, of as many months as are asked for', async () => {
    const { lines } = await simulate(draft, '--from', '2022-04', '--to', '2023-01', '--lang', 'en')

    expect(lines).toContain('county-17, stage 1, tried on county 17 Värmland, 2022-04 to 2023-01')
    expect(lines.slice(-10)).toEqual([
      '2022-05 Kil 1715: 3.00 days, 27900.00 kr → 9.00 days, 83700.00 kr (+6.00 days, +55800.00 kr)',
      '2022-05 Eda 1730: 1.00 days, 9300.00 kr → 0.00 days, 0.00 kr (-1.00 days, -9300.00 kr), is no longer liable',
      '2022-05 Torsby 1737: unknown → unknown, missing: planning.needed',
      '2022-05 Storfors 1760: 0.00 days, 0.00 kr, unchanged',
      'Sum of the unit months that are known, 3 of 4:',
      '  4.00 days, 37200.00 kr → 9.00 days, 83700.00 kr (+5.00 days, +46500.00 kr)',
      'Unknown, not in the sum: 1',
      'The difference, part by part:',
      '  model.level: -2.50 days, -23250.00 kr',
      '  model.charge: +7.50 days, +69750.00 kr',
    ])
  })

  it('has parts that sum to the difference', async () => {
    const { lines } = await simulate(draft, ...MAY)

    const amounts = (from: string): readonly number[] =>
      lines
        .slice(lines.findIndex((line) => line.startsWith(from)) + 1)
        .flatMap((line) => /([+-][0-9]+\.[0-9]{2}) kr\)?$/.exec(line)?.[1] ?? [])
        .map(Number)
    const parts = amounts('Skillnaden')
    expect(parts).toHaveLength(2)
    expect(parts.reduce((sum, part) => sum + part)).toBe(amounts('Summa')[0])
  })

  it('says of months without episodes that there are none', async () => {
    const { lines, exitCode } = await simulate(draft, '--from', '2021-01', '--to', '2021-02')

    expect([lines.at(-1), exitCode]).toEqual(['Länet har inga vårdtillfällen i de månaderna.', 0])
  })

  it('says of a file with the same meaning that nothing changes', async () => {
    const { lines } = await simulate(aFile('same.yaml', anAgreement()), ...MAY)

    expect(lines.join('\n')).toContain('  version\n    Inget som räknas ändras.')
    expect(lines.slice(-3)).toEqual([
      'Summa för de enhetsmånader som är kända, 3 av 4:',
      '  4.00 dagar, 37200.00 kr, oförändrat',
      'Okända, utanför summan: 1',
    ])
  })

  it('begins with what the signers of the file are warned of', async () => {
    const path = aFile('warned.yaml', anAgreement({ parts: { exclusions: [] } }))

    const { lines, exitCode } = await simulate(path, ...MAY)

    expect(exitCode).toBe(0)
    expect(lines[0]).toMatch(/warned\.yaml:[0-9]+:[0-9]+ open-care-switched-off: .+ → .+ \(varning\)$/)
    expect(lines).toContain('county-17, etapp 1, prövad på län 17 Värmland, 2022-05 till 2022-05')
  })

  it('writes nothing, and keeps no service from writing', async () => {
    const before = everyItem()

    await simulate(draft, ...MAY)

    expect(everyItem()).toEqual(before)
    const late = await service.put('hospital-17', '/v1/episodes/17~late', anEpisode({ out: '2022-07-09 10:00' }, KIL))
    expect(late.status).toBe(201)
  })

  it('comes to what the API comes to', async () => {
    const { body } = await simulated(service, '17', { draft: changed, from: '2022-05', to: '2022-05' })

    const { lines } = await simulate(draft, ...MAY)

    const { was, is, delta } = body.summary
    expect(lines).toContain(
      `  ${was.days} dagar, ${was.amount} kr → ${is.days} dagar, ${is.amount} kr (+${delta.days} dagar, +${delta.amount} kr)`,
    )
  })
})
