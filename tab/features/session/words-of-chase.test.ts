import { expect, test } from 'vitest'
import type { ChaseByName } from '../../../api/contracts/chasing.ts'
import { askedWords, cannotChaseWords, leftOutWords, whoWords, words } from './words-of-chase.ts'

const chase: ChaseByName = {
  number: 1,
  asks: 2,
  spared: 1,
  perWeek: 2,
  toAsk: [
    { name: 'Cllr Rook', response: 'none' },
    { name: 'Cllr Brook', response: 'tentative' },
  ],
  leftOut: ['Cllr Crook'],
}

test('C4.13 an officer reads who would be asked and who is left out, before anybody is asked', () => {
  expect(whoWords(chase)).toBe('2 Members would be asked: 1 has not answered and 1 said tentative.')
  expect(leftOutWords(chase)).toBe('Left out: Cllr Crook, who has had 2 messages this week. The council allows no more.')
  expect(leftOutWords({ ...chase, leftOut: [] })).toBeUndefined()
  expect(words.chase(chase.asks)).toBe('Chase 2 Members')
  expect(askedWords({ asked: 2, spared: 1 })).toBe('2 Members asked. 1 Member left out. Their answers appear above as they come.')
})

test('C4.13 where nobody can be asked the reason is said', () => {
  expect(cannotChaseWords(chase)).toBeUndefined()
  expect(cannotChaseWords({ ...chase, cannot: 'nobody-to-ask' })).toMatch(/every Member invited has accepted or declined/)
  expect(cannotChaseWords({ ...chase, cannot: 'all-spared' })).toMatch(/as many messages this week/)
  expect(cannotChaseWords({ ...chase, cannot: 'all-spared', perWeek: 0 })).toBe('The council’s rules allow no such messages.')
  expect(cannotChaseWords({ ...chase, cannot: 'postponed' })).toMatch(/It is postponed/)
  expect(cannotChaseWords({ ...chase, cannot: 'untagged' })).toMatch(/no longer marked/)
})
