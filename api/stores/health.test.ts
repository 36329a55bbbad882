import { beforeEach, expect, test } from 'vitest'
import { instant } from '../../domain/kernel/time.ts'
import { createTestClock, type TestClock } from '../testing/clock.ts'
import type { Health } from '../ports/council.ts'
import { createHealth } from './health.ts'

const start = instant('2026-10-15T08:00:00Z')
let clock: TestClock
let health: Health

beforeEach(() => {
  clock = createTestClock(start)
  health = createHealth(clock)
})
const silent = () => health.unreachable().map(({ dependency }) => dependency)

test('a service is silent since it was first met so, until it answers', () => {
  health.note('notify', 'silent')
  clock.setTo(start.add({ minutes: 50 }))
  health.note('notify', 'silent')
  clock.setTo(start.add({ minutes: 100 }))
  expect(health.unreachable()).toEqual([{ dependency: 'notify', since: start }])
  health.note('notify', 'answers')
  expect(health.unreachable()).toEqual([])
})

test('a silence that nobody has met again for 65 minutes is said no more, and begins anew when it is', () => {
  health.note('teams', 'silent')
  clock.setTo(start.add({ minutes: 64 }))
  expect(silent()).toEqual(['teams'])
  clock.setTo(start.add({ minutes: 65 }))
  expect(silent()).toEqual([])
  health.note('teams', 'silent')
  expect(health.unreachable()).toEqual([{ dependency: 'teams', since: start.add({ minutes: 65 }) }])
})

test('one that is left alone until midnight is silent until then', () => {
  const midnight = instant('2026-10-16T00:00:00Z')
  health.note('notify', 'silent', { until: midnight })
  clock.setTo(midnight.subtract({ seconds: 1 }))
  expect(silent()).toEqual(['notify'])
  clock.setTo(midnight)
  expect(silent()).toEqual([])
})

test('Entra, silent on the way to Teams, has answered when Teams has, and not because Graph did', () => {
  health.note('entra', 'silent', { onTheWayTo: 'teams' })
  health.note('graph', 'answers')
  expect(silent()).toEqual(['entra'])
  health.note('teams', 'answers')
  expect(silent()).toEqual([])
})

test('silent on two ways, it is silent until both lead through', () => {
  health.note('entra', 'silent', { onTheWayTo: 'teams' })
  health.note('entra', 'silent', { onTheWayTo: 'graph' })
  health.note('teams', 'answers')
  expect(silent()).toEqual(['entra'])
  health.note('graph', 'answers')
  expect(silent()).toEqual([])
})

test('when a service last answered is known until it answers again, however long it has been silent since', () => {
  expect(health.answeredAt('notify')).toBeUndefined()
  health.note('notify', 'answers')
  clock.setTo(start.add({ minutes: 5 }))
  health.note('notify', 'silent')
  expect(health.answeredAt('notify')).toEqual(start)
  health.note('notify', 'answers')
  expect(health.answeredAt('notify')).toEqual(start.add({ minutes: 5 }))
})
