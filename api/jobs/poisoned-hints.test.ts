import { beforeEach, expect, test } from 'vitest'
import { instant } from '../../domain/kernel/time.ts'
import { towerHamlets } from '../../domain/testing/builders.ts'
import { logTo } from '../log.ts'
import type { Hint } from '../ports/queue.ts'
import { Unavailable } from '../ports/unavailable.ts'
import { testCouncil, type TestCouncil } from '../testing/council.ts'
import { createHintsDouble } from '../testing/queue.ts'
import { giveUpPoisoned } from './poisoned-hints.ts'

const now = instant('2026-11-02T10:00:00Z')
const look = { kind: 'look-at-session', council: 'thamesbrook', session: 's1' } as const satisfies Hint

let world: TestCouncil
let hints: ReturnType<typeof createHintsDouble>
let said: unknown[]
beforeEach(async () => {
  world = await testCouncil({ now, rulebook: towerHamlets })
  hints = createHintsDouble(() => world.clock.mono())
  said = []
})
const giveUp = async () =>
  giveUpPoisoned({ councils: world.councils, log: logTo((line) => void said.push(JSON.parse(line))) }, await hints.take())

async function receivedInVain(hint: Hint): Promise<void> {
  await hints.post(hint)
  for (let times = 1; times <= 5; times += 1) {
    await hints.take()
    world.clock.pass(120_000)
  }
}

test('a hint received again and again is written down for its council, said, and deleted', async () => {
  await receivedInVain(look)
  await giveUp()
  expect(await world.council.poisonedHints.lately()).toEqual({ count: 1, lastAt: now })
  expect(said).toMatchObject([{ event: 'hint.poisoned', level: 'error', council: 'thamesbrook', because: 'received-too-often', count: 1 }])
  expect(hints.waiting()).toBe(0)
})

test('what nobody can read is of no council: it is said, and deleted', async () => {
  hints.postRaw('not base64 of anything')
  hints.postRaw('nor is this')
  await giveUp()
  expect(await world.council.poisonedHints.lately()).toBeUndefined()
  expect(said).toMatchObject([{ event: 'hint.poisoned', level: 'error', because: 'unreadable', count: 2 }])
  expect(hints.waiting()).toBe(0)
})

test('one of a council that is not there is said, and deleted', async () => {
  await receivedInVain({ ...look, council: 'elsewhere' })
  await giveUp()
  expect(said).toMatchObject([{ event: 'hint.poisoned', council: 'elsewhere', because: 'received-too-often' }])
  expect(hints.waiting()).toBe(0)
})

test('a hint that can be handled is left alone', async () => {
  await hints.post(look)
  await giveUp()
  expect(said).toEqual([])
  expect(hints.waiting()).toBe(1)
})

test('what could not be written down is not deleted: it comes again', async () => {
  const commit = world.tables.commit.bind(world.tables)
  await receivedInVain(look)
  world.tables.commit = async () => Promise.reject(new Unavailable('storage', 'away'))
  await expect(giveUp()).rejects.toThrow(Unavailable)
  expect([said, hints.waiting()]).toEqual([[], 1])
  world.tables.commit = commit
  world.clock.pass(120_000)
  await giveUp()
  expect(await world.council.poisonedHints.lately()).toEqual({ count: 1, lastAt: now })
  expect(hints.waiting()).toBe(0)
})
