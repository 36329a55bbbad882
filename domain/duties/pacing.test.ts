import { expect, test } from 'vitest'
import { issueId } from '../kernel/ids.ts'
import { drafted, issueDuties } from '../bulletin/drafting.ts'
import { day } from '../kernel/time.ts'
import { outcomeDuties } from '../places/telling.ts'
import { aMemberId, aPersonId, someMembers } from '../testing/builders.ts'
import { anOffer, closesAt } from '../testing/places.ts'

test('C4.1 C4.4 a bulletin and the outcome of places that leave at one moment stay together below thirty a minute', () => {
  const issue = drafted({ id: issueId('issue-2026-w43'), on: day('2026-10-20'), dueAt: closesAt }, [], closesAt)
  const bulletin = issueDuties(issue, someMembers(60), [], closesAt)
  const by = { at: closesAt, by: aPersonId(901), byName: 'Officer 901' }
  const order = someMembers(60).map(({ id }) => ({ memberId: id, ticket: id, meets: [], number: id }))
  const places = outcomeDuties(anOffer({ draw: { ...by, order, leftOut: [] }, rounds: [{ ...by, places: 1, given: [aMemberId(1)] }] }))
  const minutes = [...bulletin, ...places].map(({ notBefore }) => Math.floor(closesAt.until(notBefore).total('minutes')))
  expect(Math.max(...minutes)).toBe(14)
  for (const minute of new Set(minutes)) expect(minutes.filter((each) => each === minute).length).toBeLessThan(30)
  expect([bulletin, places].map((duties) => duties.filter(({ notBefore }) => notBefore.equals(closesAt)).length)).toEqual([25, 4])
})
