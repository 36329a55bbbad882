import { expect, test } from 'vitest'
import { logTo } from './log.ts'
import { createOutcomes } from './outcomes.ts'

const minute = 60_000

function counting() {
  const lines: Record<string, unknown>[] = []
  const clock = { now: 0 }
  const log = logTo((line) => void lines.push(JSON.parse(line) as Record<string, unknown>))
  return { lines, clock, outcomes: createOutcomes({ log, mono: () => clock.now }) }
}
const none = { done: 0, again: 0, unknown: 0, final: 0, stopped: 0, wait: 0 }

test('what came of calls is counted by service and class, and said an hour after it was last said, by itself', () => {
  const { lines, clock, outcomes } = counting()
  outcomes.of('graph')({ call: 'read', became: 'done', status: 200 })
  outcomes.of('graph')({ call: 'write', became: 'unknown' })
  outcomes.of('notify')({ call: 'write', became: 'wait', status: 429 })
  clock.now = 60 * minute - 1
  outcomes.of('graph')({ call: 'read', became: 'done', status: 200 })
  expect(lines).toEqual([])

  clock.now = 60 * minute
  outcomes.of('graph')({ call: 'read', became: 'final', status: 403 })
  expect(lines).toMatchObject([
    { level: 'info', event: 'outcomes.counted', ...none, dependency: 'graph', done: 2, unknown: 1, minutes: 60 },
    { level: 'info', event: 'outcomes.counted', ...none, dependency: 'notify', wait: 1, minutes: 60 },
  ])
})

test('said again, it is only what came since', () => {
  const { lines, clock, outcomes } = counting()
  outcomes.of('graph')({ call: 'read', became: 'done', status: 200 })
  outcomes.tell()
  clock.now = 7 * minute
  outcomes.of('graph')({ call: 'read', became: 'again', status: 500 })
  outcomes.tell()
  outcomes.tell()
  expect(lines).toMatchObject([
    { done: 1, again: 0, minutes: 0 },
    { done: 0, again: 1, minutes: 7 },
  ])
  expect(lines).toHaveLength(2)
})

test('an unlisted status is told once an hour for each service, kind of call and status, and counted each time', () => {
  const { lines, clock, outcomes } = counting()
  const meets = (call: 'read' | 'write', status: number) =>
    outcomes.of('teams')({ call, became: call === 'read' ? 'again' : 'unknown', status })
  for (let times = 0; times < 100; times += 1) meets('write', 418)
  meets('read', 418)
  meets('write', 419)
  const told = () => lines.filter(({ event }) => event === 'answer.unlisted')
  expect(told()).toMatchObject([
    { level: 'warn', dependency: 'teams', call: 'write', status: 418, became: 'unknown' },
    { dependency: 'teams', call: 'read', status: 418, became: 'again' },
    { dependency: 'teams', call: 'write', status: 419 },
  ])
  clock.now = 60 * minute - 1
  meets('write', 418)
  expect(told()).toHaveLength(3)
  clock.now = 60 * minute
  meets('write', 418)
  expect(told()).toHaveLength(4)
  expect(lines.find(({ event }) => event === 'outcomes.counted')).toMatchObject({ unknown: 102, again: 1 })
})
