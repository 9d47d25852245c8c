import { setTimeout } from 'node:timers/promises'
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { delayBefore } from './backoff.ts'
import { isConflict, translated } from './dynamodb-errors.ts'

/** Where the table is, and how often (`attempts`) and how patiently (`sleep`, in ms) a conflict is tried again. */
export type DynamodbTableOptions = {
  readonly client: DynamoDBClient
  readonly tableName: string
  readonly attempts?: number
  readonly sleep?: (milliseconds: number) => Promise<void>
}

/** What `send` answers, tried again while it conflicts with others; throws its error as the port promises it. */
export const answered = async <T>(options: DynamodbTableOptions, send: () => Promise<T>): Promise<T> => {
  const { attempts = 6, sleep = setTimeout } = options
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await send()
    } catch (error) {
      if (!isConflict(error) || attempt >= attempts) throw translated(error)
      await sleep(delayBefore(attempt))
    }
  }
}
