import { expect, test } from 'vitest'
import { sessionId } from '../kernel/ids.ts'
import { aMember, aMemberId, aSession, arrangedAt, postponed, startsAt, towerHamlets } from '../testing/builders.ts'
import { carriedBy, combinedInto } from './combining.ts'
import type { SameMorning } from './owed-context.ts'

const combining = aMember(1, { texts: { reminders: true, combine: true } })
function other(given: Partial<SameMorning> = {}): SameMorning {
  return {
    memberId: aMemberId(1),
    sessionId: sessionId('s2'),
    title: 'Casework clinic',
    startsAt: startsAt.subtract({ hours: 6 }),
    response: 'accepted',
    standing: true,
    ...given,
  }
}
const accepted = aSession({ accepted: 1 })

test('C4.12 of two sessions on one day, the earlier one’s text names both and the later one sends none', () => {
  const earlier = other()
  expect(carriedBy(accepted, combining, [earlier], towerHamlets)).toEqual(earlier)
  expect(combinedInto(accepted, combining, [earlier], towerHamlets)).toEqual([])
  const later = other({ startsAt: startsAt.add({ minutes: 30 }) })
  expect(carriedBy(accepted, combining, [later], towerHamlets)).toBeUndefined()
  expect(combinedInto(accepted, combining, [later], towerHamlets)).toEqual([later])
})

test('C4.12 two that start together are told apart by their ids, and one of them speaks for both', () => {
  const together = other({ startsAt })
  expect(combinedInto(accepted, combining, [together], towerHamlets)).toEqual([together])
  expect(carriedBy(aSession({ id: sessionId('s3'), accepted: 1 }), combining, [together], towerHamlets)).toEqual(together)
})

test('C3.4 C4.12 what was run after all after the earlier one’s text had gone speaks for itself, and names nothing of which there was a text', () => {
  const at = startsAt.subtract({ hours: 9 })
  const earlier = other({ morningOf: at })
  const after = postponed(accepted)
  const decision = after.decision && { ...after.decision, choice: 'run' as const }
  const ran = (minutes: number) => ({ ...after, ...(decision ? { decision: { ...decision, at: at.add({ minutes }) } } : {}) })
  expect(carriedBy(ran(1), combining, [earlier], towerHamlets)).toBeUndefined()
  expect(carriedBy(ran(-1), combining, [earlier], towerHamlets)).toEqual(earlier)
  const later = other({ startsAt: startsAt.add({ minutes: 30 }), reminded: true })
  expect(combinedInto(accepted, combining, [later], towerHamlets)).toEqual([])
})

test.each([
  ['the Member does not ask for it', aMember(1), {}],
  ['the Member takes no texts', aMember(1, { texts: { reminders: false, combine: true } }), {}],
  ['the other session was declined', combining, { response: 'declined' }],
  ['the other session was not answered', combining, { response: 'none' }],
  ['the other session was cancelled', combining, { standing: false }],
  ['it is another Member’s', combining, { memberId: aMemberId(2) }],
  ['its text had gone before this one was accepted', combining, { morningOf: arrangedAt.add({ hours: 23 }) }],
] as const)('C4.12 nothing is combined when %s', (_why, member, given) => {
  expect(carriedBy(accepted, member, [other(given)], towerHamlets)).toBeUndefined()
})
