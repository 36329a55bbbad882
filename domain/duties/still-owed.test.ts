import { expect, test } from 'vitest'
import { sessionId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/time.ts'
import { day, instant } from '../kernel/time.ts'
import {
  aContext,
  aDutyRecord,
  aMember,
  aMemberId,
  aPersonId,
  aRecord,
  aSession,
  anInvitation,
  reviewAt,
  someMembers,
  startsAt,
} from '../testing/builders.ts'
import type { Response } from '../sessions/response.ts'
import type { Session } from '../sessions/session.ts'
import type { SessionRecord } from '../sessions/session-record.ts'
import type { Channel, Purpose } from './duty.ts'
import { dutyOf } from './duty-ids.ts'
import type { OwedContext } from './owed-context.ts'
import { stillOwed } from './still-owed.ts'

const weekBeforeAt = instant('2026-10-20T09:00:00Z')
const morningAt = instant('2026-10-27T08:00:00Z')
const m1 = aMemberId(1)
const one = sessionId('s1')
const cancelledHere = { kind: 'cancelled', at: morningAt, through: 'decision' } as const
const cancelledInOutlook = { kind: 'cancelled', at: morningAt, through: 'outlook' } as const

const purposes = {
  weekBefore: { kind: 'reminder', reminder: 'week-before', memberId: m1 },
  morningOf: { kind: 'reminder', reminder: 'morning-of', memberId: m1 },
  nudge: { kind: 'nudge', memberId: m1, number: 1 },
  notice: { kind: 'cancellation-notice', memberId: m1 },
  card: { kind: 'decision-card', officerId: aPersonId(901), round: 1 },
  escalation: { kind: 'escalation', officerId: aPersonId(901), round: 1 },
  askReason: { kind: 'ask-reason', officerId: aPersonId(901) },
  cancelEvent: { kind: 'cancel-event' },
  answer: { kind: 'answer', memberId: m1, answer: 'accepted', number: 1 },
} as const satisfies Record<string, Purpose>

function verdict(
  purpose: Purpose,
  now: Instant,
  given: {
    session?: Partial<Session>
    channel?: Channel
    record?: Partial<SessionRecord>
    context?: Partial<OwedContext>
    from?: Instant
    until?: Instant
  },
): string {
  const { session = {}, channel = 'text', record = {}, context = {}, from = now, until } = given
  const duty = dutyOf(one, purpose, channel, { notBefore: from, ...(until ? { notAfter: until } : {}) })
  const whole = aRecord(aSession({ accepted: 1, ...session }), record)
  const answer = stillOwed(duty, whole, aContext(now, { members: someMembers(3), ...context }))
  return answer.kind === 'skip' ? answer.because : 'owed'
}

const answered = (response: Response) => ({ session: { invitations: [anInvitation(1, response)] } })

test.each([
  ['accepted', 'owed', 'owed'],
  ['tentative', 'owed', 'owed'],
  ['none', 'owed', 'not-needed'],
  ['declined', 'declined', 'declined'],
] as const)(
  'C4.10 for a Member who has %s by then, the week-before reminder is %s and the morning’s %s',
  (response, weekBefore, morningOf) => {
    expect(verdict(purposes.weekBefore, weekBeforeAt, answered(response))).toBe(weekBefore)
    expect(verdict(purposes.morningOf, morningAt, answered(response))).toBe(morningOf)
  },
)

test('C4.10 a decline that was asked for here stops the reminder before Outlook has heard of it', () => {
  const invitations = [anInvitation(1, 'accepted', { wanted: { answer: 'declined', at: weekBeforeAt } })]
  expect(verdict(purposes.weekBefore, weekBeforeAt, { session: { invitations } })).toBe('declined')
})

test.each(['weekBefore', 'morningOf', 'nudge', 'card', 'escalation', 'answer'] as const)(
  'C3.10 a cancelled session stops its %s at once',
  (name) => {
    expect(verdict(purposes[name], morningAt, { session: { standing: cancelledHere } })).toBe('cancelled')
    expect(verdict(purposes[name], morningAt, { session: { standing: cancelledInOutlook } })).toBe('cancelled')
  },
)

test.each(['weekBefore', 'morningOf', 'nudge', 'card', 'escalation'] as const)(
  'nothing is said of a session that lost its tag: %s',
  (name) => {
    expect(verdict(purposes[name], morningAt, { session: { standing: { kind: 'untagged', at: morningAt } } })).toBe('not-needed')
  },
)

test('a reminder to somebody no longer invited, or no longer in office, is not owed', () => {
  expect(verdict(purposes.weekBefore, weekBeforeAt, { session: { invitations: [] } })).toBe('not-needed')
  expect(verdict(purposes.weekBefore, weekBeforeAt, { context: { members: [aMember(1, { to: day('2026-10-26') })] } })).toBe('left-office')
  expect(verdict(purposes.nudge, weekBeforeAt, { context: { members: [] }, ...answered('none') })).toBe('left-office')
})

test('C4.14 a text to whoever has opted out since is not owed; an email is', () => {
  const context = { members: [aMember(1, { texts: { reminders: false, combine: false } })] }
  expect(verdict(purposes.weekBefore, weekBeforeAt, { context })).toBe('opted-out')
  expect(verdict(purposes.weekBefore, weekBeforeAt, { context, channel: 'email' })).toBe('owed')
})

test.each([
  [weekBeforeAt.add({ hours: 10 }).subtract({ seconds: 1 }), 'owed'],
  [weekBeforeAt.add({ hours: 10 }), 'late'],
])('C4.11 a text held up until %s is %s', (now, expected) => {
  expect(verdict(purposes.weekBefore, now, { from: weekBeforeAt, until: weekBeforeAt.add({ hours: 10 }) })).toBe(expected)
})

test('C4.9 after the start a reminder is late, whatever its own limit', () => {
  expect(verdict(purposes.morningOf, startsAt, { from: morningAt })).toBe('late')
})

test('C1.21 a reminder waiting to go when its session moves away is not sent for the wrong day', () => {
  const moved = { startsAt: startsAt.add({ hours: 24 * 14 }), movedAt: morningAt.add({ minutes: 1 }) }
  expect(verdict(purposes.morningOf, morningAt.add({ minutes: 2 }), { session: moved, from: morningAt })).toBe('moved')
  const laterThatDay = { startsAt: startsAt.add({ minutes: 30 }), movedAt: morningAt.add({ minutes: 1 }) }
  expect(verdict(purposes.morningOf, morningAt.add({ minutes: 2 }), { session: laterThatDay, from: morningAt })).toBe('owed')
})

test('C4.12 a morning text that another session’s text carries is skipped as combined', () => {
  const context = {
    members: [aMember(1, { texts: { reminders: true, combine: true } })],
    sameMorning: [
      {
        memberId: m1,
        sessionId: sessionId('s2'),
        title: 'Casework clinic',
        startsAt: startsAt.subtract({ hours: 4 }),
        response: 'accepted' as const,
        standing: true,
      },
    ],
  }
  expect(verdict(purposes.morningOf, morningAt, { context })).toBe('combined')
  expect(verdict(purposes.weekBefore, weekBeforeAt, { context })).toBe('owed')
  expect(verdict(purposes.morningOf, morningAt, { context: { ...context, sameMorning: [] } })).toBe('owed')
})

test.each([
  ['none', 'owed'],
  ['accepted', 'answered'],
  ['tentative', 'answered'],
  ['declined', 'answered'],
] as const)('C2.3 asking a Member who has %s by then is %s', (response, expected) => {
  expect(verdict(purposes.nudge, weekBeforeAt, answered(response))).toBe(expected)
})

test('C2.3 nobody is asked after the start, or who is not invited', () => {
  expect(verdict(purposes.nudge, startsAt, answered('none'))).toBe('late')
  expect(verdict(purposes.nudge, weekBeforeAt, { session: { invitations: [] } })).toBe('not-needed')
})

test('C3.11 a notice of cancellation is owed to whoever was coming, until they were told by telephone', () => {
  const session = { standing: cancelledHere }
  const told = { id: 'c1', memberId: m1, outcome: 'told', at: morningAt, by: 'p', byName: 'Officer 901' } as const
  expect(verdict(purposes.notice, morningAt, { session })).toBe('owed')
  expect(verdict(purposes.notice, morningAt, { session, record: { calls: [told] } })).toBe('already-told')
  expect(verdict(purposes.notice, morningAt, { session, record: { calls: [{ ...told, outcome: 'left-message' }] } })).toBe('owed')
  expect(verdict(purposes.notice, morningAt, { session, record: { calls: [{ ...told, takenBackAt: morningAt }] } })).toBe('owed')
})

test('C3.11 a notice is owed for a cancelled session only, to who takes texts, and not once it would have begun', () => {
  const session = { standing: cancelledHere }
  expect(verdict(purposes.notice, morningAt, {})).toBe('not-needed')
  expect(verdict(purposes.notice, morningAt, { session: { ...session, invitations: [anInvitation(1, 'declined')] } })).toBe('not-needed')
  expect(
    verdict(purposes.notice, morningAt, { session, context: { members: [aMember(1, { texts: { reminders: false, combine: false } })] } }),
  ).toBe('opted-out')
  expect(verdict(purposes.notice, startsAt, { session, from: morningAt, until: startsAt })).toBe('late')
})

const open = { kind: 'open', round: 1, openedAt: reviewAt, decideBy: reviewAt.add({ hours: 3 }) } as const
test.each(['card', 'escalation'] as const)('C3.2 C3.4 the %s of a case is owed while that round is open', (name) => {
  expect(verdict(purposes[name], reviewAt, { session: { undersubscribed: open } })).toBe('owed')
  expect(verdict(purposes[name], reviewAt, { session: { undersubscribed: { ...open, round: 2 } } })).toBe('closed')
  expect(
    verdict(purposes[name], reviewAt, {
      session: { undersubscribed: { kind: 'closed', round: 1, closedAt: reviewAt, because: 'enough' } },
    }),
  ).toBe('closed')
})

test('C3.13 the reason is asked for until it is given', () => {
  const reason = { id: 'other', by: aPersonId(901), byName: 'Officer 901', at: morningAt }
  expect(verdict(purposes.askReason, morningAt, { session: { standing: cancelledInOutlook } })).toBe('owed')
  expect(verdict(purposes.askReason, morningAt, { session: { standing: { ...cancelledInOutlook, reason } } })).toBe('answered')
  expect(verdict(purposes.askReason, morningAt, { session: { standing: cancelledHere } })).toBe('not-needed')
  expect(verdict(purposes.askReason, morningAt, {})).toBe('not-needed')
})

test('C3.10 the calendars are cleared for what was cancelled here, and for nothing else', () => {
  expect(verdict(purposes.cancelEvent, morningAt, { session: { standing: cancelledHere } })).toBe('owed')
  expect(verdict(purposes.cancelEvent, startsAt, { session: { standing: cancelledHere } })).toBe('owed')
  expect(verdict(purposes.cancelEvent, morningAt, { session: { standing: cancelledInOutlook } })).toBe('not-needed')
  expect(verdict(purposes.cancelEvent, morningAt, {})).toBe('not-needed')
})

test('C2.1 only a Member’s last change of mind is told to Outlook, and not after the start', () => {
  const second = aDutyRecord(dutyOf(one, { ...purposes.answer, answer: 'declined', number: 2 }, 'calendar', { notBefore: morningAt }))
  expect(verdict(purposes.answer, morningAt, { channel: 'calendar' })).toBe('owed')
  expect(verdict(purposes.answer, morningAt, { channel: 'calendar', record: { duties: [second] } })).toBe('not-needed')
  expect(verdict({ ...purposes.answer, number: 3 }, morningAt, { channel: 'calendar', record: { duties: [second] } })).toBe('owed')
  expect(verdict(purposes.answer, startsAt, { channel: 'calendar' })).toBe('late')
})
