import { beforeEach, describe, expect, test } from 'vitest'
import { instant, type Instant } from '../../domain/kernel/time.ts'
import { anOfficer, aPersonId, towerHamlets } from '../../domain/testing/builders.ts'
import { logTo } from '../log.ts'
import type { Calendar, Directory, Subscriptions } from '../ports/calendar.ts'
import type { MailboxState } from '../ports/council.ts'
import { Unavailable } from '../ports/unavailable.ts'
import { testCouncil, withRoll, type TestCouncil } from '../testing/council.ts'
import { readProgramme } from '../use-cases/read-programme.ts'
import { ensureSubscription, renewAt } from './ensure-subscription.ts'
import { findMailboxes } from './find-mailboxes.ts'
import { secretHash } from './notifications.ts'
import { mailboxesToRead, sweepMailboxes } from './sweep.ts'
import { createTender } from './tend-mailbox.ts'

const signal = new AbortController().signal
const mailbox = aPersonId(901)
const now = instant('2026-10-13T13:10:00Z')
const later = (hours: number) => now.add({ hours })
const fresh: MailboxState = { mailbox, name: 'Hannah', address: 'h@thamesbrook.example', shared: false, dirty: false }

let running: TestCouncil
let made: string[]
beforeEach(async () => {
  running = await testCouncil({ now, rulebook: towerHamlets })
  await withRoll(running)
  made = []
})

function subscriptions(given: Partial<Subscriptions> = {}): Subscriptions {
  return {
    create(_, { until, clientState }) {
      made.push(clientState)
      return Promise.resolve({ id: `sub-${made.length}`, until })
    },
    renew: (_, until) => Promise.resolve({ kind: 'renewed', until }),
    remove: () => Promise.resolve(),
    ...given,
  }
}
const state = async () => (await running.council.mailboxes.find(mailbox))?.value
const newSecret = () => `secret ${made.length + 1}`
const ensure = (given?: Partial<Subscriptions>) =>
  ensureSubscription(running.council, mailbox, { subscriptions: subscriptions(given), newSecret }, signal)
const subscribed = (until = later(70)) => ({ ...fresh, cursor: 'c', subscription: { id: 'old', until, clientStateHash: 'h' } })

describe('a subscription', () => {
  test('is made once, with a secret of which only the hash is kept, and found again by its id', async () => {
    await running.council.mailboxes.save(fresh, 'new')
    expect(await ensure()).toBe('created')
    expect(await ensure()).toBe('stands')
    expect(made).toEqual(['secret 1'])
    expect((await state())?.subscription).toEqual({ id: 'sub-1', until: later(70), clientStateHash: secretHash('secret 1') })
    expect(await running.councils.bySubscription('sub-1')).toMatchObject({ mailbox })
  })

  test.each([
    [later(35).add({ seconds: 1 }), 'stands'],
    [later(35), 'renewed'],
    [later(1), 'renewed'],
    [later(-1), 'renewed'],
  ] as const)('that ends at %s %s: it is renewed with half its life left', async (until, expected) => {
    await running.council.mailboxes.save(subscribed(until), 'new')
    expect(await ensure()).toBe(expected)
    expect((await state())?.subscription).toMatchObject({ id: 'old', until: expected === 'renewed' ? later(70) : until })
  })

  test('that is gone is made anew, and the calendar read whole because nobody told us meanwhile', async () => {
    await running.council.mailboxes.save(subscribed(later(1)), 'new')
    expect(await ensure({ renew: () => Promise.resolve({ kind: 'gone' }) })).toBe('created')
    const after = await state()
    expect(after).toMatchObject({ dirty: true, subscription: { id: 'sub-1' } })
    expect(after).not.toHaveProperty('cursor')
  })
})

describe('tending', () => {
  const calendar = {
    changes: () => Promise.resolve({ kind: 'changes', changed: [], removed: [], cursor: 'c', whole: true }),
  } as unknown as Calendar
  const lists = { of: () => Promise.resolve([]) }
  const rooms = lists
  const tenderWith = (given: { calendar?: Calendar; subscriptions?: Subscriptions }) => {
    const lines: string[] = []
    const log = logTo((line) => void lines.push(line))
    return { lines, tender: createTender(() => ({ calendar, lists, rooms, subscriptions: subscriptions(), newSecret, log, ...given })) }
  }

  test('a mailbox that cannot be subscribed to is read all the same', async () => {
    await running.council.mailboxes.save(fresh, 'new')
    const create = () => Promise.reject(new Unavailable('graph', 'no'))
    const { tender, lines } = tenderWith({ subscriptions: subscriptions({ create }) })
    expect(await tender.tend(running.council, mailbox, signal)).toMatchObject({ kind: 'synced' })
    expect(lines.join()).toContain('subscription.failed')
    expect(await state()).toMatchObject({ readAt: now })
  })

  test('what cannot be reached is known, until it answers', async () => {
    await running.council.mailboxes.save(fresh, 'new')
    const changes = () => Promise.reject(new Unavailable('graph', 'down'))
    await expect(tenderWith({ calendar: { ...calendar, changes } }).tender.tend(running.council, mailbox, signal)).rejects.toThrow(
      Unavailable,
    )
    expect(running.council.health.unreachable()).toEqual([{ dependency: 'graph', since: now }])
    await tenderWith({}).tender.tend(running.council, mailbox, signal)
    expect(running.council.health.unreachable()).toEqual([])
  })

  test('C2.2 a reading that failed is written into the row with its first moment, and taken off by one that succeeds', async () => {
    await running.council.mailboxes.save(fresh, 'new')
    const meet = async (fault: Error, at: Instant) => {
      running.clock.setTo(at)
      const { tender } = tenderWith({ calendar: { ...calendar, changes: () => Promise.reject(fault) } })
      await expect(tender.tend(running.council, mailbox, signal)).rejects.toBe(fault)
      return state()
    }
    expect(await meet(new Unavailable('storage', 'down'), now)).not.toHaveProperty('failing')
    expect(await meet(new Unavailable('graph', 'down'), now)).toMatchObject({ failing: { since: now, because: 'no-answer' } })
    expect(await meet(new Unavailable('graph', 'busy', { throttled: true }), later(1))).toMatchObject({
      failing: { since: now, because: 'too-busy' },
    })
    expect(await meet(new TypeError('a defect'), later(2))).toMatchObject({ failing: { since: now, because: 'our-fault' } })
    const other = await running.councils.open(running.council.profile.id)
    expect(other && (await readProgramme(other)).mailboxes).toMatchObject([{ state: 'unreachable', unreachableSince: now.toString() }])
    await tenderWith({}).tender.tend(running.council, mailbox, signal)
    expect(await state()).not.toHaveProperty('failing')
  })

  test('one that is closed to us is no longer called silent', async () => {
    await running.council.mailboxes.save({ ...fresh, failing: { since: now, because: 'no-answer' } }, 'new')
    const changes = () => Promise.resolve({ kind: 'closed-to-us', because: 'not-allowed' } as const)
    await tenderWith({ calendar: { ...calendar, changes } }).tender.tend(running.council, mailbox, signal)
    expect((await readProgramme(running.council)).mailboxes).toEqual([{ name: fresh.name, address: fresh.address, state: 'closed-to-us' }])
  })

  test('two readings of one mailbox come one after the other, also after one that failed', async () => {
    await running.council.mailboxes.save(fresh, 'new')
    let at = 0
    let most = 0
    const changes: Calendar['changes'] = async () => {
      at += 1
      most = Math.max(most, at)
      await new Promise((resolve) => setImmediate(resolve))
      at -= 1
      throw new Unavailable('graph', 'down')
    }
    const { tender } = tenderWith({ calendar: { ...calendar, changes } })
    const all = await Promise.allSettled([1, 2, 3].map(() => tender.tend(running.council, mailbox, signal)))
    expect(all.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
    expect(most).toBe(1)
  })
})

describe('the sweep', () => {
  const read = { ...subscribed(), readAt: now }
  test.each([
    ['never read', fresh, now, true],
    ['read within the hour', read, later(1).subtract({ seconds: 1 }), false],
    ['read an hour ago', read, later(1), true],
    ['closed to us', { ...read, closedToUs: 'not-allowed' as const }, now, true],
    ['not subscribed to', { ...fresh, readAt: now }, now, true],
    ['subscription at half its life', { ...read, readAt: later(34) }, later(35), true],
    ['marked already', { ...fresh, dirty: true }, now, false],
  ])('%s', (_, mailboxState, at, isDue) => {
    expect(mailboxesToRead([mailboxState], at)).toEqual(isDue ? [mailbox] : [])
  })

  test('reads what is due, and leaves what cannot be read now to a task of its own', async () => {
    await running.council.mailboxes.save(fresh, 'new')
    const read: string[] = []
    const tender = (works: boolean) => ({
      async tend(_: unknown, tended: string) {
        if (!works) throw new Unavailable('graph', 'away')
        read.push(tended)
        return { kind: 'no-such-mailbox' as const }
      },
    })
    expect(await sweepMailboxes(running.council, tender(true), AbortSignal.timeout(1000))).toBe(1)
    expect(read).toEqual([mailbox])
    expect(await sweepMailboxes(running.council, tender(false), AbortSignal.timeout(1000))).toBe(1)
    expect(await state()).toMatchObject({ dirty: true })
    expect(await sweepMailboxes(running.council, tender(true), AbortSignal.timeout(1000))).toBe(0)
  })

  test('renewal comes at half the life', () => {
    expect(renewAt({ id: 'x', until: later(70), clientStateHash: '' })).toEqual(later(35))
  })
})

describe('where sessions are looked for', () => {
  const person = (number: number) => ({ ...anOfficer(number), addresses: [anOfficer(number).address], enabled: true, guest: false })
  const directory = (...numbers: number[]): Directory => ({
    membersOf: () => Promise.resolve({ kind: 'not-a-list' }),
    personBy: (address) => Promise.resolve(address === 'training@thamesbrook.example' ? { ...person(950), name: 'Training' } : undefined),
    officers: () =>
      Promise.resolve(
        numbers.map((number) => ({ person: person(number), roles: [number === 903 ? ('administrator' as const) : ('officer' as const)] })),
      ),
  })

  test('C1.1 every officer’s own mailbox and the shared ones of the rulebook, found again without losing what was read', async () => {
    const recognition = { ...towerHamlets.recognition, sharedMailboxes: ['training@thamesbrook.example', 'unknown@thamesbrook.example'] }
    running = await testCouncil({ now, rulebook: { ...towerHamlets, recognition } })
    await findMailboxes(running.council, directory(901, 902, 903), signal)
    const found = (await running.council.mailboxes.all()).map(({ value }) => value)
    expect(found).toMatchObject([
      { mailbox: aPersonId(901), shared: false, dirty: true },
      { mailbox: aPersonId(902), shared: false },
      { mailbox: aPersonId(950), shared: true, name: 'Training', address: 'training@thamesbrook.example' },
    ])
    expect(await running.council.officers.all()).toHaveLength(3)

    const own = await running.council.mailboxes.find(mailbox)
    await running.council.mailboxes.save({ ...fresh, cursor: 'c', name: 'Before' }, { etag: own?.etag ?? '' })
    await findMailboxes(running.council, directory(901), signal)
    expect(await state()).toMatchObject({ cursor: 'c', name: 'Officer 901', dirty: false })
  })

  test('while the directory is silent nobody stops being an officer', async () => {
    await findMailboxes(running.council, directory(901), signal)
    const silent = { ...directory(901), officers: () => Promise.reject(new Unavailable('graph', 'down')) }
    await expect(findMailboxes(running.council, silent, signal)).rejects.toThrow(Unavailable)
    expect(await running.council.officers.all()).toHaveLength(1)
  })
})
