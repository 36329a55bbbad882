import express from 'express'
import { Temporal } from 'temporal-polyfill'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { FaultAction } from '../service.ts'
import { shakeHands } from './handshake.ts'
import { aGraph, clientOf, immutable, tokenOf, type GraphHost } from './testing.ts'

type Told = {
  subscriptionId: string
  changeType?: string
  clientState: string
  lifecycleEvent?: string
  resource?: string
  resourceData?: { id: string }
}

let host: GraphHost
let told: Told[]
let posts: number
/** What the product answers to a notification. */
let status: number
let handshake: (token: string) => { status?: number; type?: string; body?: string }

beforeEach(async () => {
  host = await aGraph()
  told = []
  posts = 0
  status = 202
  handshake = (body) => ({ body })
  host.app.post('/product/notify', express.json(), (request, response) => {
    const token = request.query['validationToken']
    if (typeof token === 'string') {
      const { status: code = 200, type = 'text/plain', body = '' } = handshake(token)
      response.status(code).type(type).end(body)
      return
    }
    posts += 1
    if (status < 300) told.push(...request.body.value)
    response.status(status).end()
  })
})
afterEach(() => host.close())

const order = (more: object = {}) => ({
  changeType: 'created,updated,deleted',
  notificationUrl: `${host.base}/product/notify`,
  lifecycleNotificationUrl: `${host.base}/product/notify`,
  resource: `/users/${host.objectId('olive')}/events`,
  expirationDateTime: '2026-09-13T07:00:00Z',
  clientState: 'a secret',
  ...more,
})
const subscribe = (more: object = {}) => host.service.api('/subscriptions').header('Prefer', immutable).post(order(more))
const advance = async (by: Temporal.DurationLike) => {
  const { clock } = host.context
  const until = clock.now().add(by)
  for (let next = clock.next(); next && Temporal.Instant.compare(next, until) <= 0; next = clock.next()) {
    if (Temporal.Instant.compare(next, clock.now()) > 0) clock.set(next)
    await clock.runNext()
  }
  clock.set(until)
  await host.settle()
}

test('a subscription is made after both addresses have given the token back, and shown as it stands', async () => {
  const made = await subscribe()
  expect(made).toMatchObject({
    applicationId: 'the-service',
    expirationDateTime: '2026-09-13T07:00:00Z',
    latestSupportedTlsVersion: 'v1_2',
  })
  const { value } = await host.service.api('/subscriptions').get()
  expect(value).toMatchObject([{ id: made.id }])
  const stranger = clientOf(host.base, tokenOf({ appId: 'another' }))
  expect((await stranger.api('/subscriptions').get()).value).toEqual([])
  await expect(stranger.api(`/subscriptions/${made.id}`).delete()).rejects.toMatchObject({ statusCode: 404, code: 'ResourceNotFound' })
})

test.each([
  ['another status', { status: 403 }],
  ['another type', { type: 'text/html' }],
  ['another text', { body: 'Validation%3a' }],
])('%s than expected fails the handshake', async (_name, answer) => {
  handshake = (body) => ({ body, ...answer })
  await expect(subscribe()).rejects.toMatchObject({
    statusCode: 400,
    code: 'ValidationError',
    message: expect.stringMatching(/^Subscription validation request failed\./),
  })
})

test('an address that nobody listens at, and one that is not https, are refused', async () => {
  await expect(subscribe({ notificationUrl: 'http://localhost:1/notify' })).rejects.toMatchObject({ code: 'ValidationError' })
  await expect(subscribe({ notificationUrl: 'http://elsewhere.example/notify' })).rejects.toMatchObject({ statusCode: 400 })
})

test('the same again is 409; other changes, another mailbox or another application are not', async () => {
  const { id } = await subscribe()
  await expect(subscribe({ changeType: 'updated,deleted,created' })).rejects.toMatchObject({
    statusCode: 409,
    message: expect.stringContaining(id),
  })
  await subscribe({ changeType: 'deleted' })
  await subscribe({ resource: `users/${host.objectId('ann')}/events` })
  await clientOf(host.base, tokenOf({ appId: 'another' }))
    .api('/subscriptions')
    .post(order())
})

test('life is at least 45 minutes, at most seven days, and never past', async () => {
  expect(await subscribe({ expirationDateTime: '2026-09-10T09:10:00Z' })).toMatchObject({ expirationDateTime: '2026-09-10T09:45:00Z' })
  const other = { resource: `users/${host.objectId('ann')}/events` }
  await expect(subscribe({ ...other, expirationDateTime: '2026-09-17T09:00:01Z' })).rejects.toMatchObject({
    statusCode: 400,
    code: 'ExtensionError',
  })
  await expect(subscribe({ ...other, expirationDateTime: '2026-09-10T09:00:00Z' })).rejects.toMatchObject({ statusCode: 400 })
  await subscribe({ ...other, expirationDateTime: '2026-09-17T09:00:00Z' })
})

test('it expires by the shared clock, unless it was renewed', async () => {
  const { id } = await subscribe({ expirationDateTime: '2026-09-11T09:00:00Z' })
  await advance({ hours: 23 })
  await host.service.api(`/subscriptions/${id}`).patch({ expirationDateTime: '2026-09-12T09:00:00Z' })
  await advance({ hours: 24 })
  await host.service.api(`/subscriptions/${id}/reauthorize`).post({})
  await advance({ hours: 2 })
  await expect(host.service.api(`/subscriptions/${id}`).patch({ expirationDateTime: '2026-09-14T09:00:00Z' })).rejects.toMatchObject({
    statusCode: 404,
  })
})

test('created, updated and deleted are told, with the id of the kind the subscription asked for', async () => {
  const { id } = await subscribe()
  const made = await host.invite(['ann@riverton.example'])
  await host.answer('ann', made.iCalUId, 'accept')
  await host.as('olive').api(`/me/events/${made.id}/cancel`).post({})
  await host.settle()
  expect(told.map(({ changeType }) => changeType)).toEqual(['created', 'updated', 'deleted'])
  expect(told[1]).toMatchObject({ subscriptionId: id, clientState: 'a secret', tenantId: host.context.world.council.tenantId })
  const { id: shown } = told[1]?.resourceData ?? { id: '' }
  expect(shown).not.toBe(made.id)
  expect(told[1]?.resource).toBe(`Users/${host.objectId('olive')}/Events/${shown}`)
})

test('only the changes that were asked for are told, and only of that mailbox', async () => {
  await subscribe({ changeType: 'deleted' })
  await host.invite(['ann@riverton.example'])
  expect(told).toEqual([])
})

test('what nobody takes is tried again at growing gaps on the shared clock; after four hours it is lost and said to be missed', async () => {
  await subscribe({ expirationDateTime: '2026-09-12T09:00:00Z' })
  status = 503
  await host.invite([])
  expect(posts).toBe(3)
  status = 202
  await advance({ seconds: 10 })
  expect(told).toHaveLength(1)

  status = 503
  await host.invite([])
  told = []
  await advance({ hours: 4, minutes: 10 })
  expect(told).toEqual([])
  status = 202
  await host.settle()
  await advance({ minutes: 1 })
  expect(told.map(({ lifecycleEvent }) => lifecycleEvent)).toEqual(['missed'])
}, 30_000)

const strike = (action: FaultAction) => host.fault(action, { service: 'notifications' })

test('notifications are dropped, doubled, forged and put out of order on demand', async () => {
  await subscribe({ changeType: 'created' })
  strike({ kind: 'drop' })
  await host.invite([])
  expect(told).toHaveLength(0)
  strike({ kind: 'duplicate' })
  await host.invite([])
  expect(told).toHaveLength(2)
  strike({ kind: 'wrong-client-state' })
  await host.invite([])
  expect(told[2]?.clientState).not.toBe('a secret')
  strike({ kind: 'reorder' })
  const [first, second] = [
    await host.as('olive').api('/me/events').post(reordered),
    await host.as('olive').api('/me/events').post(reordered),
  ]
  await host.settle()
  const ids = told.slice(3).map(({ resourceData }) => resourceData?.id)
  const immutableId = async (id: string) => (await host.as('olive').api(`/me/events/${id}`).header('Prefer', immutable).get()).id
  expect(ids).toEqual([await immutableId(second.id), await immutableId(first.id)])
})

const reordered = { start: { dateTime: '2026-10-22T18:00:00' }, end: { dateTime: '2026-10-22T20:00:00' } }

test('lifecycle events come on demand; a removed subscription is gone', async () => {
  const { id } = await subscribe()
  expect(host.graph.sendLifecycle('reauthorizationRequired', { mailbox: 'olive@riverton.example' })).toBe(1)
  expect(host.graph.sendLifecycle('subscriptionRemoved', { subscriptionId: id })).toBe(1)
  await host.settle()
  expect(told).toMatchObject([
    { lifecycleEvent: 'reauthorizationRequired', clientState: 'a secret', subscriptionId: id },
    { lifecycleEvent: 'subscriptionRemoved' },
  ])
  expect((await host.service.api('/subscriptions').get()).value).toEqual([])
  expect(host.graph.sendLifecycle('missed', { mailbox: 'olive@riverton.example' })).toBe(0)
})

test('a mailbox out of scope, none at all, and another resource cannot be watched', async () => {
  host.graph.switchOddity('outOfScope', 'ann@riverton.example', true)
  await expect(subscribe({ resource: `users/${host.objectId('ann')}/events` })).rejects.toMatchObject({
    statusCode: 403,
    code: 'ExtensionError',
  })
  await expect(subscribe({ resource: 'users/nobody@riverton.example/events' })).rejects.toMatchObject({ statusCode: 404 })
  await expect(subscribe({ resource: `users/${host.objectId('bob')}/messages` })).rejects.toMatchObject({ statusCode: 400 })
})

test('an address that keeps its answer back longer than it may fails the handshake', async () => {
  host.app.post('/product/slow', () => undefined)
  await expect(shakeHands(`${host.base}/product/slow`, 30)).rejects.toMatchObject({ message: expect.stringContaining('timed out') })
})

test('a renewal of which one part is wrong changes nothing', async () => {
  const { id } = await subscribe()
  const renew = (body: object) => host.service.api(`/subscriptions/${id}`).patch(body)
  const elsewhere = `${host.base}/product/notify?elsewhere`
  await expect(renew({ notificationUrl: elsewhere, expirationDateTime: '2026-09-01T09:00:00Z' })).rejects.toMatchObject({ statusCode: 400 })
  await expect(renew({ notificationUrl: 'http://localhost:1/x', expirationDateTime: '2026-09-14T09:00:00Z' })).rejects.toMatchObject({
    statusCode: 400,
  })
  expect(await host.service.api(`/subscriptions/${id}`).get()).toMatchObject(order())
})
