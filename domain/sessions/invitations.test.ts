import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { day, instant } from '../kernel/time.ts'
import { aMember, anAppointment, anInvitation, anInvitee, anOfficer, someMembers, towerHamlets } from '../testing/builders.ts'
import type { Invitee, ListSeen } from './appointment.ts'
import type { Invited } from './invitations.ts'
import { invitationsOf, stillWanted } from './invitations.ts'
import { countsOf } from './response.ts'

const readAt = instant('2026-10-01T09:00:00Z')
const early = instant('2026-09-20T09:00:00Z')
const late = instant('2026-09-25T09:00:00Z')
const list = 'all-members@thamesbrook.example'

function invited(attendees: readonly Invitee[], given: Partial<Invited> = {}): ReturnType<typeof invitationsOf> {
  const appointment = anAppointment({ attendees })
  return invitationsOf({
    appointment,
    lists: [],
    rooms: [],
    members: someMembers(5),
    officers: [],
    rulebook: towerHamlets,
    readAt,
    ...given,
  })
}

function aList(...numbers: readonly number[]): ListSeen {
  const people = numbers.map((number) => ({ name: `Member ${number}`, addresses: [`member${number}@thamesbrook.example`] }))
  return { address: list, outcome: { kind: 'people', people } }
}

const member = (number: number, ...given: readonly [Invitee['response']?, Partial<Invitee>?]) =>
  anInvitee(`member${number}@thamesbrook.example`, ...given)

test('C2.4 a Member named and on a list counts once, with their own answer', () => {
  const { invitations } = invited([member(1, 'accepted', { respondedAt: early }), anInvitee(list)], { lists: [aList(1, 2)] })
  expect(invitations).toHaveLength(2)
  expect(invitations[0]).toMatchObject({ memberId: 'm1', response: 'accepted', respondedAt: early })
})

test('C2.4 of two addresses of one Member, the answer given last counts', () => {
  const members = [aMember(1, { addresses: ['rook@thamesbrook.example', 'elspeth@thamesbrook.example'] })]
  const rows = [
    anInvitee('elspeth@thamesbrook.example', 'declined', { respondedAt: late }),
    anInvitee('ROOK@thamesbrook.example', 'accepted', { respondedAt: early }),
  ]
  for (const attendees of [rows, rows.toReversed()]) {
    expect(invited(attendees, { members }).invitations).toMatchObject([{ response: 'declined', respondedAt: late }])
  }
})

test('C2.4 of two addresses, an answer without a time counts over none', () => {
  const members = [aMember(1, { addresses: ['rook@thamesbrook.example', 'elspeth@thamesbrook.example'] })]
  const rows = [
    anInvitee('elspeth@thamesbrook.example', 'tentative'),
    anInvitee('rook@thamesbrook.example', 'none', { respondedAt: late }), // Outlook sets times beside no answer too
  ]
  for (const attendees of [rows, rows.toReversed()]) {
    expect(invited(attendees, { members }).invitations).toMatchObject([{ response: 'tentative' }])
  }
})

test('C2.5 each Member on a list is invited, and who has not replied is counted as no answer', () => {
  const { invitations, others } = invited([anInvitee(list, 'accepted'), member(2, 'declined')], { lists: [aList(1, 2, 3)] })
  expect(countsOf(invitations.map((each) => each.response))).toEqual({ accepted: 0, tentative: 0, declined: 1, none: 2 })
  expect(others).toEqual([{ kind: 'list', name: list, address: list, response: 'none', list: { kind: 'expanded', members: 3 } }])
})

test('C2.5 a list that cannot be opened is said so, and is still nobody', () => {
  const { invitations, others } = invited([anInvitee(list, 'accepted')], { lists: [{ address: list, outcome: { kind: 'unresolvable' } }] })
  expect(invitations).toEqual([])
  expect(others).toMatchObject([{ kind: 'list', response: 'none', list: { kind: 'unresolvable' } }])
})

test('C2.5 officers on a list are reached by it and not counted', () => {
  const lists: readonly ListSeen[] = [
    { address: list, outcome: { kind: 'people', people: [{ name: 'Officer', addresses: ['officer901@thamesbrook.example'] }] } },
  ]
  expect(invited([anInvitee(list)], { lists }).invitations).toEqual([])
})

test('C2.4 it is kept how the invitation reached each Member', () => {
  const { invitations } = invited([member(1), member(2), member(3, 'accepted'), anInvitee(list)], { lists: [aList(2, 3, 4)] })
  // Outlook adds a row for somebody on a list only when they answer: Member 3 was never named.
  expect(invitations.map((each) => [each.memberId, each.through])).toEqual([
    ['m1', 'named'],
    ['m2', 'both'],
    ['m3', 'list'],
    ['m4', 'list'],
  ])
})

test('C2.4 a Member who was named stays named when they answer', () => {
  const previous = { invitations: [anInvitation(1, 'none', { through: 'both' }), anInvitation(2, 'none', { through: 'list' })], others: [] }
  const { invitations } = invited([member(1, 'accepted'), member(2, 'accepted'), anInvitee(list)], { lists: [aList(1, 2)], previous })
  expect(invitations.map((each) => each.through)).toEqual(['both', 'list'])
})

test('C2.4 a Member who comes later, by name and through no list, had it forwarded; one who was no Member before had not', () => {
  const trainer = { kind: 'presenter', name: 'P', address: 'member4@thamesbrook.example', response: 'none' } as const
  const previous = { invitations: [anInvitation(1), anInvitation(2, 'none', { through: 'forwarded' })], others: [trainer] }
  const rows = [1, 2, 3, 4].map((number) => member(number))
  const { invitations } = invited([...rows, anInvitee(list)], { previous, lists: [aList(5)] })
  expect(invitations.map((each) => each.through)).toEqual(['named', 'forwarded', 'forwarded', 'named', 'list'])
  expect(invited(rows).invitations.map((each) => each.through)).toEqual(['named', 'named', 'named', 'named'])
})

test('C1.15 a room that was booked holds what Outlook knows, and while nobody can ask, what was known before', () => {
  const rows = [anInvitee('room2@thamesbrook.example', 'accepted', { type: 'resource' })]
  const seen = invited(rows, { rooms: [{ address: 'room2@thamesbrook.example', capacity: 16 }] })
  expect(seen.others).toMatchObject([{ kind: 'room', capacity: 16 }])
  expect(invited(rows, { previous: seen }).others).toMatchObject([{ kind: 'room', capacity: 16 }])
  expect(invited(rows, { previous: seen, rooms: [{ address: 'ROOM2@thamesbrook.example', capacity: 20 }] }).others).toMatchObject([
    { capacity: 20 },
  ])
  expect(invited(rows).others[0]).not.toHaveProperty('capacity')
})

test('C3.3 officers, presenters, partners and rooms are never among the Members', () => {
  const { invitations, others } = invited(
    [
      member(1, 'accepted'),
      anInvitee('officer902@thamesbrook.example', 'accepted'),
      anInvitee('head.of.planning@thamesbrook.example', 'accepted'),
      anInvitee('trainer@farrow-lyle.example', 'accepted'),
      anInvitee('friend@partner.example', 'accepted'),
      anInvitee('friend@ward.partner.example', 'accepted'),
      anInvitee('someone@not-partner.example', 'accepted'),
      anInvitee('room2@thamesbrook.example', 'accepted', { type: 'resource' }),
    ],
    { officers: [anOfficer(902)], rulebook: { partners: { domains: ['partner.example'], organisations: [] } } },
  )
  expect(invitations).toHaveLength(1)
  expect(others.map((other) => other.kind)).toEqual(['officer', 'presenter', 'presenter', 'partner', 'partner', 'presenter', 'room'])
})

test.each([
  { domains: ['cab@post.example'], organisations: [] },
  { domains: [], organisations: [{ name: 'Citizens Advice', domains: ['cab@post.example'], contacts: ['events@post.example'] }] },
])('C1.16 a partner named by address is a partner, and others of that domain are not', (partners) => {
  const rows = [anInvitee('cab@post.example'), anInvitee('other@post.example')]
  expect(invited(rows, { rulebook: { partners } }).others.map((other) => other.kind)).toEqual(['partner', 'presenter'])
})

test('C3.3 the organiser is no invitee, even where Outlook lists them', () => {
  const organising = [aMember(1, { addresses: ['officer901@thamesbrook.example'] })]
  const { invitations, others } = invited([anInvitee('Officer901@thamesbrook.example', 'accepted')], { members: organising })
  expect([...invitations, ...others]).toEqual([])
})

test.each([
  [{ to: day('2026-10-26') }, 0],
  [{ to: day('2026-10-27') }, 1],
  [{ from: day('2026-10-28') }, 0],
])('C3.3 whoever holds no office on the day of the session is no Member there: %o', (term, count) => {
  expect(invited([member(1, 'accepted')], { members: [aMember(1, term)] }).invitations).toHaveLength(count)
})

test('C2.1 an answer to which Outlook gives no time has the time at which it was first seen', () => {
  const first = invited([member(1, 'accepted')]).invitations
  expect(first).toMatchObject([{ respondedAt: readAt }])
  const again = invited([member(1, 'accepted')], {
    previous: { invitations: first, others: [] },
    readAt: readAt.add({ hours: 1 }),
  }).invitations
  expect(again).toMatchObject([{ respondedAt: readAt }])
})

test('C2.1 a time beside no answer is not shown', () => {
  expect(invited([member(1, 'none', { respondedAt: early })]).invitations).toEqual([{ memberId: 'm1', response: 'none', through: 'named' }])
})

test.each([
  ['the same answer', { response: 'declined', respondedAt: late }, false],
  ['an answer given since', { response: 'accepted', respondedAt: late }, false],
  ['the answer before it', { response: 'accepted', respondedAt: early.subtract({ hours: 1 }) }, true],
  ['no answer', { response: 'none' }, true],
] as const)('what a Member asked for is remembered while Outlook shows %s: kept %s', (_what, shown, kept) => {
  const before = anInvitation(1, 'accepted', { wanted: { answer: 'declined', at: early } })
  expect(stillWanted(before, anInvitation(1, shown.response, shown)) !== undefined).toBe(kept)
})

test('C2.4 C2.5 however rows and lists overlap, nobody is invited twice and nobody on them is left out', () => {
  const numbers = fc.array(fc.integer({ min: 1, max: 8 }), { maxLength: 12 })
  fc.assert(
    fc.property(numbers, numbers, (named, onList) => {
      const { invitations } = invited([...named.map((number) => member(number)), anInvitee(list)], {
        members: someMembers(5),
        lists: [aList(...onList)],
      })
      const reached = new Set([...named, ...onList].filter((number) => number <= 5).map((number) => `m${number}`))
      expect(invitations.map((each) => String(each.memberId)).toSorted((one, other) => one.localeCompare(other))).toEqual(
        [...reached].toSorted((one, other) => one.localeCompare(other)),
      )
    }),
  )
})
