import { createServer, type AddressInfo, type Server } from 'node:net'
import { once } from 'node:events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startEmbedded } from '../sandbox/embedded.ts'
import { portInUse } from '../sandbox/ports.ts'

let other: Server
let taken: number

beforeAll(async () => {
  other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  taken = (other.address() as AddressInfo).port
})
afterAll(() => void other.close())

test.each([
  ['the product', { sandboxPort: 0, productPort: () => taken }],
  ['the desk', { sandboxPort: () => taken, productPort: 0 }],
])('where the port of %s is taken, the start says which, and leaves no storage running', async (_, ports) => {
  let closed = 0
  const storage = { connectionString: 'UseDevelopmentStorage=true', close: async () => void (closed += 1) }
  const [sandboxPort, productPort] = [portOf(ports.sandboxPort), portOf(ports.productPort)]
  const refused: unknown = await startEmbedded({ sandboxPort, productPort, scenario: 'empty', storage }).catch((cause: unknown) => cause)
  expect(portInUse(refused)).toContain(`Port ${taken} is in use`)
  expect(closed).toBe(1)
})

function portOf(port: number | (() => number)): number {
  return typeof port === 'number' ? port : port()
}
