import { expect, test } from 'vitest'
import { instant } from '../kernel/time.ts'
import { aContext, aMemberId, aRecord, aSession, done, postponed, startsAt } from '../testing/builders.ts'
import type { DutyRecord, SessionRecord } from '../sessions/session-record.ts'
import type { DutyOutcome, ReminderKind } from './duty.ts'
import { asDue, dutyOf } from './duty-ids.ts'
import { owed } from './owed.ts'
import { owedAnew } from './reminders-anew.ts'

const weekBeforeAt = instant('2026-10-20T09:00:00Z')
const session = aSession({ accepted: 6 })
const moments = { nudged: 1, reviewed: weekBeforeAt, weekBefore: weekBeforeAt }
const postponedThen: DutyOutcome = { kind: 'skipped', at: weekBeforeAt, because: 'postponed' }
const sent: DutyOutcome = { kind: 'sent', at: weekBeforeAt }

function ofMember(number: number, channel: 'text' | 'email' = 'text', again?: number, reminder: ReminderKind = 'week-before') {
  const purpose = { kind: 'reminder', reminder, memberId: aMemberId(number), ...(again ? { again } : {}) } as const
  return dutyOf(session.id, purpose, channel, { notBefore: weekBeforeAt })
}
const recordOf = (...duties: readonly DutyRecord[]): SessionRecord => aRecord(session, { moments, duties })
const remindersIn = (record: SessionRecord, now = weekBeforeAt.add({ hours: 1 })) =>
  owed(record, aContext(now)).duties.flatMap(({ purpose }) => (purpose.kind === 'reminder' ? [purpose] : []))
const memberId = aMemberId(1)
const anew = { kind: 'reminder', reminder: 'week-before', memberId, again: 1 }

test.each([
  ['put aside as postponed', [done(ofMember(1), postponedThen)], [anew]],
  ['put aside as it was moved away', [done(ofMember(1), { ...postponedThen, because: 'moved' })], [anew]],
  ['put aside as it was cancelled in Outlook by mistake', [done(ofMember(1), { ...postponedThen, because: 'cancelled' })], [anew]],
  ['put aside a second time', [done(ofMember(1), postponedThen), done(ofMember(1, 'text', 1), postponedThen)], [{ ...anew, again: 2 }]],
  [
    'refused as a text, and put aside as an email',
    [done(ofMember(1), { kind: 'failed', at: weekBeforeAt, because: 'bad-number' }), done(ofMember(1, 'email'), postponedThen)],
    [anew],
  ],
  ['sent', [done(ofMember(1), sent)], []],
  ['sent the second time', [done(ofMember(1), postponedThen), done(ofMember(1, 'text', 1), sent)], []],
  ['sent as a text, though its email was put aside', [done(ofMember(1), sent), done(ofMember(1, 'email'), postponedThen)], []],
  ['due already', [done(ofMember(1), postponedThen), asDue(ofMember(1, 'text', 1))], []],
  [
    'perhaps under way',
    [
      done(ofMember(1), postponedThen),
      { ...asDue(ofMember(1, 'email')), state: { kind: 'unknown', attempt: 1, since: weekBeforeAt, note: '' } },
    ],
    [],
  ],
  ['put aside because she had declined', [done(ofMember(1), { ...postponedThen, because: 'declined' })], []],
  ['too late the second time', [done(ofMember(1), postponedThen), done(ofMember(1, 'text', 1), { ...postponedThen, because: 'late' })], []],
] as const)('C4.12 C3.4 C3.13 of a reminder %s, what is owed once the session is on', (_what, duties, purposes) => {
  expect(remindersIn(recordOf(...duties))).toEqual(purposes)
})

test('C3.4 C3.13 nothing is owed anew while the session is postponed or cancelled, to who declines by then, or before the moment at its new time', () => {
  const duties = [done(ofMember(1), postponedThen)]
  const record = recordOf(...duties)
  const now = weekBeforeAt.add({ hours: 1 })
  expect(remindersIn({ ...record, session: postponed(session) })).toEqual([])
  const asCancelled = recordOf(done(ofMember(1), { ...postponedThen, because: 'cancelled' }))
  for (const through of ['outlook', 'decision'] as const) {
    const standing = { kind: 'cancelled', at: weekBeforeAt, through } as const
    expect(remindersIn({ ...asCancelled, session: { ...session, standing } })).toEqual([])
  }
  expect(remindersIn({ ...record, session: aSession({ declined: 6 }) })).toEqual([])
  const later = { ...session, startsAt: startsAt.add({ hours: 24 * 14 }), endsAt: session.endsAt.add({ hours: 24 * 14 }), movedAt: now }
  const after = owed({ ...record, session: later }, aContext(now))
  expect(after.duties.filter(({ purpose }) => purpose.kind === 'reminder')).toEqual([])
  const moved = instant('2026-11-03T10:00:00Z') // a week before, in winter time
  expect(remindersIn({ ...record, session: later }, moved.subtract({ seconds: 1 }))).toEqual([])
  expect(remindersIn({ ...record, session: later }, moved)).toEqual([anew])
})

test('C4.12 written down, what is owed anew is owed once, and the moment stays when it came', () => {
  const now = weekBeforeAt.add({ hours: 1 })
  const record = recordOf(done(ofMember(1), postponedThen), done(ofMember(2), sent))
  const first = owed(record, aContext(now))
  expect(first.history).toContainEqual({ at: now, what: { kind: 'reminded', reminder: 'week-before', members: 1 } })
  expect(first.moments.weekBefore).toEqual(weekBeforeAt)
  const written = { ...record, duties: [...record.duties, ...first.duties.map(asDue)] }
  expect(remindersIn(written, now)).toEqual([])
  expect([...owedAnew(record, 'week-before')]).toEqual([[memberId, 1]])
  expect(owedAnew(record, 'morning-of').size).toBe(0)
})
