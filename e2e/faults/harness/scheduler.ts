import type { Chance } from './chance.ts'

/** What crashes and pauses as one: a process of the product. */
export type Process = { readonly name: string; alive: boolean; pausedUntil: number }

type Event = {
  at: number
  readonly order: number
  /** Whose code runs on: nobody's, for what happens outside. */
  readonly owner: Process | undefined
  /** A poll that nobody waits for: it may come later when there is nothing to find. */
  readonly idle: boolean
  readonly run: () => void
  cancelled: boolean
}

export type Scheduler = {
  /** Virtual milliseconds since the beginning. */
  now(): number
  /** Has something happen so many milliseconds on; what it gives takes it back. */
  after(milliseconds: number, run: () => void, of?: { readonly owner?: Process; readonly idle?: boolean }): () => void
  /** Lets virtual time pass until then. */
  runUntil(until: number): Promise<void>
  readonly steps: () => number
}

/** Events this close together, in milliseconds, may come in either order. */
const closeness = 2
const mostCandidates = 6
/** Shorter gaps are lived through: a poll then finds what there is. */
const worthJumping = 2_000

/**
 * Virtual time. One event happens at a time, chosen by the seed among those close together; then every promise is let run as far as it
 * goes, by a real turn of the event loop, before the next one is chosen.
 *
 * `quietUntil`: when polling processes could next find something, as far as is known now. Time in which they only would find nothing is
 * passed over, which is what makes a fortnight affordable.
 */
export function createScheduler(chance: Chance, quietUntil: () => number): Scheduler {
  let heap: Event[] = []
  let now = 0
  let orders = 0
  let steps = 0

  function next(): Event | undefined {
    const first = popLive()
    if (!first) return undefined
    const close = [first]
    while (close.length < mostCandidates) {
      const other = popLive()
      if (!other) break
      if (other.at > first.at + closeness) {
        push(heap, other)
        break
      }
      close.push(other)
    }
    const chosen = close.length === 1 ? 0 : chance.between(0, close.length - 1)
    close.forEach((event, index) => void (index === chosen || push(heap, event)))
    return close[chosen]
  }

  function popLive(): Event | undefined {
    for (let event = pop(heap); event; event = pop(heap)) {
      if (event.cancelled || event.owner?.alive === false) continue
      if (!event.owner || event.owner.pausedUntil <= event.at) return event
      event.at = event.owner.pausedUntil + 1
      push(heap, event)
    }
    return undefined
  }

  /** Puts polls off to when there may be something to find. */
  function passOver(until: number): void {
    const live = heap.filter((event) => !event.cancelled && event.owner?.alive !== false)
    const work = live.reduce((soonest, event) => (event.idle ? soonest : Math.min(soonest, event.at)), until + 1)
    const target = Math.min(work, quietUntil())
    if (target < now + worthJumping) return
    const together = chance.happens(0.5) ? 40 : 15_000
    heap = []
    for (const event of live) {
      if (event.idle && event.at < target) event.at = target + chance.between(0, together)
      push(heap, event)
    }
  }

  return {
    now: () => now,
    steps: () => steps,
    after(milliseconds, run, { owner, idle = false } = {}) {
      const event: Event = { at: now + Math.max(0, Math.round(milliseconds)), order: (orders += 1), owner, idle, run, cancelled: false }
      push(heap, event)
      return () => {
        event.cancelled = true
      }
    },
    async runUntil(until) {
      await promisesSettled()
      for (;;) {
        if (heap[0]?.idle) passOver(until)
        const event = next()
        if (!event || event.at > until) {
          if (event) push(heap, event)
          break
        }
        now = Math.max(now, event.at)
        steps += 1
        event.run()
        await promisesSettled()
      }
      now = Math.max(now, until)
    },
  }
}

/** A real turn of the event loop: every promise that can go on has gone on. */
function promisesSettled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

function comesFirst(one: Event, other: Event): boolean {
  return one.at < other.at || (one.at === other.at && one.order < other.order)
}

function push(heap: Event[], event: Event): void {
  heap.push(event)
  for (let index = heap.length - 1; index > 0;) {
    const parent = (index - 1) >> 1
    if (!swapIfSooner(heap, index, parent)) return
    index = parent
  }
}

function pop(heap: Event[]): Event | undefined {
  const first = heap[0]
  const last = heap.pop()
  if (!first || !last || heap.length === 0) return first
  heap[0] = last
  for (let index = 0; ;) {
    const [left, right] = [2 * index + 1, 2 * index + 2]
    const sooner = soonerOf(heap, left, right)
    if (sooner === undefined || !swapIfSooner(heap, sooner, index)) return first
    index = sooner
  }
}

function soonerOf(heap: readonly Event[], left: number, right: number): number | undefined {
  const [one, other] = [heap[left], heap[right]]
  if (!one) return undefined
  return other && comesFirst(other, one) ? right : left
}

function swapIfSooner(heap: Event[], below: number, above: number): boolean {
  const [lower, upper] = [heap[below], heap[above]]
  if (!lower || !upper || !comesFirst(lower, upper)) return false
  heap[below] = upper
  heap[above] = lower
  return true
}
