import { beforeEach, describe, expect, it } from 'vitest'
import { publishShipped } from '#agreements/publish.ts'
import type { ShippedFile } from '#agreements/read-shipped.ts'
import { shippedRules } from '#agreements/shipped-rules.ts'
import { openSqliteTable } from '#local/sqlite-table.ts'
import { type RuleStore, ruleStore } from '#store/rule-store.ts'

const shipped = shippedRules('rules')
const AT = '2026-01-01T00:00:00.000Z'

const shippedWith = (path: string, change: (yaml: string) => string): readonly ShippedFile[] =>
  shipped.map((file) => (file.path === path ? { path, yaml: change(file.yaml) } : file))

const lineOf = (path: string, text: string): number =>
  (shipped
    .find((file) => file.path === path)
    ?.yaml.split('\n')
    .findIndex((line) => line.startsWith(text)) ?? -2) + 1

describe('publishing shipped rules', () => {
  let store: RuleStore
  beforeEach(() => {
    store = ruleStore(openSqliteTable(':memory:'))
  })

  it('finds no fault in what is shipped, and none when it is published again', async () => {
    expect(await publishShipped(store, shipped, AT)).toEqual([])
    expect(await publishShipped(store, shipped, AT)).toEqual([])

    expect((await store.publications()).files).toHaveLength(shipped.length)
  })

  it('refuses a day that two stages claim, at the line of the later one', async () => {
    const path = 'stockholm/somatic-stage-3.v1.yaml'
    const files = shippedWith(path, (yaml) => yaml.replace('from: 2021-11-01', 'from: 2021-10-31'))

    const faults = await publishShipped(store, files, AT)

    expect(faults).toMatchObject([
      { path, line: lineOf(path, 'inForce:'), column: 1, pointer: '/inForce', rule: 'stages-overlap' },
    ])
    expect(faults[0]?.reason.en).toBe(
      'On 2021-10-31 two rules claim somatic care in the county; the other is stockholm-somatic 2.1.',
    )
  })

  it('refuses a hole between two stages', async () => {
    const path = 'jonkoping/agreement-stage-2.v1.yaml'
    const files = shippedWith(path, (yaml) => yaml.replace('from: 2019-01-01', 'from: 2019-01-02'))

    const faults = await publishShipped(store, files, AT)

    expect(faults).toMatchObject([{ path, rule: 'hole-between-stages' }])
    expect(faults[0]?.reason.en).toContain('claims somatic care on 2019-01-01')
  })

  it('refuses stages that meet only as long as an event is not declared', async () => {
    const path = 'stockholm/psychiatric-stage-2.v1.yaml'
    const files = shippedWith(path, (yaml) => yaml.replace('notBefore: 2021-07-01', 'notBefore: 2021-05-01'))

    const faults = await publishShipped(store, files, AT)

    expect(faults).toMatchObject([{ path, rule: 'stages-overlap' }])
  })

  it('refuses a published version with other bytes, and publishes nothing beside it', async () => {
    await publishShipped(store, [...shipped.slice(0, 3)], AT)
    const path = shipped[0]?.path ?? ''
    const files = shippedWith(path, (yaml) => `${yaml}# changed\n`)

    const faults = await publishShipped(store, files, AT)

    expect(faults).toMatchObject([{ path, rule: 'published-with-other-bytes' }])
    expect((await store.publications()).files).toHaveLength(3)
  })

  it('refuses a file without a version in its name', async () => {
    const faults = await publishShipped(store, [{ path: 'stockholm/somatic.yaml', yaml: '' }], AT)

    expect(faults).toMatchObject([{ path: 'stockholm/somatic.yaml', line: 1, column: 1 }])
  })
})
