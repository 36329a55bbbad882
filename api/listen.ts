import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Listening = {
  readonly port: number
  /** Takes no more connections, and lets what is being answered be answered, for 15 seconds at most. */
  close(): Promise<void>
}

/** Milliseconds. Node's own are minutes; the keep-alive is longer than that of the front end, which must be the one to hang up. */
const requestLimit = 30_000
const headersLimit = 15_000
const keepAlive = 245_000
const closeLimit = 15_000
const hangUpEvery = 100

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
      // A connection that was busy a moment ago is kept alive by Node for minutes, and the server with it.
      const hangUp = setInterval(() => server.closeIdleConnections(), hangUpEvery)
      const lose = setTimeout(() => server.closeAllConnections(), closeLimit)
      await closed
      clearInterval(hangUp)
      clearTimeout(lose)
    },
  }
}
