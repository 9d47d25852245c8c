import { afterAll, beforeAll } from 'vitest'
import { aService, type Service, type ServiceOptions } from './service.ts'

/** One service for all tests of a file: started before the first, stopped after the last. */
export const aSharedService = (options: ServiceOptions = {}): (() => Service) => {
  let service: Service | undefined
  beforeAll(async () => {
    service = await aService(options)
  })
  afterAll(async () => {
    await service?.stop()
  })
  return () => {
    if (service === undefined) throw new Error('The service is there only while tests run')
    return service
  }
}

/** Ids of episodes that no other test of the file uses. */
export const freshIds = (region = '01'): (() => string) => {
  let count = 0
  return () => {
    count += 1
    return `${region}~episode-${count}`
  }
}
