import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectGolden, goldenCases } from '../support/golden.ts'
import { type SpawnedService, spawnService } from '../support/process.ts'
import { aDataFolder } from '../support/service.ts'

describe('the golden cases, through the HTTP API of the started service', () => {
  const dataFolder = aDataFolder()
  let service: SpawnedService
  beforeAll(async () => {
    service = await spawnService({ DATA_DIR: dataFolder })
  })
  afterAll(async () => {
    await service.end('SIGTERM')
    rmSync(dataFolder, { recursive: true })
  })

  it('are all here', () => {
    expect(goldenCases.length).toBe(40)
  })

  it.each(goldenCases)('$name', (golden) => expectGolden(service, golden))
})
