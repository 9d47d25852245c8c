import { expect, it } from 'vitest'
import { licenceReport } from './licences.ts'

it('lists packages that are needed to run by their licence, and leaves out those of development', () => {
  const { byLicence, refused } = licenceReport({
    '': { license: 'EUPL-1.2' },
    'node_modules/a': { license: 'MIT' },
    'node_modules/a/node_modules/@b/c': { license: 'MIT' },
    'node_modules/tool': { license: 'GPL-3.0-only', dev: true },
  })

  expect([...byLicence]).toEqual([['MIT', ['a', '@b/c']]])
  expect(refused).toEqual([])
})

it.each([{ license: 'GPL-3.0-only' }, { license: 'MIT AND GPL-2.0-only' }, { license: 'UNLICENSED' }, {}])(
  'refuses %o',
  (locked) => {
    expect(licenceReport({ 'node_modules/a': locked }).refused).toHaveLength(1)
  },
)

it.each(['(MIT OR GPL-3.0-only)', 'Apache-2.0 AND MIT'])('takes %s', (license) => {
  expect(licenceReport({ 'node_modules/a': { license } }).refused).toEqual([])
})
