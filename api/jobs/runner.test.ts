import { expect, test } from 'vitest'
import { instant } from '../../domain/kernel/time.ts'
import { towerHamlets } from '../../domain/testing/builders.ts'
import { logTo } from '../log.ts'
import { testCouncil } from '../testing/council.ts'
import { createJobRunner, type Job } from './runner.ts'

const start = instant('2026-11-02T10:00:00Z')

async function withJob(given: Partial<Job> = {}) {
  const ran: string[] = []
  const world = await testCouncil({ now: start, rulebook: towerHamlets })
  const { council, due, tables, clock } = world
  const job: Job = { name: 'sweep', at: ['03:30'], catchUp: 'latest', run: async () => void ran.push(clock.now().toString()), ...given }
  const runner = createJobRunner({ tables, due, clock, log: logTo(() => undefined), jobs: [job] })
  return { ...world, ran, runner, go: async () => runner.run(council, 'sweep') }
}

test('a job that never ran is due at once, and then at its wall time', async () => {
  const { runner, council, due, go, ran } = await withJob()
  await runner.begin(council.profile.id)
  const tasks = (await due.due(start, 10)).map(({ task }) => task).filter(({ kind }) => kind === 'run-job')
  expect(tasks).toMatchObject([{ job: 'sweep' }])
  await go()
  expect(ran).toEqual([start.toString()])
  expect(String(await due.nextAt(start))).toBe('2026-11-03T03:30:00Z')
})

test('begun again after it ran, it waits for its wall time', async () => {
  const { runner, council, due, go } = await withJob()
  await go()
  await due.drop(await due.due(start, 10))
  await runner.begin(council.profile.id)
  expect(await due.due(start, 10)).toEqual([])
})

test('each moment is run once, by however many instances it is asked', async () => {
  const { go, clock, ran } = await withJob()
  await go()
  clock.setTo(instant('2026-11-03T03:30:00Z'))
  await Promise.all([go(), go(), go()])
  await go()
  expect(ran).toHaveLength(2)
})

test('after three days down the latest moment is run and the others are passed over', async () => {
  const { go, clock, ran } = await withJob()
  await go()
  clock.setTo(instant('2026-11-05T12:00:00Z'))
  await go()
  await go()
  expect(ran).toHaveLength(2)
})

test('a moment whose instance died is left to it for ten minutes, then run by another', async () => {
  let dies = true
  const { go, clock, ran } = await withJob({ run: async () => (dies ? new Promise(() => undefined) : void ran.push('ran')) })
  void go()
  await new Promise((resolve) => setImmediate(resolve))
  dies = false
  expect(await go()).toMatchObject({ kind: 'busy' })
  clock.setTo(start.add({ minutes: 10 }))
  expect(await go()).toEqual({ kind: 'done' })
  expect(ran).toEqual(['ran'])
})

test('a job that fails gives its moment back and is run again when asked', async () => {
  let fails = true
  const { go, ran } = await withJob({ run: async () => (fails ? Promise.reject(new Error('modern.gov is away')) : void ran.push('ran')) })
  await expect(go()).rejects.toThrow('away')
  fails = false
  expect(await go()).toEqual({ kind: 'done' })
  expect(ran).toEqual(['ran'])
})

test('a job that is no longer known is done with', async () => {
  const { runner, council } = await withJob()
  expect(await runner.run(council, 'of-an-earlier-version')).toEqual({ kind: 'done' })
})

test('how a job stands: never done, done with its next time, and due since the first time that was missed', async () => {
  const { runner, council, go, clock } = await withJob()
  const standing = async () => (await runner.standing(council.profile.id)).map((each) => JSON.parse(JSON.stringify(each)) as unknown)
  const nextAt = '2026-11-03T03:30:00Z'
  expect(await standing()).toEqual([{ job: 'sweep', nextAt }])
  await go()
  expect(await standing()).toEqual([{ job: 'sweep', lastAt: start.toString(), nextAt }])
  clock.setTo(instant('2026-11-04T12:00:00Z'))
  expect(await standing()).toEqual([{ job: 'sweep', lastAt: start.toString(), nextAt: '2026-11-05T03:30:00Z', dueSince: nextAt }])
})
