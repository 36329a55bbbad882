import { createServer, type IncomingMessage } from 'node:http'
import { createTablesDouble } from '../../api/testing/tables.ts'
import { listen } from '../../api/listen.ts'
import type { Asked } from './tables-far-away.ts'
import { tellWhatIsSpent } from './spent.ts'

/** Tables in the memory of a process of their own: what the product holds is its own then, and storage is a call away, as in service. */
const tables = createTablesDouble()

const server = createServer((request, response) => {
  void answer(request).then(
    (found) => response.end(JSON.stringify({ found })),
    (fault: unknown) => response.writeHead(500).end(String(fault)),
  )
})

async function answer(request: IncomingMessage): Promise<unknown> {
  const asked = JSON.parse(await bodyOf(request)) as Asked
  switch (asked.kind) {
    case 'get':
      return tables.get(...asked.of)
    case 'range':
      return tables.range(...asked.of)
    case 'first':
      return tables.first(...asked.of)
    default:
      return tables.commit(...asked.of)
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString()
}

const { port } = await listen(server, 0, '127.0.0.1')
process.stdout.write(`${JSON.stringify({ event: 'service.ready', port })}\n`)
tellWhatIsSpent()
