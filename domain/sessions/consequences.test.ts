import { expect, test } from 'vitest'
import { sessionId } from '../kernel/ids.ts'
import { aMember, aRecord, aSession, aSummary, reviewAt, someMembers, startsAt, towerHamlets } from '../testing/builders.ts'
import { consequencesOfCancelling } from './consequences.ts'

const others = (['officer', 'presenter', 'room', 'room', 'list'] as const).map((kind, index) => ({
  kind,
  name: kind,
  address: `${kind}${index}@thamesbrook.example`,
  response: 'none' as const,
}))
const record = aRecord(aSession({ accepted: 4, tentative: 2, declined: 19, none: 25, others }))
const members = someMembers(50).map((member) => {
  if (member.id === 'm2') return { ...member, mobile: { kind: 'none' } as const }
  if (member.id === 'm5') return { ...member, texts: { reminders: false, combine: false } }
  return member
})
const short = startsAt.subtract({ hours: 20 })
const otherRun = aSummary({ id: sessionId('s2'), startsAt: startsAt.add({ hours: 48 }) })

test('C3.11 at short notice, those coming are texted or rung, and the other run is offered to them', () => {
  expect(consequencesOfCancelling(record, members, towerHamlets, [otherRun], short)).toEqual({
    calendarsCleared: 54, // a room is a calendar; a list is none
    membersInvited: 50,
    othersInvited: 4,
    shortNotice: true,
    texts: 4,
    calls: [
      { name: 'Cllr Member 2', because: 'no-mobile' },
      { name: 'Cllr Member 5', because: 'texts-off' },
    ],
    offeredOtherRun: 6,
  })
})

test('C3.10 with notice enough nobody is texted or rung, and every calendar is cleared all the same', () => {
  expect(consequencesOfCancelling(record, members, towerHamlets, [], reviewAt)).toMatchObject({
    calendarsCleared: 54,
    shortNotice: false,
    texts: 0,
    calls: [],
    offeredOtherRun: 0,
  })
})

test('C3.11 who is told is the council’s to say', () => {
  const tell: typeof towerHamlets.cancellation.tell = ['accepted', 'tentative', 'none']
  const rulebook = { ...towerHamlets, cancellation: { ...towerHamlets.cancellation, tell } }
  expect(consequencesOfCancelling(record, members, rulebook, [], short).texts).toBe(29)
})

test('C3.12 a number that is no mobile means a call', () => {
  const landline = aMember(1, { mobile: { kind: 'unusable', given: '020 7364 5000', because: 'landline' } })
  const { calls } = consequencesOfCancelling(aRecord(aSession({ accepted: 1 })), [landline], towerHamlets, [], short)
  expect(calls).toEqual([{ name: 'Cllr Member 1', because: 'bad-number' }])
})
