import { describe, expect, it } from 'vitest'
import { sha256 } from '#agreements/parse-rule.ts'
import { publishShipped } from '#agreements/publish.ts'
import { shippedRules } from '#agreements/shipped-rules.ts'
import { aRuleStore } from '../support/a-rule-store.ts'

const [FIRST, LATER] = ['2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z']
const shipped = shippedRules('rules')
const act = shipped.find(({ path }) => path.endsWith('act-stage-1.v1.yaml')) ?? { path: '', yaml: '' }

describe('publishing', () => {
  it('keeps the very bytes and the time of the first publication', async () => {
    const store = aRuleStore()
    await publishShipped(store, [act], FIRST)
    await publishShipped(store, [act], LATER)

    expect((await store.publications()).files).toEqual([
      {
        kind: 'rule',
        agreement: 'act',
        stage: '1',
        version: '1',
        sha256: sha256(act.yaml),
        status: 'published',
        publishedAt: FIRST,
        approvals: [],
      },
    ])
    expect(await store.text({ agreement: 'act', stage: '1', version: '1' })).toBe(act.yaml)
  })

  it('publishes all files or none: every fault is told, with its file', async () => {
    const store = aRuleStore()
    const broken = [
      act,
      { path: 'a/b.v1.yaml', yaml: 'schema: "1"\nagreement: [\n' },
      { path: 'a/c.v0.yaml', yaml: act.yaml },
      { path: 'a/d.v1.yaml', yaml: 'dayAmounts: national\n' },
    ]

    const faults = await publishShipped(store, broken, FIRST)

    expect([...new Set(faults.map(({ path }) => path))]).toEqual(['a/b.v1.yaml', 'a/c.v0.yaml', 'a/d.v1.yaml'])
    expect((await store.publications()).files).toEqual([])
  })

  it('lets a new version stand beside the old one', async () => {
    const store = aRuleStore()
    await publishShipped(store, [act], FIRST)

    expect(await publishShipped(store, [{ path: 'act.v12.yaml', yaml: `${act.yaml}# more\n` }], LATER)).toEqual([])
    expect((await store.publications()).files.map(({ version }) => version).toSorted()).toEqual(['1', '12'])
  })

  it('tells of a race that another publication won', async () => {
    const store = aRuleStore()
    const late = {
      ...store,
      publications: async () => ({ files: [], versions: [], declarations: [], edition: 0 }),
    }
    await publishShipped(store, [{ ...act, yaml: `${act.yaml}# first\n` }], FIRST)

    expect(await publishShipped(late, [act], LATER)).toMatchObject([{ path: act.path, line: 1, column: 1 }])
  })
})
