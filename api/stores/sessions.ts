import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { SessionId } from '../../domain/kernel/ids.ts'
import { isBefore } from '../../domain/kernel/time.ts'
import type { SessionRecord, SessionSummary } from '../../domain/sessions/session-record.ts'
import { dutyEntries } from '../account/duty-entries.ts'
import type { Sessions } from '../ports/council.ts'
import type { Op, Row } from '../ports/tables.ts'
import { Unavailable } from '../ports/unavailable.ts'
import { sessionIdCodec } from './codec.ts'
import { attentionCodec } from './codec-attention.ts'
import { rollCodec } from './codec-attendance.ts'
import { mailboxFrom } from './codec-member.ts'
import { evaluationCodec } from './codec-evaluation.ts'
import { dutyCodec } from './codec-duty.ts'
import { invitationCodec, memberSessionCodec, summaryCodec } from './codec-session.ts'
import {
  attentionPk,
  coursePk,
  eventRow,
  mailboxesPk,
  mailboxSessionsPk,
  memberSessionsPk,
  personRow,
  rollsPk,
  sessionPk,
  sessionRow,
  startingIn,
  startingWith,
  yearPk,
  yearsFrom,
} from './keys.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { projectSession } from './session-projection.ts'
import { recordFrom } from './session-rows.ts'
import { askLook, readRows, saveSession, type SessionStoreDeps } from './session-saving.ts'

const pointerSchema = z.object({ sessionId: z.string(), eventId: z.string().optional() })

/** A council's sessions: each one partition, which is read whole; lists are copies beside it. */
export function createSessions(deps: SessionStoreDeps): Sessions {
  const { council, tables } = deps
  const pkOf = (id: SessionId) => sessionPk(council, id)
  const inTurn = oneAtATime()
  return {
    async find(id) {
      const record = recordFrom(await readRows(deps, id))
      return record && asLastRead(deps, record)
    },
    inTurn,
    async invitation(id, member) {
      const row = await tables.get(pkOf(id), sessionRow.invitation(member))
      return row && invitationCodec.from(row.data)
    },
    async evaluation(id, member) {
      const row = await tables.get(pkOf(id), sessionRow.evaluation(member))
      return row && evaluationCodec.from(row.data)
    },
    save: async (change, seen, look = 'asked') => saveSession(deps, { change, seen, look }),
    async between(from, to) {
      const [first, last] = startingIn(from, to)
      const read = await Promise.all(yearsFrom(from, to).map(async (year) => tables.range(yearPk(council, year), first, last)))
      return summariesFrom(read.flat())
    },
    async rolls(from, to) {
      const [first, last] = startingIn(from, to)
      const read = await Promise.all(yearsFrom(from, to).map(async (year) => tables.range(rollsPk(council, year), first, last)))
      return read.flat().map((row) => rollCodec.from(row.data))
    },
    async runsOf(course) {
      return summariesFrom(await tables.range(coursePk(council, course), ...startingWith('s~')))
    },
    async ofMember(member, from, to) {
      const rows = await tables.range(memberSessionsPk(council, member), ...startingIn(from, to))
      return rows.map((row) => memberSessionCodec.from(row.data))
    },
    async inMailbox(mailbox, from, to) {
      const rows = await tables.range(mailboxSessionsPk(council, mailbox), ...startingIn(from, to))
      return rows.map((row) => {
        const { sessionId, eventId = '' } = pointerSchema.parse(row.data)
        return { sessionId: z.decode(sessionIdCodec, sessionId), eventId }
      })
    },
    async byEvent(mailbox, eventId) {
      const row = await tables.get(mailboxSessionsPk(council, mailbox), eventRow(eventId))
      return row && z.decode(sessionIdCodec, pointerSchema.parse(row.data).sessionId)
    },
    async attention() {
      const rows = await tables.range(attentionPk(council), ...startingWith(''))
      return rows.flatMap((row) => attentionCodec.from(row.data).rows)
    },
    project: async (record, attention, nextLookAt) => projectSession(deps, { record, attention, nextLookAt }),
    async moveDuty(session, record, seen) {
      const op: Op = { replace: sessionRow.duty(record.duty.id), data: dutyCodec.data(record), etag: seen.etag }
      const drafts = dutyEntries({ session, before: seen.value, after: record }, deps.clock.now())
      return deps.audit.commit({ source: `ses~${session}`, ops: [op], drafts })
    },
    async duty(session, duty) {
      const row = await tables.get(pkOf(session), sessionRow.duty(duty))
      return row && { value: dutyCodec.from(row.data), etag: row.etag }
    },
    askTeamsReport: async (session, at) => deps.due.put([{ at, task: { kind: 'read-teams-report', council, session }, tries: 0 }]),
    checkInSecret: async (id) => secretOf(deps, id),
    beginCheckIn: async (id) => beginCheckIn(deps, id),
    askLook: async (session) => askLook(deps, session),
    askDischarge: async (session, duty, at) => deps.due.put([{ at, task: { kind: 'discharge', council, session, duty }, tries: 0 }]),
  }
}

const secretSchema = z.object({ secret: z.string().regex(/^[0-9a-f]{64}$/) })

async function secretOf({ council, tables }: SessionStoreDeps, id: SessionId): Promise<string | undefined> {
  const row = await tables.get(sessionPk(council, id), sessionRow.checkInSecret)
  return row && secretSchema.parse(row.data).secret
}

/** Two officers who first show the code at one moment show the same one. */
async function beginCheckIn(deps: SessionStoreDeps, id: SessionId): Promise<string> {
  const known = await secretOf(deps, id)
  if (known !== undefined) return known
  const secret = randomBytes(32).toString('hex')
  await deps.tables.commit(sessionPk(deps.council, id), [{ insert: sessionRow.checkInSecret, data: { secret } }])
  const kept = await secretOf(deps, id)
  if (kept === undefined) throw new Unavailable('storage', 'the secret of a check-in code was not kept')
  return kept
}

/**
 * A session to which nothing happened is not written again when its calendar is read, so how old its answers are stands with the
 * mailbox (C2.2).
 */
async function asLastRead<Read extends SessionRecord>({ council, tables }: SessionStoreDeps, record: Read): Promise<Read> {
  const row = await tables.get(mailboxesPk(council), personRow(record.session.calendar.mailbox))
  const readAt = row && mailboxFrom(row.data)?.readAt
  if (!readAt || !isBefore(record.session.readAt, readAt)) return record
  return { ...record, session: { ...record.session, readAt } }
}

function summariesFrom(rows: readonly Row[]): readonly SessionSummary[] {
  const summaries = rows.map((row) => summaryCodec.from(row.data))
  return summaries.toSorted((one, other) => (isBefore(one.startsAt, other.startsAt) ? -1 : 1))
}
