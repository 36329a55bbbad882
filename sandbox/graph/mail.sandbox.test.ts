import { afterEach, beforeEach, expect, test } from 'vitest'
import { aWorld } from '../testing/worlds.ts'
import { aGraph, immutable, type GraphHost } from './testing.ts'

let host: GraphHost
let sender: string
beforeEach(async () => {
  const world = aWorld()
  host = await aGraph({ ...world, mailboxes: [{ email: 'training@riverton.example', name: 'Member training', delegates: ['olive'] }] })
  sender = '/users/training@riverton.example'
})
afterEach(() => host.close())

const mark = 'String {00020329-0000-0000-C000-000000000046} Name quorate-duty'
const message = (to: string, more: object = {}) => ({
  subject: 'A reminder',
  body: { contentType: 'HTML', content: '<p>Tomorrow at 6pm</p><p>Room 1</p>' },
  toRecipients: [{ emailAddress: { address: to, name: 'A Member' } }],
  ...more,
})
const draft = (to: string, more: object = {}) => host.service.api(`${sender}/messages`).header('Prefer', immutable).post(message(to, more))
const marked = (key: string) => ({ singleValueExtendedProperties: [{ id: mark, value: key }] })
const findMarked = async (key: string) =>
  (
    await host.service
      .api(`${sender}/messages`)
      .header('Prefer', immutable)
      .filter(`singleValueExtendedProperties/Any(ep: ep/id eq '${mark}' and ep/value eq '${key}')`)
      .select('id,isDraft')
      .get()
  ).value

test('sendMail answers 202 with neither body nor type, and the letter arrives a moment later', async () => {
  const answer = await host.service
    .api(`${sender}/sendMail`)
    .responseType('raw' as never)
    .post({ message: message('ann@riverton.example') })
  expect([answer.status, answer.headers.get('Content-Type')]).toEqual([202, null])
  await host.settle()
  expect(host.graph.mailOf(host.objectId('ann'))).toEqual([
    {
      from: 'training@riverton.example',
      to: 'ann@riverton.example',
      subject: 'A reminder',
      html: '<p>Tomorrow at 6pm</p><p>Room 1</p>',
      text: 'Tomorrow at 6pm\nRoom 1',
      at: '2026-09-10T09:00:00Z',
      kind: 'mail',
    },
  ])
  expect((await host.service.api(`${sender}/mailFolders/sentitems/messages`).get()).value).toHaveLength(1)
})

test('a sent letter is not kept when that was said', async () => {
  await host.service.api(`${sender}/sendMail`).post({ message: message('ann@riverton.example'), saveToSentItems: 'false' })
  expect((await host.service.api(`${sender}/messages`).get()).value).toEqual([])
})

test('a draft is found by its mark, sent once, and stays the same message under its immutable id', async () => {
  const made = await draft('ann@riverton.example', marked('duty-1'))
  expect(await findMarked('duty-1')).toMatchObject([{ id: made.id, isDraft: true }])
  expect(await findMarked('duty-2')).toEqual([])
  const send = () => host.service.api(`${sender}/messages/${made.id}/send`).header('Prefer', immutable).post({})
  await send()
  await host.settle()
  expect(await findMarked('duty-1')).toMatchObject([{ id: made.id, isDraft: false }])
  await expect(send()).rejects.toMatchObject({ statusCode: 404, code: 'ErrorItemNotFound' })
  await host.settle()
  expect(host.graph.mailOf('ann@riverton.example')).toHaveLength(1)
})

test('the default id of a draft is another once it has moved to Sent Items', async () => {
  const made = await host.service.api(`${sender}/messages`).post(message('ann@riverton.example'))
  await host.service.api(`${sender}/messages/${made.id}/send`).post({})
  await expect(host.service.api(`${sender}/messages/${made.id}`).get()).rejects.toMatchObject({ statusCode: 404 })
  const { value } = await host.service.api(`${sender}/mailFolders/sentitems/messages`).get()
  expect(value[0].id).not.toBe(made.id)
})

test('a draft can be rewritten and thrown away', async () => {
  const made = await draft('ann@riverton.example', marked('duty-1'))
  const at = host.service.api(`${sender}/messages/${made.id}`).header('Prefer', immutable)
  expect(await at.patch({ subject: 'Another' })).toMatchObject({
    subject: 'Another',
    toRecipients: [{ emailAddress: { address: 'ann@riverton.example' } }],
  })
  await host.service.api(`${sender}/messages/${made.id}`).header('Prefer', immutable).delete()
  expect(await findMarked('duty-1')).toEqual([])
})

test('a list is opened, an address outside keeps its letter, and an unknown address of the council’s own bounces', async () => {
  for (const to of ['members@riverton.example', 'someone@elsewhere.example', 'nobody@riverton.example']) {
    await host.service.api(`${sender}/sendMail`).post({ message: message(to) })
  }
  await host.settle()
  for (const person of ['ann', 'bob', 'cara']) expect(host.graph.mailOf(host.objectId(person))).toHaveLength(1)
  expect(host.graph.mailOf('someone@elsewhere.example')).toHaveLength(1)
  expect(host.graph.mailOf('training@riverton.example')).toMatchObject([{ subject: 'Undeliverable: A reminder' }])
})

test('another’s name as the sender, nobody to send to, and headers of the post’s own are refused', async () => {
  const send = (more: object) => host.service.api(`${sender}/sendMail`).post({ message: message('ann@riverton.example', more) })
  await expect(send({ from: { emailAddress: { address: 'bob@riverton.example' } } })).rejects.toMatchObject({
    statusCode: 403,
    code: 'ErrorSendAsDenied',
  })
  await expect(send({ toRecipients: [] })).rejects.toMatchObject({ statusCode: 400, code: 'ErrorInvalidRecipients' })
  await expect(send({ internetMessageHeaders: [{ name: 'Received', value: 'x' }] })).rejects.toMatchObject({
    code: 'InvalidInternetMessageHeader',
  })
  await send({ internetMessageHeaders: [{ name: 'x-quorate-duty', value: 'd' }] })
})

test('the inbox opens an invitation to the receiver’s own copy, newest first', async () => {
  const made = await host.invite(['ann@riverton.example'])
  await host.service.api(`${sender}/sendMail`).post({ message: message('ann@riverton.example') })
  await host.settle()
  const inbox = () =>
    host
      .as('ann')
      .api('/me/mailFolders/inbox/messages')
      .query({ $expand: 'microsoft.graph.eventMessage/event', $orderby: 'receivedDateTime desc' })
      .get()
  const { value } = await inbox()
  expect(value.map(({ meetingMessageType }: Record<string, string>) => meetingMessageType)).toEqual([undefined, 'meetingRequest'])
  expect(value[1]).toMatchObject({
    event: { iCalUId: made.iCalUId, isOrganizer: false },
    from: { emailAddress: { name: 'Olive Officer' } },
  })
  await host.answer('ann', made.iCalUId, 'decline')
  expect((await inbox()).value[1].event).toBeNull()
  const { value: answers } = await host.as('olive').api('/me/mailFolders/inbox/messages').get()
  expect(answers[0]).toMatchObject({
    '@odata.type': '#microsoft.graph.eventMessageResponse',
    meetingMessageType: 'meetingDeclined',
    responseType: 'declined',
  })
})
