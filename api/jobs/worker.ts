import type { Instant } from '../../domain/kernel/time.ts'
import { errorFields } from '../log.ts'
import type { Councils } from '../ports/council.ts'
import type { Hints, TakenHint } from '../ports/queue.ts'
import { Unavailable } from '../ports/unavailable.ts'
import { watchLateWork } from './late-work.ts'
import { giveUpPoisoned } from './poisoned-hints.ts'
import { takeTask, type TakingDeps } from './take-task.ts'
import { tasksOf, type Task } from './tasks.ts'

export type WorkerDeps = TakingDeps & {
  readonly councils: Pick<Councils, 'all' | 'open'>
  readonly hints: Hints
  /** From 0 up to 1. */
  readonly random: () => number
}

export type Worker = {
  /** Sees to the councils' jobs as soon as storage answers, and polls until stopped. */
  start(): void
  /** Takes nothing new and lets what runs finish; what has not by then is told to give up. At most 20 seconds. */
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
const finishLimit = 14_000
const stopLimit = 20_000
/** How long storage is left alone at most when it did not answer, and a task that could not be put off. */
const silentPause = 5_000
/** Tasks at once: of messages and looks, and of those that take long. */
const width = 12
const longWidth = 4
const batch = 64
const mostRounds = 10_000

/** Does what is due, on any number of instances at once: every task may be taken by several, and is safe to be. */
export function createWorker(deps: WorkerDeps): Worker {
  const { clock, due, hints, log } = deps
  const long = new Map<string, Promise<void>>()
  /** Until when, by `mono`, what could not even be put off is left alone: it would be begun again at once, and again. */
  const restingUntil = new Map<string, number>()
  const stopping = new AbortController()
  const givingUp = new AbortController()
  const taking = { ...deps, signal: givingUp.signal }
  const isStopping = () => stopping.signal.aborted
  const lateWork = watchLateWork(deps)
  let polledAt = Number.NEGATIVE_INFINITY
  let hintsFrom = Number.NEGATIVE_INFINITY
  let alarm = new AbortController()
  let running: Promise<void> = Promise.resolve()
  let round: Promise<unknown> = Promise.resolve()

  function noteSilent(fault: unknown): void {
    const dependency = fault instanceof Unavailable ? fault.dependency : 'storage'
    const because = fault instanceof Unavailable ? fault.because.replaceAll(' ', '-') : errorFields(fault).error
    log.warn('dependency.silent', { dependency, because })
  }

  /** Anything up to the whole of it: instances that met the same silence must not all come back at once. */
  function drawnPause(): number {
    return deps.random() * silentPause
  }

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
    const pointers = await due.due(clock.now(), batch)
    // Not waited for yet: until these are begun, a reading that ends meanwhile would be begun again by pointers that are gone.
    const told = lateWork.found(pointers, pointers.length < batch).catch(noteSilent)
    const tasks = tasksOf(pointers, deps.jobs.names)
    const begun = beginLong(tasks.filter((task) => task.lane === 'long'))
    await side(tasks.filter((task) => task.lane === 'messages'))
    await side(['looks', 'accounts'].flatMap((lane) => tasks.filter((task) => task.lane === lane)))
    await told
    return begun + tasks.filter((task) => task.lane !== 'long').length
  }

  async function side(tasks: readonly Task[]): Promise<void> {
    const waiting = tasks.values()
    async function takeTurns(): Promise<void> {
      for (const task of waiting) if (!isStopping()) await takeTask(taking, task)
    }
    await Promise.all(Array.from({ length: Math.min(width, tasks.length) }, takeTurns))
  }

  /** These are not waited for: a large calendar must not hold up a text. What is running already keeps its pointers for later. */
  function beginLong(tasks: readonly Task[]): number {
    const mayBegin = (task: Task) => !long.has(task.key) && (restingUntil.get(task.key) ?? 0) <= clock.mono()
    const next = tasks.filter(mayBegin).slice(0, longWidth - long.size)
    for (const task of next) long.set(task.key, doLong(task))
    return next.length
  }

  /** What could not even be put off keeps its pointers, and is found by them at a later poll. */
  async function doLong(task: Task): Promise<void> {
    restingUntil.delete(task.key)
    try {
      await takeTask(taking, task)
      kick()
    } catch (fault) {
      restingUntil.set(task.key, clock.mono() + silentPause)
      noteSilent(fault)
    } finally {
      long.delete(task.key)
    }
  }

  /** A hint only saves waiting: while none can be had, what is due is found by its pointer all the same. */
  async function takeHints(): Promise<readonly TakenHint[]> {
    if (clock.mono() < hintsFrom) return []
    try {
      const taken = await hints.take()
      if (taken.length > 0) lateWork.queueGave()
      return taken
    } catch (fault) {
      noteQueueSilent(fault)
      return []
    }
  }

  /** What cannot be taken off the queue comes again, and finds that it is done. */
  async function forget(taken: readonly TakenHint[]): Promise<void> {
    const handled = taken.filter(({ kind }) => kind === 'hint')
    await Promise.all([giveUpPoisoned(deps, taken), ...handled.map(async (each) => each.done())]).catch(noteQueueSilent)
  }

  function noteQueueSilent(fault: unknown): void {
    if (!(fault instanceof Unavailable)) throw fault
    hintsFrom = clock.mono() + drawnPause()
    noteSilent(fault)
  }

  async function poll(): Promise<void> {
    const taken = await takeHints()
    if (taken.length === 0 && clock.mono() - polledAt < pollEvery) return
    polledAt = clock.mono()
    for (let done = await nextRound(); done > 0 && !isStopping();) done = await nextRound()
    await forget(taken)
  }

  async function beginJobs(): Promise<void> {
    for (const council of await deps.councils.all()) await deps.jobs.begin(council)
  }

  async function pollUntilStopped(): Promise<void> {
    let begun = false
    while (!isStopping()) {
      alarm = new AbortController()
      try {
        if (!begun) await beginJobs()
        begun = true
        await poll()
      } catch (fault) {
        noteSilent(fault)
        await clock.sleep(drawnPause(), stopping.signal)
      }
      if (polledAt > Number.NEGATIVE_INFINITY && !isStopping()) await clock.sleep(hintEvery, alarm.signal)
    }
  }

  return {
    kick,
    start() {
      running = pollUntilStopped()
    },
    async stop() {
      stopping.abort()
      alarm.abort()
      const patience = new AbortController()
      const finished = Promise.allSettled([running, round, ...long.values()]).finally(() => patience.abort())
      await Promise.race([finished, clock.sleep(finishLimit, patience.signal)])
      givingUp.abort()
      await Promise.race([finished, clock.sleep(stopLimit - finishLimit, patience.signal)])
    },
    async settle() {
      for (let rounds = 0; rounds < mostRounds && !isStopping(); rounds += 1) {
        const taken = await takeHints()
        const done = await nextRound()
        await forget(taken)
        if (done > 0 || taken.length > 0) continue
        if (long.size === 0) return
        await Promise.race(long.values())
      }
      if (!isStopping()) throw new RangeError('there is always more to do: something asks for itself again and again')
    },
    nextAt: async () => due.nextAt(clock.now()),
  }
}
