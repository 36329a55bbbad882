import { expect, test } from 'vitest'
import { day } from '../../domain/kernel/time.ts'
import type { Member } from '../../domain/members/member.ts'
import type { Offer } from '../../domain/places/offer.ts'
import { aMember, aMemberId, anOfficer, aSession, towerHamlets } from '../../domain/testing/builders.ts'
import { anInterest, anOffer, closesAt } from '../../domain/testing/places.ts'
import { testCouncil, type TestCouncil } from '../testing/council.ts'
import { confirmPlaces, drawPlaces, giveUpFor } from './give-places.ts'
import { readPlaces } from './read-places.ts'

const officer = anOfficer(901)
const by = { kind: 'officer', id: officer.id } as const
const drawAt = closesAt.add({ minutes: 2 })
const session = aSession({ none: 3 })

/** A closed offer at the session in which the first so many Members are interested. */
async function closed(given: Partial<Offer> = {}, members: readonly Member[] = [1, 2, 3].map((number) => aMember(number))) {
  const started = await testCouncil({
    now: closesAt.subtract({ hours: 1 }),
    rulebook: towerHamlets,
    members,
    officers: [officer],
    sessions: [session],
  })
  const { offers } = started.council
  const offer = anOffer({ places: 1, ...given })
  await offers.save(offer, 'new', by)
  for (const [index, { id }] of members.entries()) await offers.saveInterest(offer.id, anInterest(index + 1), 'new', { kind: 'member', id })
  await started.advanceTo(drawAt)
  return { ...started, offer }
}

const read = async ({ council }: TestCouncil, id = anOffer().id) => readPlaces(council, id)
const draw = async (one: TestCouncil) =>
  drawPlaces(one.council, officer, { offerId: anOffer().id, seen: (await read(one))?.offer?.seen ?? '' })
async function confirm(one: TestCouncil) {
  const page = await read(one)
  const given = page?.next.map(({ memberId }) => memberId) ?? []
  return confirmPlaces(one.council, officer, { offerId: anOffer().id, seen: page?.offer?.seen ?? '', given })
}
const leave = async ({ council }: TestCouncil, id: Member['id']) => {
  const found = await council.members.find(id)
  if (found) await council.members.save({ ...found.value, to: day('2026-10-19') }, found, { kind: 'administrator' })
}

test('C4.4 before the draw an officer neither learns who is interested nor takes her out', async () => {
  const one = await closed()
  for (const number of [1, 9]) {
    const refused = await giveUpFor(one.council, officer, { offerId: one.offer.id, memberId: aMemberId(number) })
    expect(refused).toMatchObject({ refusal: { kind: 'not-drawn' } })
  }
  expect(await read(one)).toMatchObject({ offer: { interested: 3 }, members: [] })
  await draw(one)
  expect(await giveUpFor(one.council, officer, { offerId: one.offer.id, memberId: aMemberId(1) })).toMatchObject({ ok: true })
  expect((await read(one))?.members.find(({ memberId }) => memberId === aMemberId(1))?.standing).toEqual({ kind: 'given-up' })
})

test('C4.4 whoever has left office since the draw is given no place, and theirs goes to the next', async () => {
  const one = await closed()
  await draw(one)
  const [first, second, third] = (await read(one))?.members ?? []
  const seen = await read(one)
  await leave(one, aMemberId(Number(first?.memberId.slice(1))))
  const late = { offerId: one.offer.id, seen: seen?.offer?.seen ?? '', given: [first?.memberId ?? ''] }
  expect(await confirmPlaces(one.council, officer, late)).toMatchObject({ refusal: { kind: 'changed-since-seen' } })
  expect(await read(one)).toMatchObject({
    members: [
      { standing: { kind: 'left-out', because: 'left-office' } },
      { standing: { kind: 'place' } },
      { standing: { kind: 'reserve', position: 1 } },
    ],
    next: [{ memberId: second?.memberId }],
  })
  expect(await confirm(one)).toMatchObject({ ok: true })
  await leave(one, aMemberId(Number(second?.memberId.slice(1))))
  expect((await read(one))?.next).toMatchObject([{ memberId: third?.memberId }])
  expect(await confirm(one)).toMatchObject({ ok: true })
  expect((await one.council.offers.find(one.offer.id))?.offer.rounds.map(({ given }) => given)).toEqual([
    [second?.memberId],
    [third?.memberId],
  ])
})

test('C4.4 a draw by which nobody can have a place is finished all the same, once, and everybody is told', async () => {
  const one = await closed({ openTo: { kind: 'posts', posts: ['Chair'] } })
  await draw(one)
  expect(await read(one)).toMatchObject({ offer: { stage: 'drawn' }, next: [] })
  expect(await confirm(one)).toMatchObject({ ok: true })
  const sent = one.senders.arrived.mails.length
  await one.advance({ minutes: 5 })
  expect(one.senders.arrived.mails.slice(sent)).toHaveLength(3)
  expect((await read(one))?.offer?.stage).toBe('allotted')
  expect(await confirm(one)).toMatchObject({ refusal: { kind: 'nothing-to-give' } })
})
