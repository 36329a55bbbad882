import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { CouncilId } from '../../domain/kernel/ids.ts'
import { isBefore, type Instant } from '../../domain/kernel/time.ts'
import { callLimit } from '../deadline.ts'
import type { Log } from '../log.ts'
import type { Clock } from '../ports/clock.ts'
import type { Council } from '../ports/council.ts'
import type { DueQueue, Pointer } from '../ports/due.ts'
import type { WorkByTheClock } from '../ports/health-sources.ts'
import type { Pk, Tables } from '../ports/tables.ts'
import { instantCodec, rowCodec } from '../stores/codec.ts'
import { jobPk, stamp } from '../stores/keys.ts'
import { caughtUp, nextOccurrence, occurrencesIn, type Schedule } from './schedule.ts'

/** Something that a council needs done again and again. Run twice it changes nothing. */
export type Job = Schedule & {
  readonly name: string
  run(council: Council, signal: AbortSignal): Promise<void>
}

export type JobRunner = {
  /** Order matters where one job's work needs another's: on the first day they run in it. */
  readonly names: readonly string[]
  /** Sees to it that each job of the council comes round: at once, if it never did. Repeatable. */
  begin(council: CouncilId): Promise<void>
  /** How each job stands, in the same order. */
  standing(council: CouncilId): Promise<readonly WorkByTheClock[]>
  /** Everything of one job that has come round. `busy`: another instance has it, and that much later it is worth asking. */
  run(council: Council, job: string): Promise<{ readonly kind: 'done' } | { readonly kind: 'busy'; readonly until: Instant }>
}

type Occurrence = { readonly state: 'planned' | 'running' | 'done' | 'skipped'; readonly by?: string; readonly until?: Instant }
const occurrenceCodec = rowCodec<Occurrence>()(
  z.object({ state: z.enum(['planned', 'running', 'done', 'skipped']), by: z.string().optional(), until: instantCodec.optional() }),
)
/** Up to where the moments have been seen to. `isFirst`: that very moment, when the job was first asked for, is still to be run. */
type Cursor = { readonly at: Instant; readonly isFirst?: boolean }
const cursorCodec = rowCodec<Cursor>()(z.object({ at: instantCodec, isFirst: z.boolean().optional() }))

/** A job that takes longer is taken for dead; its body is told to stop before. */
const claimMinutes = 10
const bodyLimit = 8 * 60_000

type Deps = {
  readonly tables: Tables
  readonly due: DueQueue
  readonly clock: Clock
  readonly log: Log
  readonly jobs: readonly Job[]
}

/**
 * Runs each job once for each moment of its schedule, whatever number of instances ticks: the moment is a row, inserted once and
 * claimed by etag. The due pointer to the next moment is written before the work of this one.
 */
export function createJobRunner(deps: Deps): JobRunner {
  const byName = new Map(deps.jobs.map((job) => [job.name, job]))
  return {
    names: [...byName.keys()],
    async begin(council) {
      for (const job of deps.jobs) await beginJob(deps, council, job)
    },
    standing: async (council) => Promise.all(deps.jobs.map((job) => standingOf(deps, council, job))),
    async run(council, name) {
      const job = byName.get(name)
      if (!job) return { kind: 'done' } // a job of an earlier version: its pointer leads nowhere any more
      return runJob(deps, council, job)
    },
  }
}

async function beginJob({ tables, due, clock }: Deps, council: CouncilId, job: Job): Promise<void> {
  const cursor = await cursorOf(tables, council, job)
  const at = cursor && !cursor.isFirst ? nextOccurrence(job, clock.now()) : clock.now()
  await due.put([pointerTo(council, job, at)])
}

async function standingOf({ tables, clock }: Deps, council: CouncilId, job: Job): Promise<WorkByTheClock> {
  const cursor = await cursorOf(tables, council, job)
  const now = clock.now()
  const seenTo = cursor && !cursor.isFirst ? cursor.at : undefined
  const dueSince = seenTo ? occurrencesIn(job, seenTo, now)[0] : cursor?.at
  return { job: job.name, ...(seenTo ? { lastAt: seenTo } : {}), nextAt: nextOccurrence(job, now), ...(dueSince ? { dueSince } : {}) }
}

function pointerTo(council: CouncilId, job: Job, at: Instant): Pointer {
  return { at, task: { kind: 'run-job', council, job: job.name }, tries: 0 }
}

async function cursorOf(tables: Tables, council: CouncilId, job: Job): Promise<Cursor | undefined> {
  const row = await tables.get(jobPk(council, job.name), 'cursor')
  return row && cursorCodec.from(row.data)
}

/** A slower instance may move it back: it then finds those moments done, and moves it on again. */
async function moveCursor(tables: Tables, council: CouncilId, job: Job, at: Instant): Promise<void> {
  await tables.commit(jobPk(council, job.name), [{ put: 'cursor', data: cursorCodec.data({ at }) }])
}

/** The moment at which a job first runs is fixed before it does: whoever goes on after a death goes on with that one. */
async function cursorOrFirst(tables: Tables, council: CouncilId, job: Job, now: Instant): Promise<Cursor> {
  const first = { at: now, isFirst: true }
  const written = await tables.commit(jobPk(council, job.name), [{ insert: 'cursor', data: cursorCodec.data(first) }])
  return written === 'saved' ? first : ((await cursorOf(tables, council, job)) ?? first)
}

async function runJob(deps: Deps, council: Council, job: Job) {
  const { tables, due, clock } = deps
  const id = council.profile.id
  const now = clock.now()
  const cursor = (await cursorOf(tables, id, job)) ?? (await cursorOrFirst(tables, id, job, now))
  const { run, skip } = caughtUp(job, occurrencesIn(job, cursor.at, now))
  await due.put([pointerTo(id, job, nextOccurrence(job, now))])
  const heldUntil = await passOver(deps, id, job, skip)
  if (heldUntil) return { kind: 'busy', until: heldUntil } as const
  const seenTo = skip.at(-1)
  if (seenTo && run.length === 0) await moveCursor(tables, id, job, seenTo)
  for (const at of cursor.isFirst ? [cursor.at, ...run] : run) {
    const busyUntil = await runOccurrence(deps, council, { job, at })
    if (busyUntil) return { kind: 'busy', until: busyUntil } as const
    await moveCursor(tables, id, job, at)
  }
  return { kind: 'done' } as const
}

/**
 * A moment that is not made up for is a row like any other, and told: nobody need wonder whether it ran. One that was begun and left half
 * done counts among them once its instance is taken for dead. A moment: until when somebody still has one of them.
 */
async function passOver(
  { tables, clock, log }: Deps,
  council: CouncilId,
  job: Job,
  moments: readonly Instant[],
): Promise<Instant | undefined> {
  const pk = jobPk(council, job.name)
  const data = occurrenceCodec.data({ state: 'skipped' })
  let count = 0
  for (const at of moments) {
    const row = await tables.get(pk, occurrenceRow(at))
    const { state, until } = row ? occurrenceCodec.from(row.data) : { state: 'planned' as const, until: undefined }
    if (state === 'done' || state === 'skipped') continue
    if (until && isBefore(clock.now(), until)) return until
    const written = await tables.commit(pk, [row ? { replace: row.rk, data, etag: row.etag } : { insert: occurrenceRow(at), data }])
    if (written === 'saved') count += 1
  }
  if (count > 0) log.warn('job.passed-over', { council, job: job.name, count })
  return undefined
}

function occurrenceRow(at: Instant): string {
  return `o~${stamp(at)}`
}

type Moment = { readonly job: Job; readonly at: Instant }

/** Undefined when the moment is done; else until when somebody else has it. Throws what the body throws, the claim given back. */
async function runOccurrence(deps: Deps, council: Council, { job, at }: Moment): Promise<Instant | undefined> {
  const { tables, clock } = deps
  const claim = { state: 'running', by: randomUUID(), until: clock.now().add({ minutes: claimMinutes }) } as const
  const taken = await claimMoment({ tables, clock }, { pk: jobPk(council.profile.id, job.name), rk: occurrenceRow(at), claim })
  if (taken === 'over') return undefined
  if (taken !== 'ours') return taken
  await runBody(deps, council, job, async (ended) => endOccurrence(deps, council, { job, at, claim, ended }))
  return undefined
}

type Claiming = { readonly pk: Pk; readonly rk: string; readonly claim: Occurrence & { readonly until: Instant } }

/** Whoever comes first inserts the moment as its own. `over`: nothing of it is left to do; a moment: until when somebody else has it. */
async function claimMoment(
  { tables, clock }: Pick<Deps, 'tables' | 'clock'>,
  { pk, rk, claim }: Claiming,
): Promise<'ours' | 'over' | Instant> {
  const data = occurrenceCodec.data(claim)
  if ((await tables.commit(pk, [{ insert: rk, data }])) === 'saved') return 'ours'
  const row = await tables.get(pk, rk)
  if (!row) throw new TypeError('an occurrence was claimed and is not there')
  const { state, until } = occurrenceCodec.from(row.data)
  if (state === 'done' || state === 'skipped') return 'over'
  if (state === 'running' && until && isBefore(clock.now(), until)) return until
  return (await tables.commit(pk, [{ replace: rk, data, etag: row.etag }])) === 'saved' ? 'ours' : claim.until
}

async function runBody({ clock, log }: Deps, council: Council, job: Job, end: (ended: 'done' | 'planned') => Promise<void>): Promise<void> {
  const begun = clock.mono()
  try {
    await job.run(council, callLimit(bodyLimit))
  } catch (fault) {
    await end('planned')
    throw fault
  }
  await end('done')
  log.info('job.ran', { council: council.profile.id, job: job.name, durationMs: Math.round(clock.mono() - begun) })
}

type Ended = Moment & { readonly claim: Occurrence; readonly ended: 'done' | 'planned' }

/** Only where the claim is still ours: another instance that took it over has its own say. */
async function endOccurrence({ tables }: Deps, council: Council, { job, at, claim, ended }: Ended): Promise<void> {
  const pk = jobPk(council.profile.id, job.name)
  const row = await tables.get(pk, occurrenceRow(at))
  if (!row || occurrenceCodec.from(row.data).by !== claim.by) return
  await tables.commit(pk, [{ replace: row.rk, data: occurrenceCodec.data({ state: ended }), etag: row.etag }])
}
