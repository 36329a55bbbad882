import { expect, test } from 'vitest'
import { issueId } from '../../domain/kernel/ids.ts'
import { instant, type Instant } from '../../domain/kernel/time.ts'
import { anOfficer, aSession, someMembers, towerHamlets } from '../../domain/testing/builders.ts'
import { tendBulletin } from '../act/look-at-issue.ts'
import type { Bounce } from '../ports/bounces.ts'
import { testCouncil } from '../testing/council.ts'
import { readDelivery } from '../use-cases/read-bulletin.ts'
import { readBounces } from './read-bounces.ts'

const id = issueId('issue-2026-w42')
const drafted = instant('2026-10-12T06:00:00Z')
const due = instant('2026-10-16T09:00:00Z')
const rulebook = { ...towerHamlets, bulletin: { ...towerHamlets.bulletin, autoRelease: true } }

async function sentIssue() {
  const here = await testCouncil({
    now: drafted,
    rulebook,
    members: someMembers(3),
    officers: [anOfficer(901)],
    sessions: [aSession({ none: 3 })],
  })
  await here.advanceTo(drafted)
  await tendBulletin(here.council)
  await here.advanceTo(due)
  const read = async (bounces: readonly Bounce[]) => {
    const asked: string[] = []
    const port = { since: async (at: { toString(): string }) => (asked.push(at.toString()), bounces) }
    return { fresh: await readBounces(here.council, port, AbortSignal.timeout(1000)), asked }
  }
  const keyTo = (address: string) => here.senders.arrived.mails.find(({ to }) => to.address === address)?.key ?? ''
  const rows = async () => (await readDelivery(here.council, id))?.rows ?? []
  return { ...here, read, keyTo, rows }
}

test('C4.17 what came back is told of its Member, with the address, once', async () => {
  const here = await sentIssue()
  expect((await here.rows()).map(({ state }) => state)).toEqual(['sent', 'sent', 'sent'])
  const bounce = { key: here.keyTo('member2@thamesbrook.example'), at: due.add({ minutes: 2 }) }
  const first = await here.read([bounce])
  expect(first).toEqual({ fresh: 1, asked: ['2026-10-14T07:00:00Z'] }) // fifty hours
  expect((await here.read([bounce, bounce])).fresh).toBe(0)
  const back = (await here.rows()).filter(({ state }) => state === 'came-back')
  expect(back).toEqual([
    { name: 'Cllr Member 2', memberId: 'm2', state: 'came-back', at: '2026-10-16T09:02:00Z', address: 'member2@thamesbrook.example' },
  ])
})

test('that nobody was asked is no sign that Graph can be reached', async () => {
  const here = await testCouncil({ now: drafted, rulebook, members: someMembers(3) })
  here.council.health.note('graph', 'silent')
  await readBounces(here.council, { since: async () => [] }, AbortSignal.timeout(1000))
  expect(here.council.health.unreachable().map(({ dependency }) => dependency)).toEqual(['graph'])
  const sent = await sentIssue()
  sent.council.health.note('graph', 'silent')
  await sent.read([])
  expect(sent.council.health.unreachable()).toEqual([])
})

test('what is no message of this council’s bulletin is passed over', async () => {
  const here = await sentIssue()
  const key = here.keyTo('member1@thamesbrook.example')
  const keys = [
    '',
    'nonsense',
    key.replace('thamesbrook', 'elsewhere'),
    key.replace(/[0-9a-f]{8}$/, '00000000'),
    key.replace('issue-2026-w42', 's1'),
  ]
  expect((await here.read(keys.map((each) => ({ key: each, at: due })))).fresh).toBe(0)
  expect((await here.rows()).map(({ state }) => state)).toEqual(['sent', 'sent', 'sent'])
})

test('the mailbox is asked for four days after an issue has left, and not before one has or after that', async () => {
  const here = await sentIssue()
  const askedAt = async (at: Instant) => {
    here.clock.setTo(at)
    return (await here.read([])).asked.length
  }
  expect(await askedAt(due.add({ hours: 96 }).subtract({ minutes: 1 }))).toBe(1)
  expect(await askedAt(due.add({ hours: 96, minutes: 5 }))).toBe(0)
  const fresh = await testCouncil({ now: drafted, rulebook, members: someMembers(3) })
  const silent = { since: () => Promise.reject(new Error('nobody is to be asked')) }
  expect(await readBounces(fresh.council, silent, AbortSignal.timeout(1000))).toBe(0)
})
