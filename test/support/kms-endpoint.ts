import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import { json } from 'node:stream/consumers'
import * as z from 'zod'

const generateMac = z.object({ KeyId: z.string(), Message: z.base64(), MacAlgorithm: z.literal('HMAC_SHA_256') })

/** KMS on 127.0.0.1 for `GenerateMac` alone, under keys made from their ids; other keys than those named are refused. */
export const startKmsEndpoint = async (
  keyIds: readonly string[],
): Promise<{ readonly url: string; readonly close: () => Promise<void> }> => {
  const server = createServer(async (request, response) => {
    const { KeyId, Message, MacAlgorithm } = generateMac.parse(await json(request))
    const isAnswered = request.headers['x-amz-target'] === 'TrentService.GenerateMac' && keyIds.includes(KeyId)
    const Mac = createHmac('sha256', KeyId).update(Buffer.from(Message, 'base64')).digest('base64')
    response
      .writeHead(isAnswered ? 200 : 400, { 'content-type': 'application/x-amz-json-1.1' })
      .end(JSON.stringify(isAnswered ? { KeyId, Mac, MacAlgorithm } : { __type: 'AccessDeniedException' }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The endpoint has no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: async () => {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
