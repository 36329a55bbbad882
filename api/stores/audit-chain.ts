import type { CouncilId } from '../../domain/kernel/ids.ts'
import type { Instant } from '../../domain/kernel/time.ts'
import { beginningSchema, chainHeadSchema, checked, isChecked, linked, originOf, type Sourced } from '../account/audit.ts'
import type { AuditTrail, ChainHead, ChainReader } from '../ports/audit.ts'
import type { Clock } from '../ports/clock.ts'
import type { Row, Tables } from '../ports/tables.ts'
import { Unavailable } from '../ports/unavailable.ts'
import { waitingCodec, type Waiting } from './audit.ts'
import { inHundreds } from './due.ts'
import { auditMonthPk, auditPk, auditRow, auditSources, monthOf, startingWith, waitingAudit } from './keys.ts'

type Deps = { readonly council: CouncilId; readonly tables: Tables; readonly clock: Pick<Clock, 'now'> }

/** Where the chain now goes on. */
type Current = { readonly month: string; readonly head: ChainHead; readonly etag: string }

/** Of one transaction, besides the head. */
const mostRows = 99
const attempts = 20
const mostMonths = 1_200
const pageSize = 500

/**
 * A council's audit chain. Only the head says where it goes on, and it is changed under its etag in the same transaction as the rows are
 * added: of two instances that add at once one begins again, so the chain cannot fork.
 *
 * Nothing is added twice: the head names the rows of the last addition as they stood at their source, and whoever adds the next ones
 * first takes those away, after reading the head and before reading the source.
 */
export function createAuditTrail(deps: Deps): AuditTrail {
  const { council, tables } = deps
  let month: string | undefined
  let cleared: string | undefined

  async function current(): Promise<Current> {
    const found = await currentHead(deps, month)
    month = found.month
    return found
  }

  async function clear({ hash, pending }: ChainHead): Promise<void> {
    if (!pending || cleared === hash) return
    await dropWaiting(deps, pending)
    cleared = hash
  }

  /** One transaction's worth. `done`: nothing was waiting. */
  async function step(source: string): Promise<'done' | 'added' | 'overtaken'> {
    const { pk, prefix } = waitingAudit(council, source)
    const now = await current()
    await clear(now.head)
    const waiting = await tables.first(pk, ...startingWith(prefix), mostRows)
    const taken = fitting(waiting)
    if (taken.length === 0) return 'done'
    const head = await append(deps, now, source, taken)
    if (!head) return 'overtaken'
    await clear(head)
    return waiting.length === taken.length && waiting.length < mostRows ? 'done' : 'added'
  }

  async function relay(source: string): Promise<void> {
    for (let overtaken = 0; overtaken < attempts;) {
      const outcome = await step(source)
      if (outcome === 'done') return
      if (outcome === 'overtaken') overtaken += 1
    }
    throw new Unavailable('storage', 'the audit chain is being written by others all the time')
  }

  async function isWaiting(source: string): Promise<boolean> {
    const { pk, prefix } = waitingAudit(council, source)
    return (await tables.first(pk, ...startingWith(prefix), 1)).length > 0
  }

  return {
    relay,
    async relayAll() {
      const left = await Promise.all(auditSources.map(async (source) => ((await isWaiting(source)) ? [source] : [])))
      for (const source of left.flat()) await relay(source)
    },
    async last() {
      const { month: at, head } = await current()
      return head.seq === 0 ? undefined : { month: at, seq: head.seq, hash: head.hash }
    },
  }
}

type Taken = { readonly rk: string; readonly waiting: Waiting }

/** Whole waiting rows, oldest first, as many as one transaction holds. */
function fitting(rows: readonly Row[]): readonly Taken[] {
  const taken: Taken[] = []
  let room = mostRows
  for (const { rk, data } of rows) {
    const waiting = waitingCodec.from(data)
    if (waiting.entries.length > mostRows) throw new RangeError('more is told of one transaction than one addition to the chain holds')
    room -= waiting.entries.length
    if (room < 0) return taken
    taken.push({ rk, waiting })
  }
  return taken
}

async function append(
  { council, tables }: Deps,
  { month, head, etag }: Current,
  source: string,
  taken: readonly Taken[],
): Promise<ChainHead | undefined> {
  const entries = taken.flatMap(({ rk, waiting }) => waiting.entries.map((entry): Sourced => ({ source: `${source}/${rk}`, entry })))
  const rows = linked(council, head, entries)
  const last = rows.at(-1) ?? head
  const pending = { source, keys: taken.map(({ rk }) => rk) }
  const next: ChainHead = checked({ ...head, seq: last.seq, hash: last.hash, pending })
  const written = await tables.commit(auditMonthPk(council, month), [
    { replace: auditRow.head, data: next, etag },
    ...rows.map((row) => ({ insert: auditRow.entry(row.seq), data: row })),
  ])
  if (written === 'saved') return next
  const now = await tables.get(auditMonthPk(council, month), auditRow.head)
  if (written === 'exists' && now?.etag === etag) throw new TypeError('a row stands where the audit chain goes on: somebody has been at it')
  return undefined
}

async function dropWaiting({ council, tables }: Deps, { source, keys }: NonNullable<ChainHead['pending']>): Promise<void> {
  const { pk } = waitingAudit(council, source)
  await inHundreds(
    tables,
    pk,
    keys.map((drop) => ({ drop })),
  )
}

/** Finds the month in which the chain goes on, beginning the chain or the month where it is time to. */
async function currentHead(deps: Deps, known: string | undefined): Promise<Current> {
  const { clock } = deps
  let month = await someMonth(deps, known)
  for (let turn = 0; turn < mostMonths; turn += 1) {
    const found = await headOf(deps, month)
    if (!found) throw new TypeError('a month of the audit chain is missing: somebody has been at it')
    const { head, etag } = found
    const now = monthOf(clock.now())
    if (head.next === undefined && month >= now) return { month, head, etag }
    const next = head.next ?? now
    if (head.next === undefined && !(await seal(deps, { month, head, etag }, next))) continue
    await openMonth(deps, next, { seq: head.seq, hash: head.hash, previous: month, ...(head.pending ? { pending: head.pending } : {}) })
    month = next
  }
  throw new RangeError('an audit chain of more than a hundred years')
}

/** A month of the chain to begin looking from: the later, the fewer steps. */
async function someMonth(deps: Deps, known: string | undefined): Promise<string> {
  if (known !== undefined) return known
  const now = deps.clock.now()
  for (const month of [monthOf(now), monthBefore(now)]) if (await headOf(deps, month)) return month
  return beginChain(deps, monthOf(now))
}

/** Where the chain begins is written once and for all, so that two instances in two months do not begin two. */
async function beginChain({ council, tables, ...deps }: Deps, now: string): Promise<string> {
  await tables.commit(auditPk(council), [{ insert: auditRow.beginning, data: checked({ month: now }) }])
  const row = await tables.get(auditPk(council), auditRow.beginning)
  if (!row) throw new TypeError('where the audit chain begins was written and is not there')
  const beginning = beginningSchema.parse(row.data)
  if (!isChecked(beginning)) throw new TypeError('where the audit chain begins has been changed')
  const { month } = beginning
  if (!(await headOf({ council, tables, ...deps }, month))) await openMonth({ council, tables, ...deps }, month, originOf(council))
  return month
}

/** Nobody can add to this month any more, whatever their clock says. `false`: somebody was faster with something. */
async function seal({ council, tables }: Deps, { month, head, etag }: Current, next: string): Promise<boolean> {
  const data = checked({ ...head, next })
  return (await tables.commit(auditMonthPk(council, month), [{ replace: auditRow.head, data, etag }])) === 'saved'
}

/** Repeatable: whoever opens a month opens it with the same. */
async function openMonth({ council, tables }: Deps, month: string, head: Omit<ChainHead, 'check'>): Promise<void> {
  await tables.commit(auditMonthPk(council, month), [{ insert: auditRow.head, data: checked(head) }])
}

async function headOf({ council, tables }: Deps, month: string): Promise<Omit<Current, 'month'> | undefined> {
  const row = await tables.get(auditMonthPk(council, month), auditRow.head)
  if (!row) return undefined
  const head = chainHeadSchema.parse(row.data)
  if (!isChecked(head)) throw new TypeError('the head of an audit chain has been changed')
  return { head, etag: row.etag }
}

function monthBefore(now: Instant): string {
  return monthOf(now.toZonedDateTimeISO('UTC').subtract({ months: 1 }).toInstant())
}

/** The chain as it lies, for whoever verifies it. */
export function createChainReader({ council, tables }: Pick<Deps, 'council' | 'tables'>): ChainReader {
  return {
    async beginning() {
      return (await tables.get(auditPk(council), auditRow.beginning))?.data
    },
    head: async (month) => tables.get(auditMonthPk(council, month), auditRow.head),
    async *rows(month, after = 0) {
      const pk = auditMonthPk(council, month)
      let from = after === 0 ? '' : auditRow.entry(after)
      for (;;) {
        const page = await tables.first(pk, from, '~~', pageSize)
        const fresh = page.filter(({ rk }) => rk !== from && rk !== auditRow.head)
        yield* fresh
        const last = page.at(-1)?.rk
        if (page.length < pageSize || last === undefined) return
        from = last
      }
    },
  }
}
