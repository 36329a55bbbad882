import { expect, test } from 'vitest'
import { instant } from '../../domain/kernel/time.ts'
import { aPersonId, towerHamlets } from '../../domain/testing/builders.ts'
import { callLimit } from '../deadline.ts'
import { logTo } from '../log.ts'
import type { Hint } from '../ports/queue.ts'
import { Unavailable } from '../ports/unavailable.ts'
import { testCouncil } from '../testing/council.ts'
import { takeTask } from './take-task.ts'
import { tasksOf } from './tasks.ts'

const now = instant('2026-11-02T10:00:00Z')
const council = 'thamesbrook'

/** Storage that never answers: a call to it ends with its own limit, a minute here, or with the step that it is part of. */
function silentStorage() {
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>()
  const call = () =>
    new Promise<never>((_, reject) => {
      callLimit(60_000).addEventListener('abort', () => reject(new Unavailable('storage', 'no answer')))
      begin()
    })
  return { begun, call }
}

test.each<Hint>([
  { kind: 'discharge', council, session: 's1', duty: 'a'.repeat(32) },
  { kind: 'look-at-session', council, session: 's1' },
  { kind: 'read-teams-report', council, session: 's1' },
  { kind: 'relay-audit', council, source: 'council' },
  { kind: 'run-job', council, job: 'sweep-mailboxes' },
  { kind: 'sync-mailbox', council, mailbox: aPersonId(1) },
])('$kind: whatever it has called, and however deep, ends with the step, which is then put off', async (task) => {
  const world = await testCouncil({ now, rulebook: towerHamlets })
  await world.worker.settle()
  await world.due.put([{ at: now, task, tries: 0 }])
  const [taken] = tasksOf(await world.due.due(now, 10), [])
  const ending = new AbortController()
  const { begun, call: hangs } = silentStorage()
  const signals: AbortSignal[] = []
  const lines: string[] = []
  const step = takeTask(
    {
      ...world,
      log: logTo((line) => void lines.push(line)),
      councils: { open: async () => ({ ...world.council, audit: { ...world.council.audit, relay: hangs } }) },
      look: hangs,
      discharge: hangs,
      jobs: { names: [], begin: async () => undefined, standing: async () => [], run: hangs },
      syncMailbox: async (_, __, signal) => (signals.push(signal), hangs()),
      readTeamsReport: async (_, __, signal) => (signals.push(signal), hangs()),
      signal: ending.signal,
    },
    taken ?? { key: '', lane: 'long', steps: [] },
  )
  await begun
  ending.abort()
  await step
  expect(signals.every(({ aborted }) => aborted)).toBe(true)
  expect(lines.join()).toContain('failed"')
  expect(await world.due.due(now, 10)).toEqual([])
  expect(await world.due.due(now.add({ seconds: 30 }), 10)).toMatchObject([{ task, tries: 1 }])
})
