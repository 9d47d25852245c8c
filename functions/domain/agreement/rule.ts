import type { Condition } from '#schemas/rule-file/condition.ts'
import type { Model } from '#schemas/rule-file/model.ts'
import type { RuleFile } from '#schemas/rule-file/rule-file.ts'
import type { Statement } from './statement.ts'

/** Which bytes decided: the version of a stage of an agreement, and the SHA-256 of its file. */
export type RuleReference = {
  readonly agreement: string
  readonly stage: string
  readonly version: string
  readonly sha256: string
}

/** A reading that was not shipped: the model as it would be if an open question were settled that way. */
export type Alternative = { readonly question: string; readonly reading: string; readonly model: Model }

/** A condition with the statement that is true of an episode when it is met, or when it is not. */
export type Test = { readonly statement: Statement; readonly condition: Condition; readonly holdsWhen: boolean }

/** A published rule version, ready to decide: its file, its reference, and what is worked out from the file once. */
export type Rule = {
  readonly reference: RuleReference
  readonly file: RuleFile
  /** Failed preconditions and met exclusions: each takes an episode out. */
  readonly obstacles: readonly Test[]
  /** What is worth saying of an episode that it does not take out. */
  readonly flags: readonly Test[]
  readonly alternatives: readonly Alternative[]
  /** How a citation of this file is written out. */
  readonly cite: (citation: string) => string
}
