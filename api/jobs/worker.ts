import { councilId, dutyId, personId, sessionId, type DutyId, type PersonId, type SessionId } from '../../domain/kernel/ids.ts'
import type { Instant } from '../../domain/kernel/time.ts'
import type { Discharged } from '../act/outbox.ts'
import { errorFields, type Log } from '../log.ts'
import type { Clock } from '../ports/clock.ts'
import type { Council, Councils } from '../ports/council.ts'
import type { DueQueue, Pointer } from '../ports/due.ts'
import type { Hint, Hints } from '../ports/queue.ts'
import { Unavailable } from '../ports/unavailable.ts'
import type { JobRunner } from './runner.ts'
import { tasksOf, type Task } from './tasks.ts'

export type WorkerDeps = {
  readonly councils: Pick<Councils, 'all' | 'open'>
  readonly clock: Clock
  readonly due: DueQueue
  readonly hints: Hints
  readonly log: Log
  readonly jobs: JobRunner
  look(council: Council, session: SessionId): Promise<'looked' | 'no-such-session'>
  discharge(council: Council, session: SessionId, duty: DutyId): Promise<Discharged>
  syncMailbox(council: Council, mailbox: PersonId, signal: AbortSignal): Promise<void>
}

export type Worker = {
  /** Sees to the councils' jobs, then polls until stopped. */
  start(): Promise<void>
  /** Takes nothing new, lets what runs finish, at most 20 seconds. */
  stop(): Promise<void>
  /** Looks for work at once instead of at the next poll. */
  kick(): void
  /** Does everything due now until nothing is. */
  settle(): Promise<void>
  /** The earliest moment after now at which something is due. */
  nextAt(): Promise<Instant | undefined>
}

/** Real milliseconds. A hint is asked for often, because it is cheap; what is due without one can wait a little. */
const hintEvery = 1_000
const pollEvery = 15_000
const stopLimit = 20_000
const syncLimit = 5 * 60_000
/** Tasks at once: of messages and looks, and of those that take long. */
const width = 12
const longWidth = 4
const batch = 64
const mostRounds = 10_000

/** Does what is due, on any number of instances at once: every task may be taken by several, and is safe to be. */
export function createWorker(deps: WorkerDeps): Worker {
  const { clock, due, hints, log } = deps
  const long = new Map<string, Promise<void>>()
  const stopping = new AbortController()
  const isStopping = () => stopping.signal.aborted
  let polledAt = Number.NEGATIVE_INFINITY
  let alarm = new AbortController()
  let running: Promise<void> = Promise.resolve()
  let round: Promise<unknown> = Promise.resolve()

  function kick(): void {
    polledAt = Number.NEGATIVE_INFINITY
    alarm.abort()
  }

  /** One round at a time, whoever asks. */
  async function nextRound(): Promise<number> {
    const mine = round.then(doRound, doRound)
    round = mine
    return mine
  }

  async function doRound(): Promise<number> {
    if (isStopping()) return 0
    const tasks = tasksOf(await due.due(clock.now(), batch), deps.jobs.names)
    const begun = beginLong(tasks.filter((task) => task.lane === 'long'))
    await side(tasks.filter((task) => task.lane === 'messages'))
    await side(tasks.filter((task) => task.lane === 'looks'))
    return begun + tasks.filter((task) => task.lane !== 'long').length
  }

  async function side(tasks: readonly Task[]): Promise<void> {
    const waiting = tasks.values()
    async function takeTurns(): Promise<void> {
      for (const task of waiting) if (!isStopping()) await take(deps, task)
    }
    await Promise.all(Array.from({ length: Math.min(width, tasks.length) }, takeTurns))
  }

  /** These are not waited for: a large calendar must not hold up a text. What is running already keeps its pointers for later. */
  function beginLong(tasks: readonly Task[]): number {
    const next = tasks.filter((task) => !long.has(task.key)).slice(0, longWidth - long.size)
    for (const task of next) {
      const work = take(deps, task).finally(() => {
        long.delete(task.key)
        kick()
      })
      long.set(task.key, work)
    }
    return next.length
  }

  async function poll(): Promise<void> {
    const taken = await hints.take()
    if (taken.length === 0 && clock.mono() - polledAt < pollEvery) return
    polledAt = clock.mono()
    for (let done = await nextRound(); done > 0 && !isStopping();) done = await nextRound()
    await Promise.all(taken.map(async (each) => each.done()))
  }

  async function pollUntilStopped(): Promise<void> {
    while (!isStopping()) {
      alarm = new AbortController()
      try {
        await poll()
      } catch (fault) {
        const dependency = fault instanceof Unavailable ? fault.dependency : 'storage'
        log.warn('dependency.silent', { dependency, because: errorFields(fault).error })
        await clock.sleep(5 * hintEvery)
      }
      if (polledAt > Number.NEGATIVE_INFINITY && !isStopping()) await clock.sleep(hintEvery, alarm.signal)
    }
  }

  return {
    kick,
    async start() {
      for (const council of await deps.councils.all()) await deps.jobs.begin(council)
      running = pollUntilStopped()
    },
    async stop() {
      stopping.abort()
      alarm.abort()
      const patience = new AbortController()
      await Promise.race([Promise.allSettled([running, round, ...long.values()]), clock.sleep(stopLimit, patience.signal)])
      patience.abort()
    },
    async settle() {
      for (let rounds = 0; rounds < mostRounds && !isStopping(); rounds += 1) {
        const taken = await hints.take()
        const done = await nextRound()
        await Promise.all(taken.map(async (each) => each.done()))
        if (done > 0 || taken.length > 0) continue
        if (long.size === 0) return
        await Promise.race(long.values())
      }
      if (!isStopping()) throw new RangeError('there is always more to do: something asks for itself again and again')
    },
    nextAt: async () => due.nextAt(clock.now()),
  }
}

type Taken = { readonly kind: 'done' } | { readonly kind: 'missing' } | { readonly kind: 'busy'; readonly until: Instant }

/** Does one task and drops the pointers that asked for it; what fails is put off, its new pointer first. */
async function take(deps: WorkerDeps, { steps }: Task): Promise<void> {
  for (const step of steps) {
    try {
      const taken = await perform(deps, step.task)
      await afterwards(deps, step.pointers, taken)
    } catch (fault) {
      noteFailure(deps.log, step.task, fault)
      await putOffFailed(deps, step.pointers, fault)
    }
  }
}

async function perform(deps: WorkerDeps, task: Hint): Promise<Taken> {
  const council = await deps.councils.open(councilId(task.council))
  return council ? performFor(council, deps, task) : { kind: 'missing' }
}

function performFor(council: Council, deps: WorkerDeps, task: Hint): Promise<Taken> {
  switch (task.kind) {
    case 'discharge':
      return deps.discharge(council, sessionId(task.session), dutyId(task.duty)).then(takenWhenThere)
    case 'look-at-session':
      return deps.look(council, sessionId(task.session)).then(takenWhenThere)
    case 'sync-mailbox':
      return deps.syncMailbox(council, personId(task.mailbox), AbortSignal.timeout(syncLimit)).then(() => ({ kind: 'done' }))
    default:
      return deps.jobs.run(council, task.job)
  }
}

/** `missing`, `no-such-session`: the pointer came before its fact. */
function takenWhenThere(outcome: Discharged | 'looked' | 'no-such-session'): Taken {
  return { kind: outcome === 'missing' || outcome === 'no-such-session' ? 'missing' : 'done' }
}

/** Tries after which a pointer whose fact never came is dropped: its writer died ten minutes ago. */
const mostMissing = 10

async function afterwards({ due, clock }: WorkerDeps, pointers: readonly Pointer[], taken: Taken): Promise<void> {
  const tries = triesOf(pointers)
  if (taken.kind === 'missing' && tries < mostMissing) await due.put(putOffTo(pointers, clock.now().add({ minutes: 1 })))
  if (taken.kind === 'busy') await due.put(putOffTo(pointers, taken.until))
  await due.drop(pointers)
}

/** Half a minute, then twice as long each time, up to a quarter of an hour: for ever, since nothing owed is dropped for failing. */
async function putOffFailed({ due, clock }: WorkerDeps, pointers: readonly Pointer[], fault: unknown): Promise<void> {
  const asked = fault instanceof Unavailable ? (fault.retryAfterSeconds ?? 0) : 0
  const seconds = Math.max(asked, Math.min(30 * 2 ** triesOf(pointers), 900))
  await due.put(putOffTo(pointers, clock.now().add({ seconds })))
  await due.drop(pointers)
}

function putOffTo(pointers: readonly Pointer[], at: Instant): readonly Pointer[] {
  return pointers.slice(0, 1).map(({ task }) => ({ at, task, mark: 'again', tries: triesOf(pointers) + 1 }))
}

function triesOf(pointers: readonly Pointer[]): number {
  return Math.min(...pointers.map((pointer) => pointer.tries))
}

function noteFailure(log: Log, task: Hint, fault: unknown): void {
  const { council } = task
  const dependency = fault instanceof Unavailable ? fault.dependency : undefined
  const error = errorFields(fault)
  if (task.kind === 'sync-mailbox') log.warn('mailbox.failed', { council, mailbox: task.mailbox, dependency, ...error })
  else if (task.kind === 'run-job') log.warn('job.failed', { council, job: task.job, dependency, ...error })
  else log[dependency ? 'warn' : 'error']('session.failed', { council, session: task.session, ...error })
}
