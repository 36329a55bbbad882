import type { Happening } from '../control.ts'

/** When each thing came to a person, in any order. */
export type Arrivals = ReadonlyMap<string, readonly string[]>

/** What comes through Teams or to the phone. Mail is counted where it lies, because an invitation is a mail too. */
const arriving = new Set(['text', 'card', 'chat'])

export function arrivalsOf(journal: readonly Happening[], mail: ReadonlyMap<string, readonly string[]>): Arrivals {
  const came = new Map([...mail].map(([person, at]) => [person, [...at]]))
  for (const { kind, who, at, summary } of journal) {
    if (!who || !arriving.has(kind) || isNoArrival(summary)) continue
    came.set(who, [...(came.get(who) ?? []), at])
  }
  return came
}

/** Pressing a button of a card is noted beside the cards, and so is bringing one up to date: neither is an arrival. */
function isNoArrival(summary: string): boolean {
  return summary.includes(' pressed “') || /^Card of .{1,100} changed: /.test(summary)
}

/**
 * How many things came to a person since they were last looked at.
 *
 * At the first visit what came that day is new, and what is older is not: `since` is the start of that day.
 */
export function newFor(person: string, arrivals: Arrivals, looked: Readonly<Record<string, number>>, since: string): number {
  const came = arrivals.get(person) ?? []
  const seen = looked[person] ?? came.filter((at) => Date.parse(at) < Date.parse(since)).length
  return Math.max(0, came.length - seen)
}
