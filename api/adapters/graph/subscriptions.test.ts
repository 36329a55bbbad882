import { afterEach, expect, test } from 'vitest'
import { instant } from '../../../domain/kernel/time.ts'
import { Unavailable } from '../../ports/unavailable.ts'
import type { Answered, Asked } from '../testing/recorded-service.ts'
import { createSubscriptions } from './subscriptions.ts'
import { gone, json, officerMailbox, recordedGraph, signal } from './testing.ts'

const closing: (() => Promise<void>)[] = []
afterEach(() => Promise.all(closing.splice(0).map((close) => close())))

const until = instant('2026-10-15T10:00:00Z')
const order = { clientState: 'a-secret', until }
const settings = { notificationUrl: 'https://quorate.example/graph/notify', lifecycleUrl: 'https://quorate.example/graph/lifecycle' }
const made = (id: string) => json({ id, expirationDateTime: '2026-10-15T10:00:00.0000000Z' }, 201)

async function subscriptionsOf(answer: (asked: Asked) => Answered) {
  const { service, source } = await recordedGraph(answer)
  closing.push(() => service.close())
  return { service, subscriptions: createSubscriptions(source, settings) }
}

test('it is made with a lifecycle address, our secret and ids that stay', async () => {
  const { subscriptions, service } = await subscriptionsOf(() => made('s1'))
  expect(await subscriptions.create(officerMailbox, order, signal)).toEqual({ id: 's1', until })
  expect(service.asked[0]?.headers.prefer).toBe('IdType="ImmutableId"')
  expect(JSON.parse(service.asked[0]?.body ?? '')).toMatchObject({
    changeType: 'created,updated,deleted',
    resource: `/users/${officerMailbox}/events`,
    clientState: 'a-secret',
    expirationDateTime: '2026-10-15T10:00:00Z',
    notificationUrl: settings.notificationUrl,
    lifecycleNotificationUrl: settings.lifecycleUrl,
  })
})

test('one that exists already makes room, and those of others are left alone', async () => {
  const resource = `Users/${officerMailbox.toUpperCase()}/Events`
  const expirationDateTime = '2026-10-14T10:00:00Z'
  let removed = false
  const { subscriptions, service } = await subscriptionsOf(({ method }) => {
    if (method === 'GET') {
      return json({
        value: [
          { id: 'ours', resource, expirationDateTime, notificationUrl: settings.notificationUrl },
          { id: 'another mailbox', resource: '/users/x/events', expirationDateTime, notificationUrl: settings.notificationUrl },
          { id: 'another service', resource, expirationDateTime, notificationUrl: 'https://other.example' },
        ],
      })
    }
    if (method === 'DELETE') {
      removed = true
      return { status: 204 }
    }
    return removed ? made('s2') : { status: 409, json: { error: { code: 'Conflict' } } }
  })
  expect(await subscriptions.create(officerMailbox, order, signal)).toMatchObject({ id: 's2' })
  expect(service.asked.filter(({ method }) => method === 'DELETE').map(({ path }) => path)).toEqual(['/v1.0/subscriptions/ours'])
})

test('renewing moves its end, and one that is gone says so', async () => {
  const { subscriptions } = await subscriptionsOf(() => json({ id: 's1', expirationDateTime: '2026-10-15T10:00:00Z' }))
  expect(await subscriptions.renew('s1', until, signal)).toEqual({ kind: 'renewed', until })
  const lost = await subscriptionsOf(() => gone)
  expect(await lost.subscriptions.renew('s1', until, signal)).toEqual({ kind: 'gone' })
  await expect(lost.subscriptions.remove('s1', signal)).resolves.toBeUndefined()
})

test.each([
  [{ status: 400, json: { error: { code: 'ValidationError' } } }],
  [{ status: 403, json: { error: { code: 'ExtensionError' } } }],
  [{ status: 500 }],
  ['reset' as const],
])('%o is an outage, for somebody to look at', async (answered) => {
  const { subscriptions } = await subscriptionsOf(() => answered)
  await expect(subscriptions.create(officerMailbox, order, signal)).rejects.toThrow(Unavailable)
})
