import type { CouncilId, SessionId } from '../../domain/kernel/ids.ts'
import { isSame } from '../../domain/kernel/same.ts'
import type { Instant } from '../../domain/kernel/time.ts'
import type { SessionRecord } from '../../domain/sessions/session-record.ts'
import type { AttentionRow } from '../../domain/duties/attention.ts'
import type { DueQueue, Pointer } from '../ports/due.ts'
import type { Op, Pk, Tables } from '../ports/tables.ts'
import { Unavailable } from '../ports/unavailable.ts'
import { attentionCodec } from './codec-attention.ts'
import { inHundreds } from './due.ts'
import { attentionPk, sessionPk, sessionRow } from './keys.ts'
import {
  isDeclared,
  projectedCodec,
  rowsToDrop,
  rowsToPut,
  shapeOf,
  unsaid,
  unsaidWhereOther,
  towardsOf,
  type Projected,
  type Shape,
} from './session-lists.ts'

type Deps = { readonly tables: Tables; readonly due: DueQueue; readonly council: CouncilId }
type Wanted = { readonly record: SessionRecord; readonly attention: readonly AttentionRow[]; readonly nextLookAt: Instant | undefined }

const attempts = 6

/**
 * Renews what lists show of a session. Repeatable, and safe to break off anywhere: where it will stand is written down first,
 * where it stood is forgotten last. Two instances at once end with one of them doing it again.
 */
export async function projectSession(deps: Deps, wanted: Wanted): Promise<void> {
  let written: Shape | undefined
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const done = await attemptProjection(deps, wanted, written)
    if (done === 'projected') return
    // Another instance may have forgotten places that we have written since, or take our rows for its own.
    if (done === 'overtaken') written = unsaid(shapeOf(wanted.record))
  }
  throw new Unavailable('storage', 'the lists of a session are being renewed elsewhere')
}

/** `overtaken`: rows were written, and another instance kept what it had written meanwhile. */
async function attemptProjection(deps: Deps, wanted: Wanted, written: Shape | undefined): Promise<'projected' | 'again' | 'overtaken'> {
  const { council, due } = deps
  const { record } = wanted
  const id = record.session.id
  const want = shapeOf(record)
  const read = await readProjected(deps, id)
  const shapes = withShape(read?.value.shapes ?? [], written)
  const next = nextLook(council, id, wanted.nextLookAt)
  await due.put(next)

  const puts = rowsToPut(council, record, want, shapes.length === 1 ? shapes[0] : undefined)
  const drops = rowsToDrop(council, id, want, shapes)
  const told = wanted.attention.length > 0
  const had = read?.value.attention ?? false
  const writesRows = puts.length + drops.length > 0 || (told && !had)
  const first = beforeWriting(shapes, want, { areNewPlaces: !isDeclared(council, id, want, shapes), writesRows })
  const declared = first ? await declare(deps, id, read, { shapes: first, attention: had || told, towards: towardsOf(want) }) : read
  if (declared === 'stale') return 'again'
  await writeLists(deps, puts)
  await writeAttention(deps, id, wanted.attention, declared?.value.attention ?? false)
  await writeLists(deps, drops)

  const final: Projected = { shapes: [want], attention: told, nextLookAt: wanted.nextLookAt }
  if ((await keepProjected(deps, id, declared, final)) === 'stale') return 'overtaken'
  await due.drop(supersededLook(council, id, read?.value.nextLookAt, wanted.nextLookAt))
  return 'projected'
}

/** Once only: instances that declare the same must find that it is declared, or each would keep the others from ending. */
function withShape(shapes: readonly Shape[], more: Shape | undefined): readonly Shape[] {
  return more && !shapes.some((shape) => isSame(shape, more)) ? [...shapes, more] : shapes
}

/** What must be known of the lists before a row in them is written, so that a crash leaves none that is thought to say what it does not. */
function beforeWriting(
  shapes: readonly Shape[],
  want: Shape,
  { areNewPlaces, writesRows }: { readonly areNewPlaces: boolean; readonly writesRows: boolean },
): readonly Shape[] | undefined {
  if (areNewPlaces) return withShape(shapes, unsaid(want))
  if (!writesRows) return undefined
  const [only, ...more] = shapes
  return only && more.length === 0 ? [unsaidWhereOther(only, want)] : shapes
}

type Read = { readonly value: Projected; readonly etag: string } | undefined

async function readProjected({ tables, council }: Deps, id: SessionId): Promise<Read> {
  const row = await tables.get(sessionPk(council, id), sessionRow.projected)
  return row && { value: projectedCodec.from(row.data), etag: row.etag }
}

type Declaration = Required<Pick<Projected, 'shapes' | 'attention' | 'towards'>>

async function declare(deps: Deps, id: SessionId, read: Read, declaration: Declaration): Promise<Read | 'stale'> {
  const value = { ...declaration, nextLookAt: read?.value.nextLookAt }
  if ((await keepProjected(deps, id, read, value)) === 'stale') return 'stale'
  const now = await readProjected(deps, id)
  return now && JSON.stringify(projectedCodec.data(now.value)) === JSON.stringify(projectedCodec.data(value)) ? now : 'stale'
}

async function keepProjected({ tables, council }: Deps, id: SessionId, read: Read, value: Projected): Promise<'saved' | 'stale'> {
  const data = projectedCodec.data(value)
  if (read && JSON.stringify(projectedCodec.data(read.value)) === JSON.stringify(data)) return 'saved'
  const op: Op = read ? { replace: sessionRow.projected, data, etag: read.etag } : { insert: sessionRow.projected, data }
  return (await tables.commit(sessionPk(council, id), [op])) === 'saved' ? 'saved' : 'stale'
}

/** An officer's rows of this session, as one row of the list; the row goes only when nothing waits any more. */
async function writeAttention({ tables, council }: Deps, id: SessionId, rows: readonly AttentionRow[], had: boolean): Promise<void> {
  if (rows.length > 0) await tables.commit(attentionPk(council), [{ put: id, data: attentionCodec.data({ rows }) }])
  else if (had) await tables.commit(attentionPk(council), [{ drop: id }])
}

/** Rows of different Members lie in different partitions: they are written side by side, a few at a time. */
export async function writeLists({ tables }: Pick<Deps, 'tables'>, writes: readonly { readonly pk: Pk; readonly op: Op }[]): Promise<void> {
  const partitions = [...Map.groupBy(writes, ({ pk }) => `${pk.table} ${pk.key}`).values()]
  for (let start = 0; start < partitions.length; start += 16) {
    const some = partitions.slice(start, start + 16)
    await Promise.all(
      some.map(
        async (own) =>
          own[0] &&
          inHundreds(
            tables,
            own[0].pk,
            own.map(({ op }) => op),
          ),
      ),
    )
  }
}

function nextLook(council: CouncilId, session: SessionId, at: Instant | undefined): readonly Pointer[] {
  return at ? [{ at, task: { kind: 'look-at-session', council, session }, mark: 'next', tries: 0 }] : []
}

function supersededLook(council: CouncilId, session: SessionId, had: Instant | undefined, wanted: Instant | undefined): readonly Pointer[] {
  return had && !(wanted && had.equals(wanted)) ? nextLook(council, session, had) : []
}
