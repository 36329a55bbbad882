import type { HistoryEntry } from '../../domain/sessions/session-record.ts'
import type { Session } from '../../domain/sessions/session.ts'
import type { MemberId } from '../../domain/kernel/ids.ts'
import type { Instant } from '../../domain/kernel/time.ts'
import { isBefore } from '../../domain/kernel/time.ts'
import type { SessionChange } from '../ports/council.ts'
import type { Op } from '../ports/tables.ts'
import { dutyCodec } from './codec-duty.ts'
import { callCodec, historyCodec } from './codec-history.ts'
import { headerCodec, invitationCodec, otherCodec, type Header } from './codec-session.ts'
import { sessionRow } from './keys.ts'
import { nextHistoryNumber, type SessionRows } from './session-rows.ts'

/** Operations of one transaction besides the header. */
const roomBesideHeader = 99

/**
 * What a change writes, in as many transactions as it takes. All but the last leave the header's facts as they were, so that a
 * crash between leaves a session whose change is still to be seen and can simply be made again.
 */
export type SessionWrites = {
  readonly batches: readonly (readonly Op[])[]
  readonly header: Header
  readonly meanwhile: Header | undefined
}

/**
 * Works out the rows that differ. An answer and its line of history go together: written apart, a crash between them would lose
 * the line, because the answer no longer differs the next time.
 */
export function writesOf(rows: SessionRows, change: SessionChange, writing: string): SessionWrites {
  const number = numbering(nextHistoryNumber(rows))
  const invited = new Set(change.session.invitations.map((invitation) => invitation.memberId))
  const isAnswerOf = ({ what }: HistoryEntry, member?: MemberId) =>
    what.kind === 'responded' && (member === undefined ? invited.has(what.memberId) : what.memberId === member)
  const invitations = change.session.invitations.map((invitation) => [
    ...differing(rows, sessionRow.invitation(invitation.memberId), invitationCodec.data(invitation)),
    ...change.history.filter((entry) => isAnswerOf(entry, invitation.memberId)).map(number),
  ])
  const units = [
    ...invitations,
    ...othersOf(rows, change.session),
    ...goneFrom(rows, change.session),
    ...callsOf(rows, change),
    ...dutiesOf(rows, change),
    ...change.history.filter((entry) => !isAnswerOf(entry)).map((entry) => [number(entry)]),
  ].filter((unit) => unit.length > 0)
  const now = rows.header?.value
  const header = headerOf(now, change, { writing, changesMore: units.length > 0 })
  return { batches: inBatches(units), header, meanwhile: now && { ...now, writing } }
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

function callsOf(rows: SessionRows, change: SessionChange): readonly (readonly Op[])[] {
  return (change.calls ?? []).map((call) => differing(rows, sessionRow.call(call.at, call.id), callCodec.data(call)))
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

function inBatches(units: readonly (readonly Op[])[]): readonly (readonly Op[])[] {
  const batches: Op[][] = [[]]
  for (const unit of units) {
    const last = batches.at(-1)
    if (last && last.length + unit.length <= roomBesideHeader) last.push(...unit)
    else batches.push([...unit])
  }
  return batches
}

function laterOf(one: Instant, other: Instant): Instant {
  return isBefore(one, other) ? other : one
}

/** Both come from one codec, which names its fields in one order. */
function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
