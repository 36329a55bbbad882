import { expect, test } from 'vitest'
import { createFaults } from './faults.ts'

const throttled = { kind: 'status', status: 429, retryAfter: 2 } as const

test('a fault strikes as often as it was told to, after letting through what it was told to', () => {
  const faults = createFaults()
  faults.add([{ service: 'notify', action: throttled, skip: 1, times: 2 }])
  const strikes = [1, 2, 3, 4].map(() => faults.strike('notify', 'POST', '/v2/notifications/sms') !== undefined)
  expect(strikes).toEqual([false, true, true, false])
  expect(faults.all()).toEqual([])
})

test('a fault without a number strikes until it is cleared', () => {
  const faults = createFaults()
  faults.add([{ service: 'entra', action: { kind: 'reset' } }])
  expect(faults.strike('entra', 'POST', '/token')).toEqual({ kind: 'reset' })
  expect(faults.strike('entra', 'POST', '/token')).toEqual({ kind: 'reset' })
  faults.clear()
  expect(faults.strike('entra', 'POST', '/token')).toBeUndefined()
})

test.each([
  { path: '/cancel', method: 'POST', struck: true },
  { path: '/events\\/[^/]+\\/cancel$/', method: undefined, struck: true },
  { path: '/accept', method: 'POST', struck: false },
  { path: '/cancel', method: 'GET', struck: false },
])('a fault for $method $path: $struck', ({ path, method, struck }) => {
  const faults = createFaults()
  faults.add([{ service: 'graph', path, ...(method && { method }), action: throttled }])
  expect(faults.strike('graph', 'POST', '/v1.0/users/x/events/y/cancel') !== undefined).toBe(struck)
  expect(faults.strike('notify', 'POST', '/v1.0/users/x/events/y/cancel')).toBeUndefined()
})

test('several faults against one call each count for themselves what they let through', () => {
  const faults = createFaults()
  const at = (status: number) => ({ kind: 'status', status }) as const
  faults.add([
    { service: 'graph', action: at(500), skip: 2, times: 1 },
    { service: 'graph', action: at(429), times: 1 },
  ])
  const strikes = [1, 2, 3, 4].map(() => faults.strike('graph', 'GET', '/'))
  expect(strikes).toEqual([at(429), undefined, at(500), undefined])
})
