import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { inLondon, londonDay } from '../kernel/london.ts'
import type { Instant } from '../kernel/time.ts'
import { instant, isBefore } from '../kernel/time.ts'
import {
  aContext,
  aDutyRecord,
  aMember,
  aMemberId,
  aPersonId,
  aRecord,
  aSession,
  anInvitation,
  anOfficer,
  arrangedAt,
  done,
  reviewAt,
  startsAt,
  towerHamlets,
} from '../testing/builders.ts'
import { courseOf } from '../sessions/course.ts'
import { decided, knownAt } from '../sessions/deciding.ts'
import { nothingElsewhere } from '../sessions/mandatory.ts'
import { vanished } from '../sessions/observed.ts'
import { closedIfOpen } from '../sessions/undersubscribed.ts'
import type { Response } from '../sessions/response.ts'
import type { SessionRecord } from '../sessions/session-record.ts'
import type { Duty } from './duty.ts'
import { owed } from './owed.ts'
import { stillOwed } from './still-owed.ts'
import type { Owed, OwedContext } from './owed-context.ts'

const nudgeAt = instant('2026-10-16T09:00:00Z')
const weekBeforeAt = instant('2026-10-20T09:00:00Z')
const noon = instant('2026-10-20T11:00:00Z')
const morningAt = instant('2026-10-27T08:00:00Z')

/** The record with everything written down that was found to be owed. */
function written(record: SessionRecord, result: Owed): SessionRecord {
  return {
    ...record,
    session: { ...record.session, undersubscribed: result.undersubscribed },
    moments: result.moments,
    duties: [...record.duties, ...result.duties.map((duty) => aDutyRecord(duty))],
    history: [...record.history, ...result.history],
  }
}

function lookAt(
  record: SessionRecord,
  now: Instant,
  context: Partial<OwedContext> = {},
): { readonly record: SessionRecord; readonly result: Owed } {
  const result = owed(record, aContext(now, context))
  return { record: written(record, result), result }
}

/** Looks when the record asks to be looked at, from one instant until another. */
function livedThrough(record: SessionRecord, from: Instant, until: Instant): SessionRecord {
  let current = lookAt(record, from)
  for (let looks = 0; looks < 50 && current.result.nextLookAt && !isBefore(until, current.result.nextLookAt); looks += 1) {
    current = lookAt(current.record, current.result.nextLookAt)
  }
  return current.record
}

const kinds = (duties: readonly Duty[]) =>
  duties.map((duty) => (duty.purpose.kind === 'reminder' ? duty.purpose.reminder : duty.purpose.kind))
const historyOf = (record: SessionRecord) => record.history.map((line) => line.what.kind)
const fifty = aRecord(aSession({ accepted: 6, tentative: 2, declined: 12, none: 30 }))

test('before anything is due, the next look is when those without an answer are asked', () => {
  const { result } = lookAt(fifty, arrangedAt)
  expect(result).toMatchObject({ undersubscribed: { kind: 'none' }, duties: [], history: [], nextLookAt: nudgeAt })
})

test('C4.8 C4.9 C2.3 C3.2 a session with six lives its life: asked, reviewed, reminded twice, begun, ended', () => {
  const record = livedThrough(fifty, arrangedAt, startsAt.add({ hours: 9 }))
  const counted = (kind: string) => kinds(record.duties.map((each) => each.duty)).filter((each) => each === kind).length
  expect([counted('nudge'), counted('week-before'), counted('morning-of')]).toEqual([30, 38, 8])
  expect(record.duties).toHaveLength(76)
  expect(record.history).toEqual([
    { at: reviewAt, what: { kind: 'reviewed', accepted: 6, minimum: 6 } },
    { at: weekBeforeAt, what: { kind: 'reminded', reminder: 'week-before', members: 38 } },
    { at: morningAt, what: { kind: 'reminded', reminder: 'morning-of', members: 8 } },
  ])
  expect(lookAt(record, startsAt.add({ hours: 24 * 16 })).result).not.toHaveProperty('nextLookAt') // its register is asked for no more
})

test('C3.2 C3.4 a session with five is put to each officer, escalates at noon, stays open and is never cancelled', () => {
  const record = livedThrough(aRecord(aSession({ accepted: 5, tentative: 1 })), arrangedAt, startsAt.subtract({ seconds: 1 }))
  expect(historyOf(record)).toEqual(['raised', 'reminded', 'escalated', 'reminded'])
  const asked = record.duties.map((each) => each.duty).filter((duty) => duty.channel === 'card')
  expect(kinds(asked)).toEqual(['decision-card', 'decision-card', 'escalation', 'escalation'])
  expect(record.session.undersubscribed).toMatchObject({ kind: 'open', escalatedAt: noon })
  expect(record.session.standing).toEqual({ kind: 'standing' })
})

test('C3.4 who hears when nobody has decided is the council’s to say', () => {
  const officers = [anOfficer(901), anOfficer(902)]
  const open = { kind: 'open', round: 1, openedAt: reviewAt, decideBy: noon } as const
  const record = aRecord(aSession({ accepted: 5, undersubscribed: open }), {
    moments: { nudged: 1, reviewed: reviewAt, weekBefore: weekBeforeAt },
  })
  const escalations = (escalateTo: readonly string[]) => {
    const rulebook = { ...towerHamlets, minimum: { ...towerHamlets.minimum, escalateTo: [...escalateTo] } }
    return lookAt(record, noon, { rulebook, officers }).result.duties.filter((duty) => duty.purpose.kind === 'escalation').length
  }
  expect(escalations([])).toBe(2)
  expect(escalations(['officer902@thamesbrook.example'])).toBe(1)
  expect(escalations(['left@thamesbrook.example'])).toBe(2) // nobody left to hear it: everybody does
})

test('C3.9 lifted to six, an undecided case closes itself and says so', () => {
  const open = { kind: 'open', round: 1, openedAt: reviewAt, decideBy: noon } as const
  const record = aRecord(aSession({ accepted: 6, undersubscribed: open }), { moments: { nudged: 1, reviewed: reviewAt } })
  const { result } = lookAt(record, reviewAt.add({ minutes: 5 }))
  expect(result.undersubscribed).toMatchObject({ kind: 'closed', because: 'enough' })
  expect(result.history).toMatchObject([{ what: { kind: 'closed', because: 'enough', accepted: 6 } }])
})

test('C3.2 an officer appointed while a case is open is asked too', () => {
  const before = lookAt(aRecord(aSession({ accepted: 5 })), reviewAt).record
  const officers = [anOfficer(901), anOfficer(902), anOfficer(903)]
  expect(lookAt(before, reviewAt.add({ minutes: 1 }), { officers }).result.duties.map((duty) => duty.purpose)).toEqual([
    { kind: 'decision-card', officerId: aPersonId(903), round: 1 },
  ])
})

test('C4.10 who declined by the moment gets no reminder, who accepted since does', () => {
  const invitations = [anInvitation(1, 'declined'), anInvitation(2, 'accepted')]
  const { record } = lookAt(aRecord(aSession({ invitations })), weekBeforeAt)
  const reminded = record.duties.flatMap(({ duty }) => (duty.purpose.kind === 'reminder' ? [duty.purpose.memberId] : []))
  expect(reminded).toEqual([aMemberId(2)])
})

test('C4.11 a session arranged the day before gets one reminder at once and the morning’s all the same', () => {
  const arranged = instant('2026-10-26T15:00:00Z')
  const late = aRecord(aSession({ accepted: 6, firstSeenAt: arranged, readAt: arranged }))
  const record = livedThrough(late, arranged, startsAt)
  expect(record.moments).toMatchObject({ weekBefore: arranged, morningOf: morningAt })
  expect(record.duties).toHaveLength(12)
})

test('C4.12 C1.21 a session reminded of and then moved to another week sends no second week-before reminder', () => {
  const reminded = livedThrough(fifty, arrangedAt, weekBeforeAt)
  const movedAt = weekBeforeAt.add({ hours: 3 })
  const session = { ...reminded.session, startsAt: startsAt.add({ hours: 24 * 14 }), endsAt: startsAt.add({ hours: 24 * 14 + 2 }), movedAt }
  const record = livedThrough({ ...reminded, session }, movedAt, session.endsAt)
  const weekBefores = record.duties.filter(({ duty }) => duty.purpose.kind === 'reminder' && duty.purpose.reminder === 'week-before')
  expect(weekBefores).toHaveLength(38)
  expect(record.moments.morningOf?.toString()).toBe('2026-11-10T08:00:00Z')
  expect(historyOf(record).filter((kind) => kind === 'reviewed')).toHaveLength(2)
})

test('C3.10 cancelled by decision at short notice: calendars cleared, texts to who was coming, and no reminder after it', () => {
  const at = startsAt.subtract({ hours: 20 })
  const before = livedThrough(aRecord(aSession({ accepted: 4, tentative: 2, none: 3 })), arrangedAt, at)
  const knowing = knownAt(before.session, towerHamlets, [], at)
  const order = { choice: 'cancel', by: aPersonId(901), byName: 'Officer 901', at, reasonId: 'lack-of-interest', knowing } as const
  const { session, history } = decided(before.session, order)
  const after = lookAt({ ...before, session, history: [...before.history, ...history] }, at)
  expect(kinds(after.result.duties)).toEqual(['cancel-event', ...Array<string>(6).fill('cancellation-notice')])
  expect(after.result.nextLookAt?.equals(at.add({ minutes: 60 }))).toBe(true) // when the texts count as unconfirmed
  const later = livedThrough(after.record, at, startsAt.add({ hours: 3 }))
  expect(later.duties).toHaveLength(after.record.duties.length)
  expect(later.moments).not.toHaveProperty('morningOf')
})

test('C3.12 the record is looked at again when a text sent will count as unconfirmed', () => {
  const at = startsAt.subtract({ hours: 20 })
  const cancelled = aRecord(aSession({ accepted: 1, standing: { kind: 'cancelled', at, through: 'decision' } }))
  const { record } = lookAt(cancelled, at)
  const sentAt = at.add({ minutes: 2 })
  const sent = record.duties.map((each) => (each.duty.channel === 'text' ? done(each.duty, { kind: 'sent', at: sentAt }) : each))
  expect(lookAt({ ...record, duties: sent }, sentAt).result.nextLookAt?.equals(sentAt.add({ minutes: 60 }))).toBe(true)
})

test('C3.13 cancelled in Outlook: the case closes, reminders stop, the reason is asked for', () => {
  const before = lookAt(aRecord(aSession({ accepted: 5 })), reviewAt).record
  const { session } = vanished(before.session, reviewAt.add({ minutes: 9 }))
  const { result, record } = lookAt({ ...before, session }, reviewAt.add({ minutes: 9 }))
  expect(kinds(result.duties)).toEqual(['ask-reason'])
  expect(result.undersubscribed).toMatchObject({ kind: 'closed', because: 'cancelled' })
  expect(livedThrough(record, reviewAt.add({ minutes: 10 }), startsAt).moments).not.toHaveProperty('weekBefore')
})

test('nothing is owed for a session that lost its tag', () => {
  const record = aRecord(aSession({ accepted: 3, none: 5, standing: { kind: 'untagged', at: arrangedAt } }))
  expect(livedThrough(record, arrangedAt, startsAt.add({ hours: 3 })).duties).toEqual([])
})

test('C4.12 C14.11 whatever happens to a session, working it out again gives nothing new, and each Member is reminded once of each kind', () => {
  const response = fc.constantFrom<Response>('accepted', 'tentative', 'declined', 'none')
  const answers = fc.array(response, { minLength: 1, maxLength: 9 })
  const event = fc.oneof(
    fc.record({ kind: fc.constant('answers' as const), answers }),
    fc.record({
      kind: fc.constant('moved' as const),
      byMinutes: fc.integer({ min: -10_000, max: 30_000 }),
      clockAheadSeconds: fc.integer({ min: -5, max: 5 }), // the instance that saw it has another clock
    }),
    fc.record({ kind: fc.constant('slept' as const), forMinutes: fc.integer({ min: 1, max: 12_000 }) }),
    fc.constant({ kind: 'looked' as const }),
  )
  fc.assert(
    fc.property(answers, fc.array(event, { maxLength: 25 }), (first, events) => {
      const invitations = (given: readonly Response[]) => given.map((each, index) => anInvitation(index + 1, each))
      let now = instant('2026-10-10T09:00:00Z')
      let current = lookAt(aRecord(aSession({ invitations: invitations(first), firstSeenAt: now })), now)
      for (const each of events) {
        const { record, result } = current
        if (each.kind === 'slept') now = now.add({ minutes: each.forMinutes })
        if (each.kind === 'looked') now = result.nextLookAt ?? now
        const { session } = record
        const changed =
          each.kind === 'answers'
            ? { ...session, invitations: invitations(each.answers) }
            : each.kind === 'moved'
              ? {
                  ...session,
                  startsAt: session.startsAt.add({ minutes: each.byMinutes }),
                  endsAt: session.endsAt.add({ minutes: each.byMinutes }),
                  movedAt: now.add({ seconds: each.clockAheadSeconds }),
                  undersubscribed: closedIfOpen(session, 'moved', now).undersubscribed,
                }
              : session
        current = lookAt({ ...record, session: changed }, now)
        const again = lookAt(current.record, now).result
        expect(again).toMatchObject({
          duties: [],
          history: [],
          moments: current.result.moments,
          undersubscribed: current.result.undersubscribed,
        })
        expect(current.result.nextLookAt ? isBefore(now, current.result.nextLookAt) : true).toBe(true)
      }
      const reminders = current.record.duties.flatMap(({ duty }) =>
        duty.purpose.kind === 'reminder' ? [`${duty.purpose.reminder} ${duty.purpose.memberId}`] : [],
      )
      expect(new Set(reminders).size).toBe(reminders.length)
      expect(new Set(current.record.duties.map(({ duty }) => duty.id)).size).toBe(current.record.duties.length)
      expect(current.record.session.standing).toEqual({ kind: 'standing' }) // C3.1: never cancelled by itself
    }),
    { numRuns: 60 },
  )
})

test('C4.9 a reminder slept through until the session had begun is written down for each, too late to go, and once', () => {
  const accepted = aRecord(aSession({ accepted: 6, declined: 2 }), { moments: { nudged: 0, weekBefore: weekBeforeAt } })
  const { record, result } = lookAt(accepted, startsAt)
  expect(kinds(result.duties)).toEqual(Array.from({ length: 6 }, () => 'morning-of'))
  for (const duty of result.duties) expect(stillOwed(duty, record, aContext(startsAt))).toEqual({ kind: 'skip', because: 'late' })
  expect(historyOf(record)).not.toContain('reminded')
  expect(lookAt(record, startsAt.add({ hours: 1 })).result.duties).toEqual([])
})

test('C4.9 nothing is missed of a session that was cancelled, or that never had time for a reminder', () => {
  const { session: cancelled } = vanished(aSession({ accepted: 6 }), startsAt.subtract({ hours: 20 }))
  const sudden = aSession({ accepted: 6, firstSeenAt: startsAt.subtract({ minutes: 10 }) })
  for (const session of [cancelled, sudden]) {
    const { result } = lookAt(aRecord(session), startsAt)
    expect(kinds(result.duties).filter((kind) => kind === 'week-before' || kind === 'morning-of')).toEqual([])
  }
})

test('C3.15 an open need is looked at again once whoever has it has left office', () => {
  const on = londonDay(startsAt)
  const to = on.add({ days: 3 })
  const planner = aMember(1, { posts: ['Member, Planning Committee'], to })
  const title = 'Planning training'
  const cancelled = aSession({
    title,
    courseId: courseOf(title),
    invitations: [anInvitation(1, 'accepted')],
    standing: { kind: 'cancelled', at: startsAt.subtract({ hours: 3 }), through: 'outlook' },
  })
  const next = (hours: number) =>
    owed(aRecord(cancelled), aContext(startsAt.add({ hours }), { members: [planner], elsewhere: nothingElsewhere })).nextLookAt
  expect(next(24)).toEqual(inLondon(to.add({ days: 1 }), '00:00'))
  expect(next(24 * 5)).toBeUndefined()
})
