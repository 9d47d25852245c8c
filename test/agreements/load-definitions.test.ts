import { beforeEach, describe, expect, it } from 'vitest'
import { definitionOf, definitionsLoader } from '#agreements/load-definitions.ts'
import { sha256 } from '#agreements/parse-rule.ts'
import { publishShipped } from '#agreements/publish.ts'
import { shippedRules } from '#agreements/shipped-rules.ts'
import type { RuleStore } from '#store/rule-store.ts'
import { aRuleStore, aWatchedStore } from '../support/a-rule-store.ts'

const [FIRST, LATER] = ['2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z']
const files = shippedRules('rules').filter(({ path }) => path.startsWith('national/'))
const yaml = files.find(({ path }) => path.endsWith('readmissions.v1.yaml'))?.yaml ?? ''
const changed = yaml.replace('minimumAge: 65', 'minimumAge: 80')

describe('definitions that are loaded', () => {
  let store: RuleStore
  beforeEach(async () => {
    store = aRuleStore()
    await publishShipped(store, files, FIRST)
  })

  it('are the shipped ones, each with the hash of its bytes', async () => {
    const definitions = await definitionsLoader(store)()

    expect(definitionOf(definitions, 'readmissions')).toMatchObject({
      id: 'national-readmissions',
      version: '1',
      sha256: sha256(yaml),
      content: { minimumAge: 65 },
    })
  })

  it('are the newest version of each by number, as it was known at the instant', async () => {
    for (const version of [2, 10])
      await publishShipped(store, [{ path: `r.v${version}.yaml`, yaml: `${changed}# ${version}\n` }], LATER)
    const load = definitionsLoader(store)

    const versionAt = async (asOf?: string) => definitionOf(await load(asOf), 'readmissions')?.version
    expect(await versionAt()).toBe('10')
    expect(await versionAt(LATER)).toBe('10')
    expect(await versionAt('2026-01-31T23:59:59.999Z')).toBe('1')
    expect(await versionAt('2025-12-31T00:00:00.000Z')).toBeUndefined()
  })

  it('are read once for each version', async () => {
    const { store: watched, read } = aWatchedStore(store)
    const load = definitionsLoader(watched)

    const [first, again] = await Promise.all([load(), load()])
    await publishShipped(store, [{ path: 'r.v2.yaml', yaml: changed }], LATER)
    const later = await load()

    expect(again[0]).toBe(first[0])
    expect(read.filter((name) => name.startsWith('national-readmissions'))).toEqual([
      'national-readmissions 1.1',
      'national-readmissions 1.2',
    ])
    expect(definitionOf(later, 'readmissions')?.content.minimumAge).toBe(80)
  })

  it.each([
    ['missing', undefined, 'A published file is missing: national-readmissions 1.1'],
    ['unreadable', 'definition: readmissions', 'A published definition cannot be read: national-readmissions 1.1'],
    ['other bytes', changed, 'A published definition has changed: national-readmissions 1.1'],
  ])('are named when one is %s', async (_, text, message) => {
    const { store: watched } = aWatchedStore(store, { text: async () => text })

    await expect(definitionsLoader(watched)()).rejects.toThrow(message)
  })

  it('stand among the versions as what they are', async () => {
    const { versions } = await store.publications()

    expect(versions.filter(({ kind }) => kind === 'definition')).toMatchObject([
      { agreement: 'national-readmissions', stage: '1', version: '1', status: 'published' },
      { agreement: 'national-retention', stage: '1', version: '1', status: 'published' },
      { agreement: 'national-small-numbers', stage: '1', version: '1', status: 'published' },
    ])
  })
})
