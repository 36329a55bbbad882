import type { Pointer } from '../ports/due.ts'
import type { Hint } from '../ports/queue.ts'
import { taskParts } from '../stores/due.ts'

/**
 * What several pointers ask for at once. A council's jobs are one task of several steps, so that they keep their order; what goes
 * to its audit chain is one, so that it does not get into its own way.
 */
export type Task = {
  readonly key: string
  readonly lane: 'messages' | 'looks' | 'accounts' | 'long'
  readonly steps: readonly { readonly task: Hint; readonly pointers: readonly Pointer[] }[]
}

const laneOf = {
  discharge: 'messages',
  'look-at-session': 'looks',
  'sync-mailbox': 'long',
  'read-teams-report': 'long',
  'run-job': 'long',
  'relay-audit': 'accounts',
} as const satisfies Record<Hint['kind'], Task['lane']>

const inTurn: ReadonlySet<Hint['kind']> = new Set(['run-job', 'relay-audit'])

/** Pointers that ask for the same are one task: ten answers within a second are looked at once. */
export function tasksOf(pointers: readonly Pointer[], jobOrder: readonly string[]): readonly Task[] {
  const byTask = [...Map.groupBy(pointers, ({ task }) => nameOf(task)).values()]
  const steps = byTask.flatMap((own) => (own[0] ? [{ task: own[0].task, pointers: own }] : []))
  const groups = Map.groupBy(steps, ({ task }) => (inTurn.has(task.kind) ? `${task.kind} ${task.council}` : nameOf(task)))
  return [...groups].flatMap(([key, own]) => {
    const kind = own[0]?.task.kind
    return kind
      ? [{ key, lane: laneOf[kind], steps: own.toSorted((one, other) => orderOf(one.task, jobOrder) - orderOf(other.task, jobOrder)) }]
      : []
  })
}

function orderOf(task: Hint, jobOrder: readonly string[]): number {
  return task.kind === 'run-job' ? jobOrder.indexOf(task.job) : 0
}

function nameOf(task: Hint): string {
  return taskParts(task).join('~')
}
