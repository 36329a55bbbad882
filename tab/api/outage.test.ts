import { expect, test } from 'vitest'
import { createWatch, nowIn, outageTold } from './outage.ts'

const refusal = { type: 'urn:quorate:unavailable', title: 'Quorate cannot do that just now', status: 503 }

test('what the API tells of its own records is told by its clock', () => {
  const outage = { now: '2026-10-15T08:03:00Z', unreachable: [{ dependency: 'storage', since: '2026-10-15T06:58:00Z' } as const] }
  expect(outageTold({ ...refusal, outage })).toEqual({ of: 'records', since: '2026-10-15T06:58:00Z', now: '2026-10-15T08:03:00Z' })
  expect(outageTold(refusal)).toBeUndefined()
})

test('a silence lasts from the first request without an answer to the next with one', () => {
  let minute = 0
  const watch = createWatch(() => `2026-10-15T09:0${minute}:00Z`)
  expect(watch.unheard()).toEqual({ of: 'quorate', since: '2026-10-15T09:00:00Z', now: '2026-10-15T09:00:00Z' })
  minute = 5
  expect(watch.unheard()).toEqual({ of: 'quorate', since: '2026-10-15T09:00:00Z', now: '2026-10-15T09:05:00Z' })
  watch.heard()
  expect(watch.unheard()).toMatchObject({ since: '2026-10-15T09:05:00Z' })
})

test('C14.11 since when is told by the council’s clock as it was last heard, whatever the device’s own shows', () => {
  let device = '2026-11-22T20:30:00Z'
  const watch = createWatch(() => device)
  watch.heard(nowIn({ now: '2026-10-15T08:05:00Z', sessions: [] }))
  device = '2026-11-22T20:31:00Z'
  expect(watch.unheard()).toEqual({ of: 'quorate', since: '2026-10-15T08:06:00Z', now: '2026-10-15T08:06:00Z' })
  device = '2026-11-22T20:41:00Z'
  expect(watch.unheard()).toMatchObject({ since: '2026-10-15T08:06:00Z', now: '2026-10-15T08:16:00Z' })
  watch.heard(nowIn({ saved: true })) // an answer without the time leaves what was known of it
  expect(watch.unheard()).toMatchObject({ since: '2026-10-15T08:16:00Z' })
})
