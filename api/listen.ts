import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Listening = { readonly port: number; close(): Promise<void> }

/** Milliseconds. Node's own are minutes; the keep-alive is longer than that of the front end, which must be the one to hang up. */
const requestLimit = 30_000
const headersLimit = 15_000
const keepAlive = 245_000

export async function listen(server: Server, port: number, host?: string): Promise<Listening> {
  server.requestTimeout = requestLimit
  server.headersTimeout = headersLimit
  server.keepAliveTimeout = keepAlive
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeIdleConnections()
      await closed
    },
  }
}
