import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Reply =
  { readonly status: number; readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> } | 'reset' | 'hang'
export type Heard = { readonly method: string; readonly path: string; readonly authorization: string | undefined; readonly body: unknown }

/** A connector that answers what it is told, in turn, and keeps what it heard. */
export async function fakeConnector(replies: Reply[] = []) {
  const heard: Heard[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString()
      const body: unknown = text === '' ? undefined : JSON.parse(text)
      heard.push({ method: request.method ?? '', path: request.url ?? '', authorization: request.headers.authorization, body })
      const reply = replies.shift() ?? { status: 201, body: { id: `activity-${heard.length}` } }
      if (reply === 'reset') request.socket.destroy()
      else if (reply !== 'hang') {
        response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers }).end(JSON.stringify(reply.body ?? {}))
      }
    })
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    heard,
    replies,
    serviceUrl: `http://127.0.0.1:${port}/uk`,
    host: `127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections()
      await new Promise<void>((resolve) => void server.close(() => resolve()))
    },
  }
}
