import { expect, test } from 'vitest'
import { aContext, aMark, aMember, aMemberId, aRecord, aSession, done, postponed, someMembers, towerHamlets } from '../testing/builders.ts'
import { day, instant } from '../kernel/time.ts'
import type { Instant } from '../kernel/time.ts'
import type { Evaluation } from '../evaluations/evaluation.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { SessionRecord } from '../sessions/session-record.ts'
import type { Duty } from './duty.ts'
import { asDue } from './duty-ids.ts'
import type { OwedContext } from './owed-context.ts'
import { owed } from './owed.ts'
import { stillOwed } from './still-owed.ts'

/** The session ends at 8:30pm on Tuesday 27 October 2026, in winter time. */
const morning = instant('2026-10-28T09:00:00Z')
const sessionIn = (given: Parameters<typeof aSession>[0] = {}) => aSession({ accepted: 2, tentative: 1, declined: 1, ...given })
const record = (given: Partial<SessionRecord> = {}) => aRecord(sessionIn(), given)

function said(member: number, at: Instant = morning): Evaluation {
  return { memberId: aMemberId(member), number: 1, at, said: { kind: 'not-this-time' }, through: 'form' }
}

function forms(of: SessionRecord, context: OwedContext): readonly Duty[] {
  return owed(of, context).duties.filter(({ purpose }) => purpose.kind === 'evaluation')
}

function asked(of: SessionRecord, now: Instant, rulebook: Rulebook = towerHamlets): readonly string[] {
  return forms(of, aContext(now, { rulebook })).flatMap(({ purpose }) =>
    purpose.kind === 'evaluation' ? [`${purpose.memberId}${purpose.reminder ? ' again' : ''}`] : [],
  )
}

/** What follows at one moment, written down and gone. */
function after(of: SessionRecord, now: Instant): SessionRecord {
  const { duties, moments } = owed(of, aContext(now))
  const gone = duties.map((duty) => (duty.purpose.kind === 'evaluation' ? done(duty, { kind: 'sent', at: now }) : asDue(duty)))
  return { ...of, moments, duties: [...of.duties, ...gone] }
}

test('C8.2 the form goes at 9am of the next day in London, and not a second before', () => {
  expect(asked(record(), morning.subtract({ seconds: 1 }))).toEqual([])
  expect(asked(record(), morning)).toEqual(['m1', 'm2'])
  expect(owed(record(), aContext(instant('2026-10-27T21:00:00Z'))).nextLookAt).toEqual(instant('2026-10-28T00:00:00Z')) // the register's
  expect(owed(record(), aContext(instant('2026-10-28T00:00:00Z'))).nextLookAt).toEqual(morning)
})

test('C8.2 it goes at 9am on the clock although the clocks change that night', () => {
  const startsAt = instant('2026-10-24T17:30:00Z')
  const saturday = aRecord(sessionIn({ startsAt }))
  expect(asked(saturday, instant('2026-10-25T08:59:59Z'))).toEqual([])
  expect(asked(saturday, instant('2026-10-25T09:00:00Z'))).toEqual(['m1', 'm2'])
})

test('C8.1 those recorded as there are asked, walk-ins too; while nobody is recorded, those who had accepted', () => {
  const marks = [aMark(1, 'absent'), aMark(3, 'online', { number: 2 }), aMark(4, 'in-person', { number: 3 })]
  expect(asked(record({ marks }), morning)).toEqual(['m3', 'm4'])
  expect(asked(record({ marks: [aMark(1, 'in-person'), aMark(1, 'not-recorded', { number: 2, seen: 1 })] }), morning)).toEqual(['m1', 'm2'])
  expect(asked(record({ marks: [aMark(1, 'absent')] }), morning)).toEqual([])
})

test('C8.1 whoever declines once it has begun had accepted all the same', () => {
  const session = sessionIn()
  const at = session.startsAt.add({ minutes: 5 })
  const history = [{ at, what: { kind: 'responded', memberId: aMemberId(1), from: 'accepted', to: 'declined' } }] as const
  const [first, ...others] = session.invitations
  const invitations = [{ ...first, memberId: aMemberId(1), response: 'declined' as const, through: 'named' as const }, ...others]
  expect(asked(aRecord({ ...session, invitations }, { history }), morning)).toEqual(['m1', 'm2'])
})

test('C8.1 whoever is recorded days later is asked then, within the permitted hours, and after a fortnight no more', () => {
  const first = after(record(), morning)
  const late = { ...first, marks: [aMark(3, 'in-person')] }
  const night = instant('2026-10-30T22:00:00Z')
  expect(asked(late, night)).toEqual(['m3'])
  expect(forms(late, aContext(night))[0]?.notBefore).toEqual(instant('2026-10-31T07:00:00Z'))
  expect(asked(late, instant('2026-11-10T23:59:59Z'))).toEqual(['m3'])
  expect(asked(late, instant('2026-11-11T00:00:00Z'))).toEqual([])
})

test('C8.2 nobody is asked twice, however often it is worked out', () => {
  const first = after(record(), morning)
  expect(asked(first, morning)).toEqual([])
  expect(asked(first, morning.add({ hours: 30 }))).toEqual([])
})

test('C8.27 whoever has not answered is reminded once, 5 days later at 9am; who has answered is not', () => {
  const first = after(record(), morning)
  const due = instant('2026-11-02T09:00:00Z')
  expect(owed(first, aContext(instant('2026-10-28T12:00:00Z'))).nextLookAt).toEqual(due)
  expect(asked(first, due.subtract({ seconds: 1 }))).toEqual([])
  expect(asked({ ...first, evaluations: [said(1)] }, due)).toEqual(['m2 again'])
  expect(asked(first, due)).toEqual(['m1 again', 'm2 again'])
  expect(asked(after(first, due), due.add({ hours: 200 }))).toEqual([])
  expect(asked(first, instant('2026-11-05T00:00:00Z'))).toEqual([])
})

test('C8.27 a council may have nobody reminded', () => {
  const rulebook = { ...towerHamlets, evaluation: { ...towerHamlets.evaluation, remindAfterDays: 0 } }
  expect(asked(after(record(), morning), instant('2026-11-02T09:00:00Z'), rulebook)).toEqual([])
})

test.each([
  ['cancelled', sessionIn({ standing: { kind: 'cancelled', at: morning, through: 'outlook' } })],
  ['postponed', postponed(sessionIn())],
  ['untagged', sessionIn({ standing: { kind: 'untagged', at: morning } })],
] as const)('C8.1 of a session that was %s nobody is asked, nor of what was written down before', (_why, session) => {
  expect(asked(aRecord(session), morning)).toEqual([])
  const [duty] = forms(record(), aContext(morning))
  expect(duty && stillOwed(duty, aRecord(session), aContext(morning)).kind).toBe('skip')
})

test('C8.6 seminars and briefings are evaluated too, unless the council leaves them out; so is only what it asks of', () => {
  const seminar = aRecord(sessionIn({ kind: 'member-seminar' }))
  expect(asked(seminar, morning)).toEqual(['m1', 'm2'])
  expect(asked(seminar, morning, { ...towerHamlets, briefings: { ...towerHamlets.briefings, evaluation: false } })).toEqual([])
  const evaluation = { ...towerHamlets.evaluation, askedOf: ['external' as const] }
  expect(asked(record(), morning, { ...towerHamlets, evaluation })).toEqual([])
})

test('C8.1 a session moved to another day after its forms went asks anew after that day, and not before', () => {
  const first = after(record({ evaluations: [] }), morning)
  const startsAt = instant('2026-11-10T18:30:00Z')
  const later = { ...first, session: { ...first.session, startsAt, endsAt: startsAt.add({ hours: 2 }) }, evaluations: [said(1)] }
  expect(asked(later, instant('2026-11-02T09:00:00Z'))).toEqual([])
  expect(asked(later, instant('2026-11-11T09:00:00Z'))).toEqual(['m1', 'm2'])
})

test.each([
  ['answered', { evaluations: [said(1)] }],
  ['not-needed', { marks: [aMark(1, 'absent')] }],
] as const)('C8.27 what is written down is put aside as %s', (because, given) => {
  const [duty] = forms(record(), aContext(morning))
  expect(duty && stillOwed(duty, record(), aContext(morning))).toEqual({ kind: 'owed' })
  expect(duty && stillOwed(duty, record(given), aContext(morning))).toEqual({ kind: 'skip', because })
})

test('C8.1 whoever has left office is not asked', () => {
  const members = [aMember(1, { to: day('2026-10-27') }), ...someMembers(4).slice(1)]
  const [duty] = forms(record(), aContext(morning))
  expect(forms(record(), aContext(morning, { members })).map(({ purpose }) => 'memberId' in purpose && purpose.memberId)).toEqual(['m2'])
  expect(duty && stillOwed(duty, record(), aContext(morning, { members }))).toEqual({ kind: 'skip', because: 'left-office' })
})

test('C8.2 a form that was held up for a fortnight is put aside as late', () => {
  const [duty] = forms(record(), aContext(morning))
  expect(duty && stillOwed(duty, record(), aContext(instant('2026-11-11T00:00:00Z')))).toEqual({ kind: 'skip', because: 'late' })
})
