import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import dynalite from 'dynalite'
import { aDynamodbClient, createTable } from './dynamodb-client.ts'

/** A client of dynalite, in which there is a table `items`. */
export const startDynalite = async (): Promise<{
  readonly client: DynamoDBClient
  readonly close: () => Promise<void>
}> => {
  const server = dynalite({ createTableMs: 0 })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('dynalite has no port')
  const client = aDynamodbClient(`http://127.0.0.1:${address.port}`)
  await createTable(client, 'items')
  return {
    client,
    close: async () => {
      client.destroy()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
