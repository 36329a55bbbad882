import { describe, expect, test } from 'vitest'
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

describe('C3.12 C4.10 a clock that is set back once something was found due by it', () => {
  const task: Hint = { kind: 'discharge', council, session: 's1', duty: 'a'.repeat(32) }

  async function taken(setBack: 'never' | 'before' | 'meanwhile') {
    const world = await testCouncil({ now, rulebook: towerHamlets })
    await world.worker.settle()
    await world.due.put([{ at: now, task, tries: 0 }])
    const [found] = tasksOf(await world.due.due(now, 10), [])
    if (!found) throw new TypeError('nothing is due')
    const clock = { ...world.clock, now: () => (isBack ? now.subtract({ seconds: 2 }) : now), setBacks: () => (isBack ? 1 : 0) }
    let isBack = setBack === 'before'
    let looked = 0
    const discharge = async () => {
      looked += 1
      isBack = setBack === 'meanwhile'
      return 'waiting' as const
    }
    const councils = { open: async () => world.council }
    const jobs = { names: [], begin: async () => undefined, standing: async () => [], run: async () => ({ kind: 'done' as const }) }
    const reads = { syncMailbox: async () => undefined, readTeamsReport: async () => 'read' as const }
    const signal = new AbortController().signal
    await takeTask(
      { ...world, ...reads, clock, councils, jobs, discharge, look: async () => 'looked', log: logTo(() => undefined), signal },
      found,
    )
    return { looked, stands: (await world.due.due(now, 10)).length }
  }

  test('keeps the pointer by which it is found when its time has come', async () => {
    expect(await taken('before')).toEqual({ looked: 0, stands: 1 })
    expect(await taken('meanwhile')).toEqual({ looked: 1, stands: 1 })
    expect(await taken('never')).toEqual({ looked: 1, stands: 0 })
  })
})
