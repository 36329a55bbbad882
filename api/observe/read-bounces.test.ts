import { expect, test } from 'vitest'
import { issueId } from '../../domain/kernel/ids.ts'
import { instant, type Instant } from '../../domain/kernel/time.ts'
import { aMember, anOfficer, aSession, someMembers, startsAt, towerHamlets } from '../../domain/testing/builders.ts'
import { anInterest, anOffer, closesAt } from '../../domain/testing/places.ts'
import { tendBulletin } from '../act/look-at-issue.ts'
import type { Bounce } from '../ports/bounces.ts'
import { testCouncil, type TestCouncil } from '../testing/council.ts'
import { expressed } from '../testing/places.ts'
import { confirmPlaces, drawPlaces } from '../use-cases/give-places.ts'
import { readAttention } from '../use-cases/read-attention.ts'
import { readDelivery } from '../use-cases/read-bulletin.ts'
import { readPlaces } from '../use-cases/read-places.ts'
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

/** Reads what came back of every email that has left, and says how much was new. `asked`: whether the mailbox was asked at all. */
async function readAll({ council, clock, senders, worker }: TestCouncil) {
  const back = senders.arrived.mails.map(({ key }) => ({ key, at: clock.now() }))
  let asked = false
  const since = () => ((asked = true), Promise.resolve(back))
  const fresh = await readBounces(council, { since }, AbortSignal.timeout(1000))
  await worker.settle()
  return { fresh, asked }
}
const failedIn = async ({ council }: TestCouncil, kind: 'message-failed' | 'places-failed') =>
  (await readAttention(council)).rows.filter((row) => row.kind === kind)

test('C4.14 a reminder by email that came back is put to officers with who has not had it, once', async () => {
  const weekBefore = instant('2026-10-20T09:00:00Z')
  const here = await testCouncil({
    now: weekBefore.subtract({ hours: 48 }),
    rulebook: towerHamlets,
    members: [aMember(1, { texts: { reminders: false, combine: false } }), aMember(2)],
    officers: [anOfficer(901)],
    sessions: [aSession({ accepted: 2 })],
  })
  expect(await readAll(here)).toEqual({ fresh: 0, asked: false }) // nothing has left by email
  await here.advanceTo(weekBefore)
  expect(here.senders.arrived.mails).toHaveLength(1)
  expect(await readAll(here)).toEqual({ fresh: 1, asked: true })
  expect(await readAll(here)).toEqual({ fresh: 0, asked: true })
  expect(await failedIn(here, 'message-failed')).toMatchObject([{ failed: [{ name: 'Cllr Member 1', because: 'came-back' }] }])
  here.clock.setTo(weekBefore.add({ hours: 95 }))
  expect((await readAll(here)).asked).toBe(true)
  here.clock.setTo(weekBefore.add({ hours: 97 }))
  expect((await readAll(here)).asked).toBe(false)
})

test('C4.4 an email about limited places that came back, or was refused, is put to officers until it is over', async () => {
  const officer = anOfficer(901)
  const here = await testCouncil({
    now: closesAt.subtract({ hours: 1 }),
    rulebook: towerHamlets,
    members: someMembers(2),
    officers: [officer],
    sessions: [aSession({ none: 2 })],
  })
  const { id: offerId } = anOffer()
  await here.council.offers.save(anOffer(), 'new', { kind: 'officer', id: officer.id })
  for (const number of [1, 2]) await expressed(here.council, offerId, anInterest(number))
  await here.advanceTo(closesAt.add({ minutes: 5 }))
  const seen = async () => (await readPlaces(here.council, offerId))?.offer?.seen ?? ''
  await drawPlaces(here.council, officer, { offerId, seen: await seen() })
  const given = (await readPlaces(here.council, offerId))?.next.map(({ memberId }) => memberId) ?? []
  here.senders.script('email', { kind: 'refused', because: 'refused' })
  await confirmPlaces(here.council, officer, { offerId, seen: await seen(), given })
  await here.advance({ minutes: 5 })
  const refused = await failedIn(here, 'places-failed')
  expect(refused).toMatchObject([{ offerId, title: anOffer().title, failed: [{ because: 'refused' }] }])

  expect((await readAll(here)).fresh).toBeGreaterThan(0)
  expect((await readAll(here)).fresh).toBe(0)
  const [row] = await failedIn(here, 'places-failed')
  const failed = row?.kind === 'places-failed' ? row.failed : []
  expect(failed.map(({ name }) => name).toSorted()).toEqual(['Cllr Member 1', 'Cllr Member 2'])
  expect(failed.map(({ because }) => because).toSorted()).toEqual(['came-back', 'refused'])
  await here.advanceTo(startsAt)
  expect(await failedIn(here, 'places-failed')).toEqual([])
})
