import { expect, test } from 'vitest'
import { aContext, aMember, aPersonId, aSession, anInvitation, anOfficer, someMembers, startsAt } from '../testing/builders.ts'
import type { Session, Standing } from '../sessions/session.ts'
import { shortNoticeFrom } from '../sessions/short-notice.ts'
import { towerHamlets } from '../testing/builders.ts'
import { cancellationDuties } from './cancellation.ts'
import type { OwedContext } from './owed-context.ts'

const last = shortNoticeFrom(startsAt, towerHamlets)
const short = last.add({ seconds: 1 })
const answers = { accepted: 2, tentative: 1, declined: 1, none: 1 } // Members 1 to 5

function cancelled(standing: Partial<Extract<Standing, { kind: 'cancelled' }>> = {}): Session {
  return aSession({ ...answers, standing: { kind: 'cancelled', at: short, through: 'decision', ...standing } })
}

function kindsOf(session: Session, context: Partial<OwedContext> = {}) {
  return cancellationDuties(session, aContext(short, context)).map(({ purpose, channel }) => [purpose.kind, channel])
}

test('C3.10 a session that stands owes nothing of the kind', () => {
  expect(kindsOf(aSession(answers))).toEqual([])
})

test('C3.10 cancelled in time by an officer, the calendars are cleared and nobody is texted', () => {
  expect(kindsOf(cancelled({ at: last }))).toEqual([['cancel-event', 'calendar']])
})

test('C3.11 cancelled at short notice, each Member who accepted or said tentative is texted besides', () => {
  const duties = cancellationDuties(cancelled(), aContext(short))
  expect(duties.map(({ purpose }) => ('memberId' in purpose ? purpose.memberId : purpose.kind))).toEqual(['cancel-event', 'm1', 'm2', 'm3'])
  expect(duties.at(1)).toMatchObject({ channel: 'text', notBefore: short, notAfter: startsAt })
})

test('C3.11 whether notice was short is judged at the cancelling, not at the sending', () => {
  expect(cancellationDuties(cancelled({ at: last }), aContext(short.add({ hours: 30 })))).toHaveLength(1)
})

test('C3.11 somebody who accepted the time before a move is told too', () => {
  const moved = anInvitation(9, 'none', { answeredOldTime: 'accepted' })
  const declinedSince = anInvitation(8, 'none', { answeredOldTime: 'accepted', wanted: { answer: 'declined', at: short } })
  const session = { ...cancelled(), invitations: [moved, declinedSince] }
  expect(cancellationDuties(session, aContext(short)).map(({ purpose }) => purpose)).toEqual([
    { kind: 'cancel-event' },
    { kind: 'cancellation-notice', memberId: 'm9' },
  ])
})

test('C3.12 C4.14 no text to whoever has no usable mobile or takes no texts: they are rung', () => {
  const members = [
    aMember(1, { mobile: { kind: 'none' } }),
    aMember(2, { texts: { reminders: false, combine: false } }),
    aMember(3, { mobile: { kind: 'unusable', given: '12', because: 'not-a-number' } }),
  ]
  expect(kindsOf(cancelled(), { members })).toEqual([['cancel-event', 'calendar']])
})

test('C3.13 cancelled in Outlook, the organiser is asked why, and the short-notice steps begin', () => {
  const kinds = kindsOf(cancelled({ through: 'outlook' }))
  expect(kinds).toEqual([
    ['ask-reason', 'card'],
    ['cancellation-notice', 'text'],
    ['cancellation-notice', 'text'],
    ['cancellation-notice', 'text'],
  ])
})

test('C3.13 an organiser who is no officer, or a shared mailbox, is asked by email', () => {
  expect(kindsOf(cancelled({ through: 'outlook', at: last }), { officers: [anOfficer(902)] })).toEqual([['ask-reason', 'email']])
})

test('C3.13 once the reason is given nobody is asked', () => {
  const reason = { id: 'other', by: aPersonId(901), byName: 'Officer 901', at: short }
  expect(kindsOf(cancelled({ through: 'outlook', at: last, reason }))).toEqual([])
})

test('C3.11 nobody is told of a session that would have begun', () => {
  expect(cancellationDuties(cancelled(), aContext(startsAt, { members: someMembers(5) })).map(({ purpose }) => purpose.kind)).toEqual([
    'cancel-event',
  ])
})
