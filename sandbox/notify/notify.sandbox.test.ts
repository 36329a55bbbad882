import { NotifyClient } from 'notifications-node-client'
import { SignJWT } from 'jose'
import { Temporal } from 'temporal-polyfill'
import { afterEach, beforeEach, expect, test } from 'vitest'
import express from 'express'
import { hostOf, type Host } from '../testing/host.ts'
import { notifyAccount } from './account.ts'
import { createNotify } from './notify.ts'

type Receipt = { id: string; reference: string; to: string; status: string }

let host: Host
let receipts: { at: string; bearer: string | undefined; receipt: Receipt }[]
let productAnswers: number[]

beforeEach(async () => {
  host = await hostOf({ notify: (context) => createNotify(context, { aMinute: 5, aDay: 6 }) })
  receipts = []
  productAnswers = []
  host.app.post('/product/notify/receipts', express.json(), (request, response) => {
    receipts.push({ at: host.context.clock.now().toString(), bearer: request.headers.authorization, receipt: request.body as Receipt })
    response.sendStatus(productAnswers.shift() ?? 200)
  })
})
afterEach(() => host.close())

const { textTemplateId, emailTemplateId, liveKey, testKey, serviceId } = notifyAccount
const client = (key: string = liveKey) => new NotifyClient(`${host.base}/notify`, key)
const message = (words: string, reference = 'a-duty') => ({ personalisation: { message: words }, reference })

type Sent = { data: { id: string; content: { body: string } } }
async function text(to: string, options: object = message('See you at 10am'), key?: string): Promise<Sent['data']> {
  return ((await client(key).sendSms(textTemplateId, to, options)) as Sent).data
}

async function refusalOf(sending: Promise<unknown>): Promise<unknown> {
  try {
    await sending
  } catch (thrown) {
    const { response } = thrown as { response: { data: unknown } }
    return response.data
  }
  return 'accepted'
}

async function statusOf(id: string): Promise<string> {
  return ((await client().getNotificationById(id)) as { data: { status: string } }).data.status
}

async function advance(duration: Temporal.DurationLike): Promise<void> {
  host.context.clock.set(host.context.clock.now().add(duration))
  while (await host.context.clock.runNext());
  await host.context.work.idle()
}

test('a text to a phone that is on is delivered, with the council’s name in front and a receipt by its reference', async () => {
  const sent = await text('07700 900102')
  expect(sent.content.body).toBe('Riverton: See you at 10am')
  await host.context.work.idle()
  expect(await statusOf(sent.id)).toBe('delivered')
  expect(receipts).toMatchObject([
    {
      bearer: `Bearer ${notifyAccount.receiptToken}`,
      receipt: { id: sent.id, reference: 'a-duty', to: '07700 900102', status: 'delivered' },
    },
  ])
  expect(host.context.journal.from(0)).toMatchObject([{ kind: 'text', who: 'ann', summary: expect.stringContaining('delivered') }])
})

test('a text to a phone that is off is neither delivered nor failed, until the networks give up after three days', async () => {
  const sent = await text('+447700900103')
  await host.context.work.idle()
  await advance({ hours: 71 })
  expect(await statusOf(sent.id)).toBe('sending')
  expect(receipts).toEqual([])
  await advance({ hours: 1 })
  expect(receipts).toMatchObject([{ receipt: { status: 'temporary-failure' } }])
})

test('with a test key certain numbers fail on purpose, and certain ones leave no trace', async () => {
  const failing = await text('07700900002', message('x'), testKey)
  const untraced = await text('07700 900111', message('x'), testKey)
  await host.context.work.idle()
  expect(receipts).toMatchObject([{ receipt: { id: failing.id, status: 'permanent-failure' } }])
  expect(await refusalOf(client().getNotificationById(untraced.id))).toMatchObject({
    status_code: 404,
    errors: [{ error: 'NoResultFound' }],
  })
})

test('an email is delivered with its subject', async () => {
  const sending = client().sendEmail(emailTemplateId, 'ann@riverton.example', { personalisation: { subject: 'Planning', message: 'Come' } })
  expect(await sending).toMatchObject({ status: 201, data: { content: { subject: 'Planning', body: 'Come' } } })
})

test.each([
  ['07700 9001', 'phone_number Not enough digits'],
  ['07700 900102 1', 'phone_number Too many digits'],
  ['07700 900102 (mob)', 'phone_number Must not contain letters or symbols'],
  ['01632 960118', 'phone_number Not a UK mobile number'],
  ['07000 900118', 'phone_number Not a UK mobile number'],
])('the number %s is refused: %s', async (number, words) => {
  expect(await refusalOf(text(number))).toEqual({ status_code: 400, errors: [{ error: 'ValidationError', message: words }] })
})

test.each([
  ['no message', { personalisation: {} }, 'BadRequestError'],
  ['too long a message', message('x'.repeat(919)), 'BadRequestError'],
])('%s is refused', async (_what, options, error) => {
  expect(await refusalOf(text('07700900102', options))).toMatchObject({ status_code: 400, errors: [{ error }] })
})

test('918 characters just fit', async () => {
  expect((await text('07700900102', message('x'.repeat(918)))).content.body).toHaveLength('Riverton: '.length + 918)
})

test('what a phone cannot show is made plain: curly quotes straight, other scripts a question mark, Welsh as it is', async () => {
  expect((await text('07700900102', message('Tŷ’r – 漢'))).content.body).toBe("Riverton: Tŷ'r - ?")
})

test('a wrong template, and one of the other kind, are refused', async () => {
  expect(await refusalOf(client().sendSms(serviceId, '07700900102', message('x')))).toMatchObject({
    errors: [{ message: 'Template not found' }],
  })
  expect(await refusalOf(client().sendSms(emailTemplateId, '07700900102', message('x')))).toMatchObject({
    errors: [{ error: 'BadRequestError' }],
  })
})

test('properties that Notify does not know are refused, and every fault is listed', async () => {
  const answer = await post({ phone: '07700900102', template_id: 'x' })
  expect(answer.body.errors.map(({ message }) => message).sort()).toEqual([
    'Additional properties are not allowed (phone was unexpected)',
    'phone_number is a required property',
    'template_id is not a valid UUID',
  ])
})

test.each([
  ['without a token', undefined, 401],
  ['with nonsense', 'Bearer nonsense', 403],
])('a request %s is turned away', async (_what, authorization, status) => {
  expect((await post({}, authorization ?? '')).status).toBe(status)
})

test.each([
  { seconds: -29, secret: liveKey.slice(-36), status: 400 }, // let in, and then found empty
  { seconds: -31, secret: liveKey.slice(-36), status: 403 },
  { seconds: 31, secret: liveKey.slice(-36), status: 403 },
  { seconds: 0, secret: 'another-secret-of-about-the-same-size', status: 403 },
])('a token made $seconds seconds from now gets $status', async ({ seconds, secret, status }) => {
  const iat = Math.floor(Date.now() / 1000) + seconds
  const token = await new SignJWT({ iss: serviceId, iat })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .sign(new TextEncoder().encode(secret))
  expect((await post({}, `Bearer ${token}`)).status).toBe(status)
})

test('more than the limit of a minute is refused with RateLimitError', async () => {
  for (let count = 0; count < 5; count += 1) await text('07700900102')
  expect(await refusalOf(text('07700900102'))).toMatchObject({ status_code: 429, errors: [{ error: 'RateLimitError' }] })
})

test('more than the limit of a day is refused until midnight UTC by the shared clock', async () => {
  await host.close()
  host = await hostOf({ notify: (context) => createNotify(context, { aMinute: 100, aDay: 2 }) })
  await text('07700900104')
  await text('07700900104')
  expect(await refusalOf(text('07700900104'))).toMatchObject({ status_code: 429, errors: [{ error: 'TooManyRequestsError' }] })
  host.context.clock.set(Temporal.Instant.from('2026-09-11T00:00:00Z'))
  expect(await refusalOf(text('07700900104'))).toBe('accepted')
})

test('messages are found by reference, a page at a time and newest first, and forgotten after seven days', async () => {
  const first = await text('07700900102', message('one', 'mine'))
  const second = await text('07700900102', message('two', 'mine'))
  await text('07700900102', message('three', 'another'))
  type Page = { data: { notifications: { id: string }[]; links: object } }
  const found = (await client().getNotifications(undefined, undefined, 'mine')) as Page
  expect(found.data.notifications.map(({ id }) => id)).toEqual([second.id, first.id])
  const older = (await client().getNotifications('sms', undefined, 'mine', second.id)) as Page
  expect(older.data.notifications.map(({ id }) => id)).toEqual([first.id])
  await host.context.work.idle()
  await advance({ hours: 7 * 24, seconds: 1 })
  expect(((await client().getNotifications(undefined, undefined, 'mine')) as Page).data.notifications).toEqual([])
})

test('a receipt that meets a 500 is sent again every five minutes, five times, and a 404 ends it', async () => {
  productAnswers = [500, 500, 404]
  await text('07700900102')
  await host.context.work.idle()
  await advance({ minutes: 4 })
  expect(receipts).toHaveLength(1)
  for (let count = 0; count < 10; count += 1) await advance({ minutes: 5 })
  expect(receipts).toHaveLength(3)

  receipts = []
  productAnswers = Array.from({ length: 20 }, () => 503)
  await text('07700900102')
  await host.context.work.idle()
  for (let count = 0; count < 10; count += 1) await advance({ minutes: 5 })
  expect(receipts).toHaveLength(6)
})

test.each([
  { action: { kind: 'drop' }, arrive: 0 },
  { action: { kind: 'duplicate' }, arrive: 2 },
  { action: { kind: 'reset' }, arrive: 0 },
] as const)('with the fault $action.kind a receipt arrives $arrive times', async ({ action, arrive }) => {
  host.context.faults.add([{ service: 'receipts', action }])
  await text('07700900102')
  await host.context.work.idle()
  expect(receipts).toHaveLength(arrive)
})

test('receipts can be put out of order', async () => {
  host.context.faults.add([{ service: 'receipts', action: { kind: 'reorder' }, times: 1 }])
  await text('07700900102', message('one', 'first'))
  await host.context.work.idle()
  await text('07700900102', message('two', 'second'))
  await host.context.work.idle()
  expect(receipts.map(({ receipt }) => receipt.reference)).toEqual(['second', 'first'])
})

test('a text whose answer was lost was sent all the same, and is found by its reference', async () => {
  // oxlint-disable-next-line unicorn/no-thenable -- a fault's own word, never awaited
  host.context.faults.add([{ service: 'notify', method: 'POST', action: { kind: 'after', then: 'reset' }, times: 1 }])
  await expect(text('07700900102', message('one', 'lost'))).rejects.toMatchObject({ code: expect.stringMatching(/ECONNRESET|socket/) })
  const found = (await client().getNotifications(undefined, undefined, 'lost')) as { data: { notifications: unknown[] } }
  expect(found.data.notifications).toHaveLength(1)
})

async function post(body: object, authorization?: string): Promise<{ status: number; body: { errors: { message: string }[] } }> {
  const iat = Math.floor(Date.now() / 1000)
  const token = await new SignJWT({ iss: serviceId, iat })
    .setProtectedHeader({ alg: 'HS256' })
    .sign(new TextEncoder().encode(liveKey.slice(-36)))
  const response = await fetch(`${host.base}/notify/v2/notifications/sms`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: authorization ?? `Bearer ${token}` },
    body: JSON.stringify(body),
  })
  return { status: response.status, body: (await response.json()) as { errors: { message: string }[] } }
}

test('a text abroad is sent, and nothing more is ever heard of it', async () => {
  const sent = await text('+33 6 12 34 56 78')
  await host.context.work.idle()
  await advance({ hours: 73 })
  expect(await statusOf(sent.id)).toBe('sent')
  expect(receipts).toEqual([])
})

test('a key lists what was sent with keys of its own kind', async () => {
  const [live, tested] = [await text('07700900102', message('x', 'mine')), await text('07700900003', message('x', 'mine'), testKey)]
  const listed = async (key: string) =>
    ((await client(key).getNotifications(undefined, undefined, 'mine')) as { data: { notifications: { id: string }[] } }).data.notifications
  expect(await listed(liveKey)).toMatchObject([{ id: live.id }])
  await host.context.work.idle()
  expect(await listed(testKey)).toMatchObject([{ id: tested.id, status: 'temporary-failure' }])
})

test('what is sent with a test key uses up nothing of the day', async () => {
  await host.close()
  host = await hostOf({ notify: (context) => createNotify(context, { aMinute: 100, aDay: 1 }) })
  for (let count = 0; count < 3; count += 1) await text('07700900104', message('x'), testKey)
  expect(await refusalOf(text('07700900104'))).toBe('accepted')
  expect(await refusalOf(text('07700900104'))).toMatchObject({ errors: [{ error: 'TooManyRequestsError' }] })
})
