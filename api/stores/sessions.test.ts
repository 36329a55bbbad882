import { beforeEach, describe, expect, test } from 'vitest'
import { councilId, sessionId } from '../../domain/kernel/ids.ts'
import { instant, type Instant } from '../../domain/kernel/time.ts'
import type { HistoryEntry } from '../../domain/sessions/session-record.ts'
import type { Invitation, Session } from '../../domain/sessions/session.ts'
import { dutyOf } from '../../domain/duties/duty-ids.ts'
import {
  aDutyRecord,
  aMemberId,
  aPersonId,
  aSession,
  anInvitation,
  arrangedAt,
  invitationsWith,
  startsAt,
} from '../../domain/testing/builders.ts'
import type { Sessions } from '../ports/council.ts'
import type { DueQueue } from '../ports/due.ts'
import type { Op, Tables } from '../ports/tables.ts'
import { Unavailable } from '../ports/unavailable.ts'
import { createTestClock, type TestClock } from '../testing/clock.ts'
import { createHintsDouble } from '../testing/queue.ts'
import { createTablesDouble } from '../testing/tables.ts'
import { createDueQueue } from './due.ts'
import { createAuditOutbox } from './audit.ts'
import { createAuditKeys } from './audit-keys.ts'
import { fresh } from './fresh.ts'
import { createSessions } from './sessions.ts'

const council = councilId('thamesbrook')
let clock: TestClock
let tables: Tables
let due: DueQueue
let sessions: Sessions

beforeEach(() => {
  open(createTablesDouble())
})

function open(over: Tables): void {
  tables = over
  clock = createTestClock(arrangedAt)
  due = createDueQueue({ tables, shards: 2 })
  const keys = createAuditKeys({ council, tables, read: fresh(() => clock.mono(), 60_000) })
  const audit = createAuditOutbox({ council, tables, due, clock, keys })
  sessions = createSessions({ council, tables, due, hints: createHintsDouble(() => clock.mono()), clock, audit })
}

const responded = (number: number, to: Invitation['response']): HistoryEntry => ({
  at: arrangedAt,
  what: { kind: 'responded', memberId: aMemberId(number), from: 'none', to },
})

async function found(id = sessionId('s1')) {
  const record = await sessions.find(id)
  if (!record) throw new Error('there is no such session')
  return record
}

const kindsDue = async (at: Instant) => (await due.due(at, 10)).map(({ task }) => task.kind).toSorted()

async function resave(change: (session: Session) => Session, history: readonly HistoryEntry[] = []): Promise<string> {
  const record = await found()
  return sessions.save({ session: change(record.session), history }, record)
}

/** A session with everything in it that can be in one. */
const full = aSession({
  accepted: 2,
  tentative: 1,
  declined: 1,
  none: 1,
  joinUrl: 'https://teams.example/join',
  about: 'Bring your own device',
  others: [
    { kind: 'room', name: 'Room 2', address: 'room2@thamesbrook.example', response: 'accepted' },
    { kind: 'list', name: 'All Members', address: 'all@thamesbrook.example', response: 'none', list: { kind: 'expanded', members: 5 } },
  ],
  standing: {
    kind: 'cancelled',
    at: arrangedAt,
    through: 'decision',
    reason: { id: 'lack-of-interest', by: aPersonId(901), byName: 'Officer 901', at: arrangedAt },
  },
  undersubscribed: { kind: 'open', round: 2, openedAt: arrangedAt, decideBy: startsAt, escalatedAt: startsAt },
  decision: {
    choice: 'cancel',
    by: aPersonId(901),
    byName: 'Officer 901',
    at: arrangedAt,
    reasonId: 'lack-of-interest',
    message: 'Sorry',
    knowing: {
      counts: { accepted: 2, tentative: 1, declined: 1, none: 1 },
      minimum: 6,
      readAt: arrangedAt,
      otherRuns: [{ sessionId: 's2', startsAt, accepted: 3 }],
    },
  },
  refusedTag: { because: 'unreadable', digest: 'spoilt', at: arrangedAt },
  movedAt: arrangedAt,
})

describe('a session', () => {
  test('is read as it was saved, whole', async () => {
    const history: HistoryEntry[] = [{ at: arrangedAt, what: { kind: 'invited', members: 5 } }]
    const moments = { weekBefore: arrangedAt, nudged: 1 }
    expect(await sessions.save({ session: full, moments, history }, 'new')).toBe('saved')
    const { etag, stamp, ...record } = await found()
    expect(record).toEqual({
      session: { ...full, others: full.others.toReversed() },
      moments,
      history,
      duties: [],
      calls: [],
      marks: [],
      evaluations: [],
    })
    expect(etag.length).toBeLessThanOrEqual(100)
    expect(stamp).toHaveLength(32)
  })

  test('is found once only: saving it as new again says that it exists', async () => {
    await sessions.save({ session: full, history: [] }, 'new')
    expect(await sessions.save({ session: full, history: [] }, 'new')).toBe('exists')
  })

  test('that was never saved is not found, and cannot be changed', async () => {
    expect(await sessions.find(sessionId('s9'))).toBeUndefined()
    expect(await sessions.save({ session: full, history: [] }, { etag: '1' })).toBe('stale')
  })

  test('that is written is saved, though storage falls silent before the look can be asked for at once: it comes in a minute', async () => {
    const put = due.put.bind(due)
    let asked = 0
    due.put = async (pointers) => ((asked += 1) > 1 ? Promise.reject(new Unavailable('storage', 'away')) : put(pointers))
    expect(await sessions.save({ session: full, history: [] }, 'new')).toBe('saved')
    due.put = put
    expect(await due.due(arrangedAt, 10)).toEqual([])
    expect(await kindsDue(arrangedAt.add({ seconds: 60 }))).toEqual(['look-at-session', 'relay-audit'])
  })

  test('is changed only by whoever saw it as it is', async () => {
    await sessions.save({ session: aSession({ none: 1 }), history: [] }, 'new')
    const seen = await found()
    expect(await resave((session) => ({ ...session, invitations: [anInvitation(1, 'accepted')] }), [responded(1, 'accepted')])).toBe(
      'saved',
    )
    expect(await sessions.save({ session: seen.session, history: [] }, seen)).toBe('stale')
    expect((await found()).session.invitations).toMatchObject([{ response: 'accepted' }])
  })

  test('C2.2 is the same to a person when Outlook was only read again, and the time of reading is kept', async () => {
    await sessions.save({ session: aSession({ none: 1 }), history: [] }, 'new')
    const seen = await found()
    const readAt = arrangedAt.add({ hours: 1 })
    await resave((session) => ({ ...session, readAt }))
    expect((await found()).etag).toBe(seen.etag)
    expect((await found()).session.readAt.equals(readAt)).toBe(true)
    expect(await sessions.save({ session: { ...seen.session, title: 'Renamed' }, history: [] }, seen)).toBe('saved')
    expect((await found()).session.readAt.equals(readAt)).toBe(true)
  })

  test('C2.1 keeps every change of an answer, newest last', async () => {
    await sessions.save({ session: aSession({ none: 1 }), history: [] }, 'new')
    for (const response of ['accepted', 'declined', 'accepted', 'declined'] as const) {
      await resave((session) => ({ ...session, invitations: [anInvitation(1, response)] }), [responded(1, response)])
    }
    const answers = (await found()).history.map(({ what }) => (what.kind === 'responded' ? what.to : what.kind))
    expect(answers).toEqual(['accepted', 'declined', 'accepted', 'declined'])
  })

  test('loses those who are invited no longer', async () => {
    await sessions.save({ session: full, history: [] }, 'new')
    await resave((session) => ({ ...session, invitations: session.invitations.slice(0, 2), others: [] }))
    const { session } = await found()
    expect(session.invitations.map(({ memberId }) => memberId)).toEqual([aMemberId(1), aMemberId(2)])
    expect(session.others).toEqual([])
  })

  test('C4.12 keeps a duty as it stands when the same duty is owed again', async () => {
    const duty = dutyOf(sessionId('s1'), { kind: 'cancel-event' }, 'calendar', { notBefore: arrangedAt })
    const outcome = { kind: 'sent', at: arrangedAt } as const
    await sessions.save({ session: full, history: [], duties: [aDutyRecord(duty)] }, 'new')
    const stored = await sessions.duty(sessionId('s1'), duty.id)
    if (!stored) throw new Error('the duty is not there')
    const moved = { ...stored.value, state: { kind: 'done', outcome } as const }
    expect(await sessions.moveDuty(sessionId('s1'), moved, stored)).toBe('saved')
    expect(await sessions.moveDuty(sessionId('s1'), moved, stored)).toBe('stale')
    const again = await found()
    await sessions.save({ session: full, history: [], duties: [aDutyRecord(duty)] }, again)
    expect((await found()).duties).toEqual([moved])
  })
})

describe('a change of many rows', () => {
  const many = Array.from({ length: 250 }, (_, index) => index + 1)
  const crowd = aSession({ invitations: invitationsWith({ none: 250 }) })
  const answered = { ...crowd, title: 'Renamed', invitations: invitationsWith({ accepted: 250 }) }
  const lines = many.map((number) => responded(number, 'accepted'))

  test('is written in as many transactions as it takes, and read whole', async () => {
    expect(await sessions.save({ session: crowd, history: [] }, 'new')).toBe('saved')
    expect((await found()).session.invitations).toHaveLength(250)
    expect(await resave(() => answered, lines)).toBe('saved')
    const record = await found()
    expect(record.session.title).toBe('Renamed')
    expect(record.history).toHaveLength(250)
  })

  test.each([0, 1, 2, 3, 4, 5])(
    'broken off after %i transactions it can be made again, and no answer is kept twice or lost',
    async (allowed) => {
      await sessions.save({ session: crowd, history: [] }, 'new')
      const whole = tables
      open(breaking(whole, allowed))
      await expect(resave(() => answered, lines)).rejects.toThrow('broken off')
      open(whole)
      const left = await found()
      expect(left.session.title).toBe(crowd.title)
      const missing = lines.filter(({ what }) => {
        const own = left.session.invitations.find(({ memberId }) => what.kind === 'responded' && memberId === what.memberId)
        return own?.response === 'none'
      })
      expect(await resave(() => answered, missing)).toBe('saved')
      const record = await found()
      expect(record.session.title).toBe('Renamed')
      expect(record.history).toHaveLength(250)
      expect(new Set(record.history.map(({ what }) => (what.kind === 'responded' ? what.memberId : ''))).size).toBe(250)
    },
  )

  test('by two at once ends with one of them', async () => {
    await sessions.save({ session: crowd, history: [] }, 'new')
    const seen = await found()
    const declined = { ...crowd, title: 'Declined', invitations: invitationsWith({ declined: 250 }) }
    const outcomes = await Promise.all([
      sessions.save({ session: answered, history: [] }, seen),
      sessions.save({ session: declined, history: [] }, seen),
    ])
    expect(outcomes.toSorted()).toEqual(['saved', 'stale'])
    const { session } = await found()
    const expected = session.title === 'Renamed' ? 'accepted' : 'declined'
    expect(new Set(session.invitations.map(({ response }) => response))).toEqual(new Set([expected]))
  })

  /** Lets so many transactions of the session's own rows through. */
  function breaking(over: Tables, allowed: number): Tables {
    let done = 0
    const isOwn = (ops: readonly Op[]) => ops.some((op) => 'insert' in op || 'replace' in op)
    return {
      ...over,
      async commit(pk, ops) {
        if (isOwn(ops)) done += 1
        if (isOwn(ops) && done > allowed) throw new Error('broken off')
        return over.commit(pk, ops)
      },
    }
  }
})

describe('pointers', () => {
  const now = arrangedAt

  test('a saved change is to be looked at, now, and what is told of it to be moved to the audit chain', async () => {
    await sessions.save({ session: full, history: [] }, 'new')
    expect(await kindsDue(now)).toEqual(['look-at-session', 'relay-audit'])
    expect(await due.nextAt(now)).toBeUndefined()
  })

  test('a new duty is to be discharged when it falls due', async () => {
    const notBefore = now.add({ hours: 24 })
    const duty = dutyOf(sessionId('s1'), { kind: 'cancel-event' }, 'calendar', { notBefore })
    await sessions.save({ session: full, history: [], duties: [aDutyRecord(duty)] }, 'new')
    expect((await due.nextAt(now))?.equals(notBefore)).toBe(true)
  })

  test('a change that never got there is looked at after a minute, and is no reason to stop the clock when it was refused', async () => {
    await sessions.save({ session: full, history: [] }, 'new')
    await due.drop(await due.due(now, 10))
    expect(await sessions.save({ session: full, history: [] }, { etag: 'old' })).toBe('stale')
    expect(await due.nextAt(now)).toBeUndefined()
    const whole = tables
    open({ ...whole, commit: async (pk, ops) => ('put' in (ops[0] ?? {}) ? whole.commit(pk, ops) : Promise.reject(new Error('died'))) })
    await expect(resave((session) => ({ ...session, title: 'Renamed' }))).rejects.toThrow('died')
    expect((await due.nextAt(now))?.equals(now.add({ seconds: 60 }))).toBe(true)
  })

  test('its appointment leads to it before it is there', async () => {
    const whole = tables
    open({ ...whole, commit: async (pk, ops) => ('insert' in (ops[0] ?? {}) ? Promise.reject(new Error('died')) : whole.commit(pk, ops)) })
    await expect(sessions.save({ session: full, history: [] }, 'new')).rejects.toThrow('died')
    expect(await sessions.byEvent(aPersonId(901), 'event-1')).toBe('s1')
    expect(await sessions.find(sessionId('s1'))).toBeUndefined()
  })

  test('an event id may hold any characters', async () => {
    const eventId = 'AAMkAD/+=?#%\\ '
    await sessions.save({ session: aSession({ calendar: { ...full.calendar, eventId } }), history: [] }, 'new')
    expect(await sessions.byEvent(aPersonId(901), eventId)).toBe('s1')
    expect(await sessions.byEvent(aPersonId(901), 'another')).toBeUndefined()
  })
})

describe('lists', () => {
  const from = instant('2026-10-01T00:00:00Z')
  const to = instant('2026-12-31T00:00:00Z')

  async function projected(session: Session): Promise<void> {
    await sessions.save({ session, history: [] }, 'new')
    await sessions.project(await found(session.id), [], undefined)
  }

  test('show what the session is, by month, course, Member and mailbox', async () => {
    await projected(full)
    expect(await sessions.between(from, to)).toMatchObject([{ id: 's1', counts: { accepted: 2 }, invited: 5, others: 2 }])
    expect(await sessions.runsOf(full.courseId)).toHaveLength(1)
    expect(await sessions.ofMember(aMemberId(1), from, to)).toMatchObject([{ sessionId: 's1', response: 'accepted' }])
    expect(await sessions.ofMember(aMemberId(9), from, to)).toEqual([])
    expect(await sessions.inMailbox(aPersonId(901), from, to)).toEqual([{ sessionId: 's1', eventId: 'event-1' }])
  })

  test('end before the last instant asked for', async () => {
    await projected(full)
    expect(await sessions.between(startsAt, startsAt.add({ seconds: 1 }))).toHaveLength(1)
    expect(await sessions.between(from, startsAt)).toEqual([])
  })

  test('C1.21 show a session that moved where it is now, and nowhere else', async () => {
    await projected(full)
    const later = startsAt.add({ hours: 24 * 40 })
    await resave((session) => ({ ...session, startsAt: later, endsAt: later, invitations: session.invitations.slice(1) }))
    await sessions.project(await found(), [], undefined)
    expect((await sessions.between(from, to)).map((each) => each.startsAt.toString())).toEqual([later.toString()])
    expect(await sessions.runsOf(full.courseId)).toHaveLength(1)
    expect(await sessions.ofMember(aMemberId(1), from, to)).toEqual([])
    expect(await sessions.ofMember(aMemberId(2), from, to)).toMatchObject([{ startsAt: later }])
    expect(await sessions.inMailbox(aPersonId(901), from, to)).toHaveLength(1)
    expect(await sessions.byEvent(aPersonId(901), 'event-1')).toBe('s1')
  })

  test('broken off anywhere while a session moves, they are right after the next look', async () => {
    const later = startsAt.add({ hours: 24 * 40 })
    for (let allowed = 0; allowed < 40; allowed += 1) {
      open(createTablesDouble())
      await projected(full)
      await resave((session) => ({ ...session, startsAt: later, endsAt: later, invitations: session.invitations.slice(1) }))
      const whole = tables
      open(dyingAfter(whole, allowed))
      const died = await sessions.project(await found(), [], undefined).then(
        () => false,
        () => true,
      )
      open(whole)
      await resave((session) => ({ ...session, startsAt, endsAt: startsAt }))
      await sessions.project(await found(), [], undefined)
      expect(await sessions.between(from, to)).toHaveLength(1)
      expect(await sessions.runsOf(full.courseId)).toHaveLength(1)
      expect(await sessions.ofMember(aMemberId(1), from, to)).toEqual([])
      expect(await sessions.ofMember(aMemberId(2), from, to)).toMatchObject([{ startsAt }])
      if (!died) return
    }
    throw new Error('it never got through')
  })

  test('renewed from an older record, twice overtaken by another instance, they are right once that one has looked again', async () => {
    await projected(full)
    const answerWith = async (response: Invitation['response']) =>
      resave((session) => ({ ...session, invitations: [anInvitation(1, response), ...session.invitations.slice(1)] }))
    await answerWith('declined')
    const [other, whole, older] = [sessions, tables, await found()]
    const meanwhile = [
      async () => other.project(older, [], undefined),
      async () => {
        await answerWith('tentative')
        await other.project(await found(), [], undefined)
      },
    ]
    open({
      ...whole,
      async commit(pk, ops) {
        if (pk.key.includes('~cal~')) await meanwhile.shift()?.()
        return whole.commit(pk, ops)
      },
    })
    await sessions.project(older, [], undefined)
    await sessions.project(await found(), [], undefined)
    expect(meanwhile).toEqual([])
    expect(await sessions.ofMember(aMemberId(1), from, to)).toMatchObject([{ response: 'tentative' }])
    expect(await sessions.between(from, to)).toMatchObject([{ counts: { accepted: 1, tentative: 2 } }])
  })

  test('broken off anywhere by one who has an older record, they are right after the next look', async () => {
    const invitations = full.invitations.slice(1)
    for (let allowed = 0; allowed < 40; allowed += 1) {
      open(createTablesDouble())
      await projected(full)
      await resave((session) => ({ ...session, invitations: [anInvitation(1, 'declined'), ...invitations] }))
      const older = await found()
      await resave(() => full)
      await sessions.project(await found(), [], undefined)
      const whole = tables
      open(dyingAfter(whole, allowed))
      const died = await sessions.project(older, [], undefined).then(
        () => false,
        () => true,
      )
      open(whole)
      await sessions.project(await found(), [], undefined)
      expect(await sessions.ofMember(aMemberId(1), from, to)).toMatchObject([{ response: 'accepted' }])
      expect(await sessions.between(from, to)).toMatchObject([{ counts: { accepted: 2, declined: 1 } }])
      if (!died) return
    }
    throw new Error('it never got through')
  })

  test('what waits for officers comes and goes with its session', async () => {
    await sessions.save({ session: full, history: [] }, 'new')
    const record = await found()
    const row = { kind: 'untagged', group: 'put-right', sessionId: record.session.id, title: 'A', startsAt, organiser: 'B' } as const
    await sessions.project(record, [row], undefined)
    expect(await sessions.attention()).toEqual([row])
    await sessions.project(record, [], undefined)
    expect(await sessions.attention()).toEqual([])
  })

  test('what waits for officers goes too when whoever wrote it died before keeping that it had', async () => {
    const row = { kind: 'untagged', group: 'put-right', sessionId: full.id, title: 'A', startsAt, organiser: 'B' } as const
    for (let allowed = 0; allowed < 40; allowed += 1) {
      open(createTablesDouble())
      await projected(full)
      const [whole, record] = [tables, await found()]
      open(dyingAfter(whole, allowed))
      const died = await sessions.project(record, [row], undefined).then(
        () => false,
        () => true,
      )
      open(whole)
      await sessions.project(record, [], undefined)
      expect(await sessions.attention()).toEqual([])
      if (!died) return
    }
    throw new Error('it never got through')
  })

  test('the next look is one pointer, and takes the place of the one before', async () => {
    await sessions.save({ session: full, history: [] }, 'new')
    const record = await found()
    await sessions.project(record, [], startsAt)
    expect((await due.nextAt(arrangedAt))?.equals(startsAt)).toBe(true)
    const sooner = startsAt.subtract({ hours: 1 })
    await sessions.project(record, [], sooner)
    expect((await due.nextAt(arrangedAt))?.equals(sooner)).toBe(true)
    expect(await due.nextAt(sooner)).toBeUndefined()
    await sessions.project(record, [], undefined)
    expect(await due.nextAt(arrangedAt)).toBeUndefined()
  })

  function dyingAfter(over: Tables, allowed: number): Tables {
    let done = 0
    return {
      ...over,
      async commit(pk, ops) {
        done += 1
        if (done > allowed) throw new Error('died')
        return over.commit(pk, ops)
      },
    }
  }
})
