import { z } from 'zod'
import { earliest, type Instant } from '../../domain/kernel/time.ts'
import type { DueQueue, Pointer } from '../ports/due.ts'
import type { Hint } from '../ports/queue.ts'
import type { Op, Pk, Row, Tables } from '../ports/tables.ts'
import { instantCodec, rowCodec } from './codec.ts'
import { digest, duePk, stamp } from './keys.ts'

const id = z.string()
const pointerCodec = rowCodec<Pointer>()(
  z.object({
    at: instantCodec,
    task: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('sync-mailbox'), council: id, mailbox: id }),
      z.object({ kind: z.literal('look-at-session'), council: id, session: id }),
      z.object({ kind: z.literal('discharge'), council: id, session: id, duty: id }),
      z.object({ kind: z.literal('run-job'), council: id, job: id }),
      z.object({ kind: z.literal('read-teams-report'), council: id, session: id }),
      z.object({ kind: z.literal('relay-audit'), council: id, source: id }),
    ]),
    mark: z.string().optional(),
    tries: z.int(),
  }),
)

type DueDeps = { readonly tables: Tables; readonly shards: number; readonly onPoison?: () => void }

/**
 * What is to be done when, over a fixed number of partitions so that "what is due" is one range of each and never a scan.
 * `shards` is set when an installation is made and never changed: a pointer is written and dropped where it puts it, so that under another
 * number one that stands would be overlooked, or be found and never taken away.
 *
 * A pointer that this version cannot read, perhaps one of a later version that was taken back, is told to `onPoison` and left for whoever
 * can: it must not keep the others from being read.
 */
export function createDueQueue({ tables, shards, onPoison = () => undefined }: DueDeps): DueQueue {
  const all = Array.from({ length: shards }, (_, shard) => duePk(shard))

  async function write(pointers: readonly Pointer[], toOp: (pointer: Pointer) => Op): Promise<void> {
    for (const [shard, ops] of byShard(pointers, shards, toOp)) await inHundreds(tables, duePk(shard), ops)
  }

  return {
    async due(now, max) {
      const read = await Promise.all(all.map(async (pk) => tables.first(pk, '', `${stamp(now)}~~`, max)))
      const found = read.flat().toSorted((one, other) => (one.rk < other.rk ? -1 : 1))
      return found.flatMap((row) => readable(row, onPoison))
    },
    async nextAt(after) {
      const read = await Promise.all(all.map(async (pk) => tables.first(pk, `${stamp(after)}~~`, '~~', 1)))
      return earliest(read.flat().flatMap((row) => readable(row, onPoison).map(({ at }): Instant => at)))
    },
    async put(pointers) {
      await write(pointers, (pointer) => ({ put: rowKeyOf(pointer), data: pointerCodec.data(pointer) }))
    },
    async drop(pointers) {
      await write(pointers, (pointer) => ({ drop: rowKeyOf(pointer) }))
    },
  }
}

function readable({ data }: Row, onPoison: () => void): readonly Pointer[] {
  try {
    return [pointerCodec.from(data)]
  } catch (fault) {
    if (!(fault instanceof z.ZodError)) throw fault
    onPoison()
    return []
  }
}

/** The same pointer always has the same key, so that putting it twice is one and dropping it needs no search. */
function rowKeyOf({ at, task, mark }: Pointer): string {
  return [stamp(at), ...taskParts(task), ...(mark === undefined ? [] : [mark])].join('~')
}

/** What names a task: two pointers with the same parts ask for the same. */
export function taskParts(task: Hint): readonly string[] {
  if (task.kind === 'sync-mailbox') return [task.council, 'm', task.mailbox]
  if (task.kind === 'look-at-session') return [task.council, 'l', task.session]
  if (task.kind === 'read-teams-report') return [task.council, 't', task.session]
  if (task.kind === 'discharge') return [task.council, 'd', task.session, task.duty]
  return task.kind === 'run-job' ? [task.council, 'j', task.job] : [task.council, 'a', task.source]
}

/** All of one session's pointers, or one mailbox's, are in one shard: they are written in one transaction. */
function shardOf(task: Hint, shards: number): number {
  return Number.parseInt(digest(`${task.council} ${aboutOf(task)}`).slice(0, 8), 16) % shards
}

function aboutOf(task: Hint): string {
  if (task.kind === 'sync-mailbox') return task.mailbox
  if (task.kind === 'relay-audit') return task.source.replace(/^ses~/, '') // beside the session's own pointers
  return task.kind === 'run-job' ? task.job : task.session
}

function byShard(pointers: readonly Pointer[], shards: number, toOp: (pointer: Pointer) => Op): Map<number, Op[]> {
  const distinct = new Map(pointers.map((pointer) => [rowKeyOf(pointer), pointer]))
  return Map.groupBy(distinct.values(), (pointer) => shardOf(pointer.task, shards))
    .entries()
    .reduce((ops, [shard, own]) => ops.set(shard, own.map(toOp)), new Map<number, Op[]>())
}

/** Pointers and caches in transactions as large as may be. */
export async function inHundreds(tables: Tables, pk: Pk, ops: readonly Op[]): Promise<void> {
  for (let start = 0; start < ops.length; start += 100) await tables.commit(pk, ops.slice(start, start + 100))
}
