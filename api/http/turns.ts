import type { RequestHandler } from 'express'
import { signedInOf } from './caller.ts'
import { problem, send } from './problem.ts'

export type TurnLimits = {
  /** Requests worked on at once. */
  readonly atOnce: number
  /** Requests that wait for those to end. */
  readonly waiting: number
  /** Milliseconds. Whoever has waited this long is told to come back: an answer that comes later still is asked for twice. */
  readonly patience: number
}

export type Asking = {
  readonly council: string
  readonly isWrite: boolean
  begin(): void
  /** Called at most once, and only where `begin` never was. */
  refuse(): void
}

type Waiting = Asking & { readonly timer: NodeJS.Timeout }

/**
 * Who is worked for next when more is asked than can be done at once.
 *
 * The council with the least under way goes first, and within a council what is written before what is read, each in the order it came.
 * Where too many wait, the council with the most waiting gives one up: its newest read, or its newest write when it only writes. So a
 * flood from one council costs that council, and a Member's answer outlasts a list that can be asked for again.
 *
 * What is returned must be called when the request is over, however it ended; calling it again changes nothing.
 */
export function createTurns({ atOnce, waiting: most, patience }: TurnLimits): (asking: Asking) => () => void {
  const underWay = new Map<string, number>()
  const waiting = new Set<Waiting>()
  let running = 0

  function begin(asking: Asking): void {
    running += 1
    underWay.set(asking.council, (underWay.get(asking.council) ?? 0) + 1)
    asking.begin()
  }

  function end(council: string): void {
    running -= 1
    const left = (underWay.get(council) ?? 1) - 1
    if (left > 0) underWay.set(council, left)
    else underWay.delete(council)
    const next = firstOf(waiting, underWay)
    if (!next) return
    leave(next)
    begin(next)
  }

  function leave(one: Waiting): boolean {
    clearTimeout(one.timer)
    return waiting.delete(one)
  }

  function giveUp(one: Waiting): void {
    if (leave(one)) one.refuse()
  }

  return (asking) => {
    let state: 'waiting' | 'begun' | 'over' = 'waiting'
    const one: Waiting = {
      ...asking,
      timer: setTimeout(() => giveUp(one), patience),
      begin() {
        state = 'begun'
        asking.begin()
      },
    }
    waiting.add(one)
    if (running < atOnce && leave(one)) begin(one)
    else if (waiting.size > most) giveUp(spareable(waiting) ?? one)
    return () => {
      if (state === 'begun') end(asking.council)
      else leave(one)
      state = 'over'
    }
  }
}

function firstOf(waiting: ReadonlySet<Waiting>, underWay: ReadonlyMap<string, number>): Waiting | undefined {
  let first: Waiting | undefined
  for (const one of waiting) if (!first || goesBefore(one, first, underWay)) first = one
  return first
}

/** Only where it truly goes before: of two alike, the one that came first stays first. */
function goesBefore(one: Waiting, other: Waiting, underWay: ReadonlyMap<string, number>): boolean {
  const [ours, theirs] = [underWay.get(one.council) ?? 0, underWay.get(other.council) ?? 0]
  if (ours !== theirs) return ours < theirs
  return one.isWrite && !other.isWrite
}

function spareable(waiting: ReadonlySet<Waiting>): Waiting | undefined {
  const byCouncil = Map.groupBy(waiting, ({ council }) => council)
  const most = [...byCouncil.values()].reduce<readonly Waiting[]>((longest, own) => (own.length > longest.length ? own : longest), [])
  return most.findLast(({ isWrite }) => !isWrite) ?? most.at(-1)
}

const busy = problem(
  'busy',
  { status: 503, title: 'Quorate is busy', detail: 'Nothing was done. Please try again in a moment.' },
  { headers: { 'Retry-After': '2' } },
)

/** Lets requests of those who are signed in through as their turn comes, before anything is read for them. A person who goes away while waiting is not worked for. */
export function inTurn(limits: TurnLimits): RequestHandler {
  const ask = createTurns(limits)
  return (request, response, next) => {
    const over = ask({
      council: signedInOf(request).tenantId,
      isWrite: request.method !== 'GET',
      begin: () => next(),
      refuse: () => send(response, busy),
    })
    response.once('close', over)
  }
}
