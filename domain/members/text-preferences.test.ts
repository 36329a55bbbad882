import { expect, test } from 'vitest'
import { aMember, towerHamlets } from '../testing/builders.ts'
import { combinesSessions, reminderChannel, takesTexts, whyByTelephone } from './text-preferences.ts'

const textsOff = { texts: { reminders: false, combine: false } }
const noOptingOut = { ...towerHamlets, texts: { optOutAllowed: false } }

test('C4.14 a Member who wants no texts is reminded by email and rung about a cancellation', () => {
  const member = aMember(1, textsOff)
  expect(reminderChannel(member, towerHamlets)).toBe('email')
  expect(whyByTelephone(member, towerHamlets)).toBe('texts-off')
})

test('C4.14 where the council allows no opting out, a Member is texted all the same', () => {
  expect(takesTexts(aMember(1, textsOff), noOptingOut)).toBe(true)
  expect(reminderChannel(aMember(1, textsOff), noOptingOut)).toBe('text')
})

test.each([
  [{ kind: 'usable', e164: '+447700900001' }, 'text', undefined],
  [{ kind: 'none' }, 'email', 'no-mobile'],
  [{ kind: 'unusable', given: '020 7364 5000', because: 'landline' }, 'email', 'bad-number'],
] as const)('C4.14 with the mobile %o a reminder goes by %s', (mobile, channel, because) => {
  expect(reminderChannel(aMember(1, { mobile }), towerHamlets)).toBe(channel)
  expect(whyByTelephone(aMember(1, { mobile }), towerHamlets)).toBe(because)
})

test('C4.12 sessions are combined for those who prefer it, where the council allows it', () => {
  const member = aMember(1, { texts: { reminders: true, combine: true } })
  expect(combinesSessions(member, towerHamlets)).toBe(true)
  expect(combinesSessions(aMember(2), towerHamlets)).toBe(false)
  expect(combinesSessions(member, { reminders: { ...towerHamlets.reminders, combineAllowed: false } })).toBe(false)
})
