import { describe, expect, test } from 'vitest'
import { councilId } from '../../domain/kernel/ids.ts'
import { instant } from '../../domain/kernel/time.ts'
import { aPersonId, towerHamlets } from '../../domain/testing/builders.ts'
import { logTo } from '../log.ts'
import type { Pointer } from '../ports/due.ts'
import type { Hint } from '../ports/queue.ts'
import { Unavailable } from '../ports/unavailable.ts'
import { longestPause, testCouncil } from '../testing/council.ts'
import { noHealthSources } from '../http/testing/operations.ts'
import { readHealth } from '../use-cases/read-health.ts'
import type { JobRunner } from './runner.ts'
import { createWorker, type WorkerDeps } from './worker.ts'

const now = instant('2026-11-02T10:00:00Z')
const look: Hint = { kind: 'look-at-session', council: 'thamesbrook', session: 's1' }
const duty: Hint = { kind: 'discharge', council: 'thamesbrook', session: 's1', duty: 'a'.repeat(32) }
const sync: Hint = { kind: 'sync-mailbox', council: 'thamesbrook', mailbox: aPersonId(1) }
const at = (task: Hint, given: Partial<Pointer> = {}): Pointer => ({ at: now, task, tries: 0, ...given })
const noJobs: JobRunner = { names: [], begin: async () => undefined, standing: async () => [], run: async () => ({ kind: 'done' }) }

async function aWorker(given: Partial<WorkerDeps> = {}) {
  const world = await testCouncil({ now, rulebook: towerHamlets })
  await world.worker.settle() // what its being set up asked for
  const did: string[] = []
  const worker = createWorker({
    councils: world.councils,
    clock: world.clock,
    due: world.due,
    hints: world.hints,
    log: logTo((line) => void did.push(JSON.parse(line).event)),
    jobs: noJobs,
    random: longestPause,
    look: async () => (did.push('look'), 'looked'),
    discharge: async () => (did.push('discharge'), 'done'),
    syncMailbox: async () => void did.push('sync'),
    readTeamsReport: async () => 'not-yet' as const,
    ...given,
  })
  return { ...world, worker, did }
}

describe('settling', () => {
  test('does what is due, messages before looks, and nothing that is not', async () => {
    const { worker, due, did } = await aWorker()
    await due.put([at(look), at(duty), at(sync), at(look, { at: now.add({ seconds: 1 }), mark: 'later' })])
    await worker.settle()
    expect(did.toSorted()).toEqual(['discharge', 'look', 'sync'])
    expect(did.indexOf('discharge')).toBeLessThan(did.indexOf('look'))
    expect(await due.due(now, 10)).toEqual([])
    expect(String(await worker.nextAt())).toBe('2026-11-02T10:00:01Z')
  })

  test('looks once where several pointers ask for it', async () => {
    const { worker, due, did } = await aWorker()
    await due.put([at(look, { mark: 'a' }), at(look, { mark: 'b' }), at(look, { mark: 'c' })])
    await worker.settle()
    expect(did).toEqual(['look'])
    expect(await due.due(now, 10)).toEqual([])
  })

  test('does again what is asked for while it is being done', async () => {
    const asking = { again: true }
    const { worker, due, did } = await aWorker({
      look: async () => {
        did.push('look')
        if (asking.again) await due.put([at(look, { mark: 'again' })])
        asking.again = false
        return 'looked'
      },
    })
    await due.put([at(look, { mark: 'first' })])
    await worker.settle()
    expect(did).toEqual(['look', 'look'])
  })
})

describe('what does not work out', () => {
  test('is put off and tried again, later each time, until it works', async () => {
    let failures = 2
    const { worker, due, did, clock } = await aWorker({
      look: async () => {
        if (failures-- > 0) throw new Unavailable('teams', 'away')
        did.push('look')
        return 'looked'
      },
    })
    await due.put([at(look)])
    await worker.settle()
    expect(String(await worker.nextAt())).toBe('2026-11-02T10:00:30Z')
    clock.setTo(now.add({ seconds: 30 }))
    await worker.settle()
    expect(String(await worker.nextAt())).toBe('2026-11-02T10:01:30Z')
    clock.setTo(now.add({ seconds: 90 }))
    await worker.settle()
    expect(did).toEqual(['session.failed', 'session.failed', 'look'])
    expect(await worker.nextAt()).toBeUndefined()
  })

  test('waits as long as it was told to', async () => {
    const { worker, due } = await aWorker({
      syncMailbox: async () => Promise.reject(new Unavailable('graph', 'throttled', { retryAfterSeconds: 300 })),
    })
    await due.put([at(sync)])
    await worker.settle()
    expect(String(await worker.nextAt())).toBe('2026-11-02T10:05:00Z')
  })

  test('a pointer before its fact waits for it ten minutes, then goes', async () => {
    const { worker, due, clock } = await aWorker({ discharge: async () => 'missing' })
    await due.put([at(duty)])
    for (let minute = 0; minute <= 10; minute += 1) {
      clock.setTo(now.add({ minutes: minute }))
      await worker.settle()
    }
    expect(await due.due(clock.now(), 10)).toEqual([])
    expect(await worker.nextAt()).toBeUndefined()
  })

  test('of a council that is not there it is the same', async () => {
    const { worker, due, did } = await aWorker()
    await due.put([at({ ...look, council: councilId('elsewhere') })])
    await worker.settle()
    expect(did).toEqual([])
    expect(String(await worker.nextAt())).toBe('2026-11-02T10:01:00Z')
  })
})

describe('running', () => {
  const turns = async (count = 30) => {
    for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve))
  }

  test('finds by itself what is due, and by a kick at once', async () => {
    const { worker, due, did, clock } = await aWorker()
    worker.start()
    await turns()
    await due.put([at(look)])
    clock.pass(15_000)
    await turns()
    expect(did).toEqual(['look'])
    await due.put([at(look, { mark: 'more' })])
    worker.kick()
    await turns()
    expect(did).toEqual(['look', 'look'])
    await worker.stop()
  })

  test('a long reading of a calendar holds up no message, and one mailbox is read once at a time', async () => {
    const reading = Promise.withResolvers<undefined>()
    let readings = 0
    const { worker, due, did } = await aWorker({
      syncMailbox: async () => {
        readings += 1
        await reading.promise
      },
    })
    await due.put([at(sync)])
    worker.start()
    await turns()
    await due.put([at(sync, { mark: 'more' }), at(duty)])
    worker.kick()
    await turns()
    expect(did).toEqual(['discharge'])
    expect(readings).toBe(1)
    reading.resolve(undefined)
    await turns()
    expect(readings).toBe(2)
    await worker.stop()
  })

  test('a storage that falls silent while a calendar is read does not end the process, and the calendar is read again', async () => {
    const unhandled: unknown[] = []
    const note = (fault: unknown) => void unhandled.push(fault)
    process.on('unhandledRejection', note)
    let silent = true
    const { worker, due, did, clock } = await aWorker({
      syncMailbox: async () => {
        if (silent) throw new Unavailable('graph', 'away')
        did.push('sync')
      },
    })
    const put = due.put.bind(due)
    due.put = async (pointers) => (silent ? Promise.reject(new Unavailable('storage', 'away')) : put(pointers))
    await put([at(sync)])
    worker.start()
    await turns()
    expect(did).toEqual(['mailbox.failed', 'dependency.silent'])
    worker.kick()
    await turns()
    expect(did).toEqual(['mailbox.failed', 'dependency.silent']) // it rests, however often somebody asks
    silent = false
    clock.pass(15_000)
    await turns()
    expect(did.at(-1)).toBe('sync')
    expect(unhandled).toEqual([])
    process.off('unhandledRejection', note)
    await worker.stop()
  })

  test('stopped, it takes nothing new and waits for what runs', async () => {
    const looking = Promise.withResolvers<'looked'>()
    const { worker, due, did } = await aWorker({ look: async () => looking.promise })
    await due.put([at(look)])
    worker.start()
    await turns()
    let stopped = false
    const stopping = worker.stop().then(() => (stopped = true))
    await due.put([at(duty)])
    await turns()
    expect(stopped).toBe(false)
    looking.resolve('looked')
    await stopping
    expect(did).toEqual([])
  })

  test('what still runs after 14 seconds is told to give up, and nobody waits longer than 20', async () => {
    const told = Promise.withResolvers<number>()
    const { worker, due, clock } = await aWorker({
      syncMailbox: async (_council, _mailbox, signal) => {
        signal.addEventListener('abort', () => told.resolve(clock.mono()))
        await new Promise(() => undefined)
      },
    })
    await due.put([at(sync)])
    worker.start()
    await turns()
    const stopping = worker.stop()
    clock.pass(14_000)
    expect(await told.promise).toBe(14_000)
    clock.pass(6_000)
    await stopping
  })

  test('with storage away at the start, the jobs are begun as soon as it answers', async () => {
    const begun: string[] = []
    let silent = true
    const { worker, clock } = await aWorker({
      jobs: {
        ...noJobs,
        begin: async (council) => {
          if (silent) throw new Unavailable('storage', 'away')
          begun.push(council)
        },
      },
    })
    worker.start()
    await turns()
    expect(begun).toEqual([])
    silent = false
    clock.pass(5_000)
    await turns()
    expect(begun).toEqual(['thamesbrook'])
    await worker.stop()
  })

  test.each([
    { drawn: 0.5, milliseconds: 2_500 },
    { drawn: 1, milliseconds: 5_000 },
  ])('storage that is silent is left alone for a time drawn by chance: $milliseconds ms', async ({ drawn, milliseconds }) => {
    let asked = 0
    const begin = async () => {
      asked += 1
      throw new Unavailable('storage', 'away')
    }
    const { worker, clock } = await aWorker({ random: () => drawn, jobs: { ...noJobs, begin } })
    worker.start()
    await turns()
    clock.pass(milliseconds - 1)
    await turns()
    expect(asked).toBe(1)
    clock.pass(1)
    await turns()
    expect(asked).toBe(2)
    await worker.stop()
  })

  test('a queue that is silent is left alone for a time drawn by chance, while what is due is done', async () => {
    const { worker, due, hints, did, clock } = await aWorker({ random: () => 0.5 })
    let asked = 0
    hints.take = async () => {
      asked += 1
      throw new Unavailable('storage', 'away')
    }
    await due.put([at(look)])
    await worker.settle()
    expect([asked, did]).toEqual([1, ['dependency.silent', 'look']])
    clock.pass(2_499)
    await worker.settle()
    expect(asked).toBe(1)
    clock.pass(1)
    await worker.settle()
    expect(asked).toBe(2)
  })

  test('a hint that was received in vain too often is shown to somebody before it is deleted, and its pointer is followed', async () => {
    const { worker, council, due, hints, did, clock } = await aWorker()
    await hints.post(look)
    for (let times = 1; times <= 5; times += 1) {
      await hints.take()
      clock.pass(120_000)
    }
    await due.put([at(look)])
    await worker.settle()
    expect(did).toEqual(['look', 'hint.poisoned'])
    expect(await council.poisonedHints.lately()).toEqual({ count: 1, lastAt: now })
    clock.pass(120_000)
    expect(await hints.take()).toEqual([])
  })

  test('a queue that gives nothing for ten minutes while work waits: an administrator is shown it until the work is done', async () => {
    const reading = Promise.withResolvers<undefined>()
    const { worker, council, due, did, clock } = await aWorker({ syncMailbox: async () => reading.promise })
    await due.put([at(sync)])
    worker.start()
    await turns()
    clock.setTo(now.add({ minutes: 9, seconds: 59 }))
    await turns()
    expect((await readHealth(council, noHealthSources)).lateSince).toBeUndefined()
    clock.setTo(now.add({ minutes: 10, seconds: 15 }))
    await turns()
    expect(await readHealth(council, noHealthSources)).toMatchObject({ lateSince: String(now) })
    expect(did).toEqual(['work.late'])
    reading.resolve(undefined)
    await turns()
    expect((await readHealth(council, noHealthSources)).lateSince).toBeUndefined()
    expect(did).toEqual(['work.late', 'work.caught-up'])
    await worker.stop()
  })

  test('a queue that is away delays hints and nothing else: what is due is done by its pointer', async () => {
    const { worker, due, hints, did, clock } = await aWorker()
    hints.take = async () => Promise.reject(new Unavailable('storage', 'away'))
    worker.start()
    await turns()
    await due.put([at(look)])
    clock.pass(15_000)
    await turns()
    expect(did.filter((each) => each !== 'dependency.silent')).toEqual(['look'])
    await worker.settle()
    await worker.stop()
  })
})
