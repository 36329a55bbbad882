import { describe, expect, test } from 'vitest'
import { instant } from '../kernel/time.ts'
import {
  aPersonId,
  aSession,
  anAppointment,
  anInvitation,
  anInvitee,
  arrangedAt,
  someMembers,
  startsAt,
  thamesbrook,
  towerHamlets,
} from '../testing/builders.ts'
import type { Invitee } from './appointment.ts'
import type { Reading } from './observed.ts'
import { observed, untagged, vanished } from './observed.ts'
import type { Session } from './session.ts'

const later = instant('2026-10-02T09:00:00Z')
const answeredAt = instant('2026-09-20T09:00:00Z')
const moved = startsAt.add({ hours: 24 })

function reading(given: Partial<Reading> & { readonly appointment?: Reading['appointment'] } = {}): Reading {
  return {
    council: thamesbrook,
    mailbox: aPersonId(901),
    appointment: anAppointment(),
    sessionKind: 'in-person-training',
    lists: [],
    rooms: [],
    members: someMembers(9),
    officers: [],
    rulebook: towerHamlets,
    readAt: arrangedAt,
    ...given,
  }
}

const accepted = anInvitee('member1@thamesbrook.example', 'accepted', { respondedAt: answeredAt })
const unanswered = anInvitee('member1@thamesbrook.example', 'none')

/** The session of Member 1, who accepted it, read again later with these rows at this start. */
function readAgain(attendees: readonly Invitee[], start = startsAt, given: Partial<Reading> = {}): ReturnType<typeof observed> {
  const first = observed(reading({ appointment: anAppointment({ attendees: [accepted] }) })).session
  return observed(reading({ appointment: anAppointment({ attendees, startsAt: start }), previous: first, readAt: later, ...given }))
}

test('C1.1 a session has the title, kind, times, place, organiser and invitees of its calendar entry', () => {
  const { session, history } = observed(reading())
  expect(session).toMatchObject({
    title: 'Chairing a difficult meeting',
    kind: 'in-person-training',
    delivery: 'in-person',
    startsAt,
    endsAt: startsAt.add({ hours: 2 }),
    place: 'Town Hall Room 2',
    organiser: { name: 'Officer 901' },
    invitations: [{ memberId: 'm1', response: 'none' }],
    standing: { kind: 'standing' },
    undersubscribed: { kind: 'none' },
  })
  expect(history).toEqual([{ at: arrangedAt, what: { kind: 'invited', members: 1 } }])
})

test('C1.1 read again unchanged, it gains nothing', () => {
  const first = observed(reading())
  const again = observed(reading({ previous: first.session, readAt: later }))
  expect(again.history).toEqual([])
  expect(again.session).toEqual({ ...first.session, readAt: later })
})

test('C2.1 a change of answer is kept with the time at which it was given', () => {
  const at = instant('2026-09-30T19:00:00Z')
  const { session, history } = readAgain([anInvitee('member1@thamesbrook.example', 'declined', { respondedAt: at })])
  expect(session.invitations).toMatchObject([{ response: 'declined' }])
  expect(history).toEqual([{ at, what: { kind: 'responded', memberId: 'm1', from: 'accepted', to: 'declined' } }])
})

test('C2.2 the session says when Outlook was last read', () => {
  expect(readAgain([accepted]).session.readAt.equals(later)).toBe(true)
})

test('C1.21 moved in Outlook, which forgets the answers, an acceptance is shown as needing confirmation and not counted', () => {
  const { session, history } = readAgain([unanswered], moved)
  expect(session.startsAt.equals(moved)).toBe(true)
  expect(session.movedAt?.equals(later)).toBe(true)
  expect(session.invitations).toMatchObject([{ response: 'none', answeredOldTime: 'accepted' }])
  expect(history).toEqual([{ at: later, what: { kind: 'moved', from: startsAt, to: moved } }])
})

test.each([
  ['earlier', arrangedAt],
  ['at the same moment', later],
  ['later, by the clock of another instance', later.add({ seconds: 2 })],
])('C1.21 a move closes the open question about the old time, asked %s', (_when, openedAt) => {
  const open = { kind: 'open', round: 1, openedAt, decideBy: startsAt } as const
  const previous = { ...observed(reading()).session, undersubscribed: open }
  const still = observed(reading({ previous, readAt: later }))
  expect(still.session.undersubscribed).toEqual(open)
  const { session, history } = observed(reading({ appointment: anAppointment({ startsAt: moved }), previous, readAt: later }))
  expect(session.undersubscribed).toEqual({ kind: 'closed', round: 1, closedAt: later, because: 'moved' })
  expect(history.map((line) => line.what.kind)).toEqual(['moved', 'closed'])
})

test('C1.21 an old answer that Outlook still holds is not taken for one to the new time', () => {
  const { session } = readAgain([accepted], moved)
  expect(session.invitations).toMatchObject([{ response: 'none', answeredOldTime: 'accepted' }])
  const again = observed(
    reading({ appointment: anAppointment({ attendees: [accepted], startsAt: moved }), previous: session, readAt: later.add({ hours: 1 }) }),
  )
  expect(again.session.invitations).toMatchObject([{ response: 'none', answeredOldTime: 'accepted' }])
})

test('C1.21 where the council keeps answers, the acceptance counts and is still shown as needing confirmation', () => {
  const keep = { rulebook: { ...towerHamlets, responses: { ...towerHamlets.responses, onMove: 'keep' as const } } }
  const { session } = readAgain([unanswered], moved, keep)
  expect(session.invitations).toMatchObject([{ response: 'accepted', answeredOldTime: 'accepted' }])
  const again = observed(
    reading({ appointment: anAppointment({ attendees: [unanswered], startsAt: moved }), previous: session, readAt: later, ...keep }),
  )
  expect(again.session.invitations).toMatchObject([{ response: 'accepted', answeredOldTime: 'accepted' }])
  expect(again.history).toEqual([])
})

test.each(['reset', 'keep'] as const)('C1.21 an answer to the new time needs no confirmation (%s)', (onMove) => {
  const rulebook = { ...towerHamlets, responses: { ...towerHamlets.responses, onMove } }
  const first = readAgain([unanswered], moved, { rulebook }).session
  const confirmed = anInvitee('member1@thamesbrook.example', 'accepted', { respondedAt: later.add({ hours: 2 }) })
  const { session } = observed(
    reading({
      appointment: anAppointment({ attendees: [confirmed], startsAt: moved }),
      previous: first,
      rulebook,
      readAt: later.add({ hours: 3 }),
    }),
  )
  expect(session.invitations).toEqual([{ memberId: 'm1', response: 'accepted', respondedAt: later.add({ hours: 2 }), through: 'named' }])
})

test('C1.21 an answer to the new time counts even if Outlook gives it no time', () => {
  const first = readAgain([unanswered], moved).session
  const { session } = observed(
    reading({
      appointment: anAppointment({ attendees: [anInvitee('member1@thamesbrook.example', 'accepted')], startsAt: moved }),
      previous: first,
      readAt: later.add({ hours: 3 }),
    }),
  )
  expect(session.invitations).toMatchObject([{ response: 'accepted', respondedAt: later.add({ hours: 3 }) }])
  expect(session.invitations[0]).not.toHaveProperty('answeredOldTime')
})

test('C1.21 whoever had not answered has nothing to confirm', () => {
  const first = observed(reading()).session
  const { session } = observed(reading({ appointment: anAppointment({ startsAt: moved }), previous: first, readAt: later }))
  expect(session.invitations).toEqual([{ memberId: 'm1', response: 'none', through: 'named' }])
})

test('C1.21 another room keeps every answer', () => {
  const first = observed(reading({ appointment: anAppointment({ attendees: [accepted] }) })).session
  const { session, history } = observed(
    reading({ appointment: anAppointment({ attendees: [accepted], place: 'Committee Room 1' }), previous: first, readAt: later }),
  )
  expect(session.invitations).toMatchObject([{ response: 'accepted' }])
  expect(session).not.toHaveProperty('movedAt')
  expect(history).toEqual([{ at: later, what: { kind: 'place-changed', from: 'Town Hall Room 2', to: 'Committee Room 1' } }])
})

test('C1.21 a longer session is a move too, since Outlook forgets the answers', () => {
  const endsAt = startsAt.add({ hours: 3 })
  const first = observed(reading({ appointment: anAppointment({ attendees: [accepted] }) })).session
  const { session, history } = observed(
    reading({ appointment: anAppointment({ attendees: [unanswered], endsAt }), previous: first, readAt: later }),
  )
  expect(session.invitations).toMatchObject([{ response: 'none', answeredOldTime: 'accepted' }])
  expect(history.map((line) => line.what.kind)).toEqual(['length-changed'])
})

test('C1.21 a decision was about the session as it stood: moved, it is another question', () => {
  const knowing = { counts: { accepted: 4, tentative: 0, declined: 0, none: 0 }, minimum: 6, readAt: arrangedAt, otherRuns: [] }
  const decision = { choice: 'run', by: aPersonId(901), byName: 'Officer 901', at: arrangedAt, reasonId: 'repeat-full', knowing } as const
  const previous: Session = { ...observed(reading()).session, decision }
  expect(observed(reading({ previous, readAt: later })).session.decision).toEqual(decision)
  expect(observed(reading({ appointment: anAppointment({ startsAt: moved }), previous, readAt: later })).session).not.toHaveProperty(
    'decision',
  )
})

test('C2.1 who was added and who was left out since is told in numbers', () => {
  const rows = [2, 3].map((number) => anInvitee(`member${number}@thamesbrook.example`))
  expect(readAgain(rows).history.map((line) => line.what)).toEqual([
    { kind: 'invitation-widened', members: 2 },
    { kind: 'invitation-narrowed', members: 1 },
  ])
})

test('what a Member asked Quorate to tell Outlook is kept until Outlook shows it', () => {
  const first = observed(reading()).session
  const asked = { answer: 'accepted', at: later } as const
  const previous = { ...first, invitations: [anInvitation(1, 'none', { wanted: asked })] }
  expect(observed(reading({ previous, readAt: later.add({ minutes: 1 }) })).session.invitations).toMatchObject([{ wanted: asked }])
  const shown = anAppointment({ attendees: [anInvitee('member1@thamesbrook.example', 'accepted', { respondedAt: later })] })
  const told = observed(reading({ appointment: shown, previous, readAt: later.add({ minutes: 2 }) })).session
  expect(told.invitations[0]).not.toHaveProperty('wanted')
})

test('C3.13 a session that is gone from the calendar was cancelled in Outlook, and has no reason yet', () => {
  const { session, history } = vanished(aSession(), later)
  expect(session.standing).toEqual({ kind: 'cancelled', at: later, through: 'outlook' })
  expect(history).toEqual([{ at: later, what: { kind: 'cancelled-in-outlook' } }])
})

test('C3.14 a cancelled session keeps its answers', () => {
  expect(vanished(aSession({ accepted: 3, none: 2 }), later).session.invitations).toHaveLength(5)
})

test('C3.13 a session cancelled here vanishes because of that', () => {
  const cancelled = aSession({ standing: { kind: 'cancelled', at: arrangedAt, through: 'decision' } })
  expect(vanished(cancelled, later)).toMatchObject({ session: { standing: cancelled.standing }, history: [] })
})

test.each([
  [startsAt.subtract({ seconds: 1 }), 'cancelled'],
  [startsAt, 'standing'], // tidied away afterwards
])('C3.13 gone at %s, it is %s', (at, standing) => {
  expect(vanished(aSession(), at).session.standing.kind).toBe(standing)
})

test('C3.13 one whose appointment was restored in Outlook stands again, and says so; one cancelled by decision does not', () => {
  const gone = vanished(aSession({ accepted: 1 }), later).session
  const restored = observed(reading({ previous: gone, readAt: later.add({ seconds: 1 }) }))
  expect(restored.session.standing).toEqual({ kind: 'standing' })
  expect(restored.history).toContainEqual({ at: later.add({ seconds: 1 }), what: { kind: 'restored-in-outlook' } })
  // Read before it was cancelled and written after: it stays cancelled.
  expect(observed(reading({ previous: gone, readAt: later })).session.standing).toEqual(gone.standing)
  const decided = { ...gone, standing: { kind: 'cancelled', at: later, through: 'decision' } } as const
  expect(observed(reading({ previous: decided, readAt: later.add({ hours: 1 }) })).session.standing).toEqual(decided.standing)
})

test('C1.21 another appointment in the place of the old one has none of its answers: they need confirming', () => {
  const previous = aSession({ invitations: [anInvitation(1, 'accepted')] })
  const { session } = observed(reading({ previous, appointment: anAppointment({ iCalUId: 'another' }) }))
  expect(session).toMatchObject({ startsAt: previous.startsAt, invitations: [{ response: 'none', answeredOldTime: 'accepted' }] })
})

test('C1.1 without its category it is kept and raised; with it again it is a session again', () => {
  const lost = untagged(aSession(), later)
  expect(lost).toMatchObject({ session: { standing: { kind: 'untagged', at: later } }, history: [{ what: { kind: 'untagged' } }] })
  expect(untagged(lost.session, later).history).toEqual([])
  const found = observed(reading({ previous: lost.session, readAt: later.add({ hours: 1 }) }))
  expect(found.session.standing).toEqual({ kind: 'standing' })
  expect(found.history).toContainEqual({ at: later.add({ hours: 1 }), what: { kind: 'tagged-again' } })
})

const given = { aims: 'Chair a meeting that has got loud', costs: [] }
const tag = { kind: 'in-person-training', digest: 'one', given }

test('C1.5 what the add-in’s tag says is put down in the organiser’s name, and the history says so', () => {
  const { session, history } = observed(reading({ tag }))
  expect(session.details).toEqual({ ...given, version: 1, by: aPersonId(901), byName: 'Officer 901', at: arrangedAt, fromTag: 'one' })
  expect(history).toContainEqual({ at: arrangedAt, what: { kind: 'details-set', byName: 'Officer 901' } })
})

test('C1.5 the same tag read again puts nothing down, and another takes its place with the next version', () => {
  const first = observed(reading({ tag })).session
  const again = observed(reading({ tag, previous: first, readAt: later }))
  expect(again.session.details).toEqual(first.details)
  expect(again.history).toEqual([])
  const other = observed(reading({ tag: { ...tag, digest: 'two', given: { costs: [] } }, previous: first, readAt: later })).session
  expect(other.details).toMatchObject({ version: 2, fromTag: 'two' })
  expect(other.details).not.toHaveProperty('aims')
})

test('C1.5 a tag that changes after an officer put something down in Quorate leaves that as it stands', () => {
  const first = observed(reading()).session
  const details = { ...given, aims: 'In Quorate', version: 3, by: aPersonId(902), byName: 'Officer 902', at: arrangedAt }
  const { session, history } = observed(reading({ tag, previous: { ...first, details }, readAt: later }))
  expect(session.details).toEqual(details)
  expect(history).toEqual([])
})

test('C14.4 a tag that names another run takes that one’s course, and keeps it when it is read again', () => {
  const repeat = { ...tag, given: { ...given, repeatOf: aSession().id }, otherCourse: 'another-course' as Session['courseId'] }
  const first = observed(reading({ tag: repeat })).session
  expect(first.courseId).toBe('another-course')
  expect(observed(reading({ tag: repeat, previous: first, readAt: later })).session.courseId).toBe('another-course')
})

describe('C1.5 what stands in the place of a tag that could be followed', () => {
  const refusedTag = { because: 'unreadable', digest: 'spoilt' } as const
  const lines = (found: ReturnType<typeof observed>) => found.history.filter(({ what }) => what.kind === 'tag-refused')

  test('is kept with when it was first seen, and told once', () => {
    const first = observed(reading({ refusedTag }))
    expect(first.session.refusedTag).toEqual({ ...refusedTag, at: first.session.readAt })
    expect(lines(first)).toMatchObject([{ what: { because: 'unreadable' } }])
    const again = observed(reading({ refusedTag, previous: first.session, readAt: later }))
    expect(again.session.refusedTag).toEqual(first.session.refusedTag)
    expect(lines(again)).toEqual([])
    const other = observed(reading({ refusedTag: { ...refusedTag, digest: 'anew' }, previous: first.session, readAt: later }))
    expect(other.session.refusedTag).toMatchObject({ digest: 'anew', at: later })
    expect(lines(other)).toHaveLength(1)
  })

  test('is forgotten once it can be followed, or is gone', () => {
    const { session } = observed(reading({ refusedTag }))
    expect(observed(reading({ tag, previous: session, readAt: later })).session).not.toHaveProperty('refusedTag')
    expect(observed(reading({ previous: session, readAt: later })).session).not.toHaveProperty('refusedTag')
  })

  test('is nobody’s trouble where an officer put down in Quorate what holds, or where that very writing was followed before', () => {
    const { session } = observed(reading({ tag }))
    const { fromTag: _tag, ...details } = session.details ?? { version: 1, by: aPersonId(901), byName: 'O', at: later, costs: [] }
    expect(observed(reading({ refusedTag, previous: { ...session, details }, readAt: later })).session).not.toHaveProperty('refusedTag')
    const unfit = { because: 'does-not-fit', digest: tag.digest } as const
    expect(observed(reading({ refusedTag: unfit, previous: session, readAt: later })).session).not.toHaveProperty('refusedTag')
    expect(observed(reading({ refusedTag, previous: session, readAt: later })).session).toHaveProperty('refusedTag')
  })
})
