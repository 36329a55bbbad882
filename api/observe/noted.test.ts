import { expect, test } from 'vitest'
import { instant } from '../../domain/kernel/time.ts'
import { Unavailable } from '../ports/unavailable.ts'
import { createHealth } from '../stores/health.ts'
import { createTestClock } from '../testing/clock.ts'
import { noted } from './noted.ts'

const councilNow = () => ({ health: createHealth(createTestClock(instant('2026-10-15T08:00:00Z'))) })
const failing = (fault: Error) => () => Promise.reject(fault)

test('what could not be reached is silent until what was asked answers, and the fault goes on to whoever waits', async () => {
  const council = councilNow()
  const fault = new Unavailable('entra', 'no token was given')
  await expect(noted(council, 'graph', failing(fault))).rejects.toBe(fault)
  expect(council.health.unreachable()).toMatchObject([{ dependency: 'entra' }])
  expect(await noted(council, 'graph', async () => 'read')).toBe('read')
  expect(council.health.unreachable()).toEqual([])
})

test.each([
  ['has had too many calls from us', new Unavailable('graph', 'busy 429', { throttled: true })],
  ['we asked wrongly', new TypeError('a defect')],
])('one that %s is not silent', async (_, fault) => {
  const council = councilNow()
  await expect(noted(council, 'graph', failing(fault))).rejects.toBe(fault)
  expect(council.health.unreachable()).toEqual([])
})
