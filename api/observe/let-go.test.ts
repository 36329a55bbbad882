import { beforeEach, describe, expect, test } from 'vitest'
import { instant } from '../../domain/kernel/time.ts'
import { aPersonId, anOfficer, aSession, towerHamlets } from '../../domain/testing/builders.ts'
import type { Directory } from '../ports/calendar.ts'
import type { MailboxState } from '../ports/council.ts'
import { Unavailable } from '../ports/unavailable.ts'
import { createTestClock, type TestClock } from '../testing/clock.ts'
import { startInstance, testProfile, type Instance } from '../testing/council.ts'
import { Crash, crashAt, crashingTables, type CrashPoint } from '../testing/faults.ts'
import { createHintsDouble } from '../testing/queue.ts'
import { createRecordedSenders } from '../testing/senders.ts'
import { createTablesDouble } from '../testing/tables.ts'
import { ensureSubscription } from './ensure-subscription.ts'
import { findMailboxes } from './find-mailboxes.ts'
import { letMailboxesGo } from './let-go.ts'
import { receiveNotifications, secretHash } from './notifications.ts'

const signal = new AbortController().signal
const now = instant('2026-10-13T13:10:00Z')
const mailbox = aPersonId(902)
const rulebook = {
  ...towerHamlets,
  recognition: { ...towerHamlets.recognition, sharedMailboxes: ['training@thamesbrook.example'] },
}
const subscribed: MailboxState = {
  mailbox,
  name: 'Officer 902',
  address: 'officer902@thamesbrook.example',
  shared: false,
  dirty: false,
  cursor: 'c',
  readAt: now,
  subscription: { id: 'sub-1', until: now.add({ hours: 70 }), clientStateHash: secretHash('the secret') },
}
const post = {
  value: [{ subscriptionId: 'sub-1', clientState: 'the secret', tenantId: testProfile.tenantId, resource: `Users/${mailbox}/Events/x` }],
}

let clock: TestClock
let shared: Parameters<typeof startInstance>[0]
let running: Instance
let atGraph: Set<string>

beforeEach(begin)

async function begin(): Promise<void> {
  clock = createTestClock(now)
  const [tables, hints] = [createTablesDouble(), createHintsDouble(() => clock.mono())]
  shared = { clock, tables, hints, senders: createRecordedSenders(() => clock.now()), rulebook, lines: [] }
  running = await startInstance(shared)
  atGraph = new Set(['sub-1'])
  await findMailboxes(running.council, directory(901, 902), signal)
  await running.council.mailboxes.pointSubscription('sub-1', mailbox)
  const found = await running.council.mailboxes.find(mailbox)
  await running.council.mailboxes.save(subscribed, { etag: found?.etag ?? '' })
}

const person = (number: number) => ({ ...anOfficer(number), addresses: [anOfficer(number).address], enabled: true, guest: false })
const directory = (...numbers: number[]): Directory => ({
  membersOf: () => Promise.resolve({ kind: 'not-a-list' }),
  personBy: () => Promise.resolve({ ...person(950), addresses: ['training@thamesbrook.example'] }),
  officers: () => Promise.resolve(numbers.map((number) => ({ person: person(number), roles: ['officer'] }))),
})
const subscriptions = {
  remove: async (id: string) => void atGraph.delete(id),
  renew: () => Promise.resolve({ kind: 'gone' as const }),
  create: async () => {
    atGraph.add('sub-2')
    return { id: 'sub-2', until: clock.now().add({ hours: 70 }) }
  },
}

/** What the job does, after it was read. */
async function look(officers: readonly number[], { council }: Pick<Instance, 'council'> = running, ended = subscriptions): Promise<void> {
  await findMailboxes(council, directory(...officers), signal)
  await letMailboxesGo(council, ended, signal)
}
async function readOnce(): Promise<void> {
  const found = await running.council.mailboxes.find(mailbox)
  if (found) await running.council.mailboxes.save({ ...found.value, dirty: false, readAt: clock.now() }, { etag: found.etag })
}
const state = async () => (await running.council.mailboxes.find(mailbox))?.value
const names = async () => (await running.council.mailboxes.all()).map(({ value }) => value.name)
const session = aSession({ organiser: { ...anOfficer(902) }, calendar: { mailbox, eventId: 'e', iCalUId: 'i' } }) // 27 October, 6:30pm to 8:30pm

describe('the mailbox of somebody who is no officer any more', () => {
  test('is read once more, then let go: not listed, not found, not listened to', async () => {
    await look([901])
    expect(await state()).toMatchObject({ former: { since: now }, dirty: true })
    expect(atGraph).toEqual(new Set(['sub-1']))
    await readOnce()
    await look([901])
    expect(await state()).toBeUndefined()
    expect(await names()).toEqual(['Officer 901', 'Officer 950'])
    expect(atGraph).toEqual(new Set())
    expect(await running.councils.bySubscription('sub-1')).toBeUndefined()
    expect(await receiveNotifications(running.councils, post)).toMatchObject({ mailboxes: [], dropped: { 'unknown-subscription': 1 } })
  })

  test('is let go although it was closed to us and could not be read', async () => {
    const found = await running.council.mailboxes.find(mailbox)
    await running.council.mailboxes.save({ ...subscribed, closedToUs: 'no-mailbox' }, { etag: found?.etag ?? '' })
    await look([901])
    expect(await state()).toBeUndefined()
  })

  test('keeps while a session to come lies in it, and says until when', async () => {
    await running.council.sessions.save({ session, history: [] }, 'new')
    await look([901])
    await readOnce()
    await look([901])
    expect(await state()).toMatchObject({ former: { since: now, keptUntil: session.endsAt } })
    clock.setTo(session.endsAt.subtract({ seconds: 1 }))
    await look([901])
    expect(await state()).toBeDefined()
    clock.setTo(session.endsAt)
    await look([901])
    expect(await state()).toBeUndefined()
    expect((await running.council.sessions.find(session.id))?.session.title).toBe(session.title) // the record of it stays
  })

  test('is not kept for a session that was cancelled', async () => {
    const standing = { kind: 'cancelled', at: now, through: 'outlook' } as const
    await running.council.sessions.save({ session: { ...session, standing }, history: [] }, 'new')
    await look([901])
    await readOnce()
    await look([901])
    expect(await state()).toBeUndefined()
  })

  test('is read from then on when they are an officer again, before it was let go and after', async () => {
    await look([901])
    await look([901, 902])
    expect(await state()).not.toHaveProperty('former')
    await look([901])
    await readOnce()
    await look([901])
    await look([901, 902])
    expect(await state()).toMatchObject({ name: 'Officer 902', dirty: true })
    expect(await state()).not.toHaveProperty('cursor')
    expect(await running.due.due(now, 100)).toContainEqual(expect.objectContaining({ task: expect.objectContaining({ mailbox }) }))
  })

  test('is not read by whoever was about to subscribe to it, and nothing of that subscription stays', async () => {
    await look([901])
    await readOnce()
    const goneMeanwhile = async () => {
      await look([901])
      return subscriptions.create()
    }
    clock.setTo(now.add({ hours: 69 }))
    await ensureSubscription(
      running.council,
      mailbox,
      { subscriptions: { ...subscriptions, create: goneMeanwhile }, newSecret: () => 'x' },
      signal,
    )
    expect(await state()).toBeUndefined()
    expect(atGraph).toEqual(new Set())
    expect(await running.councils.bySubscription('sub-2')).toBeUndefined()
  })

  test('is not read any longer although Graph would not end its subscription, which is ended when Graph answers', async () => {
    await look([901])
    await readOnce()
    const silent = { ...subscriptions, remove: () => Promise.reject(new Unavailable('graph', 'down')) }
    await expect(look([901], running, silent)).rejects.toThrow(Unavailable)
    expect(await state()).toBeUndefined()
    await look([901])
    expect(atGraph).toEqual(new Set())
    expect(await running.council.mailboxes.leftBehind()).toEqual([])
  })
})

test('a shared mailbox that the rulebook still names is kept although the directory does not find it just now', async () => {
  const unfound = { ...directory(901, 902), personBy: () => Promise.resolve(undefined) }
  await findMailboxes(running.council, unfound, signal)
  expect((await running.council.mailboxes.find(aPersonId(950)))?.value).not.toHaveProperty('former')
})

describe('wherever the process dies, a fresh one finishes', () => {
  const guarded = ({ guard }: CrashPoint) => ({ ...subscriptions, remove: (id: string) => guard(() => subscriptions.remove(id)) })

  async function untilItDies(point: CrashPoint, officers: readonly number[]): Promise<void> {
    try {
      const doomed = await startInstance({ ...shared, tables: crashingTables(shared.tables, point) })
      await look(officers, doomed, guarded(point))
    } catch (fault) {
      if (!(fault instanceof Crash)) throw fault
    }
  }

  /** Every place at which it can die, until there is none left. */
  async function atEveryPlace(check: (point: CrashPoint) => Promise<void>): Promise<void> {
    for (const when of ['before', 'after'] as const) {
      for (let at = 0, died = true; died; at += 1) {
        await begin()
        await look([901])
        await readOnce()
        const point = crashAt(at, when)
        await untilItDies(point, [901])
        await check(point)
        died = point.crashed()
        expect(at).toBeLessThan(100)
      }
    }
  }

  test('and nothing is left of it', async () => {
    await atEveryPlace(async (point) => {
      await look([901])
      expect(await state(), `call ${point.calls()}`).toBeUndefined()
      expect(atGraph).toEqual(new Set())
      expect(await running.councils.bySubscription('sub-1')).toBeUndefined()
      expect(await running.council.mailboxes.leftBehind()).toEqual([])
    })
  })

  test('and it is read again when its owner is an officer again', async () => {
    await atEveryPlace(async (point) => {
      await look([901, 902])
      expect(await state(), `call ${point.calls()}`).toMatchObject({ name: 'Officer 902' })
      expect(await state()).not.toHaveProperty('former')
    })
  })
})

test('two instances at once let it go once, and neither minds', async () => {
  const other = await startInstance(shared)
  await look([901])
  await readOnce()
  await Promise.all([look([901]), look([901], other)])
  await look([901])
  expect(await state()).toBeUndefined()
  expect(await running.council.mailboxes.leftBehind()).toEqual([])
})
