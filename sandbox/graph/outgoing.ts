import { Temporal } from 'temporal-polyfill'
import type { SandboxContext } from '../service.ts'

/** Posts of notifications on their way out: gathered for a moment, repeated until somebody takes them. */
export type Outgoing = {
  add(url: string, entry: object, delayMilliseconds?: number): void
  /** Keeps an entry back until a later one has gone, or for a moment when none comes. */
  hold(url: string, entry: object): void
  /** As though the first attempt had failed. */
  retryLater(url: string, entry: object): void
}

/** Gaps between attempts on the shared clock, in seconds: four hours in all, then it is lost. */
const gapsSeconds = [10, 30, 60, 120, 300, 600, 1200, 1800, 3600, 6600]
/** Real time. A receiver that is only just starting is tried again at once. */
const quickGapsMilliseconds = [0, 50, 250]
const answerWithinMilliseconds = 10_000
const heldMilliseconds = 200
const mostInOne = 100

/** What nobody has taken yet, how often it was tried on the shared clock, and when it is tried again. */
type Owed = { readonly url: string; readonly entries: readonly object[]; readonly attempt: number; readonly at: string }

export function createOutgoing(
  { work, clock, memory }: Pick<SandboxContext, 'work' | 'clock' | 'memory'>,
  lost: (url: string) => void,
): Outgoing {
  const { owed } = memory.of('notifications', () => ({ owed: new Set<Owed>() }))
  const gathered = new Map<string, object[]>()
  const held = new Map<string, object[]>()

  function add(url: string, entry: object, delayMilliseconds = 0): void {
    if (delayMilliseconds > 0) return work.run(async () => after(delayMilliseconds).then(() => add(url, entry)))
    const waiting = gathered.get(url)
    if (waiting) {
      waiting.push(entry)
      return
    }
    gathered.set(url, [entry])
    work.run(async () => {
      await after(1)
      const entries = gathered.get(url) ?? []
      gathered.delete(url)
      entries.push(...(held.get(url) ?? []))
      held.delete(url)
      for (let from = 0; from < entries.length; from += mostInOne) await send(url, entries.slice(from, from + mostInOne), 0)
    })
  }

  async function send(url: string, entries: readonly object[], attempt: number): Promise<void> {
    for (const gap of quickGapsMilliseconds) {
      if (gap > 0) await after(gap)
      if (await taken(url, entries)) return
    }
    again(url, entries, attempt)
  }

  function again(url: string, entries: readonly object[], attempt: number): void {
    const gap = gapsSeconds[attempt]
    if (gap === undefined) return lost(url)
    const each = { url, entries, attempt, at: clock.now().add({ seconds: gap }).toString() }
    owed.add(each)
    wait(each)
  }

  function wait(each: Owed): void {
    clock.at(Temporal.Instant.from(each.at), async () => {
      owed.delete(each)
      if (!(await taken(each.url, each.entries))) again(each.url, each.entries, each.attempt + 1)
    })
  }

  for (const each of owed) wait(each)

  return {
    add,
    hold(url, entry) {
      held.set(url, [...(held.get(url) ?? []), entry])
      work.run(async () => {
        await after(heldMilliseconds)
        const left = held.get(url) ?? []
        held.delete(url)
        for (const each of left) add(url, each)
      })
    },
    retryLater: (url, entry) => again(url, [entry], 0),
  }
}

/** Anything but 2xx within ten seconds is as good as nothing. */
async function taken(url: string, entries: readonly object[]): Promise<boolean> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      body: JSON.stringify({ value: entries }),
      headers: { 'Content-Type': 'application/json; charset=utf-8' },
      signal: AbortSignal.timeout(answerWithinMilliseconds),
    })
    await response.body?.cancel()
    return response.ok
  } catch {
    return false // nobody there, or too slow: Graph tries again
  }
}

function after(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
