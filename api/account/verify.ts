import type { CouncilId } from '../../domain/kernel/ids.ts'
import type { Anchor, ChainHead, ChainReader, ChainRow } from '../ports/audit.ts'
import { beginningSchema, chainHeadSchema, chainRowSchema, hashOf, isChecked, originOf, type Link } from './audit.ts'

/** What is wrong with the first row that is not as it was written. `seq`: its number, or that of the first that is gone. */
export type Fault =
  | { readonly kind: 'unreadable-row'; readonly month: string; readonly seq: number; readonly key: string }
  | { readonly kind: 'altered-row'; readonly month: string; readonly seq: number }
  | { readonly kind: 'out-of-place'; readonly month: string; readonly seq: number; readonly says: number }
  | { readonly kind: 'missing-row'; readonly month: string; readonly seq: number }
  | { readonly kind: 'stranger'; readonly month: string; readonly seq: number; readonly key: string }
  | { readonly kind: 'not-following'; readonly month: string; readonly seq: number }
  | { readonly kind: 'told-twice'; readonly month: string; readonly seq: number; readonly first: number }
  | { readonly kind: 'another-council'; readonly month: string; readonly seq: number }
  | { readonly kind: 'after-the-head'; readonly month: string; readonly seq: number }
  | { readonly kind: 'not-as-anchored'; readonly month: string; readonly seq: number; readonly since: number; readonly anchor: Anchor }
  | { readonly kind: 'cut-off'; readonly month: string; readonly seq: number; readonly anchor: Anchor }
  | { readonly kind: 'bad-head'; readonly month: string; readonly seq: number }
  | { readonly kind: 'missing-head'; readonly month: string; readonly seq: number }
  | { readonly kind: 'bad-beginning'; readonly seq: 1 }

export type Verdict =
  | { readonly kind: 'sound'; readonly rows: number; readonly months: number; readonly anchors: number; readonly last: ChainRow }
  /** No row was looked at, because the chain has none, or none in those months: nothing is known to be as it was written. */
  | { readonly kind: 'nothing-to-verify'; readonly because: 'empty' | 'no-rows-in-range' }
  | { readonly kind: 'broken'; readonly fault: Fault }

/** Months as `202610`. Without them: from the beginning to the end. */
export type MonthRange = { readonly from?: string; readonly to?: string }

export type Verified = {
  readonly chain: ChainReader
  readonly council: CouncilId
  readonly anchors: readonly Anchor[]
  readonly range?: MonthRange
}

const mostMonths = 1_200
const attempts = 100

/**
 * Walks a council's chain and says whether every row is as it was written, none is missing and none was put in; else which is the first
 * that is not.
 *
 * Proves nothing of what happened after the last anchor to somebody who can write to the tables and works out every hash anew.
 */
export async function verifyChain({ chain, council, anchors, range = {} }: Verified): Promise<Verdict> {
  const beginning = beginningSchema.safeParse(await chain.beginning())
  if (!beginning.success) return nothingThere(anchors, (await chain.beginning()) !== undefined)
  if (!isChecked(beginning.data)) return broken({ kind: 'bad-beginning', seq: 1 })
  const walk = newWalk(council, anchors)
  let month = beginning.data.month
  let previous: string | undefined
  for (let months = 0; months < mostMonths; months += 1) {
    if (range.to !== undefined && month > range.to) return walk.sound()
    const isWanted = (range.from ?? '') <= month
    if (isWanted) walk.enter()
    const read = isWanted ? await verifyMonth(chain, walk, { month, previous }) : await skipMonth(chain, walk, { month, previous })
    if ('kind' in read) return broken(read)
    const { next } = read.head
    if (next === undefined) return walk.end(month)
    previous = month
    month = next
  }
  throw new RangeError('an audit chain of more than a hundred years')
}

function broken(fault: Fault): Verdict {
  return { kind: 'broken', fault }
}

function nothingThere(anchors: readonly Anchor[], isSomething: boolean): Verdict {
  const [anchor] = anchors
  if (isSomething) return broken({ kind: 'bad-beginning', seq: 1 })
  if (anchor) return broken({ kind: 'cut-off', month: anchor.month, seq: 1, anchor })
  return { kind: 'nothing-to-verify', because: 'empty' }
}

type Walk = ReturnType<typeof newWalk>

/** What is known on the way: the last row, and what was anchored of those that come. */
function newWalk(council: CouncilId, anchors: readonly Anchor[]) {
  const anchored = Map.groupBy(anchors, ({ seq }) => seq)
  const firsts = new Map<string, number>()
  let last: Link = originOf(council)
  let lastRow: ChainRow | undefined
  let lastSource = ''
  const counts = { rows: 0, months: 0, anchors: 0 }
  let agreedUpTo = 0

  function faultOf(month: string, key: string, data: unknown): Fault | undefined {
    const seq = last.seq + 1
    if (!/^\d{12}$/.test(key)) return { kind: 'stranger', month, seq, key }
    if (Number(key) > seq) return { kind: 'missing-row', month, seq }
    if (Number(key) < seq) return { kind: 'stranger', month, seq: Number(key), key }
    const parsed = chainRowSchema.safeParse(data)
    if (!parsed.success) return { kind: 'unreadable-row', month, seq, key }
    const row = parsed.data
    if (row.seq !== seq) return { kind: 'out-of-place', month, seq, says: row.seq }
    if (row.prev !== last.hash) return { kind: 'not-following', month, seq }
    if (hashOf(row) !== row.hash) return { kind: 'altered-row', month, seq }
    if (row.council !== council) return { kind: 'another-council', month, seq }
    return repeated(month, row) ?? anchorFault(month, row) ?? keep(row)
  }

  /** The rows of one source were added together: it comes once, however many they are. */
  function repeated(month: string, { seq, source }: ChainRow): Fault | undefined {
    const first = firsts.get(source)
    if (first !== undefined && source !== lastSource) return { kind: 'told-twice', month, seq, first }
    if (first === undefined) firsts.set(source, seq)
    lastSource = source
    return undefined
  }

  function anchorFault(month: string, { seq, hash }: ChainRow): Fault | undefined {
    const here = anchored.get(seq) ?? []
    const anchor = here.find((each) => each.hash !== hash)
    if (anchor) return { kind: 'not-as-anchored', month, seq, since: agreedUpTo + 1, anchor }
    if (here.length > 0) agreedUpTo = seq
    counts.anchors += here.length
    return undefined
  }

  function keep(row: ChainRow): undefined {
    last = row
    lastRow = row
    counts.rows += 1
  }

  // A chain that has begun has rows: where none was met, none of them lies in the months that were asked for.
  const sound = (): Verdict =>
    lastRow ? { kind: 'sound', ...counts, last: lastRow } : { kind: 'nothing-to-verify', because: 'no-rows-in-range' }
  return {
    council,
    faultOf,
    sound,
    last: () => last,
    /** Begins behind what is taken for granted. */
    skipTo(head: Link): void {
      last = head
      agreedUpTo = head.seq
    },
    enter: () => void (counts.months += 1),
    end(month: string): Verdict {
      const anchor = anchors.find(({ seq }) => seq > last.seq)
      return anchor ? broken({ kind: 'cut-off', month, seq: last.seq + 1, anchor }) : sound()
    },
  }
}

type Month = { readonly month: string; readonly previous: string | undefined }
type Head = { readonly head: ChainHead; readonly etag: string }

async function headOf(chain: ChainReader, walk: Walk, { month, previous }: Month): Promise<Head | Fault> {
  const seq = walk.last().seq + 1
  const row = await chain.head(month)
  if (!row) return { kind: 'missing-head', month, seq }
  const parsed = chainHeadSchema.safeParse(row.data)
  const isOurs = parsed.success && isChecked(parsed.data) && parsed.data.previous === previous
  if (!isOurs || (parsed.data.next ?? '9') <= month) return { kind: 'bad-head', month, seq }
  return { head: parsed.data, etag: row.etag }
}

async function skipMonth(chain: ChainReader, walk: Walk, month: Month): Promise<Head | Fault> {
  const read = await headOf(chain, walk, month)
  if (!('kind' in read)) walk.skipTo(read.head)
  return read
}

/** A month that is still being written gains rows while it is read: then its head is read again, and what it has come to vouch for. */
async function verifyMonth(chain: ChainReader, walk: Walk, month: Month): Promise<Head | Fault> {
  let overtaken: Head | undefined
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const read = await headOf(chain, walk, month)
    if ('kind' in read) return read
    const { seq, hash } = read.head
    if (overtaken?.etag === read.etag) return { kind: 'after-the-head', month: month.month, seq: seq + 1 }
    const upTo = await verifyRows(chain, walk, month.month, seq)
    if (typeof upTo === 'object') return upTo
    const { hash: last } = walk.last()
    if (upTo === 'whole' && last !== hash) return { kind: 'bad-head', month: month.month, seq: seq + 1 }
    if (upTo === 'whole') return read
    overtaken = read
  }
  throw new RangeError('the chain grows faster than it can be read')
}

/** `more`: a row stands behind the one that the head names as the last. */
async function verifyRows(chain: ChainReader, walk: Walk, month: string, upTo: number): Promise<'whole' | 'more' | Fault> {
  const { seq } = walk.last()
  if (seq > upTo) return { kind: 'after-the-head', month, seq: upTo + 1 }
  for await (const { rk, data } of chain.rows(month, seq)) {
    if (walk.last().seq === upTo && Number(rk) > upTo) return 'more'
    const fault = walk.faultOf(month, rk, data)
    if (fault) return fault
  }
  return walk.last().seq === upTo ? 'whole' : { kind: 'missing-row', month, seq: walk.last().seq + 1 }
}
