import type { SessionRecord } from '../../domain/sessions/session-record.ts'
import type { Row } from '../ports/tables.ts'
import { markCodec, teamsReportCodec } from './codec-attendance.ts'
import { dutyCodec } from './codec-duty.ts'
import { evaluationCodec } from './codec-evaluation.ts'
import { callCodec, historyCodec } from './codec-history.ts'
import { headerCodec, invitationCodec, otherCodec, type Header } from './codec-session.ts'
import { auditPrefix, digest, sessionRow } from './keys.ts'

/** A session's partition as it lies, by row key, without what only waits there to be moved to the audit chain. */
export type SessionRows = {
  readonly header: { readonly value: Header; readonly etag: string } | undefined
  readonly byKey: ReadonlyMap<string, Row>
  readonly projected: Row | undefined
}

export function sessionRowsFrom(rows: readonly Row[]): SessionRows {
  const byKey = new Map(rows.filter((row) => !row.rk.startsWith(auditPrefix)).map((row) => [row.rk, row]))
  const header = byKey.get(sessionRow.header)
  return {
    header: header && { value: headerCodec.from(header.data), etag: header.etag },
    byKey,
    projected: byKey.get(sessionRow.projected),
  }
}

/**
 * The record, whole. `etag` changes when what people decide on changes: not when Outlook was read again and said the same.
 * `stamp` changes with every row, the outbox's too, so that whoever renewed the lists can tell whether they are old already.
 */
export function recordFrom(rows: SessionRows): (SessionRecord & { readonly etag: string; readonly stamp: string }) | undefined {
  if (!rows.header) return undefined
  const { session, moments, version } = rows.header.value
  const all = [...rows.byKey.values()]
  const of = (prefix: string) => all.filter((row) => row.rk.startsWith(prefix)).map((row) => row.data)
  const others = of('n~').map(otherCodec.from)
  const teamsReport = rows.byKey.get(sessionRow.teamsReport)
  return {
    session: {
      ...session,
      invitations: of('i~').map(invitationCodec.from),
      others: others.toSorted((one, other) => one.name.localeCompare(other.name, 'en')),
    },
    moments,
    duties: of('x~').map(dutyCodec.from),
    history: of('e~').map(historyCodec.from),
    calls: of('c~').map(callCodec.from),
    marks: of('a~')
      .map(markCodec.from)
      .toSorted((one, other) => one.number - other.number),
    evaluations: of('v~').map(evaluationCodec.from),
    ...(teamsReport ? { teamsReport: teamsReportCodec.from(teamsReport.data) } : {}),
    etag: String(version),
    stamp: digest(
      all
        .filter((row) => row.rk !== sessionRow.projected)
        .map((row) => `${row.rk} ${row.etag}`)
        .join('\n'),
    ),
  }
}

/** The number that the next line of history gets. */
export function nextHistoryNumber(rows: SessionRows): number {
  const last = [...rows.byKey.keys()].filter((key) => key.startsWith('e~')).at(-1)
  return last === undefined ? 0 : Number(last.slice(2)) + 1
}
