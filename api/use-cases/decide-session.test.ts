import { expect, test } from 'vitest'
import { sessionId } from '../../domain/kernel/ids.ts'
import { anOfficer, aSession, reviewAt, someMembers, startsAt, towerHamlets } from '../../domain/testing/builders.ts'
import type { Session } from '../../domain/sessions/session.ts'
import { testCouncil } from '../testing/council.ts'
import { decideSession } from './decide-session.ts'
import { giveReason } from './give-reason.ts'
import { readSession } from './read-session.ts'

const id = sessionId('s1')
const other = sessionId('s2')
const hannah = anOfficer(901, { name: 'Hannah Brightwell' })
const desmond = anOfficer(902, { name: 'Desmond Achterly' })
const cancel = { sessionId: id, choice: 'cancel', reasonId: 'lack-of-interest', message: 'Too few could come.' } as const

/** Four of six have accepted, at the review; another run of the course is a week later. */
async function inQuestion(given: Partial<Session> = {}) {
  const evening = aSession({
    id: other,
    accepted: 9,
    startsAt: startsAt.add({ hours: 168 }),
    calendar: { mailbox: hannah.id, eventId: 'event-2', iCalUId: 'ical-2' },
  })
  const council = await testCouncil({
    now: reviewAt.subtract({ hours: 1 }),
    rulebook: towerHamlets,
    members: someMembers(50),
    officers: [hannah, desmond],
    sessions: [aSession({ accepted: 4, tentative: 2, none: 25, declined: 19, ...given }), evening],
  })
  await council.advanceTo(reviewAt.add({ minutes: 1 }))
  const seen = async () => (await council.council.sessions.find(id))?.etag ?? ''
  return { ...council, seen }
}

test('C3.4 who decided, when, why and knowing what is on the record', async () => {
  const { council, seen, record, clock } = await inQuestion()
  const result = await decideSession(council, hannah, { ...cancel, seen: await seen() })
  expect(result).toMatchObject({ ok: true })
  const { decision, standing, undersubscribed } = (await record(id)).session
  expect(decision).toMatchObject({
    choice: 'cancel',
    by: hannah.id,
    byName: 'Hannah Brightwell',
    reasonId: 'lack-of-interest',
    message: 'Too few could come.',
    knowing: { counts: { accepted: 4, tentative: 2, none: 25, declined: 19 }, minimum: 6, otherRuns: [{ sessionId: 's2', accepted: 9 }] },
  })
  expect(decision?.at.equals(clock.now())).toBe(true)
  expect(standing).toMatchObject({
    kind: 'cancelled',
    through: 'decision',
    reason: { id: 'lack-of-interest', byName: 'Hannah Brightwell' },
  })
  expect(undersubscribed).toMatchObject({ kind: 'closed', because: 'decided' })
})

test('C3.10 a cancellation owes one clearing of the calendars, once', async () => {
  const { council, seen, record, advance } = await inQuestion()
  await decideSession(council, hannah, { ...cancel, seen: await seen() })
  await advance({ minutes: 5 })
  const clearing = (await record(id)).duties.filter(({ duty }) => duty.purpose.kind === 'cancel-event')
  expect(clearing).toHaveLength(1)
  expect(clearing[0]?.state).toMatchObject({ kind: 'done', outcome: { kind: 'sent' } })
})

test('C3.4 a decision to run it leaves it standing and the calendars alone', async () => {
  const { council, seen, record, advance } = await inQuestion()
  const run = { sessionId: id, choice: 'run', reasonId: 'own-words', reasonWords: 'Two need it before they may sit.' } as const
  expect(await decideSession(council, hannah, { ...run, seen: await seen() })).toMatchObject({ ok: true })
  await advance({ minutes: 5 })
  const after = await record(id)
  expect(after.session.standing).toEqual({ kind: 'standing' })
  expect(after.session.undersubscribed).toMatchObject({ kind: 'closed', because: 'decided' })
  expect(after.duties.filter(({ duty }) => duty.purpose.kind === 'cancel-event')).toEqual([])
})

test('C3.4 what is postponed and run after all is reminded of again, once, and what officers were told is told anew', async () => {
  const { council, seen, record, advance, advanceTo } = await inQuestion({ firstSeenAt: reviewAt.subtract({ hours: 48 }) })
  const why = { sessionId: id, reasonId: 'own-words' } as const
  const postpone = { ...why, choice: 'postpone', reasonWords: 'The trainer is ill.', seen: await seen() } as const
  const isLate = async () => (await readSession(council, id))?.lateNotice !== undefined
  expect(await isLate()).toBe(true)
  expect(await decideSession(council, hannah, postpone)).toMatchObject({ ok: true })
  expect(await isLate()).toBe(false) // its old time is announced no more
  await advanceTo(reviewAt.add({ hours: 24 }))
  const reminders = async (kind: string) =>
    (await record(id)).duties.filter(({ duty: { purpose } }) => purpose.kind === 'reminder' && purpose.reminder === kind)
  expect(await reminders('week-before')).toEqual([])
  const moves = async () => (await council.sessions.attention()).filter(({ kind }) => kind === 'to-move')
  expect(await moves()).toHaveLength(1)

  const run = { ...why, choice: 'run', seen: await seen() } as const
  expect(await decideSession(council, desmond, run)).toEqual({ ok: false, refusal: { kind: 'reason-needs-words' } })
  expect(await decideSession(council, desmond, { ...run, reasonWords: 'She is well again.' })).toMatchObject({ ok: true })
  await advance({ minutes: 5 })
  const { session, history } = await record(id)
  expect(session.decision).toMatchObject({ choice: 'run', byName: 'Desmond Achterly', reasonWords: 'She is well again.' })
  expect(history.filter(({ what }) => what.kind === 'decided').map(({ what }) => what)).toEqual([
    { kind: 'decided', choice: 'postpone', byName: 'Hannah Brightwell' },
    { kind: 'decided', choice: 'run', byName: 'Desmond Achterly', insteadOf: 'postpone', reason: 'She is well again.' },
  ])
  expect(await moves()).toEqual([])
  await advanceTo(startsAt)
  for (const kind of ['week-before', 'morning-of']) {
    const sent = await reminders(kind)
    expect(sent.length).toBeGreaterThan(0)
    expect(sent.every(({ state }) => state.kind === 'done' && state.outcome.kind === 'sent')).toBe(true)
  }
})

test('C3.4 C4.12 whose reminder was put aside at the moment of postponing is reminded once it is run after all, and nobody twice', async () => {
  const { council, seen, record, advance, advanceTo, senders } = await inQuestion()
  const weekBefore = reviewAt.add({ hours: 1 })
  const lost = Array.from({ length: 31 }, (_, index) =>
    index < 10 ? ({ kind: 'sent', providerId: '' } as const) : ('lost before' as const),
  )
  senders.script('text', ...lost)
  await advanceTo(weekBefore)
  const texts = () => senders.arrived.texts.map(({ to }) => to)
  expect(texts()).toHaveLength(10)
  const why = { sessionId: id, reasonId: 'own-words', reasonWords: 'The trainer is ill.' } as const
  expect(await decideSession(council, hannah, { ...why, choice: 'postpone', seen: await seen() })).toMatchObject({ ok: true })
  await advance({ minutes: 5 })
  expect(texts()).toHaveLength(10)
  expect(await decideSession(council, hannah, { ...why, choice: 'run', seen: await seen() })).toMatchObject({ ok: true })
  await advance({ minutes: 5 })
  expect(texts()).toHaveLength(31)
  expect(new Set(texts()).size).toBe(31)
  await advance({ hours: 24 })
  expect(texts()).toHaveLength(31)
  expect((await record(id)).moments.weekBefore).toEqual(weekBefore)
})

test('C3.4 a merger names the run that it merges with', async () => {
  const { council, seen, record } = await inQuestion()
  const merge = { sessionId: id, choice: 'merge', reasonId: 'lack-of-interest', message: 'Please come on the 3rd.' } as const
  expect(await decideSession(council, hannah, { ...merge, seen: await seen() })).toEqual({ ok: false, refusal: { kind: 'no-such-run' } })
  expect(await decideSession(council, hannah, { ...merge, mergeWith: 's9', seen: await seen() })).toMatchObject({
    refusal: { kind: 'no-such-run' },
  })
  expect(await decideSession(council, hannah, { ...merge, mergeWith: 's2', seen: await seen() })).toMatchObject({ ok: true })
  expect((await record(id)).session.decision).toMatchObject({ choice: 'merge', mergeWith: 's2' })
})

test('C3.4 of two officers who decide at once one decides, and the other is told that it changed', async () => {
  const { council, seen, record } = await inQuestion()
  const both = await seen()
  const run = { sessionId: id, choice: 'run', reasonId: 'own-words', seen: both } as const
  const results = await Promise.all([decideSession(council, hannah, { ...cancel, seen: both }), decideSession(council, desmond, run)])
  expect(results.filter((result) => result.ok)).toHaveLength(1)
  expect(results.filter((result) => !result.ok)).toEqual([{ ok: false, refusal: { kind: 'changed-since-seen' } }])
  const decided = (await record(id)).history.filter(({ what }) => what.kind === 'decided')
  expect(decided).toHaveLength(1)
})

test('C3.4 an officer who decides after a Member answered is told to look again, and nothing is done', async () => {
  const { council, seen, change, record } = await inQuestion()
  const before = await seen()
  await change(id, (session) => ({
    ...session,
    invitations: session.invitations.map((each) => (each.memberId === 'm20' ? { ...each, response: 'accepted' } : each)),
  }))
  expect(await decideSession(council, hannah, { ...cancel, seen: before })).toEqual({ ok: false, refusal: { kind: 'changed-since-seen' } })
  expect((await record(id)).session.standing).toEqual({ kind: 'standing' })
})

test('C3.1 any session may be cancelled with a reason, and nothing else decided while nothing is asked', async () => {
  const { council, seen } = await inQuestion({ accepted: 6, none: 23 } as Partial<Session>)
  const run = { sessionId: id, choice: 'run', reasonId: 'own-words', seen: await seen() } as const
  expect(await decideSession(council, hannah, run)).toEqual({ ok: false, refusal: { kind: 'nothing-to-decide', because: 'enough' } })
  expect(await decideSession(council, hannah, { ...cancel, seen: await seen() })).toEqual({ ok: false, refusal: { kind: 'not-too-few' } })
  const unexpected = { ...cancel, reasonId: reasonWithoutWords(), seen: await seen() }
  expect(await decideSession(council, hannah, unexpected)).toMatchObject({ ok: true })
})

test.each([
  ['no such session', { sessionId: sessionId('s9') }, 'no-such-session'],
  ['a reason that is not on the list', { reasonId: 'because' }, 'unknown-reason'],
  ['a reason that must be stated and is not', { reasonId: reasonWithWords() }, 'reason-needs-words'],
  ['no word to those invited', { message: undefined }, 'message-missing'],
])('C3.1 %s is refused and nothing is done', async (_what, changes, kind) => {
  const { council, seen, record } = await inQuestion()
  const { message, ...order } = { ...cancel, ...changes }
  const result = await decideSession(council, hannah, { ...order, ...(message ? { message } : {}), seen: await seen() })
  expect(result).toMatchObject({ ok: false, refusal: { kind } })
  expect((await record(id)).session.standing).toEqual({ kind: 'standing' })
})

test('a session that is cancelled already, or has started, is not decided', async () => {
  const { council, seen, advanceTo } = await inQuestion()
  await decideSession(council, hannah, { ...cancel, seen: await seen() })
  expect(await decideSession(council, desmond, { ...cancel, seen: await seen() })).toEqual({ ok: false, refusal: { kind: 'cancelled' } })

  const started = await inQuestion()
  await started.advanceTo(startsAt)
  expect(await decideSession(started.council, hannah, { ...cancel, seen: await started.seen() })).toEqual({
    ok: false,
    refusal: { kind: 'started' },
  })
  await advanceTo(startsAt)
})

test('C3.13 the reason of a cancellation made in Outlook is asked for, taken once and kept', async () => {
  const at = reviewAt.subtract({ minutes: 30 })
  const { council, record } = await inQuestion({ standing: { kind: 'cancelled', at, through: 'outlook' } })
  const order = { sessionId: id, reasonId: reasonWithoutWords() }
  expect(await giveReason(council, hannah, { sessionId: id, reasonId: 'because' })).toMatchObject({ refusal: { kind: 'unknown-reason' } })
  expect(await giveReason(council, hannah, order)).toMatchObject({ ok: true })
  expect(await giveReason(council, desmond, order)).toEqual({ ok: false, refusal: { kind: 'already-explained' } })
  expect((await record(id)).session.standing).toMatchObject({
    through: 'outlook',
    reason: { id: order.reasonId, byName: 'Hannah Brightwell' },
  })
  expect((await record(id)).history.at(-1)?.what).toEqual({ kind: 'reason-given', byName: 'Hannah Brightwell', reasonId: order.reasonId })
})

test('C3.13 a reason for what is not cancelled, or not there, is refused', async () => {
  const { council } = await inQuestion()
  const order = { sessionId: id, reasonId: reasonWithoutWords() }
  expect(await giveReason(council, hannah, order)).toEqual({ ok: false, refusal: { kind: 'not-cancelled' } })
  expect(await giveReason(council, hannah, { ...order, sessionId: sessionId('s9') })).toEqual({
    ok: false,
    refusal: { kind: 'no-such-session' },
  })
})

function reasonWithoutWords(): string {
  return towerHamlets.cancellation.reasons.find((reason) => reason.basis === 'unexpected' && !reason.needsWords)?.id ?? ''
}

function reasonWithWords(): string {
  return towerHamlets.cancellation.reasons.find((reason) => reason.needsWords)?.id ?? ''
}
