declare const partition: unique symbol

export type TableName =
  'councils' | 'members' | 'sessions' | 'bulletins' | 'due' | 'jobs' | 'subscriptions' | 'audit' | 'rulebooks' | 'conversations' | 'replies'

/** A table and a partition key, made only by `stores/keys.ts`: a query that names no partition does not compile. */
export type Pk = { readonly table: TableName; readonly key: string; readonly [partition]: true }

/** `data` is JSON of ours; it is parsed by the store that asked, never trusted as it lies. */
export type Row = { readonly rk: string; readonly etag: string; readonly data: unknown }

/** There is no unconditional write and no bare delete: a delete is guarded by another row's etag in the same transaction. */
export type Op =
  | { readonly insert: string; readonly data: unknown }
  | { readonly replace: string; readonly data: unknown; readonly etag: string }
  | { readonly remove: string; readonly guardedBy: string }
  /** For pointers and caches only, whose loss or repetition changes nothing. */
  | { readonly put: string; readonly data: unknown }
  | { readonly drop: string }

/**
 * Azure Tables as the stores see it. Outcomes that are nobody's fault are values; faults throw `Unavailable('storage')`.
 * A transaction whose reply was lost is looked up again before it is called `exists` or `stale`.
 */
export interface Tables {
  get(pk: Pk, rk: string): Promise<Row | undefined>
  /** Rows with `from <= rk < to`, in order, all pages. Throws `RangeError` past `max` (default 5,000): nothing is cut off silently. */
  range(pk: Pk, from: string, to: string, max?: number): Promise<readonly Row[]>
  /** The first rows of a range, at most `max`: for queues of work, where the rest comes next time. */
  first(pk: Pk, from: string, to: string, max: number): Promise<readonly Row[]>
  /** One transaction in one partition, at most 100 operations. `drop` and `put` alone may not be mixed with guarded ones. */
  commit(pk: Pk, ops: readonly Op[]): Promise<'saved' | 'exists' | 'stale'>
}
