import { afterAll, beforeAll, expect, test } from 'vitest'
import { startSandbox, type Sandbox } from '../server.ts'
import { fakeProduct, type FakeProduct } from '../testing/product.ts'
import { sessions } from './thamesbrook/sessions.ts'

let product: FakeProduct
let sandbox: Sandbox

beforeAll(async () => {
  product = await fakeProduct()
  sandbox = await startSandbox({ port: 0, scenario: 'demo', product: product.driver })
})
afterAll(async () => {
  await sandbox.close()
  await product.close()
})

type Event = { subject: string; start: { dateTime: string }; attendees: { type: string; status: { response: string } }[] }

async function eventsOf(user: string): Promise<Event[]> {
  const { desk, graph } = sandbox.addresses()
  const signedIn = await fetch(`${desk}/sandbox/token`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ user, audience: 'graph' }),
  })
  const { token } = (await signedIn.json()) as { token: string }
  const listed = await fetch(`${graph}/v1.0/me/events?$top=50`, { headers: { Authorization: `Bearer ${token}` } })
  return ((await listed.json()) as { value: Event[] }).value
}

test('the demo begins on Tuesday 13 October 2026 at ten past two', () => {
  expect(sandbox.clock.now().toZonedDateTimeISO('Europe/London').toPlainDateTime().toString()).toBe('2026-10-13T14:10:00')
})

test('Hannah’s calendar holds every session with the answers of the story', async () => {
  const found = (await eventsOf('hannah-brightwell')).map(({ subject, attendees }) => {
    const people = attendees.filter(({ type }) => type !== 'resource')
    const count = (response: string) => people.filter(({ status }) => status.response === response).length
    return { subject, accept: count('accepted'), tentativelyAccept: count('tentativelyAccepted'), decline: count('declined') }
  })
  expect(found).toEqual(sessions.map(({ subject, counts }) => ({ subject, ...counts })))
})

test('who declined has it no longer in the calendar, and who has not answered still has', async () => {
  const dayRun = (events: Event[]) => events.some(({ start }) => start.dateTime.startsWith('2026-10-15T09:00'))
  expect(dayRun(await eventsOf('callum-stroudley'))).toBe(false)
  expect(dayRun(await eventsOf('maureen-tadworth'))).toBe(true)
})
