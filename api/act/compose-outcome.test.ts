import { expect, test } from 'vitest'
import { dutyOf } from '../../domain/duties/duty-ids.ts'
import { aMember, aMemberId, anOfficer, arrangedAt, startsAt } from '../../domain/testing/builders.ts'
import { anInterest, anOffer } from '../../domain/testing/places.ts'
import { testProfile } from '../testing/council.ts'
import { composeOutcome } from './compose-outcome.ts'

test.each([
  [1, 'You have a place.', 'Online. Join from your Outlook calendar.'],
  [2, 'You are 1st on the reserve list.', 'Online.'],
])('C4.4 Member %i is written to: "%s", and only whoever has a place is told to join', (number, lead, how) => {
  const order = [1, 2].map((each) => ({ memberId: aMemberId(each), ticket: `ticket${each}`, meets: [], number: `${each}` }))
  const offer = {
    ...anOffer({ places: 1, rounds: [{ at: arrangedAt, by: anOfficer().id, byName: 'Officer', places: 1, given: [aMemberId(1)] }] }),
    draw: { at: arrangedAt, by: anOfficer().id, byName: 'Officer', order, leftOut: [] },
  }
  const about = {
    title: offer.title,
    startsAt,
    sessionEndsAt: startsAt.add({ hours: 1 }),
    online: true,
    isOff: false,
    isPublished: true,
    isOver: false,
  } as const
  const purpose = { kind: 'place-outcome', memberId: aMemberId(number), round: 1 } as const
  const duty = dutyOf(offer.id, purpose, 'email', { notBefore: arrangedAt })
  const members = [aMember(1), aMember(2)]
  const composed = composeOutcome(
    duty,
    { offer, interests: [anInterest(1), anInterest(2)], duties: [] },
    { profile: testProfile, members, officers: [], about, now: arrangedAt },
  )
  const lines = composed.channel === 'email' ? composed.mail.text.split('\n') : []
  expect(lines).toEqual(expect.arrayContaining([lead, how]))
})
