import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Servers on one port of both loopback addresses, so that `localhost` finds one whichever it resolves to. */
export const listenOnLoopback = async (
  make: () => Server,
  port: number,
): Promise<{ readonly servers: readonly Server[]; readonly port: number }> => {
  const first = await listening(make(), '127.0.0.1', port)
  const taken = portOf(first.address())
  try {
    return { servers: [first, await listening(make(), '::1', taken)], port: taken }
  } catch (error) {
    if (isWithoutIpv6(error)) return { servers: [first], port: taken }
    first.close()
    throw error
  }
}

const listening = (server: Server, host: string, port: number): Promise<Server> => {
  const { promise, resolve, reject } = Promise.withResolvers<Server>()
  server.once('error', reject)
  server.listen({ host, port }, () => {
    server.off('error', reject)
    resolve(server)
  })
  return promise
}

const portOf = (address: AddressInfo | string | null): number => {
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port')
  return address.port
}

const isWithoutIpv6 = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT' || error.code === 'EINVAL')
