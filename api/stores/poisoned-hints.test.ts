import { beforeEach, expect, test } from 'vitest'
import { councilId } from '../../domain/kernel/ids.ts'
import { instant } from '../../domain/kernel/time.ts'
import { Unavailable } from '../ports/unavailable.ts'
import { createTestClock, type TestClock } from '../testing/clock.ts'
import { createTablesDouble } from '../testing/tables.ts'
import { createPoisonedHints } from './poisoned-hints.ts'

const start = instant('2026-10-15T08:00:00Z')
const week = { hours: 7 * 24 }
const tables = createTablesDouble()
let clock: TestClock
let councils = 0

beforeEach(() => {
  clock = createTestClock(start)
  councils += 1
})
const open = (name = `council-${councils}`) => createPoisonedHints({ council: councilId(name), tables, clock })

test('they are counted, whichever instance gives them up, and nobody else sees it', async () => {
  expect(await open().lately()).toBeUndefined()
  await Promise.all([open().note(2), open().note(1), open().note(3)])
  expect(await open().lately()).toEqual({ count: 6, lastAt: start })
  expect(await open('elsewhere').lately()).toBeUndefined()
})

test('a week after the last of them they are said no more, and the count begins anew', async () => {
  const hints = open()
  await hints.note(4)
  clock.setTo(start.add(week).subtract({ seconds: 1 }))
  expect(await hints.lately()).toEqual({ count: 4, lastAt: start })
  clock.setTo(start.add(week))
  expect(await hints.lately()).toBeUndefined()
  await hints.note(1)
  expect(await hints.lately()).toEqual({ count: 1, lastAt: start.add(week) })
})

test('where others are always first it is an outage, and no silence about it', async () => {
  const busy = { ...tables, commit: async () => 'exists' as const }
  await expect(createPoisonedHints({ council: councilId('busy'), tables: busy, clock }).note(1)).rejects.toThrow(Unavailable)
})
