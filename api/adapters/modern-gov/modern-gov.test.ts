import { afterEach, expect, test } from 'vitest'
import { Unavailable } from '../../ports/unavailable.ts'
import { recordedService, type Answered, type Asked } from '../testing/recorded-service.ts'
import { createModernGov } from './modern-gov.ts'

const closing: (() => Promise<void>)[] = []
afterEach(() => Promise.all(closing.splice(0).map((close) => close())))
const signal = new AbortController().signal

async function addressOf(answer: (asked: Asked) => Answered): Promise<string> {
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

const document = { status: 200, text: '<councillorsbyward/>', type: 'text/xml' }
const sentTo = (location: string): Answered => ({ status: 302, headers: { location } })

test('it is followed to another page of its own server', async () => {
  const url = await addressOf(({ path }) => (path.startsWith('/new') ? document : sentTo('/new/register')))
  expect(await createModernGov().fetch(url, signal)).toBe('<councillorsbyward/>')
})

test('and to no other server, which is not asked', async () => {
  const other = await recordedService(() => document)
  closing.push(() => other.close())
  const url = await addressOf(() => sentTo(`${other.url}/register`))
  expect(await createModernGov().fetch(url, signal)).toEqual({ kind: 'sent-elsewhere' })
  expect(other.asked).toEqual([])
})

test.each(['https://127.0.0.1/register', 'http://169.254.169.254/latest', 'ftp://127.0.0.1/', 'http://'])('nor to %s', async (location) => {
  const url = await addressOf(() => sentTo(location))
  expect(await createModernGov().fetch(url, signal)).toEqual({ kind: 'sent-elsewhere' })
})

test('one that sends us round and round is an outage', async () => {
  let asked = 0
  const url = await addressOf(() => sentTo(`/again/${(asked += 1)}`))
  await expect(createModernGov().fetch(url, signal)).rejects.toThrow(Unavailable)
  expect(asked).toBe(6)
})
