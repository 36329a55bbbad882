import { beforeEach, expect, test } from 'vitest'
import { councilId } from '../../domain/kernel/ids.ts'
import { instant } from '../../domain/kernel/time.ts'
import { towerHamlets } from '../../domain/testing/builders.ts'
import { logTo } from '../log.ts'
import type { Pointer } from '../ports/due.ts'
import { Unavailable } from '../ports/unavailable.ts'
import { testCouncil, type TestCouncil } from '../testing/council.ts'
import { watchLateWork, type LateWork } from './late-work.ts'

const start = instant('2026-11-02T10:00:00Z')
const due = (at = start, council = 'thamesbrook'): Pointer => ({
  at,
  task: { kind: 'look-at-session', council, session: 's1' },
  tries: 0,
})
const almost = { minutes: 9, seconds: 59 }

let world: TestCouncil
let said: { readonly event: string; readonly level: string; readonly council?: string; readonly lateSeconds?: number }[]
let watch: LateWork
beforeEach(async () => {
  world = await testCouncil({ now: start, rulebook: towerHamlets })
  said = []
  watch = watchLateWork({ ...world, log: logTo((line) => void said.push(JSON.parse(line))) })
})
const shown = () => world.council.health.lateSince()
const events = () => said.map(({ event }) => event)

test('nothing from the queue, and work that waits: nobody is told after 9 min 59 s, and after ten minutes once', async () => {
  world.clock.setTo(start.add(almost))
  await watch.found([due()], true)
  expect(said).toEqual([])
  expect(shown()).toBeUndefined()
  world.clock.setTo(start.add({ minutes: 10 }))
  await watch.found([due()], true)
  await watch.found([due()], true)
  expect(said).toMatchObject([{ event: 'work.late', level: 'error', council: 'thamesbrook', lateSeconds: 600 }])
  expect(shown()).toEqual(start)
})

test('the queue gave something less than ten minutes ago: late work is late for another reason', async () => {
  world.clock.setTo(start.add({ minutes: 20 }))
  watch.queueGave()
  world.clock.setTo(start.add({ minutes: 20 }).add(almost))
  await watch.found([due()], true)
  expect(said).toEqual([])
  world.clock.setTo(start.add({ minutes: 30 }))
  await watch.found([due()], true)
  expect(events()).toEqual(['work.late'])
})

test('an empty queue is no news while nothing has been due for ten minutes', async () => {
  world.clock.setTo(start.add({ hours: 5 }))
  await watch.found([], true)
  await watch.found([due(start.add({ hours: 5 }).subtract(almost))], true)
  expect(said).toEqual([])
  await watch.found([due(start.add({ hours: 4, minutes: 50 }))], true)
  expect(events()).toEqual(['work.late'])
})

test('it stands although the queue gives again, until the work is done; then it is said to be over', async () => {
  world.clock.setTo(start.add({ minutes: 12 }))
  await watch.found([due(start.add({ minutes: 1 })), due()], true)
  watch.queueGave()
  await watch.found([due(start.add({ minutes: 1 }))], true)
  expect(shown()).toEqual(start.add({ minutes: 1 }))
  await watch.found([due(start.add({ minutes: 11 }))], true)
  expect(shown()).toBeUndefined()
  expect(said.map(({ event, level }) => [event, level])).toEqual([
    ['work.late', 'error'],
    ['work.caught-up', 'info'],
  ])
})

test('more is due than one reading holds: nobody is said to have caught up whose work may be behind it', async () => {
  world.clock.setTo(start.add({ minutes: 10 }))
  await watch.found([due()], true)
  await watch.found([due(start, councilId('elsewhere'))], false)
  expect(shown()).toEqual(start)
  await watch.found([due(start, councilId('elsewhere'))], true)
  expect(shown()).toBeUndefined()
  expect(said.map(({ event, council }) => `${event} ${council}`)).toEqual([
    'work.late thamesbrook',
    'work.late elsewhere',
    'work.caught-up thamesbrook',
  ])
})

test('a council is not told of the work of another', async () => {
  world.clock.setTo(start.add({ minutes: 10 }))
  await watch.found([due(start, councilId('elsewhere'))], true)
  expect(said).toMatchObject([{ event: 'work.late', council: 'elsewhere' }])
  expect(shown()).toBeUndefined()
})

test('what could not be told because storage was away is told with the next reading', async () => {
  let away = true
  const open = async (id: Parameters<TestCouncil['councils']['open']>[0]) =>
    away ? Promise.reject(new Unavailable('storage', 'away')) : world.councils.open(id)
  const watch = watchLateWork({ ...world, councils: { open }, log: logTo((line) => void said.push(JSON.parse(line))) })
  world.clock.setTo(start.add({ minutes: 10 }))
  await expect(watch.found([due()], true)).rejects.toThrow(Unavailable)
  expect(said).toEqual([])
  away = false
  await watch.found([due()], true)
  expect(events()).toEqual(['work.late'])
})
