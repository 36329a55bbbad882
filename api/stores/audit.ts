import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { CouncilId } from '../../domain/kernel/ids.ts'
import { auditEntrySchema } from '../account/audit.ts'
import { membersIn, sealed } from '../account/seal.ts'
import type { AuditDraft, AuditEntry } from '../ports/audit.ts'
import type { Clock } from '../ports/clock.ts'
import type { Written } from '../ports/council.ts'
import type { DueQueue, Pointer } from '../ports/due.ts'
import type { Op, Tables } from '../ports/tables.ts'
import { Unavailable } from '../ports/unavailable.ts'
import type { AuditKeys } from './audit-keys.ts'
import { rowCodec } from './codec.ts'
import { waitingAudit, waitingRow, type AuditSource } from './keys.ts'

/** A row that waits beside its fact to be moved to the chain. */
export type Waiting = { readonly entries: readonly AuditEntry[] }
export const waitingCodec = rowCodec<Waiting>()(z.object({ entries: z.array(auditEntrySchema).readonly() }))

/** One change being told. */
export type Telling = {
  /** To be put before the fact: a minute ahead, when its writer has finished or died. */
  readonly grace: Pointer
  /** To be put after the fact, in the place of the other. */
  readonly soon: Pointer
  /** What goes into the fact's own transaction: one row, or none where nothing is to be told. */
  row(drafts: readonly AuditDraft[]): Promise<readonly Op[]>
}

type Audited = { readonly source: AuditSource; readonly ops: readonly Op[]; readonly drafts: readonly AuditDraft[] }

/**
 * The way in which a store changes what is audited: the change and what is told of it in one transaction, so that there is neither a
 * change that was not told nor a tale of one that was not made.
 */
export type AuditOutbox = {
  readonly telling: (source: AuditSource) => Telling
  readonly commit: (audited: Audited) => Promise<Written>
}

const graceSeconds = 60

type Deps = {
  readonly council: CouncilId
  readonly tables: Tables
  readonly due: DueQueue
  readonly clock: Clock
  readonly keys: AuditKeys
  /** Keeps apart, in their order, what one process does within one millisecond. */
  readonly nextNumber: () => number
}

export function createAuditOutbox(given: Omit<Deps, 'nextNumber'>): AuditOutbox {
  let told = 0
  const deps: Deps = { ...given, nextNumber: () => (told += 1) }
  return { telling: (source) => tellingOf(deps, source), commit: async (audited) => commitAudited(deps, audited) }
}

function tellingOf({ council, clock, keys, nextNumber }: Deps, source: AuditSource): Telling {
  const now = clock.now()
  const mark = randomUUID()
  const soon: Pointer = { at: now, task: { kind: 'relay-audit', council, source }, mark, tries: 0 }
  const grace: Pointer = { ...soon, at: now.add({ seconds: graceSeconds }) }
  const { prefix } = waitingAudit(council, source)
  return {
    grace,
    soon,
    async row(drafts) {
      if (drafts.length === 0) return []
      const keyOf = await keys.of(drafts.flatMap(membersIn))
      const entries = drafts.map((draft) => sealed(draft, keyOf))
      const rk = waitingRow(prefix, now, nextNumber(), randomUUID())
      return [{ insert: rk, data: waitingCodec.data({ entries }) }]
    },
  }
}

async function commitAudited(deps: Deps, { source, ops, drafts }: Audited): Promise<Written> {
  const { council, tables, due } = deps
  const { pk } = waitingAudit(council, source)
  if (drafts.length === 0) return tables.commit(pk, ops)
  const telling = tellingOf(deps, source)
  const { grace, soon } = telling
  const row = await telling.row(drafts)
  await due.put([grace])
  const written = await tables.commit(pk, [...ops, ...row])
  await hasten(due, { grace, soon: written === 'saved' ? [soon] : [] })
  return written
}

/** The change is made or refused by now, and whoever made it must not hear otherwise: the pointer of a minute ahead still stands. */
async function hasten(due: DueQueue, { grace, soon }: { readonly grace: Pointer; readonly soon: readonly Pointer[] }): Promise<void> {
  try {
    await due.put(soon)
    await due.drop([grace])
  } catch (fault) {
    if (!(fault instanceof Unavailable)) throw fault
  }
}
