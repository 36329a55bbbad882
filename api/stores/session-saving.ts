import { randomUUID } from 'node:crypto'
import type { CouncilId, SessionId } from '../../domain/kernel/ids.ts'
import { isBefore } from '../../domain/kernel/time.ts'
import type { Clock } from '../ports/clock.ts'
import type { Seen, SessionChange, Written } from '../ports/council.ts'
import type { DueQueue, Pointer } from '../ports/due.ts'
import type { Hints } from '../ports/queue.ts'
import type { Op, Tables } from '../ports/tables.ts'
import { Unavailable } from '../ports/unavailable.ts'
import type { AuditOutbox, Telling } from './audit.ts'
import { headerCodec } from './codec-session.ts'
import { postHint } from './hints.ts'
import { sessionPk, sessionRow, startingWith } from './keys.ts'
import { newDuties, writesOf, type SessionWrites } from './session-changes.ts'
import { pointersBefore } from './session-lists.ts'
import { writeLists } from './session-projection.ts'
import { sessionRowsFrom, type SessionRows } from './session-rows.ts'

export type SessionStoreDeps = {
  readonly council: CouncilId
  readonly tables: Tables
  readonly due: DueQueue
  readonly hints: Hints
  readonly clock: Clock
  readonly audit: AuditOutbox
}

const attempts = 6
/** A pointer that only speaks if its writer died: late enough for the writer to have finished. */
const graceSeconds = 60

export async function readRows({ tables, council }: SessionStoreDeps, id: SessionId): Promise<SessionRows> {
  return sessionRowsFrom(await tables.range(sessionPk(council, id), ...startingWith('')))
}

type Save = { readonly change: SessionChange; readonly seen: Seen; readonly look: 'asked' | 'under-way' }

/**
 * Pointers, then the change, then the look at once. The pointers written first lie a minute ahead: whoever polls meanwhile
 * cannot use them up before the change is there, and they are dropped again when it is.
 */
export async function saveSession(deps: SessionStoreDeps, { change, seen, look }: Save): Promise<Written> {
  const { due } = deps
  const id = change.session.id
  const rows = await readRows(deps, id)
  const refusal = refusalOf(rows, seen)
  if (refusal) return refusal

  const telling = deps.audit.telling(`ses~${id}`)
  const first = writesOf(rows, change, { writing: randomUUID(), at: deps.clock.now() })
  const isTold = first.batches.some(({ told }) => told.length > 0)
  const { grace, soon, later } = pointersFor(deps, rows, { change, look })
  const [toldGrace, toldSoon] = isTold ? [[telling.grace], [telling.soon]] : [[], []]
  await due.put([...grace, ...later, ...toldGrace])
  if (needsPointers(rows, change)) await writeLists(deps, pointersBefore(deps.council, change.session))
  const written = await writeChange(deps, { rows, change, seen, telling, first })
  if (written === 'saved') await hasten(deps, id, { grace: [...grace, ...toldGrace], soon: [...soon, ...toldSoon], look: soon.length > 0 })
  else await due.drop([...grace, ...toldGrace])
  return written
}

type Asked = { readonly grace: readonly Pointer[]; readonly soon: readonly Pointer[]; readonly look: boolean }

/** It is written, and whoever wrote it must not hear otherwise: where "now" cannot be said, the pointers of a minute ahead say it. */
async function hasten({ council, due, hints }: SessionStoreDeps, session: SessionId, { grace, soon, look }: Asked): Promise<void> {
  try {
    await due.put(soon)
    await due.drop(grace)
  } catch (fault) {
    if (!(fault instanceof Unavailable)) throw fault
  }
  if (look) await postHint(hints, { kind: 'look-at-session', council, session })
}

function refusalOf(rows: SessionRows, seen: Seen): 'stale' | 'exists' | undefined {
  if (seen === 'new') return rows.header ? 'exists' : undefined
  return rows.header && String(rows.header.value.version) === seen.etag ? undefined : 'stale'
}

function pointersFor({ council, clock }: SessionStoreDeps, rows: SessionRows, { change, look }: Omit<Save, 'seen'>) {
  const now = clock.now()
  const session = change.session.id
  const lookNow: Pointer = { at: now, task: { kind: 'look-at-session', council, session }, mark: randomUUID(), tries: 0 }
  const duties = newDuties(rows, change).map(({ duty, notBefore }): Pointer => ({
    at: notBefore,
    task: { kind: 'discharge', council, session, duty: duty.id },
    tries: 0,
  }))
  const pointers = look === 'asked' ? [lookNow, ...duties] : duties
  const at = now.add({ seconds: graceSeconds })
  const mark = randomUUID()
  const soon = pointers.filter((pointer) => isBefore(pointer.at, at))
  const grace = soon.map((pointer): Pointer => ({ ...pointer, at, mark }))
  return { grace, soon, later: pointers.filter((pointer) => !soon.includes(pointer)) }
}

function needsPointers(rows: SessionRows, { session }: SessionChange): boolean {
  const had = rows.header?.value.session
  if (!had) return true
  return (
    !had.startsAt.equals(session.startsAt) ||
    had.calendar.eventId !== session.calendar.eventId ||
    had.calendar.mailbox !== session.calendar.mailbox
  )
}

type Writing = {
  readonly rows: SessionRows
  readonly change: SessionChange
  readonly seen: Seen
  readonly telling: Telling
  /** Worked out already, from the rows. */
  readonly first: SessionWrites
}

/** Writes until it is whole; begins again when somebody wrote in between without changing what was seen. */
async function writeChange(deps: SessionStoreDeps, { rows, change, seen, telling, first }: Writing): Promise<Written> {
  let read = rows
  let writes = first
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if ((await writeBatches(deps, read, { change, telling, writes })) === 'saved') return 'saved'
    read = await readRows(deps, change.session.id)
    const refusal = refusalOf(read, seen)
    if (refusal) return refusal
    writes = writesOf(read, change, { writing: randomUUID(), at: deps.clock.now() })
    if (writes.batches.some(({ told }) => told.length > 0)) await deps.due.put([telling.grace])
  }
  return seen === 'new' ? 'exists' : 'stale'
}

async function writeBatches(
  { tables, council }: SessionStoreDeps,
  rows: SessionRows,
  { change, telling, writes }: Pick<Writing, 'change' | 'telling'> & { readonly writes: SessionWrites },
): Promise<'saved' | 'interrupted'> {
  const pk = sessionPk(council, change.session.id)
  const { batches, header, meanwhile } = writes
  let etag = rows.header?.etag
  for (const { ops, told } of batches.slice(0, -1)) {
    const guard = meanwhile && etag !== undefined ? [headerOp(headerCodec.data(meanwhile), etag)] : []
    if ((await tables.commit(pk, [...guard, ...ops, ...(await telling.row(told))])) !== 'saved') return 'interrupted'
    if (etag === undefined) continue
    const now = await tables.get(pk, sessionRow.header)
    if (!now || headerCodec.from(now.data).writing !== header.writing) return 'interrupted'
    etag = now.etag
  }
  const { ops, told } = batches.at(-1) ?? { ops: [], told: [] }
  const last = [...ops, ...(await telling.row(told)), headerOp(headerCodec.data(header), etag)]
  return (await tables.commit(pk, last)) === 'saved' ? 'saved' : 'interrupted'
}

function headerOp(data: unknown, etag: string | undefined): Op {
  return etag === undefined ? { insert: sessionRow.header, data } : { replace: sessionRow.header, data, etag }
}

export async function askLook({ council, due, hints, clock }: SessionStoreDeps, session: SessionId): Promise<void> {
  const task = { kind: 'look-at-session', council, session } as const
  await due.put([{ at: clock.now(), task, mark: randomUUID(), tries: 0 }])
  await postHint(hints, task)
}
