import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createAccessProbe } from '../../api/adapters/graph/access.ts'
import { createCalendar } from '../../api/adapters/graph/calendar.ts'
import { createGraphClient } from '../../api/adapters/graph/client.ts'
import { appRoles, createDirectory, createPlaces } from '../../api/adapters/graph/directory.ts'
import { createMail } from '../../api/adapters/graph/mail.ts'
import type { GraphSource } from '../../api/adapters/graph/source.ts'
import { createSubscriptions } from '../../api/adapters/graph/subscriptions.ts'
import type { Calendar } from '../../api/ports/calendar.ts'
import { personId, type PersonId } from '../../domain/kernel/ids.ts'
import { ok } from '../../domain/kernel/result.ts'
import { instant } from '../../domain/kernel/time.ts'
import { api } from '../../sandbox/entra/registrations.ts'
import { afterTheDeed, aGraph, tokenOf, type GraphHost } from '../../sandbox/graph/testing.ts'
import { aWorld } from '../../sandbox/testing/worlds.ts'

const signal = new AbortController().signal
const window = { from: instant('2026-05-01T00:00:00Z'), to: instant('2028-01-01T00:00:00Z') }
/** Of the invitation that Olive sends in these tests. */
const startsAt = instant('2026-10-22T17:00:00Z')

let host: GraphHost
let source: GraphSource
let calendar: Calendar
let slept: number[]

beforeEach(async () => {
  const world = aWorld()
  host = await aGraph({ ...world, mailboxes: [{ email: 'services@riverton.example', name: 'Democratic Services', delegates: ['olive'] }] })
  slept = []
  source = {
    graph: createGraphClient({
      url: `${host.base}/graph/v1.0`,
      newId: () => '7e57ab1e-0000-4000-8000-0000000000f1',
      wallMilliseconds: () => 0,
    }),
    service: () => Promise.resolve(ok(tokenOf({}))),
    asPerson: (person) => () => Promise.resolve(ok(tokenOf({ kind: 'person', objectId: person, scopes: ['Calendars.ReadWrite'] }))),
    clock: {
      mono: () => 0,
      async sleep(milliseconds) {
        slept.push(milliseconds)
        await host.settle()
      },
    },
  }
  calendar = createCalendar(source)
})
afterEach(() => host.close())

const idOf = (person: string): PersonId => personId(host.objectId(person))

async function changesSince(cursor?: string) {
  const changes = await calendar.changes(idOf('olive'), window, cursor, signal)
  if (changes.kind !== 'changes') throw new Error(changes.kind)
  return changes
}

async function invited(...to: string[]) {
  await host.invite(to, { categories: ['Member training'] })
  const { changed, cursor } = await changesSince()
  const [appointment] = changed
  if (!appointment) throw new Error('no appointment')
  return { appointment, cursor }
}

describe('reading', () => {
  test('C1.1 an invitation sent in Outlook is read whole, in our words', async () => {
    const { appointment } = await invited('ann@riverton.example', 'members@riverton.example')
    expect(appointment).toMatchObject({
      subject: 'Planning for Members',
      about: 'An introduction',
      startsAt,
      endsAt: instant('2026-10-22T19:00:00Z'),
      place: 'Committee Room 1',
      organiser: { name: 'Olive Officer', address: 'olive@riverton.example' },
      isOrganiser: true,
      isPrivate: false,
      categories: ['Member training'],
      attendees: [
        { address: 'ann@riverton.example', response: 'none' },
        { address: 'members@riverton.example', response: 'none' },
      ],
    })
    expect(await calendar.read(idOf('olive'), appointment.eventId, signal)).toEqual(appointment)
  })

  test('C2.1 after that only what changed comes: an answer, and then a cancellation', async () => {
    const { appointment, cursor } = await invited('ann@riverton.example')
    await host.answer('ann', appointment.iCalUId, 'tentativelyAccept')
    const answered = await changesSince(cursor)
    expect(answered).toMatchObject({ whole: false, changed: [{ eventId: appointment.eventId, attendees: [{ response: 'tentative' }] }] })

    expect(await calendar.cancel(idOf('olive'), appointment.eventId, 'No room', signal)).toEqual({ kind: 'sent' })
    await host.settle()
    expect(await changesSince(answered.cursor)).toMatchObject({ changed: [], removed: [appointment.eventId] })
    expect(await calendar.read(idOf('olive'), appointment.eventId, signal)).toBe('gone')
    expect(await calendar.isCancelled(idOf('olive'), appointment.eventId, signal)).toEqual({ kind: 'found' })
    expect(await calendar.cancel(idOf('olive'), appointment.eventId, 'No room', signal)).toEqual({ kind: 'sent' })
  })

  test('C1.1 a category is put beside the one that somebody gave meanwhile', async () => {
    const { appointment } = await invited('ann@riverton.example')
    const event = host.as('olive').api(`/me/events/${appointment.eventId}`)
    await event.header('Prefer', 'IdType="ImmutableId"').patch({ categories: ['Member training', 'Red'] })
    const asked = () => calendar.categorise(idOf('olive'), appointment.eventId, 'Member briefing', signal)
    expect([await asked(), await asked()]).toEqual([{ kind: 'done' }, { kind: 'done' }])
    const categories = ['Member training', 'Red', 'Member briefing']
    expect(await calendar.read(idOf('olive'), appointment.eventId, signal)).toMatchObject({ categories })
    expect(await calendar.categorise(idOf('ann'), appointment.eventId, 'Member briefing', signal)).toEqual({ kind: 'done' }) // gone
  })

  test('a series gives its slots, each with its series’ own id', async () => {
    const recurrence = {
      pattern: { type: 'weekly', interval: 1, daysOfWeek: ['thursday'] },
      range: { type: 'numbered', startDate: '2026-10-22', numberOfOccurrences: 3, recurrenceTimeZone: 'Europe/London' },
    }
    await host.invite(['ann@riverton.example'], { recurrence, categories: ['Member training'] })
    const { changed } = await changesSince()
    const slots = changed.toSorted((one, other) => one.startsAt.epochMilliseconds - other.startsAt.epochMilliseconds)
    // The clocks go back on the 25th: the same wall time is an hour later by UTC (C14.11).
    expect(slots.map((slot) => slot.startsAt.toString())).toEqual(['2026-10-22T17:00:00Z', '2026-10-29T18:00:00Z', '2026-11-05T18:00:00Z'])
    expect(new Set(slots.map(({ series }) => series?.iCalUId)).size).toBe(1)
    expect(slots.every(({ categories, attendees }) => categories[0] === 'Member training' && attendees.length === 1)).toBe(true)

    const second = slots[1]
    if (!second) throw new Error('no second slot')
    const entry = { mailbox: idOf('olive'), eventId: second.eventId, iCalUId: second.iCalUId }
    const order = {
      member: idOf('ann'),
      memberAddress: 'ann@riverton.example',
      entry,
      startsAt: second.startsAt,
      answer: 'declined',
    } as const
    expect(await calendar.answer(order, signal)).toEqual({ kind: 'sent' })
    await host.settle()
    const after = await changesSince()
    const answers = after.changed.toSorted((one, other) => one.startsAt.epochMilliseconds - other.startsAt.epochMilliseconds)
    expect(answers.map(({ attendees }) => attendees[0]?.response)).toEqual(['none', 'declined', 'none'])
    expect(answers.map(({ series }) => series?.originalStart.toString())).toEqual(
      slots.map(({ series }) => series?.originalStart.toString()),
    )
  })

  test('a cursor that has run out is said so, and a mailbox outside our scope too', async () => {
    const { cursor } = await invited('ann@riverton.example')
    host.graph.expireDeltaTokens('olive@riverton.example')
    expect(await calendar.changes(idOf('olive'), window, cursor, signal)).toEqual({ kind: 'start-again' })
    host.graph.switchOddity('outOfScope', 'olive@riverton.example', true)
    expect(await calendar.changes(idOf('olive'), window, undefined, signal)).toEqual({ kind: 'closed-to-us', because: 'not-allowed' })
  })
})

describe('what the service may do', () => {
  const probe = () => {
    const directory = createDirectory(source, { clientId: api.clientId, ownDomain: 'riverton.example', roles: appRoles })
    return createAccessProbe(source, { directory, clientId: api.clientId })
  }
  const looks = ['people', 'lists', 'roles', 'rooms'] as const

  test('a mailbox within the scope is open, one outside it is refused, and one that is none is said to be none', async () => {
    host.graph.switchOddity('outOfScope', 'ann@riverton.example', true)
    for (const at of ['calendar', 'inbox'] as const) {
      expect(await probe().look({ at, address: 'olive@riverton.example' }, signal)).toBe('open')
      expect(await probe().look({ at, address: 'ann@riverton.example' }, signal)).toBe('refused')
      expect(await probe().look({ at, address: 'nobody@riverton.example' }, signal)).toBe('no-such-mailbox')
    }
    expect(await probe().look({ at: 'calendar', person: idOf('olive') }, signal)).toBe('open')
    expect(await probe().look({ at: 'calendar', person: idOf('ann') }, signal)).toBe('refused')
  })

  test('rights on the directory are found to be there, and found to be missing', async () => {
    for (const at of looks) expect(await probe().look({ at }, signal)).toBe('open')
    source = { ...source, service: () => Promise.resolve(ok(tokenOf({ roles: [] }))) }
    for (const at of looks) expect(await probe().look({ at }, signal)).toBe('refused')
  })

  test('to see who was in a meeting takes the right and, organiser by organiser, Teams’ policy', async () => {
    const meetings = { at: 'meetings', address: 'olive@riverton.example' } as const
    expect(await probe().look(meetings, signal)).toBe('refused')
    source = { ...source, service: () => Promise.resolve(ok(tokenOf({ roles: ['User.Read.All', 'OnlineMeetings.Read.All'] }))) }
    expect(await probe().look(meetings, signal)).toBe('open')
    host.graph.switchOddity('noMeetingPolicy', 'olive@riverton.example', true)
    expect(await probe().look(meetings, signal)).toBe('refused')
  })
})

describe('answering', () => {
  async function answer(
    member: string,
    given: 'accepted' | 'declined' | 'tentative',
    appointment: Awaited<ReturnType<typeof invited>>['appointment'],
  ) {
    const entry = { mailbox: idOf('olive'), eventId: appointment.eventId, iCalUId: appointment.iCalUId }
    const order = { member: idOf(member), memberAddress: `${member}@riverton.example`, entry, startsAt, answer: given }
    const sending = await calendar.answer(order, signal)
    await host.settle()
    return sending
  }
  const tally = async (eventId: string) => {
    const read = await calendar.read(idOf('olive'), eventId, signal)
    return read === 'gone' ? 'gone' : read.attendees.map(({ address, response }) => [address.split('@')[0], response])
  }

  test('C2.1 the organiser’s copy counts what a Member answers', async () => {
    const { appointment } = await invited('ann@riverton.example', 'bob@riverton.example')
    expect(await answer('ann', 'accepted', appointment)).toEqual({ kind: 'sent' })
    expect(await answer('bob', 'tentative', appointment)).toEqual({ kind: 'sent' })
    expect(await tally(appointment.eventId)).toEqual([
      ['ann', 'accepted'],
      ['bob', 'tentative'],
    ])
  })

  test('“yes after all”: a declined copy is gone, is sent again and answered', async () => {
    const { appointment } = await invited('ann@riverton.example')
    expect(await answer('ann', 'declined', appointment)).toEqual({ kind: 'sent' })
    expect(await host.copyOf('ann', appointment.iCalUId)).toBeUndefined()
    expect(await answer('ann', 'declined', appointment)).toEqual({ kind: 'sent' })
    expect(await answer('ann', 'accepted', appointment)).toEqual({ kind: 'sent' })
    expect(await tally(appointment.eventId)).toEqual([['ann', 'accepted']])
  })

  test('C2.5 a Member on a list answers for themselves', async () => {
    const { appointment } = await invited('members@riverton.example')
    expect(await answer('cara', 'accepted', appointment)).toEqual({ kind: 'sent' })
    expect(await tally(appointment.eventId)).toContainEqual(['cara', 'accepted'])
  })

  test('where no response was asked for, it is given without one', async () => {
    await host.invite(['ann@riverton.example'], { responseRequested: false })
    const [appointment] = (await changesSince()).changed
    if (!appointment) throw new Error('no appointment')
    expect(await answer('ann', 'accepted', appointment)).toEqual({ kind: 'sent' })
    expect((await host.copyOf('ann', appointment.iCalUId))?.responseStatus?.response).toBe('accepted')
  })

  test.each([
    ['throttled', { kind: 'status', status: 429, retryAfter: 7 }, { kind: 'later', afterSeconds: 7 }],
    ['reset after the deed', afterTheDeed('reset'), { kind: 'unknown' }],
  ] as const)('one that is %s', async (_, fault, expected) => {
    const { appointment } = await invited('ann@riverton.example')
    host.fault(fault, { path: '/accept', method: 'POST' })
    expect(await answer('ann', 'accepted', appointment)).toMatchObject(expected)
  })
})

describe('cancelling', () => {
  test('C3.10 a cancellation whose answer was lost is settled by asking, and everyone hears of it once', async () => {
    const { appointment } = await invited('ann@riverton.example')
    host.fault(afterTheDeed('reset'), { path: '/cancel', method: 'POST' })
    expect(await calendar.cancel(idOf('olive'), appointment.eventId, 'The trainer cannot come.', signal)).toMatchObject({ kind: 'unknown' })
    await host.settle()
    expect(await calendar.isCancelled(idOf('olive'), appointment.eventId, signal)).toEqual({ kind: 'found' })
    const notices = host.graph.mailOf('ann@riverton.example').filter(({ subject }) => subject.startsWith('Canceled'))
    expect(notices).toHaveLength(1)
    expect(JSON.stringify(notices[0])).toContain('The trainer cannot come.')
  })

  test('only the organiser’s copy can be cancelled', async () => {
    const { appointment } = await invited('ann@riverton.example')
    const copies = await calendar.changes(idOf('ann'), window, undefined, signal)
    const copy = copies.kind === 'changes' ? copies.changed[0]?.eventId : undefined
    expect(await calendar.cancel(idOf('ann'), copy ?? '', '', signal)).toEqual({ kind: 'refused', because: 'not-organiser' })
    expect(await calendar.isCancelled(idOf('olive'), appointment.eventId, signal)).toEqual({ kind: 'not-found' })
  })
})

describe('the directory', () => {
  const directory = () => createDirectory(source, { clientId: api.clientId, ownDomain: 'riverton.example', roles: appRoles })

  test('C2.5 a list is opened, a person is none, and an address that it does not know is a dynamic list', async () => {
    const opened = await directory().membersOf('Members@riverton.example', signal)
    expect(opened).toMatchObject({
      kind: 'people',
      people: [{ name: 'Ann Archer', mobile: '07700 900102' }, { name: 'Bob Baker' }, { name: 'Cara Cooper' }],
    })
    expect(await directory().membersOf('ann@riverton.example', signal)).toEqual({ kind: 'not-a-list' })
    expect(await directory().membersOf('room1@riverton.example', signal)).toEqual({ kind: 'not-a-list' })
    expect(await directory().membersOf('everyone@riverton.example', signal)).toEqual({ kind: 'unresolvable' })
    expect(await directory().membersOf('trainer@elsewhere.example', signal)).toEqual({ kind: 'not-a-list' })
  })

  test('C1.15 how many the council’s rooms hold', async () => {
    expect(await createPlaces(source).rooms(signal)).toEqual([{ address: 'room1@riverton.example', capacity: 30 }])
  })

  test('who the officers are', async () => {
    expect(await directory().officers(signal)).toMatchObject([
      { person: { id: idOf('olive'), name: 'Olive Officer' }, roles: ['officer', 'administrator'] },
    ])
  })
})

describe('email', () => {
  const mail = {
    key: 'riverton~s1~d1',
    to: { name: 'Ann Archer', address: 'ann@riverton.example' },
    subject: 'Can you come?',
    html: '<html lang="en-GB"><p>Can you come?</p></html>',
    text: 'Can you come?',
  }
  const sender = () =>
    createMail(source, {
      address: 'services@riverton.example',
      directory: createDirectory(source, { clientId: api.clientId, ownDomain: 'riverton.example', roles: appRoles }),
    })
  const arrived = async () => {
    await host.settle()
    return host.graph.mailOf('ann@riverton.example').filter(({ subject }) => subject === mail.subject)
  }

  test('arrives once, however often it is asked for, and is found by its key', async () => {
    expect(await sender().find(mail.key, signal)).toEqual({ kind: 'not-found' })
    expect(await sender().send(mail, signal)).toMatchObject({ kind: 'sent' })
    expect(await arrived()).toHaveLength(1)
    expect(await sender().find(mail.key, signal)).toMatchObject({ kind: 'found' })
    expect(await sender().send(mail, signal)).toMatchObject({ kind: 'sent' })
    expect(await arrived()).toHaveLength(1)
  })

  test.each([
    ['the draft’s answer is lost', '/messages$', { kind: 'later' }],
    ['the sending’s answer is lost', '/send$', { kind: 'unknown' }],
  ])('once, although %s', async (_, path, expected) => {
    host.fault(afterTheDeed('reset'), { path: `/${path.replaceAll('/', '\\/')}/`, method: 'POST' })
    expect(await sender().send(mail, signal)).toMatchObject(expected)
    await host.settle()
    await sender().send(mail, signal)
    expect(await arrived()).toHaveLength(1)
  })
})

describe('subscriptions', () => {
  test('are made by the real handshake, renewed, replaced and removed', async () => {
    host.app.post('/product/:hook', (request, response) => {
      const { validationToken } = request.query
      response.type('text/plain').send(typeof validationToken === 'string' ? validationToken : '')
    })
    const settings = { notificationUrl: `${host.base}/product/notifications`, lifecycleUrl: `${host.base}/product/lifecycle` }
    const subscriptions = createSubscriptions(source, settings)
    const until = instant('2026-09-12T09:00:00Z')
    const first = await subscriptions.create(idOf('olive'), { clientState: 'one', until }, signal)
    expect(first.until).toEqual(until)
    const second = await subscriptions.create(idOf('olive'), { clientState: 'two', until }, signal)
    expect(second.id).not.toBe(first.id)
    expect(host.graph.subscriptionsOf('olive@riverton.example')).toMatchObject([{ id: second.id }])
    const later = until.add({ hours: 24 })
    expect(await subscriptions.renew(second.id, later, signal)).toEqual({ kind: 'renewed', until: later })
    expect(await subscriptions.renew(first.id, later, signal)).toEqual({ kind: 'gone' })
    await subscriptions.remove(second.id, signal)
    expect(host.graph.subscriptionsOf('olive@riverton.example')).toEqual([])
  })
})
