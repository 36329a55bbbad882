import type { Item } from './mailbox.ts'

/** `on`: of one occurrence; absent: of the single event or the series' master. */
export type Change = { readonly item: Item; readonly on?: string }

/** Everything that happened to one calendar, oldest first: what delta reads. A place in it stays the same place for ever. */
export type ChangeLog = {
  /** So many of the oldest are gone: whoever stopped reading there must begin anew. */
  forgotten: number
  readonly entries: Change[]
}

/** Of one calendar's changes so many are kept for certain. A council's busiest makes about as many in a year. */
const kept = 20_000
/** Forgetting goes in stretches: to take one from the front costs as much as to take thousands. */
const stretch = 5000

export function createChangeLog(): ChangeLog {
  return { forgotten: 0, entries: [] }
}

/** The place after the latest change. */
export function endOf({ forgotten, entries }: ChangeLog): number {
  return forgotten + entries.length
}

/** Undefined where it is forgotten, or has yet to happen. */
export function changeAt({ forgotten, entries }: ChangeLog, place: number): Change | undefined {
  return entries[place - forgotten]
}

export function addChanges(log: ChangeLog, changes: readonly Change[]): void {
  for (const change of changes) log.entries.push(change)
  if (log.entries.length <= kept + stretch) return
  const past = log.entries.length - kept
  log.entries.splice(0, past)
  log.forgotten += past
}
