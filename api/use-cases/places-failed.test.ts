import { expect, test } from 'vitest'
import { dutyOf } from '../../domain/duties/duty-ids.ts'
import { noticeId } from '../../domain/kernel/ids.ts'
import { offerIdOf } from '../../domain/places/offer.ts'
import { anOfficer, done, towerHamlets } from '../../domain/testing/builders.ts'
import { anOffer, closesAt } from '../../domain/testing/places.ts'
import { testCouncil } from '../testing/council.ts'
import { placesFailed } from './places-failed.ts'

const officer = anOfficer(901)
const by = { kind: 'officer', id: officer.id } as const
const now = closesAt.add({ hours: 1 })

test('C4.4 an email about places at what has no date is put to officers for four weeks after the last of them, and no longer', async () => {
  const { council, worker, clock } = await testCouncil({ now, rulebook: towerHamlets, officers: [officer] })
  const notice = { id: noticeId('n1'), section: 'external', title: 'A course at any time', roles: [] } as const
  await council.bulletins.saveNotice({ ...notice, addedAt: now, addedBy: officer.id, addedByName: officer.name }, 'new', by)
  const subject = { kind: 'notice', noticeId: notice.id } as const
  const offer = anOffer({ id: offerIdOf(subject), subject, title: notice.title })
  await council.offers.save(offer, 'new', by)
  const mail = dutyOf(offer.id, { kind: 'places-closed', officerId: officer.id, closesAt }, 'email', { notBefore: now })
  await council.offers.owe(offer.id, [done(mail, { kind: 'failed', at: now, because: 'refused' })])
  await worker.settle()
  expect((await council.offers.summary(offer.id))?.lastMailAt).toEqual(now)

  const failed = async () => placesFailed(council, council.offers.all())
  clock.setTo(now.add({ hours: 24 * 28 }))
  expect(await failed()).toMatchObject([{ offerId: offer.id, failed: [{ name: officer.name, because: 'refused' }] }])
  clock.setTo(now.add({ hours: 24 * 28, seconds: 1 }))
  expect(await failed()).toEqual([])
})
