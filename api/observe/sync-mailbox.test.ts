import { beforeEach, describe, expect, test } from 'vitest'
import type { SessionId } from '../../domain/kernel/ids.ts'
import { instant, type Instant } from '../../domain/kernel/time.ts'
import { sessionIdOf } from '../../domain/sessions/recognise.ts'
import {
  anAppointment,
  aMember,
  aMemberId,
  anInvitee,
  anOfficer,
  aPersonId,
  someMembers,
  startsAt,
  thamesbrook,
  towerHamlets,
} from '../../domain/testing/builders.ts'
import type { Appointment } from '../../domain/sessions/appointment.ts'
import type { ChangedAppointments } from '../ports/calendar.ts'
import { Unavailable } from '../ports/unavailable.ts'
import { createCouncils } from '../stores/councils.ts'
import { testCouncil, withRoll, type TestCouncil } from '../testing/council.ts'
import { readCalendarsAnew } from '../use-cases/change-mailbox.ts'
import { syncMailbox, type SyncDeps } from './sync-mailbox.ts'

const signal = new AbortController().signal
const mailbox = aPersonId(901)
const now = instant('2026-10-13T13:10:00Z')
const id = sessionIdOf(thamesbrook, 'ical-1')

type Asked = { readonly cursor: string | undefined; readonly window: { readonly from: Instant; readonly to: Instant } }
let running: TestCouncil
let asked: Asked[]
let answers: (ChangedAppointments | Error)[]
let present: Map<string, Appointment>
let categorised: (readonly [string, string])[]

beforeEach(async () => {
  running = await testCouncil({ now, rulebook: towerHamlets, members: someMembers(10), officers: [anOfficer(901)] })
  await withRoll(running)
  await running.council.mailboxes.save(
    { mailbox, name: 'Officer 901', address: 'officer901@thamesbrook.example', shared: false, dirty: true },
    'new',
  )
  asked = []
  answers = []
  present = new Map()
  categorised = []
})

const calendar: SyncDeps['calendar'] = {
  categorise(_, eventId, category) {
    categorised.push([eventId, category])
    return Promise.resolve({ kind: 'done' })
  },
  changes(_, window, cursor) {
    asked.push({ cursor, window })
    const answer = answers.shift() ?? changes([])
    if (answer instanceof Error) return Promise.reject(answer)
    return Promise.resolve(answer.kind === 'changes' ? { ...answer, cursor: `after ${asked.length}` } : answer)
  },
  read: (_, eventId) => Promise.resolve(present.get(eventId) ?? 'gone'),
}
const noRooms: SyncDeps['rooms'] = { of: () => Promise.resolve([]) }
const nobody: SyncDeps['lists'] = { of: () => Promise.resolve([]) }
const sync = (lists = nobody) => syncMailbox(running.council, mailbox, { calendar, lists, rooms: noRooms }, signal)

function appointment(given: Partial<Appointment> = {}): Appointment {
  const seen = anAppointment({
    attendees: [anInvitee('member1@thamesbrook.example', 'accepted'), anInvitee('member2@thamesbrook.example')],
  })
  return { ...seen, ...given }
}
function changes(changed: readonly Appointment[], given: { removed?: readonly string[]; whole?: boolean } = {}): ChangedAppointments {
  return { kind: 'changes', changed, removed: given.removed ?? [], cursor: '', whole: given.whole ?? false }
}
async function session(of: SessionId = id) {
  return (await running.council.sessions.find(of))?.session
}
const state = async () => (await running.council.mailboxes.find(mailbox))?.value

describe('a session', () => {
  test('C2.4 invites a Member whom another instance put on the roll a moment ago', async () => {
    await running.council.members.all() // remembered here for a minute
    const elsewhere = await createCouncils(running).open(thamesbrook)
    await elsewhere?.members.save(aMember(11), 'new', { kind: 'administrator' })
    answers = [changes([appointment({ attendees: [anInvitee('member11@thamesbrook.example', 'accepted')] })], { whole: true })]
    await sync()
    expect((await session())?.invitations).toMatchObject([{ memberId: aMemberId(11), response: 'accepted' }])
  })

  test('C1.1 appears from its calendar entry, once, however often it is told', async () => {
    const twice = [appointment(), appointment()]
    answers = [changes(twice, { whole: true }), changes(twice)]
    expect(await sync()).toMatchObject({ kind: 'synced', whole: true, sessions: 1 })
    expect(await sync()).toMatchObject({ sessions: 0 })
    expect(await session()).toMatchObject({
      title: 'Chairing a difficult meeting',
      kind: 'in-person-training',
      place: 'Town Hall Room 2',
      organiser: { id: mailbox },
      calendar: { mailbox, eventId: 'event-1' },
      readAt: now,
    })
    expect((await running.record(id)).history).toHaveLength(1)
  })

  test('C2.1 a new answer is seen, with a line in the history; the same news again makes none', async () => {
    const answered = appointment({
      attendees: [anInvitee('member1@thamesbrook.example', 'accepted'), anInvitee('member2@thamesbrook.example', 'declined')],
    })
    answers = [changes([appointment()]), changes([answered]), changes([answered])]
    await sync()
    await sync()
    await sync()
    expect((await session())?.invitations.map(({ response }) => response)).toEqual(['accepted', 'declined'])
    const responded = (await running.record(id)).history.filter(({ what }) => what.kind === 'responded')
    expect(responded).toMatchObject([{ what: { from: 'none', to: 'declined' } }])
  })

  test('the same people named in another order are no news, and nobody looks because of it', async () => {
    const people = [1, 2, 3].map((number) => anInvitee(`member${number}@thamesbrook.example`, 'accepted'))
    answers = [changes([appointment({ attendees: people })], { whole: true }), changes([appointment({ attendees: people.toReversed() })])]
    await sync()
    expect(await sync()).toMatchObject({ appointments: 1, sessions: 0 })
  })

  test('C2.4, C2.5 a list’s Members are invited each in their own right, and the list is nobody', async () => {
    const list = 'all@thamesbrook.example'
    const people = [1, 2, 3].map((number) => ({ name: `P${number}`, addresses: aMember(number).addresses }))
    const lists: SyncDeps['lists'] = { of: () => Promise.resolve([{ address: list, outcome: { kind: 'people', people } }]) }
    answers = [changes([appointment({ attendees: [anInvitee(list), anInvitee('member1@thamesbrook.example', 'accepted')] })])]
    await sync(lists)
    expect((await session())?.invitations.map(({ response, through }) => [response, through])).toEqual([
      ['accepted', 'list'],
      ['none', 'list'],
      ['none', 'list'],
    ])
    expect((await session())?.others).toMatchObject([{ kind: 'list', list: { kind: 'expanded', members: 3 } }])
  })

  test('C1.21 a move is seen: new time, and answers to the old one want confirming', async () => {
    const later = startsAt.add({ hours: 24 })
    answers = [
      changes([appointment()]),
      changes([appointment({ startsAt: later, endsAt: later.add({ hours: 2 }), attendees: [anInvitee('member1@thamesbrook.example')] })]),
    ]
    await sync()
    await sync()
    expect(await session()).toMatchObject({
      startsAt: later,
      movedAt: now,
      invitations: [{ response: 'none', answeredOldTime: 'accepted' }],
    })
  })

  test('an appointment that is no session leaves no trace', async () => {
    answers = [
      changes([appointment({ categories: [] }), appointment({ eventId: 'e2', iCalUId: 'u2', isPrivate: true, categories: ['Dentist'] })]),
    ]
    expect(await sync()).toMatchObject({ sessions: 0 })
    expect(await session()).toBeUndefined()
  })

  test('one that lost its category is kept and raised; one that has it again is a session again', async () => {
    answers = [changes([appointment()]), changes([appointment({ categories: [] })]), changes([appointment()])]
    await sync()
    await sync()
    expect((await session())?.standing.kind).toBe('untagged')
    await sync()
    expect((await session())?.standing.kind).toBe('standing')
  })

  test('unsent changes of the organiser are nobody’s news yet', async () => {
    answers = [changes([appointment()]), changes([appointment({ isDraft: true, subject: 'Something else' })])]
    await sync()
    expect(await sync()).toMatchObject({ sessions: 0 })
    expect((await session())?.title).toBe('Chairing a difficult meeting')
  })

  test('each slot of a series is a session of its own', async () => {
    const slot = (eventId: string, at: string) =>
      appointment({
        eventId,
        iCalUId: 'series',
        series: { iCalUId: 'series', originalStart: instant(at) },
        startsAt: instant(at),
      })
    answers = [changes([slot('a', '2026-11-03T18:30:00Z'), slot('b', '2026-11-10T18:30:00Z')])]
    expect(await sync()).toMatchObject({ sessions: 2 })
    expect(await session(sessionIdOf(thamesbrook, 'series', instant('2026-11-10T18:30:00Z')))).toMatchObject({ calendar: { eventId: 'b' } })
  })
})

describe('a series that moves', () => {
  const slot = (eventId: string, at: string, original = at) =>
    appointment({
      eventId,
      iCalUId: 'series',
      series: { iCalUId: 'series', originalStart: instant(original) },
      startsAt: instant(at),
      endsAt: instant(at).add({ hours: 2 }),
    })
  const [first, second] = [slot('a', '2026-11-03T18:30:00Z'), slot('b', '2026-11-10T18:30:00Z')]
  const ids = [first, second].map(({ startsAt: at }) => sessionIdOf(thamesbrook, 'series', at))
  const sessions = () => Promise.all(ids.map((each) => session(each)))
  const everything = async () => {
    const found = await running.council.sessions.inMailbox(mailbox, now, now.add({ hours: 24 * 60 }))
    return new Set(found.map(({ sessionId }) => sessionId))
  }
  beforeEach(async () => {
    answers = [changes([first, second], { whole: true })]
    await sync()
  })

  test('C1.21 to another hour is the same sessions at their new time', async () => {
    answers = [changes([slot('a', '2026-11-03T10:00:00Z'), slot('b', '2026-11-10T10:00:00Z')])]
    await sync()
    expect(await sessions()).toMatchObject([{ startsAt: instant('2026-11-03T10:00:00Z') }, { startsAt: instant('2026-11-10T10:00:00Z') }])
    expect((await everything()).size).toBe(2)
  })

  test('C1.21 to another weekday is the same sessions on their new days, in order, and found there again', async () => {
    const thursdays = [slot('d', '2026-11-12T18:30:00Z'), slot('c', '2026-11-05T18:30:00Z')]
    answers = [changes(thursdays, { removed: ['a', 'b'] }), changes(thursdays, { whole: true })]
    await sync()
    expect(await sessions()).toMatchObject([
      { startsAt: instant('2026-11-05T18:30:00Z'), standing: { kind: 'standing' }, movedAt: now },
      { startsAt: instant('2026-11-12T18:30:00Z'), standing: { kind: 'standing' }, movedAt: now },
    ])
    expect(await sync()).toMatchObject({ sessions: 0 })
    expect((await everything()).size).toBe(2)
  })

  test('C3.13 with one day fewer: the last one is cancelled', async () => {
    answers = [changes([slot('c', '2026-11-05T18:30:00Z')], { removed: ['a', 'b'] })]
    await sync()
    expect(await sessions()).toMatchObject([{ startsAt: instant('2026-11-05T18:30:00Z') }, { standing: { kind: 'cancelled' } }])
  })

  const split = (eventId: string, at: string, subject?: string) => ({
    ...slot(eventId, at),
    iCalUId: 'following',
    series: { iCalUId: 'following', originalStart: instant(at) },
    ...(subject ? { subject } : {}),
  })

  test.each([
    ['at another hour', '2026-11-03T10:00:00Z', '2026-11-10T10:00:00Z'],
    ['on another weekday', '2026-11-05T18:30:00Z', '2026-11-12T18:30:00Z'],
    ['at the same time', '2026-11-03T18:30:00Z', '2026-11-10T18:30:00Z'],
  ])('C1.21 split off with all that follow, %s, is the same sessions: nobody is told of a cancellation', async (_, one, two) => {
    const following = [split('d', two), split('c', one)]
    answers = [changes(following, { removed: ['a', 'b'] }), changes(following, { whole: true })]
    await sync()
    expect(await sessions()).toMatchObject([
      { startsAt: instant(one), standing: { kind: 'standing' }, calendar: { eventId: 'c' }, movedAt: now },
      { startsAt: instant(two), standing: { kind: 'standing' }, calendar: { eventId: 'd' }, movedAt: now },
    ])
    expect(await sync()).toMatchObject({ sessions: 0 })
    expect((await everything()).size).toBe(2)
  })

  test('C1.21 split off from its second day, which keeps its own day when another was added before it', async () => {
    answers = [changes([first, split('d', '2026-11-10T10:00:00Z'), split('c', '2026-11-06T10:00:00Z')], { removed: ['b'] })]
    await sync()
    expect(await sessions()).toMatchObject([{ calendar: { eventId: 'a' } }, { calendar: { eventId: 'd' }, standing: { kind: 'standing' } }])
    expect((await everything()).size).toBe(3)
  })

  test.each([
    ['another title', split('c', '2026-11-10T18:30:00Z', 'Something else')],
    ['more than a week later', split('c', '2026-11-18T18:30:00Z')],
    ['no series', { ...slot('c', '2026-11-10T10:00:00Z'), iCalUId: 'single', series: undefined } as never],
  ])('C3.13 a day that goes while one comes of %s is cancelled', async (_, day) => {
    answers = [changes([first, day], { removed: ['b'] })]
    await sync()
    expect(await sessions()).toMatchObject([{ standing: { kind: 'standing' } }, { standing: { kind: 'cancelled', through: 'outlook' } }])
  })

  test('C3.13 a day taken out while another is added at its end is cancelled and has not moved', async () => {
    answers = [changes([first, slot('c', '2026-11-17T18:30:00Z')], { removed: ['b'] })]
    await sync()
    expect(await sessions()).toMatchObject([{ standing: { kind: 'standing' } }, { standing: { kind: 'cancelled', through: 'outlook' } }])
    expect((await everything()).size).toBe(3)
  })
})

describe('what is gone', () => {
  const known = async () => {
    answers = [changes([appointment()], { whole: true })]
    await sync()
  }

  test('C3.13 removed and really gone: cancelled in Outlook', async () => {
    await known()
    answers = [changes([], { removed: ['event-1', 'never seen'] })]
    await sync()
    expect((await session())?.standing).toMatchObject({ kind: 'cancelled', through: 'outlook', at: now })
  })

  test('C3.10 what our own decision cancelled stays cancelled by decision', async () => {
    await known()
    await running.change(id, (each) => ({ ...each, standing: { kind: 'cancelled', at: now, through: 'decision' } }))
    answers = [changes([], { removed: ['event-1'] })]
    await sync()
    expect((await session())?.standing).toMatchObject({ through: 'decision' })
  })

  test('C1.21 removed because it was moved out of the window: the new time is taken', async () => {
    await known()
    const far = instant('2029-01-09T18:30:00Z')
    present.set('event-1', appointment({ startsAt: far, endsAt: far.add({ hours: 1 }) }))
    answers = [changes([], { removed: ['event-1'] })]
    await sync()
    expect(await session()).toMatchObject({ standing: { kind: 'standing' }, startsAt: far })
  })

  test('C3.13 absent from a whole reading: asked for, and only then believed', async () => {
    await known()
    answers = [{ kind: 'start-again' }, changes([], { whole: true })]
    present.set('event-1', appointment({ subject: 'Renamed' }))
    await sync()
    expect(await session()).toMatchObject({ standing: { kind: 'standing' }, title: 'Renamed' })
    answers = [{ kind: 'start-again' }, changes([], { whole: true })]
    present.clear()
    await sync()
    expect((await session())?.standing).toMatchObject({ kind: 'cancelled', through: 'outlook' })
  })

  test('while Outlook cannot be asked about it, nothing is believed', async () => {
    await known()
    answers = [changes([], { removed: ['event-1'] })]
    const silent = { ...calendar, read: () => Promise.reject(new Unavailable('graph', 'down')) }
    await expect(syncMailbox(running.council, mailbox, { calendar: silent, lists: nobody, rooms: noRooms }, signal)).rejects.toThrow(
      Unavailable,
    )
    expect((await session())?.standing.kind).toBe('standing')
    expect(await state()).toMatchObject({ cursor: 'after 1' })
  })
})

describe('the mailbox', () => {
  test.each([
    ['has not begun', undefined],
    ['has half the roll written', { unfinished: true }],
  ])('C3.2 is not read while the council’s first import %s: nobody who accepted would be counted', async (_, report) => {
    running = await testCouncil({ now, rulebook: towerHamlets, members: someMembers(3), officers: [anOfficer(901)] })
    if (report) await withRoll(running, report)
    await running.council.mailboxes.save(
      { mailbox, name: 'O', address: 'officer901@thamesbrook.example', shared: false, dirty: true },
      'new',
    )
    expect(await sync()).toEqual({ kind: 'no-roll-yet' })
    expect(asked).toEqual([])
    expect((await running.council.mailboxes.find(mailbox))?.value.dirty).toBe(false) // the next sweep may ask again

    await withRoll(running, { unfinished: true, rollWritten: true })
    expect(await sync()).toMatchObject({ kind: 'synced' })
    await withRoll(running, { unfinished: true }) // a later import: what was read once goes on being read
    expect(await sync()).toMatchObject({ kind: 'synced' })
  })

  test('its mark is taken off, its cursor kept, and the next reading goes on from there', async () => {
    answers = [changes([], { whole: true })]
    await sync()
    expect(await state()).toMatchObject({ dirty: false, cursor: 'after 1', readAt: now })
    await sync()
    expect(asked.map(({ cursor }) => cursor)).toEqual([undefined, 'after 1'])
    expect(asked[1]?.window).toEqual(asked[0]?.window)
  })

  test('a cursor that the server no longer knows: everything is read, and differences applied', async () => {
    answers = [changes([appointment()], { whole: true }), { kind: 'start-again' }, changes([appointment()], { whole: true })]
    await sync()
    expect(await sync()).toMatchObject({ whole: true, sessions: 0 })
    expect(asked.map(({ cursor }) => cursor)).toEqual([undefined, 'after 1', undefined])
  })

  test('an outage leaves the cursor where it stood', async () => {
    answers = [changes([], { whole: true }), new Unavailable('graph', 'down')]
    await sync()
    await expect(sync()).rejects.toThrow(Unavailable)
    expect(await state()).toMatchObject({ cursor: 'after 1' })
  })

  test('one that is closed to us says why, and is open again when it can be read', async () => {
    answers = [{ kind: 'closed-to-us', because: 'not-allowed' }, changes([], { whole: true })]
    expect(await sync()).toEqual({ kind: 'closed-to-us', because: 'not-allowed' })
    expect(await state()).toMatchObject({ closedToUs: 'not-allowed' })
    await sync()
    expect(await state()).not.toHaveProperty('closedToUs')
  })

  test('marked again during the reading, it stays marked; a whole reading asked for meanwhile is not forgotten', async () => {
    answers = [changes([], { whole: true })]
    await sync()
    const during: SyncDeps['calendar'] = {
      ...calendar,
      async changes(...order) {
        const found = await running.council.mailboxes.find(mailbox)
        const { cursor: _, ...rest } = found?.value ?? { mailbox, name: '', address: '', shared: false, dirty: false }
        await running.council.mailboxes.save({ ...rest, dirty: true }, { etag: found?.etag ?? '' })
        return calendar.changes(...order)
      },
    }
    await syncMailbox(running.council, mailbox, { calendar: during, lists: nobody, rooms: noRooms }, signal)
    const after = await state()
    expect(after).toMatchObject({ dirty: true })
    expect(after).not.toHaveProperty('cursor')
  })

  test('C2.4 a whole reading asked for during the first one is not taken for answered by it', async () => {
    const during: SyncDeps['calendar'] = {
      ...calendar,
      async changes(...order) {
        await readCalendarsAnew(running.council) // the roll has just changed
        return calendar.changes(...order)
      },
    }
    await syncMailbox(running.council, mailbox, { calendar: during, lists: nobody, rooms: noRooms }, signal)
    const after = await state()
    expect(after).toMatchObject({ dirty: true })
    expect(after).not.toHaveProperty('cursor')
  })

  test('C2.2 read by two instances at once, the older answer written last does not stay', async () => {
    answers = [changes([appointment()], { whole: true })]
    await sync()
    const answered = (response: 'tentative' | 'declined') =>
      appointment({ attendees: [anInvitee('member1@thamesbrook.example', response), anInvitee('member2@thamesbrook.example')] })
    let between = false
    const slow: SyncDeps['lists'] = {
      async of() {
        if (between) return []
        between = true
        await sync() // the other instance, which was told of the newer answer
        return []
      },
    }
    answers = [changes([answered('tentative')]), changes([answered('declined')]), changes([answered('declined')], { whole: true })]
    await sync(slow)
    expect(await state()).toMatchObject({ dirty: true })
    await sync()
    expect(asked.at(-1)?.cursor).toBeUndefined()
    expect((await session())?.invitations[0]?.response).toBe('declined')
    expect(await state()).toMatchObject({ dirty: false, cursor: 'after 4' })
  })

  test('nobody reads a mailbox that is not known', async () => {
    expect(await syncMailbox(running.council, aPersonId(999), { calendar, lists: nobody, rooms: noRooms }, signal)).toEqual({
      kind: 'no-such-mailbox',
    })
  })

  test('an answer given meanwhile is not lost: what was read is decided again on what there is now', async () => {
    answers = [changes([appointment()], { whole: true })]
    await sync()
    const wanted = { answer: 'accepted', at: now } as const
    let interfered = false
    const lists: SyncDeps['lists'] = {
      async of() {
        if (!interfered) {
          interfered = true
          await running.change(id, (each) => ({
            ...each,
            invitations: each.invitations.map((own) => (own.response === 'none' ? { ...own, wanted } : own)),
          }))
        }
        return []
      },
    }
    answers = [changes([appointment({ place: 'Council Chamber' })])]
    await sync(lists)
    expect(await session()).toMatchObject({
      place: 'Council Chamber',
      invitations: [{ response: 'accepted' }, { response: 'none', wanted: { answer: 'accepted' } }],
    })
  })
})

describe('C1.1 C1.5 an appointment that was tagged in the Outlook add-in', () => {
  const details = { aims: 'Chair a meeting that has got loud', costs: [] }
  const tag = { v: 1, rev: 'abcd1234', kind: 'in-person-training', details }
  const property = JSON.stringify({ quorate: JSON.stringify(tag) })
  const tagged = (given: Partial<Appointment> = {}) => appointment({ categories: ['Red'], property, ...given })

  const refusals = async () => (await running.record(id)).history.flatMap(({ what }) => (what.kind === 'tag-refused' ? [what.because] : []))

  test('is a session with what it says, and carries the category from then on beside its own', async () => {
    answers = [changes([tagged()], { whole: true })]
    await sync()
    expect(await session()).toMatchObject({ kind: 'in-person-training', details: { ...details, version: 1, byName: 'Officer 901' } })
    expect(categorised).toEqual([['event-1', 'Member training']])

    answers = [changes([tagged({ categories: ['Red', 'Member training'] })])]
    await sync()
    expect(categorised).toHaveLength(1)
    expect((await session())?.details?.version).toBe(1)
  })

  test('has its category put on the series and not on each day of it', async () => {
    const series = { iCalUId: 'series', originalStart: startsAt }
    const day = (eventId: string, days: number) => {
      const start = startsAt.add({ hours: 24 * days })
      return tagged({ eventId, masterId: 'master', startsAt: start, endsAt: start, series: { ...series, originalStart: start } })
    }
    answers = [changes([day('a', 0), day('b', 7)], { whole: true })]
    await sync()
    expect(categorised).toEqual([['master', 'Member training']])
    expect(await session(sessionIdOf(thamesbrook, 'series', startsAt))).toMatchObject({ details })
  })

  test.each([
    ['was edited by hand', 'course: chairing'],
    ['has a kind that the council has not', JSON.stringify({ quorate: JSON.stringify({ ...tag, kind: 'juggling' }) })],
  ])('and %s is no session by that, and nothing is written to Outlook', async (_what, spoilt) => {
    answers = [changes([tagged({ property: spoilt })], { whole: true })]
    await sync()
    expect(await session()).toBeUndefined()
    expect(categorised).toEqual([])
  })

  test.each([
    ['no JSON any more', 'course: chairing'],
    ['longer than an add-in writes', property.padEnd(2501)],
  ])('and spoilt by hand, so that it is %s, stays the session that it was, whose answers still count', async (_what, spoilt) => {
    const answered = [anInvitee('member1@thamesbrook.example', 'accepted'), anInvitee('member2@thamesbrook.example', 'declined')]
    answers = [changes([tagged()], { whole: true }), changes([tagged({ property: spoilt, attendees: answered })])]
    await sync()
    await sync()
    expect(await session()).toMatchObject({
      kind: 'in-person-training',
      standing: { kind: 'standing' },
      details,
      refusedTag: { because: 'unreadable', at: now },
      invitations: [{ response: 'accepted' }, { response: 'declined' }],
    })
    expect(await refusals()).toEqual(['unreadable'])
  })

  test('and spoilt by hand says so once in its history, for each writing, until it can be followed again', async () => {
    const written = ['spoilt', 'spoilt', 'spoilt anew', property].map((given) => tagged({ property: given }))
    answers = [changes([tagged()], { whole: true }), ...written.map((each) => changes([each]))]
    for (const many of [0, 1, 1, 2, 2]) {
      await sync()
      expect(await refusals()).toHaveLength(many)
    }
    expect(await session()).not.toHaveProperty('refusedTag')
  })

  test('and lost its tag is a session no more, and none again by what nobody can read', async () => {
    answers = [changes([tagged()], { whole: true }), changes([tagged({ property: '{}' })]), changes([tagged({ property: 'spoilt' })])]
    await sync()
    await sync()
    expect((await session())?.standing.kind).toBe('untagged')
    await sync()
    expect((await session())?.standing.kind).toBe('untagged')
  })

  test('from which the last invitation was taken is asked for its tag, and is still a session', async () => {
    const { property: _unread, ...bare } = tagged({ attendees: [] })
    answers = [changes([tagged()], { whole: true }), changes([bare]), changes([bare])]
    await sync()
    present.set('event-1', tagged({ attendees: [] }))
    await sync()
    expect(await session()).toMatchObject({ standing: { kind: 'standing' }, invitations: [] })
    present.set('event-1', bare) // its tag is gone too
    await sync()
    expect((await session())?.standing.kind).toBe('untagged')
  })

  test('with details that do not fit the rulebook is a session, of which nothing is half put down', async () => {
    const unfit = { ...tag, details: { ...details, meets: ['no-such-rule'] } }
    answers = [changes([tagged({ property: JSON.stringify({ quorate: JSON.stringify(unfit) }) })], { whole: true })]
    await sync()
    expect(await session()).toMatchObject({ kind: 'in-person-training' })
    expect(await session()).not.toHaveProperty('details')
    expect(await session()).toMatchObject({ refusedTag: { because: 'does-not-fit' } })
    expect(await refusals()).toEqual(['does-not-fit'])
  })

  test('keeps no other from being read where nobody knows whether it took the category', async () => {
    const other = tagged({ eventId: 'event-2', iCalUId: 'ical-2' })
    answers = [changes([tagged(), other], { whole: true })]
    const tried: string[] = []
    const odd: SyncDeps['calendar'] = {
      ...calendar,
      categorise: (_, eventId) => (tried.push(eventId), Promise.resolve({ kind: 'unknown' })),
    }
    await syncMailbox(running.council, mailbox, { calendar: odd, lists: nobody, rooms: noRooms }, signal)
    expect(tried).toEqual(['event-1', 'event-2'])
    expect(await state()).toMatchObject({ cursor: 'after 1' })
  })

  test('is read again where its calendar asked to wait with the category', async () => {
    answers = [changes([tagged()], { whole: true })]
    const silent = { ...calendar, categorise: () => Promise.reject(new Unavailable('graph', 'silent')) }
    await expect(syncMailbox(running.council, mailbox, { calendar: silent, lists: nobody, rooms: noRooms }, signal)).rejects.toThrow(
      'silent',
    )
    expect((await state())?.cursor).toBeUndefined()
  })
})
