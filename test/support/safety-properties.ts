import type { Template } from './assembly.ts'
import { dataProperties } from './safety-of-data.ts'
import { functionProperties } from './safety-of-functions.ts'
import { gatewayProperties } from './safety-of-gateway.ts'
import { operationProperties } from './safety-of-operation.ts'

/** Something that must hold of every template; and ways to break it, each of which must be found. */
export type SafetyProperty = {
  readonly name: string
  /** What is not as it must be. */
  readonly faults: (template: Template) => readonly string[]
  readonly breaks: readonly ((template: Template) => void)[]
}

/** Every safety property of what is deployed. */
export const safetyProperties: readonly SafetyProperty[] = [
  ...dataProperties,
  ...functionProperties,
  ...gatewayProperties,
  ...operationProperties,
]
