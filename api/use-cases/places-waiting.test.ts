import { expect, test } from 'vitest'
import { sessionId } from '../../domain/kernel/ids.ts'
import { offerIdOf } from '../../domain/places/offer.ts'
import { aMember, anOfficer, aSession, startsAt, towerHamlets } from '../../domain/testing/builders.ts'
import { anInterest, anOffer, closesAt } from '../../domain/testing/places.ts'
import { testCouncil } from '../testing/council.ts'
import { expressed } from '../testing/places.ts'
import { placesWaiting } from './places-waiting.ts'

const officer = anOfficer(901)
const by = { kind: 'officer', id: officer.id } as const

test('C4.4 twenty offers that are over, or called off, hide none that waits', async () => {
  const one = await testCouncil({
    now: closesAt.subtract({ hours: 1 }),
    rulebook: towerHamlets,
    members: [aMember(1)],
    officers: [officer],
    sessions: [aSession({ none: 1 })],
  })
  const { offers } = one.council
  await offers.save(anOffer(), 'new', by)
  await expressed(one.council, anOffer().id, anInterest(1))
  await one.advance({ hours: 2 })
  const waiting = await offers.summary(anOffer().id)
  if (!waiting) throw new Error('it was looked at')
  expect(waiting.endsAt).toEqual(startsAt)
  for (let number = 1; number <= 20; number += 1) {
    const subject = { kind: 'session', sessionId: sessionId(`over${number}`) } as const
    const over = number % 2 === 0 ? { endsAt: closesAt } : { calledOffAt: closesAt }
    await offers.keep({ ...waiting, id: offerIdOf(subject), subject, closesAt: closesAt.subtract({ hours: 48 }), ...over })
  }
  expect(await placesWaiting(one.council, one.council.offers.all())).toMatchObject([{ offerId: anOffer().id, waitsFor: 'draw' }])
  await one.change(sessionId('s1'), (before) => ({ ...before, standing: { kind: 'cancelled', at: closesAt, through: 'outlook' } }))
  await one.advance({ minutes: 1 })
  expect((await offers.summary(anOffer().id))?.calledOffAt).toEqual(closesAt)
  expect(await placesWaiting(one.council, one.council.offers.all())).toEqual([])
})
