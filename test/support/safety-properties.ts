import { accessLogProperties } from './safety-of-access-log.ts'
import { bucketProperties } from './safety-of-buckets.ts'
import { clientLimitProperties } from './safety-of-client-limits.ts'
import { dataProperties } from './safety-of-data.ts'
import { exportProperties } from './safety-of-exports.ts'
import { functionProperties } from './safety-of-functions.ts'
import { gatewayProperties } from './safety-of-gateway.ts'
import { operationProperties } from './safety-of-operation.ts'
import { refusalProperties } from './safety-of-refusals.ts'
import { scheduleProperties } from './safety-of-schedules.ts'
import { taskProperties } from './safety-of-tasks.ts'
import type { SafetyProperty } from './safety-property.ts'

/** Every safety property of what is deployed. */
export const safetyProperties: readonly SafetyProperty[] = [
  ...dataProperties,
  ...accessLogProperties,
  ...bucketProperties,
  ...exportProperties,
  ...scheduleProperties,
  ...functionProperties,
  ...gatewayProperties,
  ...refusalProperties,
  ...operationProperties,
  ...taskProperties,
  ...clientLimitProperties,
]
