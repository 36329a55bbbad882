import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'

export type Asked = { readonly method: string; readonly path: string; readonly headers: IncomingMessage['headers']; readonly body: string }
export type Answered =
  | {
      readonly status: number
      readonly json?: unknown
      readonly text?: string
      readonly type?: string
      readonly headers?: Readonly<Record<string, string>>
    }
  /** Hangs up after the request was read; `cut` sends half an answer first. */
  | 'reset'
  | 'cut'
  | 'hang'
  /** Begins an answer, and says no more; `endless` never stops. */
  | 'stall'
  | 'endless'

export type RecordedService = { readonly url: string; readonly asked: readonly Asked[]; close(): Promise<void> }

/** A provider on this machine that answers as it was recorded to, and remembers what it was asked. */
export async function recordedService(answer: (asked: Asked) => Answered): Promise<RecordedService> {
  const asked: Asked[] = []
  const server = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      const path = decodeURIComponent(request.url ?? '')
      const body = Buffer.concat(pieces).toString('utf8')
      const now = { method: request.method ?? '', path, headers: request.headers, body }
      asked.push(now)
      reply(response, answer(now))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function reply(response: ServerResponse, answered: Answered): void {
  if (answered === 'hang') return
  if (answered === 'reset') {
    response.socket?.destroy()
    return
  }
  if (answered === 'cut') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
    response.write('{"value":[', () => response.socket?.destroy())
    return
  }
  if (answered === 'stall' || answered === 'endless') {
    response.writeHead(200, { 'content-type': 'application/json' })
    if (answered === 'stall') response.write('{"value":[')
    else
      Readable.from(forEver())
        .on('error', () => response.destroy())
        .pipe(response)
    return
  }
  const text = answered.json === undefined ? (answered.text ?? '') : JSON.stringify(answered.json)
  const type = answered.json === undefined ? answered.type : 'application/json'
  response.writeHead(answered.status, { ...(type ? { 'content-type': type } : {}), ...answered.headers })
  response.end(text)
}

function* forEver(): Generator<Buffer> {
  for (;;) yield Buffer.alloc(64 * 1024, ' ')
}
