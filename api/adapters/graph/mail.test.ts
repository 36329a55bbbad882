import { afterEach, expect, test } from 'vitest'
import type { Directory } from '../../ports/calendar.ts'
import { Unavailable } from '../../ports/unavailable.ts'
import type { Answered, Asked } from '../testing/recorded-service.ts'
import { createMail } from './mail.ts'
import { done, gone, json, officerMailbox, recordedGraph, signal } from './testing.ts'

const closing: (() => Promise<void>)[] = []
afterEach(() => Promise.all(closing.splice(0).map((close) => close())))

const person = { id: officerMailbox, name: 'Member support', addresses: [], enabled: true, guest: false }
const mail = {
  key: 'thamesbrook~s1~d1',
  to: { name: 'Cllr Maureen Tadworth', address: 'm@thamesbrook.example' },
  subject: 'Chairing a difficult meeting, Thursday 22 October',
  html: '<p>Can you come?</p>',
  text: 'Can you come?',
}

async function mailOf(
  answer: (asked: Asked) => Answered,
  personBy: Directory['personBy'] = () => Promise.resolve(person),
  mono: () => number = () => 0,
) {
  const { service, source: recorded } = await recordedGraph(answer)
  const source = { ...recorded, clock: { ...recorded.clock, mono } }
  closing.push(() => service.close())
  const directory = { personBy } as unknown as Directory
  return { service, sender: createMail(source, { address: 'members@thamesbrook.example', directory }) }
}
const isSearch = ({ method }: Asked) => method === 'GET'
const isDraft = ({ path }: Asked) => path.endsWith('/messages')

test('C4.14 a draft that carries the duty’s mark is made, and that draft is sent', async () => {
  const { sender, service } = await mailOf((asked) => {
    if (isSearch(asked)) return json({ value: [] })
    return isDraft(asked) ? json({ id: 'draft=', isDraft: true }, 201) : done
  })
  expect(await sender.send(mail, signal)).toEqual({ kind: 'sent', providerId: 'draft=' })
  const [search, draft, send] = service.asked
  expect(search?.path).toContain("ep/value eq 'thamesbrook~s1~d1'")
  expect(JSON.parse(draft?.body ?? '')).toMatchObject({
    subject: mail.subject,
    body: { contentType: 'HTML', content: mail.html },
    toRecipients: [{ emailAddress: mail.to }],
    singleValueExtendedProperties: [{ value: mail.key }],
  })
  expect(send?.path).toBe(`/v1.0/users/${officerMailbox}/messages/draft=/send`)
})

test('a draft left from before is the one that is sent', async () => {
  const { sender, service } = await mailOf((asked) => (isSearch(asked) ? json({ value: [{ id: 'left', isDraft: true }] }) : done))
  expect(await sender.send(mail, signal)).toEqual({ kind: 'sent', providerId: 'left' })
  expect(service.asked.filter(isDraft)).toHaveLength(0)
})

test.each([
  { milliseconds: 20_000, asked: 3, sending: { kind: 'sent', providerId: 'draft=' } },
  { milliseconds: 20_001, asked: 1, sending: { kind: 'later', afterSeconds: 1 } }, // another process may have sent it meanwhile
])('a process that stood still for $milliseconds ms after its look makes no draft on what it saw', async (given) => {
  let mono = 0
  const answer = (asked: Asked) => {
    if (!isSearch(asked)) return isDraft(asked) ? json({ id: 'draft=', isDraft: true }, 201) : done
    mono = given.milliseconds
    return json({ value: [] })
  }
  const { sender, service } = await mailOf(answer, undefined, () => mono)
  expect(await sender.send(mail, signal)).toEqual(given.sending)
  expect(service.asked).toHaveLength(given.asked)
})

test.each([
  { milliseconds: 20_000, asked: 3, sending: { kind: 'sent', providerId: 'draft=' } },
  { milliseconds: 20_001, asked: 2, sending: { kind: 'later', afterSeconds: 1 } }, // it may be owed no longer
])('a process that stood still for $milliseconds ms while it made a draft does not send it on what it knew', async (given) => {
  let mono = 0
  const answer = (asked: Asked) => {
    if (isSearch(asked)) return json({ value: [] })
    if (!isDraft(asked)) return done
    mono = given.milliseconds
    return json({ id: 'draft=', isDraft: true }, 201)
  }
  const { sender, service } = await mailOf(answer, undefined, () => mono)
  expect(await sender.send(mail, signal)).toEqual(given.sending)
  expect(service.asked).toHaveLength(given.asked)
})

test('what was sent already is not sent again', async () => {
  const { sender, service } = await mailOf(() => json({ value: [{ id: 'sent', isDraft: false }] }))
  expect(await sender.send(mail, signal)).toEqual({ kind: 'sent', providerId: 'sent' })
  expect(service.asked).toHaveLength(1)
})

test.each([
  ['draft', { status: 500 }, { kind: 'later' }],
  ['draft', 'reset' as const, { kind: 'later' }],
  ['draft', { status: 403 }, { kind: 'stopped', because: 'not-allowed' }],
  ['draft', { status: 400 }, { kind: 'refused', because: 'refused' }],
  ['send', { status: 500 }, { kind: 'unknown' }],
  ['send', { status: 504 }, { kind: 'unknown' }],
  ['send', 'reset' as const, { kind: 'unknown' }],
  ['send', gone, { kind: 'unknown' }],
  ['send', { status: 429, headers: { 'retry-after': '4' } }, { kind: 'later', afterSeconds: 4 }],
  ['search', { status: 503 }, { kind: 'later' }],
])('when the %s meets %o', async (step, answered, expected) => {
  const { sender } = await mailOf((asked) => {
    if (isSearch(asked)) return step === 'search' ? answered : json({ value: [] })
    if (isDraft(asked)) return step === 'draft' ? answered : json({ id: 'draft', isDraft: true }, 201)
    return answered
  })
  expect(await sender.send(mail, signal)).toMatchObject(expected)
})

test.each([
  [json({ value: [{ id: 'a', isDraft: false }] }), { kind: 'found', providerId: 'a' }],
  [json({ value: [{ id: 'a', isDraft: true }] }), { kind: 'not-found' }],
  [json({ value: [] }), { kind: 'not-found' }],
  [{ status: 503 }, { kind: 'unknown' }],
  [{ status: 403 }, { kind: 'unknown' }],
  [{ status: 200, text: '<html>', type: 'text/html' }, { kind: 'unknown' }],
])('looking for it finds %o: %o', async (answered, finding) => {
  const { sender } = await mailOf(() => answered)
  expect(await sender.find(mail.key, signal)).toEqual(finding)
})

test('without the sending mailbox the lane stops; while the directory is silent it waits', async () => {
  const none = await mailOf(
    () => done,
    () => Promise.resolve(undefined),
  )
  expect(await none.sender.send(mail, signal)).toMatchObject({ kind: 'stopped', because: 'no-mailbox' })
  const silent = await mailOf(
    () => done,
    () => Promise.reject(new Unavailable('graph', 'down')),
  )
  expect(await silent.sender.send(mail, signal)).toMatchObject({ kind: 'later' })
  expect(await silent.sender.find(mail.key, signal)).toEqual({ kind: 'unknown' })
})
