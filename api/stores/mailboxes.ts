import { randomUUID } from 'node:crypto'
import type { CouncilId } from '../../domain/kernel/ids.ts'
import { mailboxEntries, mailboxLetGo } from '../account/people-entries.ts'
import type { Clock } from '../ports/clock.ts'
import type { LeftBehind, Mailboxes, MailboxState, Seen, Stored, Written } from '../ports/council.ts'
import type { DueQueue, Pointer } from '../ports/due.ts'
import type { Hints } from '../ports/queue.ts'
import type { Row, Tables } from '../ports/tables.ts'
import type { AuditOutbox } from './audit.ts'
import { isLetGo, letGoCodec, mailboxCodec, mailboxFrom } from './codec-member.ts'
import { postHint } from './hints.ts'
import { mailboxesPk, personRow, startingWith, subscriptionIdsPk, subscriptionRow } from './keys.ts'

type Deps = {
  readonly council: CouncilId
  readonly tables: Tables
  readonly due: DueQueue
  readonly hints: Hints
  readonly clock: Clock
  readonly audit: AuditOutbox
}

/** A pointer that only speaks if its writer died: late enough for the writer to have finished. */
const graceSeconds = 60

export function createMailboxes(deps: Deps): Mailboxes {
  const { council, tables } = deps
  const pk = mailboxesPk(council)
  const rows = () => tables.range(pk, ...startingWith('o~'))
  return {
    all: async () => (await rows()).flatMap((row) => storedFrom(row) ?? []),
    async find(mailbox) {
      const row = await tables.get(pk, personRow(mailbox))
      return row && storedFrom(row)
    },
    save: async (state, seen) => (state.dirty ? saveDirty(deps, state, seen) : write(deps, state, seen)),
    async pointSubscription(subscriptionId, mailbox) {
      await tables.commit(subscriptionIdsPk, [{ put: subscriptionRow(subscriptionId), data: { council, mailbox } }])
    },
    unpointSubscription: async (subscriptionId) => unpoint(tables, subscriptionId),
    async letGo({ mailbox, subscription }, { etag }) {
      const data = letGoCodec.data({ letGo: true, mailbox, ...(subscription ? { subscriptionId: subscription.id } : {}) })
      const ops = [{ replace: personRow(mailbox), data, etag }]
      return deps.audit.commit({ source: 'mailboxes', ops, drafts: [mailboxLetGo(mailbox, deps.clock.now())] })
    },
    leftBehind: async () => (await rows()).flatMap(leftBehindIn),
    clearAway: async (left) => clearAway(deps, left),
  }
}

function storedFrom(row: Row): Stored<MailboxState> | undefined {
  const value = mailboxFrom(row.data)
  return value && { value, etag: row.etag }
}

async function write(deps: Deps, state: MailboxState, seen: Seen): Promise<Written> {
  if (seen === 'new') return add(deps, state)
  const { council, tables, audit, clock } = deps
  const rk = personRow(state.mailbox)
  const row = await tables.get(mailboxesPk(council), rk)
  if (row?.etag !== seen.etag) return 'stale'
  const drafts = mailboxEntries({ before: mailboxFrom(row.data), after: state }, clock.now())
  return audit.commit({ source: 'mailboxes', ops: [{ replace: rk, data: mailboxCodec.data(state), etag: seen.etag }], drafts })
}

/** A mailbox that was let go comes back as one never seen. Its old subscription has a secret nobody knows any more. */
async function add({ council, tables, audit, clock }: Deps, state: MailboxState): Promise<Written> {
  const pk = mailboxesPk(council)
  const rk = personRow(state.mailbox)
  const data = mailboxCodec.data(state)
  const row = await tables.get(pk, rk)
  const drafts = mailboxEntries({ before: undefined, after: state }, clock.now())
  if (!row) return audit.commit({ source: 'mailboxes', ops: [{ insert: rk, data }], drafts })
  if (!isLetGo(row.data)) return 'exists'
  for (const { subscriptionId } of leftBehindIn(row)) await unpoint(tables, subscriptionId)
  return audit.commit({ source: 'mailboxes', ops: [{ replace: rk, data, etag: row.etag }], drafts })
}

function leftBehindIn({ data }: Row): readonly LeftBehind[] {
  if (!isLetGo(data)) return []
  const { mailbox, subscriptionId } = letGoCodec.from(data)
  return subscriptionId === undefined ? [] : [{ mailbox, subscriptionId }]
}

/** The pointer goes first: it is found only through the row that names it. */
async function clearAway({ council, tables }: Deps, { mailbox, subscriptionId }: LeftBehind): Promise<void> {
  const pk = mailboxesPk(council)
  await unpoint(tables, subscriptionId)
  const row = await tables.get(pk, personRow(mailbox))
  const isStillIts = row && leftBehindIn(row).some((left) => left.subscriptionId === subscriptionId)
  if (isStillIts) await tables.commit(pk, [{ replace: row.rk, data: letGoCodec.data({ letGo: true, mailbox }), etag: row.etag }])
}

async function unpoint(tables: Tables, subscriptionId: string): Promise<void> {
  await tables.commit(subscriptionIdsPk, [{ drop: subscriptionRow(subscriptionId) }])
}

/** A mailbox that is to be read again: the pointer that says so comes before the fact, and the one that says "now" after it. */
async function saveDirty(deps: Deps, state: MailboxState, seen: Seen): Promise<Written> {
  const { council, due, hints, clock } = deps
  const task = { kind: 'sync-mailbox', council, mailbox: state.mailbox } as const
  const now: Pointer = { at: clock.now(), task, mark: randomUUID(), tries: 0 }
  const grace: Pointer = { ...now, at: now.at.add({ seconds: graceSeconds }) }
  await due.put([grace])
  const written = await write(deps, state, seen)
  if (written === 'saved') await due.put([now])
  await due.drop([grace])
  if (written === 'saved') await postHint(hints, task)
  return written
}
