import type { HistoryEntry } from '../../domain/sessions/session-record.ts'
import type { Invitation, Session } from '../../domain/sessions/session.ts'
import type { MemberId } from '../../domain/kernel/ids.ts'
import type { Instant } from '../../domain/kernel/time.ts'
import { isBefore } from '../../domain/kernel/time.ts'
import {
  answerEntries,
  audienceEntry,
  callEntries,
  evaluationEntries,
  markEntry,
  observedEntry,
  sessionEntries,
} from '../account/session-entries.ts'
import type { AuditDraft } from '../ports/audit.ts'
import type { SessionChange } from '../ports/council.ts'
import type { Op } from '../ports/tables.ts'
import { markCodec, teamsReportCodec } from './codec-attendance.ts'
import { dutyCodec } from './codec-duty.ts'
import { evaluationCodec } from './codec-evaluation.ts'
import { callCodec, historyCodec } from './codec-history.ts'
import { headerCodec, invitationCodec, otherCodec, type Header } from './codec-session.ts'
import { sessionRow } from './keys.ts'
import { nextHistoryNumber, type SessionRows } from './session-rows.ts'

/** Operations of one transaction besides the header and the row that tells of it. */
const room = 98
/** What one such row tells besides the header: it is added to the audit chain in one transaction too. */
const mostTold = 80

/** Operations of one transaction, with what the audit chain is told of them. */
export type Batch = { readonly ops: readonly Op[]; readonly told: readonly AuditDraft[] }

/**
 * What a change writes, in as many transactions as it takes. All but the last leave the header's facts as they were, so that a
 * crash between leaves a session whose change is still to be seen and can simply be made again.
 */
export type SessionWrites = {
  readonly batches: readonly Batch[]
  readonly header: Header
  readonly meanwhile: Header | undefined
}

/**
 * Works out the rows that differ. An answer and its line of history go together: written apart, a crash between them would lose
 * the line, because the answer no longer differs the next time.
 */
export function writesOf(rows: SessionRows, change: SessionChange, { writing, at }: Writing): SessionWrites {
  const number = numbering(nextHistoryNumber(rows))
  const invited = new Set(change.session.invitations.map((invitation) => invitation.memberId))
  const isAnswerOf = ({ what }: HistoryEntry, member?: MemberId) =>
    what.kind === 'responded' && (member === undefined ? invited.has(what.memberId) : what.memberId === member)
  const invitations = change.session.invitations.map((invitation) => ({
    ops: [
      ...differing(rows, sessionRow.invitation(invitation.memberId), invitationCodec.data(invitation)),
      ...change.history.filter((entry) => isAnswerOf(entry, invitation.memberId)).map(number),
    ],
    told: toldOfAnswer(rows, change.session, invitation, at),
  }))
  const untold = (unit: readonly Op[]): Batch => ({ ops: unit, told: [] })
  const audience = [...othersOf(rows, change.session), ...goneFrom(rows, change.session)]
  const units = [
    ...invitations,
    ...audience.map(untold),
    ...callsOf(rows, change, at),
    ...marksOf(rows, change, at),
    ...evaluationsOf(rows, change, at),
    ...teamsReportOf(rows, change).map(untold),
    ...dutiesOf(rows, change).map(untold),
    ...change.history.filter((entry) => !isAnswerOf(entry)).map((entry) => untold([number(entry)])),
  ].filter(({ ops }) => ops.length > 0)
  const now = rows.header?.value
  const header = headerOf(now, change, { writing, changesMore: units.length > 0 })
  const told = now
    ? [...sessionEntries({ before: now, after: header, at }), ...toldOfAudience(rows, change.session, at)]
    : [observedEntry(header, change.session.invitations.length, at)]
  return { batches: inBatches(units, told), header, meanwhile: now && { ...now, writing } }
}

export type Writing = { readonly writing: string; readonly at: Instant }

function toldOfAnswer(rows: SessionRows, session: Session, after: Invitation, at: Instant): readonly AuditDraft[] {
  if (!rows.header) return [] // told with the session itself
  const row = rows.byKey.get(sessionRow.invitation(after.memberId))
  return answerEntries({ session, before: row && invitationCodec.from(row.data), after }, at)
}

function toldOfAudience(rows: SessionRows, session: Session, at: Instant): readonly AuditDraft[] {
  const added = session.invitations.filter(({ memberId }) => !rows.byKey.has(sessionRow.invitation(memberId))).length
  const removed = goneFrom(rows, session)
    .flat()
    .filter((op) => 'remove' in op && op.remove.startsWith('i~')).length
  const others = othersOf(rows, session).filter((unit) => unit.length > 0).length
  return audienceEntry(session, { added, removed, others }, at)
}

function numbering(first: number): (entry: HistoryEntry) => Op {
  let next = first
  return (entry) => ({ insert: sessionRow.history(next++), data: historyCodec.data(entry) })
}

function differing(rows: SessionRows, rk: string, data: unknown): readonly Op[] {
  const row = rows.byKey.get(rk)
  if (!row) return [{ insert: rk, data }]
  return same(row.data, data) ? [] : [{ replace: rk, data, etag: row.etag }]
}

function othersOf(rows: SessionRows, session: Session): readonly (readonly Op[])[] {
  const byKey = new Map(session.others.map((other) => [sessionRow.other(other), other]))
  return [...byKey].map(([rk, other]) => differing(rows, rk, otherCodec.data(other)))
}

function goneFrom(rows: SessionRows, session: Session): readonly (readonly Op[])[] {
  if (!rows.header) return [] // nothing to guard a removal with yet; the next change of the session removes it
  const kept = new Set([
    ...session.invitations.map((invitation) => sessionRow.invitation(invitation.memberId)),
    ...session.others.map((other) => sessionRow.other(other)),
  ])
  const gone = [...rows.byKey.keys()].filter((rk) => /^[in]~/.test(rk) && !kept.has(rk))
  return gone.map((remove) => [{ remove, guardedBy: sessionRow.header }])
}

function callsOf(rows: SessionRows, change: SessionChange, at: Instant): readonly Batch[] {
  return (change.calls ?? []).map((call) => {
    const rk = sessionRow.call(call.at, call.id)
    const row = rows.byKey.get(rk)
    return {
      ops: differing(rows, rk, callCodec.data(call)),
      told: callEntries(change.session.id, row && callCodec.from(row.data), call, at),
    }
  })
}

function marksOf(rows: SessionRows, change: SessionChange, at: Instant): readonly Batch[] {
  const missing = (change.marks ?? []).filter(({ id }) => !rows.byKey.has(sessionRow.mark(id)))
  return missing.map((mark) => ({
    ops: [{ insert: sessionRow.mark(mark.id), data: markCodec.data(mark) }],
    told: [markEntry(change.session.id, mark, at)],
  }))
}

function evaluationsOf(rows: SessionRows, change: SessionChange, at: Instant): readonly Batch[] {
  return (change.evaluations ?? []).map((evaluation) => {
    const rk = sessionRow.evaluation(evaluation.memberId)
    const row = rows.byKey.get(rk)
    return {
      ops: differing(rows, rk, evaluationCodec.data(evaluation)),
      told: evaluationEntries(change.session.id, row && evaluationCodec.from(row.data), evaluation, at),
    }
  })
}

/** What Teams said is nobody's act: it is told once somebody confirms it. */
function teamsReportOf(rows: SessionRows, { teamsReport }: SessionChange): readonly (readonly Op[])[] {
  return teamsReport ? [differing(rows, sessionRow.teamsReport, teamsReportCodec.data(teamsReport))] : []
}

/** A duty that exists is left as it stands, whatever became of it since. */
function dutiesOf(rows: SessionRows, change: SessionChange): readonly (readonly Op[])[] {
  const missing = newDuties(rows, change)
  return missing.map((record) => [{ insert: sessionRow.duty(record.duty.id), data: dutyCodec.data(record) }])
}

export function newDuties(rows: SessionRows, change: SessionChange) {
  return (change.duties ?? []).filter((record) => !rows.byKey.has(sessionRow.duty(record.duty.id)))
}

type HeaderChange = { readonly writing: string; readonly changesMore: boolean }

function headerOf(now: Header | undefined, change: SessionChange, { writing, changesMore }: HeaderChange): Header {
  const { invitations: _invitations, others: _others, ...facts } = change.session
  const moments = change.moments ?? now?.moments ?? { nudged: 0 }
  if (!now) return { version: 1, writing, session: facts, moments }
  const readAt = laterOf(facts.readAt, now.session.readAt)
  const session = { ...facts, readAt }
  const unchanged = same(
    headerCodec.data({ ...now, writing, session: { ...now.session, readAt } }),
    headerCodec.data({ ...now, writing, session, moments }),
  )
  return { version: now.version + (unchanged && !changesMore ? 0 : 1), writing, session, moments }
}

/** What is told of the header goes with the last, which is the one that changes it. */
function inBatches(units: readonly Batch[], ofHeader: readonly AuditDraft[]): readonly Batch[] {
  const batches: { ops: Op[]; told: AuditDraft[] }[] = [{ ops: [], told: [] }]
  for (const { ops, told } of units) {
    const last = batches.at(-1)
    if (last && last.ops.length + ops.length <= room && last.told.length + told.length <= mostTold) {
      last.ops.push(...ops)
      last.told.push(...told)
    } else batches.push({ ops: [...ops], told: [...told] })
  }
  batches.at(-1)?.told.push(...ofHeader)
  return batches
}

function laterOf(one: Instant, other: Instant): Instant {
  return isBefore(one, other) ? other : one
}

/** Both come from one codec, which names its fields in one order. */
function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
