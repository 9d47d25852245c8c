import type { Template } from './assembly.ts'

/** Something that must hold of every template; and ways to break it, each of which must be found. */
export type SafetyProperty = {
  readonly name: string
  /** What is not as it must be. */
  readonly faults: (template: Template) => readonly string[]
  readonly breaks: readonly ((template: Template) => void)[]
}
