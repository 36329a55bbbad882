import { afterEach, describe, expect, test } from 'vitest'
import { ok } from '../../../domain/kernel/result.ts'
import { instant } from '../../../domain/kernel/time.ts'
import type { Directory } from '../../ports/calendar.ts'
import { Unavailable } from '../../ports/unavailable.ts'
import { deadLines } from '../testing/lines.ts'
import { classOf, doubtful, type Class } from '../testing/recorded-answers.ts'
import type { Answered, Asked } from '../testing/recorded-service.ts'
import { createCalendar } from './calendar.ts'
import { createGraphClient } from './client.ts'
import { createMail } from './mail.ts'
import { createSubscriptions } from './subscriptions.ts'
import { done, gone, json, memberMailbox, officerMailbox, recordedGraph } from './testing.ts'

/*
 * reliability.md §14 through Microsoft's own client: the class of every row, and how many requests it makes. The row "Graph POST event"
 * has no call here: the product makes no appointments, it answers and cancels those that officers make.
 */

const closing: (() => Promise<void>)[] = []
afterEach(() => Promise.all(closing.splice(0).map((close) => close())))

const patience = () => AbortSignal.timeout(400)
async function graph(answer: (asked: Asked) => Answered) {
  const recorded = await recordedGraph(answer)
  closing.push(() => recorded.service.close())
  const writes = () => recorded.service.asked.filter(({ method }) => method !== 'GET')
  return { ...recorded, writes }
}
const error = (status: number, code: string): Answered => ({ status, json: { error: { code, message: 'words that change' } } })
const busy = (status: number, retryAfter?: string): Answered => ({
  status,
  ...(retryAfter ? { headers: { 'retry-after': retryAfter } } : {}),
})

type Row = [row: string, answered: Answered, verdict: object, requests?: number]

describe('Graph GET', () => {
  const rows: readonly Row[] = [
    ['200', json({ id: 'a' }), { kind: 'read' }],
    ['401: a new token once', busy(401), { kind: 'closed-to-us', because: 'not-allowed' }, 2],
    ['403', error(403, 'ErrorAccessDenied'), { kind: 'closed-to-us', because: 'not-allowed' }],
    ['404', gone, { kind: 'gone' }],
    ['410', busy(410), { kind: 'start-again' }],
    ['syncStateNotFound', error(404, 'SyncStateNotFound'), { kind: 'start-again' }],
    ['423 with Retry-After', busy(423, '7'), { kind: 'later', afterSeconds: 7, throttled: true }],
    ['429 with Retry-After', busy(429, '7'), { kind: 'later', afterSeconds: 7, throttled: true }],
    ['429 with a fraction', busy(429, '1.75'), { kind: 'later', afterSeconds: 2, throttled: true }],
    ['429 with a date', busy(429, 'Thu, 01 Jan 1970 00:00:30 GMT'), { kind: 'later', afterSeconds: 30, throttled: true }],
    ['429 without', busy(429), { kind: 'later', afterSeconds: 10, throttled: true }],
    ['429 with a word', busy(429, 'soon'), { kind: 'later', afterSeconds: 10, throttled: true }],
    ['503 with Retry-After', busy(503, '7'), { kind: 'later', afterSeconds: 7 }],
    ['509 with Retry-After', busy(509, '7'), { kind: 'later', afterSeconds: 7, throttled: true }],
    ...doubtful.map(([row, answered]): Row => [row, answered, { kind: 'later' }]),
  ]
  test.each(rows)('%s', async (_, answered, verdict, requests = 1) => {
    const { source, service } = await graph(() => answered)
    expect(await source.graph.read({ path: '/a', as: source.service, signal: patience() })).toMatchObject(verdict)
    expect(service.asked).toHaveLength(requests)
  })
})

describe('every write', () => {
  const rows: readonly Row[] = [
    ['202', done, { kind: 'done' }],
    ['400', error(400, 'ErrorInvalidRequest'), { kind: 'refused', because: 'refused' }],
    ['401: a new token once', busy(401), { kind: 'refused', because: 'not-allowed' }, 2],
    ['403', error(403, 'ErrorAccessDenied'), { kind: 'refused', because: 'not-allowed' }],
    ['404', gone, { kind: 'gone' }],
    ['409', busy(409), { kind: 'exists' }],
    ['423 with Retry-After', busy(423, '7'), { kind: 'later', afterSeconds: 7, throttled: true }],
    ['429 with a fraction', busy(429, '1.75'), { kind: 'later', afterSeconds: 2, throttled: true }],
    ['429 without', busy(429), { kind: 'later', afterSeconds: 10, throttled: true }],
    ['503, even with Retry-After', busy(503, '7'), { kind: 'unknown' }],
    ...doubtful.map(([row, answered]): Row => [row, answered, { kind: 'unknown' }]),
  ]
  test.each(rows)('%s', async (_, answered, verdict, requests = 1) => {
    const { source, service } = await graph(() => answered)
    expect(await source.graph.write({ method: 'POST', path: '/a', as: source.service, signal: patience() })).toMatchObject(verdict)
    expect(service.asked).toHaveLength(requests)
  })

  test.each(Object.entries(deadLines))('%s: nothing was written', async (_, open) => {
    const line = await open()
    closing.push(() => line.close())
    const client = createGraphClient({ url: `${line.url}/v1.0`, newId: () => 'id', wallMilliseconds: () => 0 })
    const call = { path: '/a', as: () => Promise.resolve(ok('token')), signal: AbortSignal.timeout(5_000) }
    expect(await client.write({ ...call, method: 'POST' })).toMatchObject({ kind: 'later', silent: 'graph' })
    expect(await client.read(call)).toMatchObject({ kind: 'later', because: 'no reply' })
  })
})

/** What every write may meet, as the sender that made it classes it. */
type Met = [row: string, answered: Answered, outcome: Class]
const metByAny: readonly Met[] = [
  ['202', done, 'done'],
  ['429 with Retry-After', busy(429, '7'), 'W: wait as told'],
  ['503', busy(503), 'U: ask first'],
  ...doubtful.map(([row, answered]): Met => [row, answered, 'U: ask first']),
]

describe('Graph draft and send', () => {
  const mail = { key: 'thamesbrook~s1~d1', to: { name: 'M', address: 'm@thamesbrook.example' }, subject: 'S', html: '<p>H', text: 'H' }
  const person = { id: officerMailbox, name: 'Officer', addresses: [], enabled: true, guest: false }
  const directory = { personBy: () => Promise.resolve(person) } as unknown as Directory
  /** A mailbox that keeps what it made even where its answer is lost. */
  async function mailbox(answers: { draft?: Answered; send?: Answered; search?: Answered }) {
    const kept: { id: string; isDraft: boolean }[] = []
    const recorded = await graph(({ method, path }) => {
      if (method === 'GET') return answers.search ?? json({ value: kept })
      if (path.endsWith('/messages')) {
        kept.push({ id: `m${kept.length}`, isDraft: true })
        return answers.draft ?? json(kept.at(-1), 201)
      }
      kept.splice(0, 1, { id: 'm0', isDraft: false })
      return answers.send ?? done
    })
    return { ...recorded, kept, sender: createMail(recorded.source, { address: 'a@thamesbrook.example', directory }) }
  }

  test.each([...doubtful, ['503', busy(503)] as const])('draft met %s: the next try sends the draft that was made', async (_, answered) => {
    const answers: { draft?: Answered } = { draft: answered }
    const { sender, kept, writes } = await mailbox(answers)
    expect(classOf(await sender.send(mail, patience()))).toBe('R: again, nothing happened')
    delete answers.draft
    expect(await sender.send(mail, patience())).toMatchObject({ kind: 'sent', providerId: 'm0' })
    expect(writes().map(({ path }) => path.split('/').at(-1))).toEqual(['messages', 'send'])
    expect(kept).toEqual([{ id: 'm0', isDraft: false }])
  })

  test.each(metByAny)('send met %s: asked for once, and found where in doubt', async (_, answered, outcome) => {
    const { sender, writes } = await mailbox({ send: answered })
    expect(classOf(await sender.send(mail, patience()))).toBe(outcome)
    expect(writes()).toHaveLength(2)
    expect(await sender.find(mail.key, patience())).toEqual({ kind: 'found', providerId: 'm0' })
    expect(classOf(await sender.send(mail, patience()))).toBe('done')
    expect(writes()).toHaveLength(2)
  })

  test('send met 404: it has gone, and is asked for by its mark', async () => {
    const { sender, writes } = await mailbox({ send: gone })
    expect(classOf(await sender.send(mail, patience()))).toBe('U: ask first')
    expect(await sender.find(mail.key, patience())).toEqual({ kind: 'found', providerId: 'm0' })
    expect(writes()).toHaveLength(2)
  })

  test.each([...doubtful.filter(([row]) => row !== 'a redirect, which is not followed'), ['429', busy(429, '7')] as const])(
    'the look before it met %s: nothing is made',
    async (_, answered) => {
      const { sender, writes } = await mailbox({ search: answered })
      expect(classOf(await sender.send(mail, patience()))).toMatch(/^[RW]/)
      expect(writes()).toEqual([])
    },
  )
})

describe('Graph cancel', () => {
  const event = { id: 'e', isCancelled: false, isOrganizer: true, attendees: [{}] }
  const rows: readonly (readonly [row: string, answered: Answered, outcome: Class])[] = [
    ...metByAny,
    ['400 of a copy that is not the organiser’s', error(400, 'ErrorInvalidRequest'), 'F: final'],
    ['404', gone, 'done'],
  ]
  test.each(rows)('%s: asked for once', async (_, answered, outcome) => {
    const { source, writes } = await graph(({ method }) => (method === 'GET' ? json(event) : answered))
    expect(classOf(await createCalendar(source).cancel(officerMailbox, 'e', 'Sorry.', patience()))).toBe(outcome)
    expect(writes()).toHaveLength(1)
  })

  test.each([...doubtful, ['503', busy(503)] as const])(
    '%s, although it was done: the look says so, and so does the next try',
    async (_, answered) => {
      let isCancelled = false
      const { source, writes } = await graph(({ method }) => {
        if (method === 'GET') return isCancelled ? gone : json(event)
        isCancelled = true
        return answered
      })
      const calendar = createCalendar(source)
      await calendar.cancel(officerMailbox, 'e', 'Sorry.', patience())
      expect(await calendar.isCancelled(officerMailbox, 'e', patience())).toEqual({ kind: 'found' })
      expect(await calendar.cancel(officerMailbox, 'e', 'Sorry.', patience())).toEqual({ kind: 'sent' })
      expect(writes()).toHaveLength(1)
    },
  )
})

describe('Graph answer', () => {
  const order = {
    member: memberMailbox,
    memberAddress: 'm@thamesbrook.example',
    entry: { mailbox: officerMailbox, eventId: 'e', iCalUId: 'uid' },
    startsAt: instant('2026-10-22T17:30:00Z'),
    answer: 'accepted',
  } as const
  const copy = { id: 'copy', type: 'singleInstance', isCancelled: false, responseRequested: true }
  const rows: readonly [row: string, answered: Answered, outcome: Class, writes?: number][] = [
    ...metByAny,
    ['400, and 400 without a response too', error(400, 'ErrorInvalidRequest'), 'F: final', 2],
    ['403', error(403, 'ErrorAccessDenied'), 'F: final'],
    ['404: the copy has just gone', gone, 'R: again, nothing happened'],
  ]
  test.each(rows)('%s', async (_, answered, outcome, count = 1) => {
    const { source, writes } = await graph(({ method }) => (method === 'GET' ? json({ value: [copy] }) : answered))
    expect(classOf(await createCalendar(source).answer(order, patience()))).toBe(outcome)
    expect(writes()).toHaveLength(count)
  })

  test.each(metByAny.filter(([row]) => row !== 'never answered'))(
    'forwarding the copy that a decline took away met %s: it is forwarded once',
    async (_, answered) => {
      const { source, writes } = await graph(({ method }) => (method === 'GET' ? json({ value: [] }) : answered))
      const calendar = createCalendar(source)
      const given = await calendar.answer(order, patience())
      expect(classOf(given)).toMatch(/^[RW]/)
      expect(writes()).toHaveLength(1)
      if (classOf(given).startsWith('W')) return
      await calendar.answer(order, patience())
      expect(writes()).toHaveLength(1)
    },
  )
})

describe('Subscription create and renew', () => {
  const until = instant('2026-10-15T10:00:00Z')
  const addresses = { notificationUrl: 'https://quorate.example/graph', lifecycleUrl: 'https://quorate.example/life' }
  const order = { clientState: 'a-secret', until }
  const made = json({ id: 's1', expirationDateTime: '2026-10-15T10:00:00Z' }, 201)
  const subscriptions = async (answer: (asked: Asked) => Answered) => {
    const recorded = await graph(answer)
    return { ...recorded, ours: createSubscriptions(recorded.source, addresses) }
  }

  test.each([
    ['create: our endpoint did not validate', error(400, 'ValidationError'), /refused validationerror/],
    ['create: 403, the limit', error(403, 'ExtensionError'), /not-allowed extensionerror/],
    ['create: 429', busy(429, '7'), /later/],
    ...doubtful
      .filter(([row]) => row !== 'success, with JSON that breaks off')
      .map(([row, answered]) => [`create: ${row}`, answered, /./] as const),
  ] as const)('%s: an outage that says so, after one request', async (_, answered, because) => {
    const { ours, service } = await subscriptions(() => answered)
    const creating = ours.create(officerMailbox, order, patience())
    await expect(creating).rejects.toThrow(Unavailable)
    await expect(creating).rejects.toThrow(because)
    expect(service.asked).toHaveLength(1)
  })

  test('create: in doubt, the next try meets its own traces with 409, and makes room', async () => {
    let kept: string[] = []
    let answered: Answered | undefined = 'reset'
    const { ours } = await subscriptions(({ method, path }) => {
      const resource = `/users/${officerMailbox}/events`
      if (method === 'GET') {
        const value = kept.map((id) => ({ id, resource, expirationDateTime: '2026-10-15T10:00:00Z', ...addresses }))
        return json({ value })
      }
      if (method === 'DELETE') {
        kept = kept.filter((id) => !path.endsWith(id))
        return { status: 204 }
      }
      if (kept.length > 0) return busy(409)
      kept = [...kept, `s${kept.length + 1}`]
      return answered ?? made
    })
    await expect(ours.create(officerMailbox, order, patience())).rejects.toThrow(Unavailable)
    answered = undefined
    expect(await ours.create(officerMailbox, order, patience())).toEqual({ id: 's1', until })
    expect(kept).toHaveLength(1)
  })

  test.each([
    ['renew: 404', gone, { kind: 'gone' }],
    ['renew: 200', json({ id: 's1', expirationDateTime: '2026-10-15T10:00:00Z' }), { kind: 'renewed', until }],
  ] as const)('%s', async (_, answered, renewal) => {
    const { ours, service } = await subscriptions(() => answered)
    expect(await ours.renew('s1', until, patience())).toEqual(renewal)
    expect(service.asked).toHaveLength(1)
  })
})
