import { afterEach, describe, expect, test } from 'vitest'
import { instant } from '../../../domain/kernel/time.ts'
import { Unavailable } from '../../ports/unavailable.ts'
import type { Answered, Asked } from '../testing/recorded-service.ts'
import { createCalendar } from './calendar.ts'
import { done, gone, graphEvent, json, memberMailbox, officerMailbox, recordedGraph, signal, utc } from './testing.ts'

const closing: (() => Promise<void>)[] = []
afterEach(() => Promise.all(closing.splice(0).map((close) => close())))

async function calendarOf(answer: (asked: Asked, url: string) => Answered) {
  let url = ''
  const recorded = await recordedGraph((asked) => answer(asked, url))
  url = `${recorded.service.url}/v1.0`
  closing.push(() => recorded.service.close())
  return { ...recorded, calendar: createCalendar(recorded.source) }
}

const window = { from: instant('2026-07-01T00:00:00Z'), to: instant('2028-04-01T00:00:00Z') }

function event(id: string, more: object = {}) {
  return graphEvent(id, { categories: ['Member training'], ...more })
}
function occurrence(id: string, masterId: string, day: string) {
  return { id, seriesMasterId: masterId, type: 'occurrence', start: utc(`${day}T18:30:00`), end: utc(`${day}T20:00:00`) }
}

describe('changes', () => {
  test('a round goes on over an empty page to its end, and the cursor is a path that survives a move of the service', async () => {
    const { calendar, service } = await calendarOf(({ path }, url) => {
      if (path.includes('$skiptoken=2'))
        return json({ value: [event('a')], '@odata.deltaLink': `${url}/users/x/calendarView/delta?$deltatoken=n` })
      if (path.includes('$skiptoken=1')) return json({ value: [], '@odata.nextLink': `${url}/users/x/calendarView/delta?$skiptoken=2` })
      return json({
        value: [{ id: 'r', '@removed': { reason: 'deleted' } }],
        '@odata.nextLink': `${url}/users/x/calendarView/delta?$skiptoken=1`,
      })
    })
    const came = await calendar.changes(officerMailbox, window, undefined, signal)
    expect(came).toMatchObject({ kind: 'changes', removed: ['r'], whole: true, cursor: '/users/x/calendarView/delta?$deltatoken=n' })
    expect(came).toHaveProperty('changed.0.subject', 'a')
    expect(service.asked[0]?.path).toContain('startDateTime=2026-07-01T00:00:00Z&endDateTime=2028-04-01T00:00:00Z')
    for (const { headers } of service.asked) {
      expect(headers.prefer).toContain('IdType="ImmutableId"')
      expect(headers.prefer).toContain('outlook.timezone="UTC"')
      expect(headers.prefer).toContain('odata.maxpagesize=50')
    }
  })

  test('occurrences are filled from their master, which is read in a batch when the round did not bring it', async () => {
    const { calendar, service } = await calendarOf(({ path, body }, url) => {
      if (path.endsWith('/$batch')) {
        const requests = (JSON.parse(body) as { requests: { id: string; url: string; headers: object }[] }).requests
        return json({ responses: requests.map(({ id }) => ({ id, status: 200, body: event('m', { type: 'seriesMaster' }) })) })
      }
      return json({
        value: [occurrence('one', 'm', '2026-10-29'), occurrence('two', 'm', '2026-11-05')],
        '@odata.deltaLink': `${url}/x?$deltatoken=n`,
      })
    })
    const came = await calendar.changes(officerMailbox, window, undefined, signal)
    expect(came).toMatchObject({
      changed: [
        { eventId: 'one', iCalUId: 'uid-m' },
        { eventId: 'two', iCalUId: 'uid-m' },
      ],
    })
    const batches = service.asked.filter(({ path }) => path.endsWith('/$batch'))
    expect(batches).toHaveLength(1)
    expect(batches[0]?.body).toContain('"Prefer":"IdType=')
  })

  test('C2.1 when someone answers a whole series, all its slots are read afresh', async () => {
    const { calendar } = await calendarOf(({ path }, url) => {
      const slot = (id: string, day: string) => event(id, { type: 'occurrence', seriesMasterId: 'm', start: utc(`${day}T18:30:00`) })
      if (path.includes('/instances')) return json({ value: [slot('one', '2026-10-29'), slot('two', '2026-11-05')] })
      return json({ value: [event('m', { type: 'seriesMaster' })], '@odata.deltaLink': `${url}/x?$deltatoken=n` })
    })
    const came = await calendar.changes(officerMailbox, window, '/users/x/calendarView/delta?$deltatoken=o', signal)
    expect(came).toMatchObject({ whole: false, changed: [{ eventId: 'one', series: { iCalUId: 'uid-m' } }, { eventId: 'two' }] })
  })

  test('in a batch only what was throttled is asked again, after the longest wait it names', async () => {
    let batches = 0
    const sizes: number[] = []
    const { calendar, slept } = await calendarOf(({ path, body }, url) => {
      if (path.endsWith('/$batch')) {
        batches += 1
        const requests = (JSON.parse(body) as { requests: { id: string; url: string }[] }).requests
        sizes.push(requests.length)
        const responses = requests.map(({ id, url: asked }) =>
          batches === 1 && asked.includes('/m2')
            ? { id, status: 429, headers: { 'Retry-After': '2' }, body: { error: { code: 'TooManyRequests' } } }
            : { id, status: 200, body: event(asked.includes('/m2') ? 'm2' : 'm1', { type: 'seriesMaster' }) },
        )
        return json({ responses: responses.toReversed() })
      }
      const value = [occurrence('one', 'm1', '2026-10-29'), occurrence('two', 'm2', '2026-11-05')]
      return json({ value, '@odata.deltaLink': `${url}/x?$deltatoken=n` })
    })
    expect(await calendar.changes(officerMailbox, window, undefined, signal)).toHaveProperty('changed.length', 2)
    expect(slept).toEqual([2_000])
    expect(sizes).toEqual([2, 1])
  })

  test.each([
    ['410', { status: 410, json: { error: { code: 'SyncStateNotFound' } } }],
    ['a token of a mailbox that moved', gone],
    ['a token it cannot read', { status: 400, json: { error: { code: 'BadRequest' } } }],
  ])('with a cursor, %s means starting again', async (_, answered) => {
    const { calendar } = await calendarOf(() => answered)
    expect(await calendar.changes(officerMailbox, window, '/users/x/calendarView/delta?$deltatoken=o', signal)).toEqual({
      kind: 'start-again',
    })
  })

  test.each([
    [403, 'ErrorAccessDenied', 'not-allowed'],
    [404, 'MailboxNotEnabledForRESTAPI', 'no-mailbox'],
    [404, 'ErrorItemNotFound', 'no-mailbox'],
  ])('%s %s: the mailbox is closed to us, %s', async (status, code, because) => {
    const { calendar } = await calendarOf(() => ({ status, json: { error: { code } } }))
    expect(await calendar.changes(officerMailbox, window, undefined, signal)).toEqual({ kind: 'closed-to-us', because })
  })

  test('a round that does not end is given up, and a link that leads away is not followed', async () => {
    const endless = await calendarOf((_, url) => json({ value: [], '@odata.nextLink': `${url}/x?$skiptoken=1` }))
    await expect(endless.calendar.changes(officerMailbox, window, undefined, signal)).rejects.toThrow(Unavailable)
    expect(endless.service.asked).toHaveLength(200)
    const away = await calendarOf(() => json({ value: [], '@odata.nextLink': 'https://evil.example/v1.0/x' }))
    await expect(away.calendar.changes(officerMailbox, window, undefined, signal)).rejects.toThrow(Unavailable)
  })

  test.each([
    ['a page of a proxy', { status: 200, text: '<html><p>Sign in to the network', type: 'text/html' }],
    ['half an answer', 'cut' as const],
    ['another shape', json({ values: [] })],
  ])('%s is an outage', async (_, answered) => {
    const { calendar } = await calendarOf(() => answered)
    await expect(calendar.changes(officerMailbox, window, undefined, signal)).rejects.toThrow(Unavailable)
  })
})

describe('cancel', () => {
  const cancel = (answer: (asked: Asked) => Answered) =>
    calendarOf(answer).then(async ({ calendar, service }) => ({
      sending: await calendar.cancel(officerMailbox, 'e=', 'The trainer cannot come.', signal),
      writes: service.asked.filter(({ method }) => method !== 'GET'),
    }))

  test('C3.10 asks first, then cancels once with the officer’s words', async () => {
    const { sending, writes } = await cancel(({ method }) => (method === 'GET' ? json(event('e=')) : done))
    expect(sending).toEqual({ kind: 'sent' })
    expect(writes).toHaveLength(1)
    expect(writes[0]).toMatchObject({
      method: 'POST',
      path: `/v1.0/users/${officerMailbox}/events/e=/cancel`,
      body: '{"comment":"The trainer cannot come."}',
    })
  })

  test.each([
    ['gone', gone],
    ['cancelled', json(event('e', { isCancelled: true }))],
  ])('what is %s already is done, and nobody is told again', async (_, answered) => {
    expect(await cancel(() => answered)).toEqual({ sending: { kind: 'sent' }, writes: [] })
  })

  test.each([
    ['it went between asking and cancelling', gone, { kind: 'sent' }],
    [
      'a copy that is not the organiser’s',
      { status: 400, json: { error: { code: 'ErrorInvalidRequest' } } },
      { kind: 'refused', because: 'not-organiser' },
    ],
    [
      'a mailbox outside our scope',
      { status: 403, json: { error: { code: 'ErrorAccessDenied' } } },
      { kind: 'refused', because: 'not-allowed' },
    ],
    ['throttled', { status: 429, headers: { 'retry-after': '3' } }, { kind: 'later', afterSeconds: 3 }],
    ['a 500', { status: 500 }, { kind: 'unknown' }],
    ['a reset', 'reset' as const, { kind: 'unknown' }],
  ])('cancelling meets %s', async (_, answered, expected) => {
    const { sending } = await cancel(({ method }) => (method === 'GET' ? json(event('e')) : answered))
    expect(sending).toMatchObject(expected)
  })

  test('an appointment to which nobody is invited is deleted', async () => {
    const { writes } = await cancel(({ method }) => (method === 'GET' ? json(event('e', { attendees: [] })) : { status: 204 }))
    expect(writes).toMatchObject([{ method: 'DELETE' }])
  })

  test('when Graph cannot be asked, nothing is cancelled and it waits', async () => {
    const { sending, writes } = await cancel(() => ({ status: 502 }))
    expect([sending.kind, writes]).toEqual(['later', []])
  })

  test.each([
    [gone, 'found'],
    [json(event('e', { isCancelled: true })), 'found'],
    [json(event('e')), 'not-found'],
    [{ status: 500 }, 'unknown'],
    [{ status: 200, text: '<html>', type: 'text/html' }, 'unknown'],
  ])('after an unknown cancellation %o says %s', async (answered, kind) => {
    const { calendar } = await calendarOf(() => answered)
    expect(await calendar.isCancelled(officerMailbox, 'e', signal)).toEqual({ kind })
  })
})

describe('answer', () => {
  const startsAt = instant('2026-10-22T17:30:00Z')
  const order = {
    member: memberMailbox,
    memberAddress: 'm@thamesbrook.example',
    entry: { mailbox: officerMailbox, eventId: 'organisers', iCalUId: "uid+1'" },
    startsAt,
    answer: 'accepted',
  } as const
  const isSearch = ({ path }: Asked) => path.includes(`/users/${memberMailbox}/events?$filter=`)

  test('it is given in the Member’s own calendar, as that Member', async () => {
    const { calendar, service } = await calendarOf((asked) => (isSearch(asked) ? json({ value: [event('copy')] }) : done))
    expect(await calendar.answer(order, signal)).toEqual({ kind: 'sent' })
    expect(service.asked[0]?.path).toContain("iCalUId eq 'uid+1'''")
    expect(service.asked[1]).toMatchObject({
      method: 'POST',
      path: `/v1.0/users/${memberMailbox}/events/copy/accept`,
      body: '{"comment":"","sendResponse":true}',
      headers: { authorization: 'Bearer token-of-2' },
    })
  })

  test.each([
    ['accepted', 'accept'],
    ['tentative', 'tentativelyAccept'],
    ['declined', 'decline'],
  ] as const)('C2.1 %s is said as %s', async (answer, verb) => {
    const { calendar, service } = await calendarOf((asked) => (isSearch(asked) ? json({ value: [event('copy')] }) : done))
    await calendar.answer({ ...order, answer }, signal)
    expect(service.asked[1]?.path.endsWith(`/${verb}`)).toBe(true)
  })

  test('of a series, the slot of that day is answered and no other', async () => {
    const { calendar, service } = await calendarOf((asked) => {
      if (isSearch(asked)) return json({ value: [event('master', { type: 'seriesMaster' })] })
      if (!asked.path.includes('/instances')) return done
      return json({ value: [event('another', { start: utc('2026-10-22T17:29:00') }), event('slot', { type: 'occurrence' })] })
    })
    expect(await calendar.answer(order, signal)).toEqual({ kind: 'sent' })
    expect(service.asked.at(-1)?.path).toContain('/events/slot/accept')
  })

  test('where the organiser asked for no response, it is given without one', async () => {
    const known = await calendarOf((asked) => (isSearch(asked) ? json({ value: [event('copy', { responseRequested: false })] }) : done))
    await known.calendar.answer(order, signal)
    expect(known.service.asked[1]?.body).toContain('"sendResponse":false')

    const told = await calendarOf((asked) => {
      if (isSearch(asked)) return json({ value: [event('copy')] })
      return asked.body.includes('"sendResponse":true') ? { status: 400, json: { error: { code: 'ErrorInvalidRequest' } } } : done
    })
    expect(await told.calendar.answer(order, signal)).toEqual({ kind: 'sent' })
  })

  test('“yes after all”: when a decline took the copy away, the organiser’s is forwarded and the new copy answered', async () => {
    let forwarded = false
    let polls = 0
    const { calendar, service } = await calendarOf((asked) => {
      if (isSearch(asked)) return json({ value: forwarded && (polls += 1) > 2 ? [event('new copy')] : [] })
      if (asked.path.endsWith('/forward')) forwarded = true
      return done
    })
    expect(await calendar.answer(order, signal)).toEqual({ kind: 'sent' })
    const forward = service.asked.find(({ path }) => path.endsWith('/forward'))
    expect(forward).toMatchObject({
      path: `/v1.0/users/${officerMailbox}/events/organisers/forward`,
      headers: { authorization: 'Bearer app-token' },
    })
    expect(forward?.body).toContain('m@thamesbrook.example')
    expect(service.asked.at(-1)?.path).toContain('/events/new copy/accept')
  })

  test('a copy that does not come is waited for, and not forwarded again meanwhile', async () => {
    const { calendar, service } = await calendarOf((asked) => (isSearch(asked) ? json({ value: [] }) : done))
    expect(await calendar.answer(order, signal)).toEqual({ kind: 'later', afterSeconds: 60 })
    expect(await calendar.answer(order, signal)).toEqual({ kind: 'later', afterSeconds: 60 })
    expect(service.asked.filter(({ path }) => path.endsWith('/forward'))).toHaveLength(1)
  })

  test('who has declined already and declines again is where they want to be', async () => {
    const row = { type: 'required', status: { response: 'declined' }, emailAddress: { address: 'M@thamesbrook.example' } }
    const { calendar, service } = await calendarOf((asked) =>
      isSearch(asked) ? json({ value: [] }) : json(event('organisers', { attendees: [row] })),
    )
    expect(await calendar.answer({ ...order, answer: 'declined' }, signal)).toEqual({ kind: 'sent' })
    expect(service.asked.every(({ method }) => method === 'GET')).toBe(true)
  })

  test.each([
    ['no mailbox', { status: 404, json: { error: { code: 'MailboxNotEnabledForRESTAPI' } } }, { kind: 'refused', because: 'no-mailbox' }],
    ['not allowed', { status: 403, json: { error: { code: 'ErrorAccessDenied' } } }, { kind: 'refused', because: 'not-allowed' }],
    ['busy', { status: 429, headers: { 'retry-after': '2' } }, { kind: 'later', afterSeconds: 2, throttled: true }],
    ['not there', { status: 503, headers: { 'retry-after': '2' } }, { kind: 'later', afterSeconds: 2, silent: 'graph' }],
  ])('a Member’s mailbox that is %s', async (_, answered, expected) => {
    const { calendar } = await calendarOf(() => answered)
    expect(await calendar.answer(order, signal)).toEqual(expected)
  })

  test('an answer whose reply was lost is unknown', async () => {
    const { calendar } = await calendarOf((asked) => (isSearch(asked) ? json({ value: [event('copy')] }) : 'reset'))
    expect(await calendar.answer(order, signal)).toMatchObject({ kind: 'unknown' })
  })
})
