import { randomUUID } from 'node:crypto'
import type { Issue } from '../../domain/bulletin/issue.ts'
import type { CouncilId, DutyId, IssueId } from '../../domain/kernel/ids.ts'
import type { Instant } from '../../domain/kernel/time.ts'
import type { DutyRecord } from '../../domain/sessions/session-record.ts'
import { issueEntries, noticeEntry } from '../account/bulletin-entries.ts'
import { dutyEntries } from '../account/duty-entries.ts'
import type { Actor } from '../ports/audit.ts'
import type { Bulletins } from '../ports/bulletins.ts'
import type { Clock } from '../ports/clock.ts'
import type { Seen, Written } from '../ports/council.ts'
import type { DueQueue, Pointer } from '../ports/due.ts'
import type { Hints } from '../ports/queue.ts'
import type { Op, Tables } from '../ports/tables.ts'
import { Unavailable } from '../ports/unavailable.ts'
import type { AuditOutbox } from './audit.ts'
import { issueCodec, noticeCodec, pastIssueCodec } from './codec-bulletin.ts'
import { dutyCodec } from './codec-duty.ts'
import { postHint } from './hints.ts'
import { auditPrefix, bulletinPk, issuePk, issueRow, noticeRow, pastIssueRow, startingWith } from './keys.ts'

type Deps = {
  readonly council: CouncilId
  readonly tables: Tables
  readonly due: DueQueue
  readonly hints: Hints
  readonly clock: Clock
  readonly audit: AuditOutbox
}

/** A pointer that only speaks if its writer died. */
const graceSeconds = 60
/** Duties of one transaction. */
const room = 90

/** Pointers to an issue and to its duties are those of a session: what is looked at and what is discharged is a matter, by its id. */
export function createBulletins(deps: Deps): Bulletins {
  const { council, tables, clock, audit, due } = deps
  const pkOf = (id: IssueId) => issuePk(council, id)
  const common = bulletinPk(council)
  return {
    async find(id) {
      const rows = (await tables.range(pkOf(id), ...startingWith(''))).filter(({ rk }) => !rk.startsWith(auditPrefix))
      const header = rows.find(({ rk }) => rk === issueRow.header)
      const duties = rows.filter((row) => row !== header).map(({ data }) => dutyCodec.from(data))
      return header && { issue: issueCodec.from(header.data), duties, etag: header.etag }
    },
    save: (issue, seen, by) => saveIssue(deps, issue, seen, by),
    owe: (id, duties) => owe(deps, id, duties),
    askLookAt: (id, at) => due.put([lookAt(council, id, at)]),
    askLook: (id) => askLook(deps, id),
    askDischarge: (id, duty, at) => due.put([dischargeAt(council, id, duty, at)]),
    async duty(id, duty) {
      const row = await tables.get(pkOf(id), issueRow.duty(duty))
      return row && { value: dutyCodec.from(row.data), etag: row.etag }
    },
    async moveDuty(id, record, seen) {
      const op: Op = { replace: issueRow.duty(record.duty.id), data: dutyCodec.data(record), etag: seen.etag }
      const drafts = dutyEntries({ session: id, before: seen.value, after: record }, clock.now())
      return audit.commit({ source: `iss~${id}`, ops: [op], drafts })
    },
    async past() {
      const rows = await tables.range(common, ...startingWith('i~'))
      const issues = rows.map(({ data }) => pastIssueCodec.from(data))
      return issues.toSorted((one, other) => one.sentAt.epochMilliseconds - other.sentAt.epochMilliseconds)
    },
    keepPast: async (issue) => void (await tables.commit(common, [{ put: pastIssueRow(issue.id), data: pastIssueCodec.data(issue) }])),
    notices: async () => (await tables.range(common, ...startingWith('n~'))).map(({ data }) => noticeCodec.from(data)),
    async notice(id) {
      const row = await tables.get(common, noticeRow(id))
      return row && { value: noticeCodec.from(row.data), etag: row.etag }
    },
    async saveNotice(notice, seen, by) {
      const row = seen === 'new' ? undefined : await tables.get(common, noticeRow(notice.id))
      const before = row && noticeCodec.from(row.data)
      const op = written(noticeRow(notice.id), noticeCodec.data(notice), seen)
      return audit.commit({ source: 'bulletin', ops: [op], drafts: [noticeEntry({ before, after: notice }, by, clock.now())] })
    },
  }
}

async function saveIssue(deps: Deps, issue: Issue, seen: Seen, by: Actor): Promise<Written> {
  const { council, tables, due, clock, audit } = deps
  const row = seen === 'new' ? undefined : await tables.get(issuePk(council, issue.id), issueRow.header)
  const before = row && issueCodec.from(row.data)
  const drafts = issueEntries({ before, after: issue }, by, clock.now())
  const grace = { ...lookAt(council, issue.id, clock.now().add({ seconds: graceSeconds })), mark: randomUUID() }
  await due.put([grace])
  const outcome = await audit.commit({ source: `iss~${issue.id}`, ops: [written(issueRow.header, issueCodec.data(issue), seen)], drafts })
  if (outcome === 'saved') await hasten(deps, issue.id, grace)
  else await due.drop([grace])
  return outcome
}

/** It is written, and whoever wrote it must not hear otherwise: where "now" cannot be said, the pointer of a minute ahead says it. */
async function hasten(deps: Deps, id: IssueId, grace: Pointer): Promise<void> {
  try {
    await askLook(deps, id)
    await deps.due.drop([grace])
  } catch (fault) {
    if (!(fault instanceof Unavailable)) throw fault
  }
}

function written(rk: string, data: unknown, seen: Seen): Op {
  return seen === 'new' ? { insert: rk, data } : { replace: rk, data, etag: seen.etag }
}

/** Each duty's pointer lies at its own moment: whoever follows it before the duty is written comes again a minute later. */
async function owe({ council, tables, due }: Deps, id: IssueId, duties: readonly DutyRecord[]): Promise<void> {
  const pk = issuePk(council, id)
  const known = new Set((await tables.range(pk, ...startingWith('x~'))).map(({ rk }) => rk))
  const missing = duties.filter(({ duty }) => !known.has(issueRow.duty(duty.id)))
  await due.put(missing.map(({ duty, notBefore }) => dischargeAt(council, id, duty.id, notBefore)))
  for (let start = 0; start < missing.length; start += room) {
    const ops = missing
      .slice(start, start + room)
      .map((record): Op => ({ insert: issueRow.duty(record.duty.id), data: dutyCodec.data(record) }))
    // Some of them may have been written meanwhile by another instance: then each on its own, so that none is left out.
    if ((await tables.commit(pk, ops)) !== 'saved') for (const op of ops) await tables.commit(pk, [op])
  }
}

async function askLook({ council, due, hints, clock }: Deps, id: IssueId): Promise<void> {
  await due.put([{ ...lookAt(council, id, clock.now()), mark: randomUUID() }])
  await postHint(hints, { kind: 'look-at-session', council, session: id })
}

function lookAt(council: CouncilId, session: IssueId, at: Instant): Pointer {
  return { at, task: { kind: 'look-at-session', council, session }, tries: 0 }
}

function dischargeAt(council: CouncilId, session: IssueId, duty: DutyId, at: Instant): Pointer {
  return { at, task: { kind: 'discharge', council, session, duty }, tries: 0 }
}
