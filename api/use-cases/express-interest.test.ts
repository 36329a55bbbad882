import { expect, test } from 'vitest'
import type { Offers } from '../ports/offers.ts'
import { aMember, anOfficer, aSession, someMembers, towerHamlets } from '../../domain/testing/builders.ts'
import { anInterest, anOffer, closesAt } from '../../domain/testing/places.ts'
import { testCouncil } from '../testing/council.ts'
import { expressed } from '../testing/places.ts'
import { expressInterest } from './express-interest.ts'
import { drawPlaces } from './give-places.ts'

const officer = anOfficer(901)
const offer = anOffer({ places: 1 })
const drawAt = closesAt.add({ minutes: 2 })

/** A second before the closing, with Member 1 interested. */
async function open() {
  const members = someMembers(2)
  const now = closesAt.subtract({ seconds: 1 })
  const here = await testCouncil({ now, rulebook: towerHamlets, members, officers: [officer], sessions: [aSession({ none: 2 })] })
  await here.council.offers.save(offer, 'new', { kind: 'officer', id: officer.id })
  await expressed(here.council, offer.id, anInterest(1))
  const found = async () => here.council.offers.find(offer.id)
  const draw = async () => drawPlaces(here.council, officer, { offerId: offer.id, seen: (await found())?.etag ?? '' })
  const standing = async (number: number) => (await found())?.interests.find(({ memberId }) => memberId === aMember(number).id)?.standing
  /** The same council, whose process stands still between its look and its first write; `meanwhile` happens then. */
  const standingStill = (meanwhile: () => Promise<unknown>) => {
    let isFirst = true
    const saveInterest: Offers['saveInterest'] = async (...write) => {
      if (isFirst) {
        isFirst = false
        await meanwhile()
      }
      return here.council.offers.saveInterest(...write)
    }
    const inTurn: Offers['inTurn'] = async (_id, work) => work() // of another process
    return { ...here.council, offers: { ...here.council.offers, saveInterest, inTurn } }
  }
  const drawnMeanwhile = () =>
    standingStill(async () => {
      here.clock.setTo(drawAt)
      expect(await draw()).toEqual({ ok: true, value: 'drawn' })
    })
  return { ...here, found, draw, standing, standingStill, drawnMeanwhile }
}

test('C4.4 a process that stood still until after the draw writes nothing, and says that it has closed', async () => {
  const here = await open()
  const order = { offerId: offer.id, interested: true }
  expect(await expressInterest(here.drawnMeanwhile(), aMember(2), order)).toMatchObject({ refusal: { kind: 'closed' } })
  expect(await here.standing(2)).toBeUndefined()
  expect((await here.found())?.offer.draw?.order.map(({ memberId }) => memberId)).toEqual([aMember(1).id])
})

test('C4.4 a withdrawal that stood still until after the draw is a place given up, and no withdrawal before it', async () => {
  const here = await open()
  const order = { offerId: offer.id, interested: false }
  expect(await expressInterest(here.drawnMeanwhile(), aMember(1), order)).toMatchObject({ ok: true })
  expect(await here.standing(1)).toBe('given-up')
})

test('C4.4 interest that is written while an officer draws is in the draw, or the draw is made again', async () => {
  const here = await open()
  const { offers } = here.council
  here.clock.setTo(drawAt)
  const saveDraw: Offers['saveDraw'] = async (...write) => {
    await expressed(here.council, offer.id, anInterest(2)) // asked for before the closing, and slow
    return offers.saveDraw(...write)
  }
  const seen = (await here.found())?.etag ?? ''
  const drawn = await drawPlaces({ ...here.council, offers: { ...offers, saveDraw } }, officer, { offerId: offer.id, seen })
  expect(drawn).toMatchObject({ refusal: { kind: 'changed-since-seen' } })
  expect(await here.draw()).toMatchObject({ ok: true })
  expect((await here.found())?.offer.draw?.order).toHaveLength(2)
})

test('C4.4 what others say at the same moment keeps nobody out', async () => {
  const here = await open()
  const other = here.standingStill(() => expressInterest(here.council, aMember(1), { offerId: offer.id, interested: false }))
  expect(await expressInterest(other, aMember(2), { offerId: offer.id, interested: true })).toMatchObject({ ok: true })
  expect([await here.standing(1), await here.standing(2)]).toEqual(['withdrawn', 'interested'])
})
