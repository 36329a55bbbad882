import { Temporal, type Instant } from '../../../domain/kernel/time.ts'
import type { OfferRecord } from '../../../domain/places/offer.ts'
import type { SessionRecord } from '../../../domain/sessions/session-record.ts'
import type { Council } from '../../../api/ports/council.ts'
import type { Pointer } from '../../../api/ports/due.ts'
import { chanceFrom } from './chance.ts'
import { checked } from './checks.ts'
import { staleAnswers } from './checks-shown.ts'
import { storesOf } from './stores-of.ts'
import { plannedFaults, randomFaults, type FaultPlan } from './fault-plan.ts'
import { profile } from './outside/council-world.ts'
import { createPost } from './outside/post.ts'
import { createWorld, type World } from './outside/world.ts'
import { createPeople, type Meant } from './people.ts'
import { createProcesses, type Processes } from './processes.ts'
import { aWeek, type Scenario } from './scenario.ts'
import { createScheduler } from './scheduler.ts'
import { held, type Held } from './sessions-held.ts'

/** Milliseconds between looks at what is shown, while nothing goes wrong. */
const probeEvery = 20 * 60_000

/** `faults`: `any` lets the seed say what goes wrong. */
export type Order = {
  readonly seed: string
  readonly processes: number
  readonly faults: string
  readonly scenario?: Scenario
  readonly watched?: Span
}

type Span = { readonly from: Instant; readonly to: Instant }

/** Everything there is to judge a run by. */
export type Lived = {
  readonly world: World
  readonly meant: Meant
  readonly scenario: Scenario
  readonly sessions: readonly Held[]
  /** Nothing went wrong, so nothing may be late. */
  readonly isCalm: boolean
  readonly lines: readonly string[]
  /** When a process died or stood still, or storage failed it, in milliseconds since 1970. */
  readonly troubles: readonly number[]
  readonly council: Council
  readonly records: readonly SessionRecord[]
  /** Offers of limited places. */
  readonly offers: readonly OfferRecord[]
  readonly due: readonly Pointer[]
}

export type Outcome = {
  /** With which the very same run can be had again. */
  readonly line: string
  readonly violations: readonly string[]
  readonly points: number
  /** How many processes died on the way. */
  readonly deaths: number
  /** Of the span that was watched: the first call in it, and the first after it. */
  readonly watched: { readonly first: number; readonly end: number }
  readonly steps: number
  readonly trace: string
  readonly lived: Lived
}

/** Lives one scenario with so many processes and these faults, and judges what came of it. */
export async function run(order: Order): Promise<Outcome> {
  const chance = chanceFrom(`${order.seed} schedule`)
  const scenario = order.scenario ?? aWeek(chanceFrom(`${order.seed} scenario`), order.processes > 2 ? 2 : 3)
  const beginsAt = scenario.beginsAt.epochMilliseconds
  const calmAfter = scenario.calmFrom.epochMilliseconds - beginsAt
  const scheduler = createScheduler(chance, quietUntil)
  const isRough = () => scheduler.now() < calmAfter
  const plan = order.faults === 'any' ? randomFaults(chanceFrom(`${order.seed} faults`), { isRough }) : plannedFaults(order.faults)
  const post = createPost({ scheduler, chance, processes: () => processes, world: () => world, isRough: () => isRough() && plan.lossy })
  const world: World = createWorld({ beginsAt, elapsed: () => scheduler.now() }, post)
  const processes: Processes = createProcesses({ scheduler, world, plan, chance, beginsAt })

  /** When a process that polls would next find something; now, if there is something to find. */
  function quietUntil(): number {
    if (world.hints.waiting() > 0) return 0
    const skews = processes.skews()
    const ahead = Math.max(0, ...skews)
    const behind = Math.min(0, ...skews)
    let soonest = Number.POSITIVE_INFINITY
    for (const at of world.storage.dueTimes()) {
      if (at - beginsAt - ahead <= scheduler.now() && at - beginsAt - behind >= scheduler.now() - 20_000) return 0
      soonest = Math.min(soonest, at - beginsAt - ahead)
    }
    return soonest
  }

  const people = createPeople({ scheduler, processes, world, chance })
  await setUp(world, scenario)
  scenario.play({ world, people, scheduler, chance })
  const watched = { first: 0, end: 0 }
  const since = (at: Instant) => at.epochMilliseconds - beginsAt
  scheduler.after(since(order.watched?.from ?? scenario.beginsAt), () => void (watched.first = processes.points.count()))
  scheduler.after(since(order.watched?.to ?? scenario.beginsAt), () => void (watched.end = processes.points.count()))
  processes.begin(order.processes)
  const seen: string[] = []
  for (let at = probeEvery; at < calmAfter; at += probeEvery) {
    await scheduler.runUntil(at)
    if (plan.isCalm()) seen.push(...(await staleAnswers(world)))
  }
  await scheduler.runUntil(calmAfter)
  await scheduler.runUntil(scenario.endsAt(plan.isCalm()).epochMilliseconds - beginsAt)
  const lived = {
    ...(await readFinally(world)),
    world,
    meant: people.meant,
    scenario,
    sessions: scenario.names.map((name) => held[name]),
    lines: processes.lines,
    troubles: processes.points.troubles().map((after) => beginsAt + after),
  }
  const isCalm = plan.isCalm()
  const violations = [...new Set(seen), ...(await checked({ ...lived, isCalm }))]
  return {
    line: lineOf(order, plan),
    violations,
    points: processes.points.count(),
    deaths: processes.deaths(),
    watched,
    steps: scheduler.steps(),
    trace: processes.points.trace(),
    lived: { ...lived, isCalm },
  }
}

function lineOf({ seed, processes }: Order, plan: FaultPlan): string {
  return `SEED=${seed} N=${processes} FAULTS=${plan.fired()}`
}

/** What a line asks for. Throws `TypeError` for a text that is none. */
export function orderFrom(line: string): Order {
  const read = /^SEED=(\S+) N=([1-8]) FAULTS=(\S+)$/.exec(line.trim())
  if (!read) throw new TypeError('a line reads "SEED=… N=… FAULTS=…"')
  return { seed: read[1] ?? '', processes: Number(read[2]), faults: read[3] ?? '' }
}

/** The order of a numbered seed, as both the suite and the nightly run number them. */
export function orderOf(number: number): Order {
  const processes = chanceFrom(`${number} processes`).pick([
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 4, 4, 4, 4, 4, 8,
  ])
  return { seed: String(number), processes, faults: 'any' }
}

async function setUp(world: World, { rules }: Scenario): Promise<void> {
  const { councils } = storesOf(world)
  const at = Temporal.Instant.fromEpochMilliseconds(world.now()).toString()
  await councils.add(profile)
  for (const [index, { effectiveFrom = at, rulebook }] of rules.versions.entries()) {
    await councils.rulebooks(profile.id).add({ version: index + 1, effectiveFrom, changedBy: 'set-up', changedAt: at, rulebook })
  }
}

/** The rows as they lie, read past every fault. */
async function readFinally(world: World) {
  const { councils, due } = storesOf(world)
  const council = await councils.open(profile.id)
  if (!council) throw new TypeError('the council is gone')
  const from = Temporal.Instant.from('2026-09-01T00:00:00Z')
  const summaries = await council.sessions.between(from, Temporal.Instant.from('2027-01-01T00:00:00Z'))
  const ids = new Set([...summaries.map(({ id }) => id), ...Object.values(held).map(({ sessionId }) => sessionId)])
  const found = await Promise.all([...ids].map((id) => council.sessions.find(id)))
  const records = found.filter((record) => record !== undefined)
  const offers = await offersOf(council)
  return { council, records, offers, due: await due.due(council.clock.now(), 1_000) }
}

/** Those that any list has, and what stands of them. */
async function offersOf({ offers }: Council): Promise<readonly OfferRecord[]> {
  const found = await Promise.all((await offers.all()).map(async ({ id }) => offers.find(id)))
  return found.filter((record) => record !== undefined)
}
