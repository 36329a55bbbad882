import { councilId, dutyId, personId, sessionId, type DutyId, type PersonId, type SessionId } from '../../domain/kernel/ids.ts'
import { isAtOrAfter, type Instant } from '../../domain/kernel/time.ts'
import type { Discharged } from '../act/settle.ts'
import { untilDeadline } from '../deadline.ts'
import { errorFields, type Log } from '../log.ts'
import type { Clock } from '../ports/clock.ts'
import type { Council, Councils } from '../ports/council.ts'
import type { DueQueue, Pointer } from '../ports/due.ts'
import type { Hint } from '../ports/queue.ts'
import { Unavailable } from '../ports/unavailable.ts'
import type { JobRunner } from './runner.ts'
import type { Task } from './tasks.ts'

export type TakingDeps = {
  readonly councils: Pick<Councils, 'open'>
  readonly clock: Clock
  readonly due: DueQueue
  readonly log: Log
  readonly jobs: JobRunner
  look(council: Council, session: SessionId): Promise<'looked' | 'no-such-session'>
  discharge(council: Council, session: SessionId, duty: DutyId): Promise<Discharged>
  syncMailbox(council: Council, mailbox: PersonId, signal: AbortSignal): Promise<void>
  readTeamsReport(council: Council, session: SessionId, signal: AbortSignal): Promise<'read' | 'not-yet' | 'no-such-session'>
}

/** `signal`: when a step must have ended, and before that when the process is about to. */
type Taking = TakingDeps & { readonly signal: AbortSignal }

/**
 * Milliseconds that one step may take, whatever it calls. A duty's claim is two minutes long and a job's ten; a step that went on for longer
 * would only find that another instance has taken it over.
 */
const limits = {
  discharge: 2 * 60_000,
  'look-at-session': 2 * 60_000,
  'relay-audit': 2 * 60_000,
  'sync-mailbox': 5 * 60_000,
  'read-teams-report': 2 * 60_000,
  'run-job': 9 * 60_000,
} as const satisfies Record<Hint['kind'], number>

type Taken = { readonly kind: 'done' } | { readonly kind: 'missing' } | { readonly kind: 'busy'; readonly until: Instant }

/**
 * Does one task and drops the pointers that asked for it; what fails is put off, its new pointer first.
 *
 * Trap: the clock may be set back after the pointers were found due. Whoever looks at the fact then sees that its time has not come and does
 * nothing, and the pointer that is dropped would be the very one by which it is found when it has. So that one stays.
 *
 * Throws `Unavailable` when it could not be put off either: its pointers stand where they stood.
 */
export async function takeTask(deps: Taking, { steps }: Task): Promise<void> {
  for (const { task, pointers } of steps) {
    const due = pointers.filter(({ at }) => isAtOrAfter(deps.clock.now(), at))
    const setBacks = deps.clock.setBacks?.()
    if (due.length === 0) continue
    try {
      const taken = await perform(deps, task)
      if (deps.clock.setBacks?.() === setBacks) await afterwards(deps, due, taken)
    } catch (fault) {
      noteFailure(deps.log, task, fault)
      await putOffFailed(deps, due, fault)
    }
  }
}

async function perform(deps: Taking, task: Hint): Promise<Taken> {
  const signal = AbortSignal.any([AbortSignal.timeout(limits[task.kind]), deps.signal])
  return untilDeadline(signal, async () => {
    const council = await deps.councils.open(councilId(task.council))
    return council ? performFor(council, { ...deps, signal }, task) : { kind: 'missing' }
  })
}

function performFor(council: Council, deps: Taking, task: Hint): Promise<Taken> {
  switch (task.kind) {
    case 'discharge':
      return deps.discharge(council, sessionId(task.session), dutyId(task.duty)).then(takenWhenThere)
    case 'look-at-session':
      return deps.look(council, sessionId(task.session)).then(takenWhenThere)
    case 'sync-mailbox':
      return deps.syncMailbox(council, personId(task.mailbox), deps.signal).then(() => ({ kind: 'done' }))
    case 'read-teams-report':
      return deps.readTeamsReport(council, sessionId(task.session), deps.signal).then(takenWhenThere)
    case 'relay-audit':
      return council.audit.relay(task.source).then(() => ({ kind: 'done' }))
    default:
      return deps.jobs.run(council, task.job)
  }
}

/** `missing`, `no-such-session`: the pointer came before its fact. */
function takenWhenThere(outcome: Discharged | 'looked' | 'read' | 'not-yet' | 'no-such-session'): Taken {
  return { kind: outcome === 'missing' || outcome === 'no-such-session' ? 'missing' : 'done' }
}

/** Tries after which a pointer whose fact never came is dropped: its writer died ten minutes ago. */
const mostMissing = 10

async function afterwards({ due, clock }: TakingDeps, pointers: readonly Pointer[], taken: Taken): Promise<void> {
  const tries = triesOf(pointers)
  if (taken.kind === 'missing' && tries < mostMissing) await due.put(putOffTo(pointers, clock.now().add({ minutes: 1 })))
  if (taken.kind === 'busy') await due.put(putOffTo(pointers, taken.until))
  await due.drop(pointers)
}

/** Half a minute, then twice as long each time, up to a quarter of an hour: for ever, since nothing owed is dropped for failing. */
async function putOffFailed({ due, clock }: TakingDeps, pointers: readonly Pointer[], fault: unknown): Promise<void> {
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
  else if (task.kind === 'relay-audit')
    log[dependency ? 'warn' : 'error']('audit.failed', { council, source: task.source, dependency, ...error })
  else log[dependency ? 'warn' : 'error']('session.failed', { council, session: task.session, ...error })
}
