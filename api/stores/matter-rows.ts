import { randomUUID } from 'node:crypto'
import type { CouncilId, DutyId, IssueId, OfferId } from '../../domain/kernel/ids.ts'
import type { Instant } from '../../domain/kernel/time.ts'
import type { DutyRecord } from '../../domain/sessions/session-record.ts'
import { dutyEntries } from '../account/duty-entries.ts'
import type { AuditDraft } from '../ports/audit.ts'
import type { Clock } from '../ports/clock.ts'
import type { Seen, Stored, Written } from '../ports/council.ts'
import type { DueQueue, Pointer } from '../ports/due.ts'
import type { Duties } from '../ports/duties.ts'
import type { Hints } from '../ports/queue.ts'
import type { Op, Pk, Tables } from '../ports/tables.ts'
import { Unavailable } from '../ports/unavailable.ts'
import type { AuditOutbox } from './audit.ts'
import { dutyCodec } from './codec-duty.ts'
import { postHint } from './hints.ts'
import { sessionRow, startingWith, type AuditSource } from './keys.ts'

export type MatterDeps = {
  readonly council: CouncilId
  readonly tables: Tables
  readonly due: DueQueue
  readonly hints: Hints
  readonly clock: Clock
  readonly audit: AuditOutbox
}

type Place<Id> = {
  readonly pkOf: (id: Id) => Pk
  /** What the rows of its partition are called in the audit chain. */
  readonly sourceOf: (id: Id) => AuditSource
}

export type MatterRows<Id extends IssueId | OfferId> = Duties<Id> & {
  /** One write, with the pointer to its look before it and the look asked for at once after it. */
  readonly thenLooked: (id: Id, write: { readonly ops: readonly Op[]; readonly drafts: readonly AuditDraft[] }) => Promise<Written>
  owe(id: Id, duties: readonly DutyRecord[]): Promise<void>
  askLookAt(id: Id, at: Instant): Promise<void>
}

/** A pointer that only speaks if its writer died. */
const graceSeconds = 60
/** Duties of one transaction. */
const room = 90

/**
 * What an issue of the bulletin and an offer of limited places have in common: one partition that is looked at whenever it has changed, with
 * the duties that come of it. Their pointers are those of a session: what is looked at and discharged is a matter, by its id.
 */
export function createMatterRows<Id extends IssueId | OfferId>(deps: MatterDeps, { pkOf, sourceOf }: Place<Id>): MatterRows<Id> {
  const { council, tables, due, hints, clock, audit } = deps

  async function askLook(id: Id): Promise<void> {
    await due.put([{ ...lookAt(council, id, clock.now()), mark: randomUUID() }])
    await postHint(hints, { kind: 'look-at-session', council, session: id })
  }

  /** It is written, and whoever wrote it must not hear otherwise: where "now" cannot be said, the pointer of a minute ahead says it. */
  async function hasten(id: Id, grace: Pointer): Promise<void> {
    try {
      await askLook(id)
      await due.drop([grace])
    } catch (fault) {
      if (!(fault instanceof Unavailable)) throw fault
    }
  }

  return {
    askLook,
    askLookAt: (id, at) => due.put([lookAt(council, id, at)]),
    askDischarge: (id, duty, at) => due.put([dischargeAt(council, id, duty, at)]),
    async thenLooked(id, { ops, drafts }) {
      const grace = { ...lookAt(council, id, clock.now().add({ seconds: graceSeconds })), mark: randomUUID() }
      await due.put([grace])
      const outcome = await audit.commit({ source: sourceOf(id), ops, drafts })
      if (outcome === 'saved') await hasten(id, grace)
      else await due.drop([grace])
      return outcome
    },
    /** Each duty's pointer lies at its own moment: whoever follows it before the duty is written comes again a minute later. */
    async owe(id, duties) {
      const pk = pkOf(id)
      const known = new Set((await tables.range(pk, ...startingWith('x~'))).map(({ rk }) => rk))
      const missing = duties.filter(({ duty }) => !known.has(sessionRow.duty(duty.id)))
      await due.put(missing.map(({ duty, notBefore }) => dischargeAt(council, id, duty.id, notBefore)))
      for (let start = 0; start < missing.length; start += room) {
        const ops = missing
          .slice(start, start + room)
          .map((record): Op => ({ insert: sessionRow.duty(record.duty.id), data: dutyCodec.data(record) }))
        // Some of them may have been written meanwhile by another instance: then each on its own, so that none is left out.
        if ((await tables.commit(pk, ops)) !== 'saved') for (const op of ops) await tables.commit(pk, [op])
      }
    },
    async duty(id, duty): Promise<Stored<DutyRecord> | undefined> {
      const row = await tables.get(pkOf(id), sessionRow.duty(duty))
      return row && { value: dutyCodec.from(row.data), etag: row.etag }
    },
    async moveDuty(id, record, seen) {
      const op: Op = { replace: sessionRow.duty(record.duty.id), data: dutyCodec.data(record), etag: seen.etag }
      const drafts = dutyEntries({ session: id, before: seen.value, after: record }, clock.now())
      return audit.commit({ source: sourceOf(id), ops: [op], drafts })
    },
  }
}

/** The write of a row that was read, or that must not exist yet. */
export function written(rk: string, data: unknown, seen: Seen): Op {
  return seen === 'new' ? { insert: rk, data } : { replace: rk, data, etag: seen.etag }
}

function lookAt(council: CouncilId, session: IssueId | OfferId, at: Instant): Pointer {
  return { at, task: { kind: 'look-at-session', council, session }, tries: 0 }
}

function dischargeAt(council: CouncilId, session: IssueId | OfferId, duty: DutyId, at: Instant): Pointer {
  return { at, task: { kind: 'discharge', council, session, duty }, tries: 0 }
}
