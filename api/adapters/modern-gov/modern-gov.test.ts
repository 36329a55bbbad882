import { afterEach, expect, test } from 'vitest'
import { Unavailable } from '../../ports/unavailable.ts'
import { recordedService, type Answered } from '../testing/recorded-service.ts'
import { createModernGov } from './modern-gov.ts'

const closing: (() => Promise<void>)[] = []
afterEach(() => Promise.all(closing.splice(0).map((close) => close())))
const signal = new AbortController().signal

async function addressOf(answer: () => Answered): Promise<string> {
  const service = await recordedService(answer)
  closing.push(() => service.close())
  return `${service.url}/mgWebService.asmx/GetCouncillorsByWard`
}

test('the document is given as it was published', async () => {
  const url = await addressOf(() => ({ status: 200, text: '<councillorsbyward/>', type: 'text/xml' }))
  expect(await createModernGov().fetch(url, signal)).toBe('<councillorsbyward/>')
})

test.each<[string, Answered]>([
  ['a 500', { status: 500 }],
  ['a 404', { status: 404 }],
  ['a reset', 'reset'],
  ['more than anyone publishes', { status: 200, text: ' '.repeat(5_000_001), type: 'text/xml' }],
])('%s is an outage', async (_, answered) => {
  const url = await addressOf(() => answered)
  await expect(createModernGov().fetch(url, signal)).rejects.toThrow(Unavailable)
})

test('an address in clear elsewhere is not asked', async () => {
  await expect(createModernGov().fetch('http://council.example/register', signal)).rejects.toThrow(Unavailable)
})
