import { createServer } from 'node:net'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { portInUse, portsFrom } from './ports.ts'

test('without a word of it the desk is at 4000 and the product at 3978', () => {
  expect(portsFrom({})).toEqual({ sandbox: 4000, product: 3978 })
  expect(portsFrom({ SANDBOX_PORT: '', PORT: ' 80 ' })).toEqual({ sandbox: 4000, product: 80 })
  expect(portsFrom({ SANDBOX_PORT: '0', PORT: '0' })).toEqual({ sandbox: 0, product: 0 })
})

test.each([
  [{ SANDBOX_PORT: 'abc' }, 'SANDBOX_PORT has to be the number of a port, such as 4000.'],
  [{ PORT: '65536' }, 'PORT has to be the number of a port, such as 3978.'],
  [{ PORT: '-1' }, 'PORT has to be the number of a port, such as 3978.'],
  [{ PORT: '4000' }, 'SANDBOX_PORT and PORT have to be two ports.'],
])('%j is refused in words', (env, words) => {
  expect(portsFrom(env)).toBe(words)
})

test('a port that somebody else has is named, with what to do; any other failure is not ours to word', async () => {
  const first = createServer().listen(0, '127.0.0.1')
  await once(first, 'listening')
  const address = first.address()
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0
  const [refused] = await once(createServer().listen(port, '127.0.0.1'), 'error')
  expect(portInUse(refused)).toContain(`Port ${port} is in use`)
  expect(portInUse(refused)).toContain('SANDBOX_PORT=')
  expect(portInUse(new Error('no'))).toBeUndefined()
  first.close()
})
