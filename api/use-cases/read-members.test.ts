import { expect, test } from 'vitest'
import { aMember, arrangedAt, towerHamlets } from '../../domain/testing/builders.ts'
import { testCouncil } from '../testing/council.ts'
import { readMembers } from './read-members.ts'

test.each([
  [true, [undefined, true]],
  [false, [undefined, undefined]], // where the council allows no opting out, what was chosen earlier no longer counts
])('C4.14 officers see who has turned texts off, where that is allowed: %s', async (optOutAllowed, expected) => {
  const { council } = await testCouncil({
    now: arrangedAt,
    rulebook: { ...towerHamlets, texts: { ...towerHamlets.texts, optOutAllowed } },
    members: [aMember(1), aMember(2, { texts: { reminders: false, combine: false } })],
  })
  expect((await readMembers(council)).members.map(({ textsOff }) => textsOff)).toEqual(expected)
})
