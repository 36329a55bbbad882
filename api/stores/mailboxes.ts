import { randomUUID } from 'node:crypto'
import type { CouncilId } from '../../domain/kernel/ids.ts'
import type { Clock } from '../ports/clock.ts'
import type { Mailboxes, MailboxState, Seen, Written } from '../ports/council.ts'
import type { DueQueue, Pointer } from '../ports/due.ts'
import type { Hints } from '../ports/queue.ts'
import type { Op, Row, Tables } from '../ports/tables.ts'
import { mailboxCodec } from './codec-member.ts'
import { postHint } from './hints.ts'
import { mailboxesPk, personRow, startingWith, subscriptionIdsPk, subscriptionRow } from './keys.ts'

type Deps = {
  readonly council: CouncilId
  readonly tables: Tables
  readonly due: DueQueue
  readonly hints: Hints
  readonly clock: Clock
}

/** A pointer that only speaks if its writer died: late enough for the writer to have finished. */
const graceSeconds = 60

export function createMailboxes(deps: Deps): Mailboxes {
  const { council, tables } = deps
  const pk = mailboxesPk(council)
  return {
    async all() {
      return (await tables.range(pk, ...startingWith('o~'))).map(storedFrom)
    },
    async find(mailbox) {
      const row = await tables.get(pk, personRow(mailbox))
      return row && storedFrom(row)
    },
    save: async (state, seen) => (state.dirty ? saveDirty(deps, state, seen) : write(deps, state, seen)),
    async pointSubscription(subscriptionId, mailbox) {
      await tables.commit(subscriptionIdsPk, [{ put: subscriptionRow(subscriptionId), data: { council, mailbox } }])
    },
  }
}

function storedFrom(row: Row) {
  return { value: mailboxCodec.from(row.data), etag: row.etag }
}

async function write({ council, tables }: Deps, state: MailboxState, seen: Seen): Promise<Written> {
  const rk = personRow(state.mailbox)
  const data = mailboxCodec.data(state)
  const op: Op = seen === 'new' ? { insert: rk, data } : { replace: rk, data, etag: seen.etag }
  return tables.commit(mailboxesPk(council), [op])
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
