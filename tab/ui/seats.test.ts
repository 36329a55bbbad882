import { expect, test } from 'vitest'
import { answerBarName } from './AnswerBar.tsx'
import { seatsOf } from './Seats.tsx'

test.each([
  [{ accepted: 4, needed: 6 }, ['taken', 'taken', 'taken', 'taken', 'empty', 'empty']],
  [{ accepted: 4, tentative: 2, needed: 6 }, ['taken', 'taken', 'taken', 'taken', 'perhaps', 'perhaps']],
  [{ accepted: 1, tentative: 9, needed: 3 }, ['taken', 'perhaps', 'perhaps']], // never more than the threshold
  [{ accepted: 27, tentative: 6, needed: 2 }, ['taken', 'taken']],
  [{ accepted: 4, needed: 0 }, []], // no threshold, nothing to fill
  [{ accepted: 4, needed: 11 }, []], // above ten the sentence says it better
])('C3.3 %j is drawn as %j', (counts, seats) => {
  expect(seatsOf(counts)).toEqual(seats)
})

test('the bar has a name that says all four answers and the threshold', () => {
  const counts = { accepted: 4, tentative: 2, none: 25, declined: 19 }
  expect(answerBarName(counts, 6)).toBe('4 accepted, 2 tentative, 25 no answer, 19 declined, of 50 invited. 6 needed.')
  expect(answerBarName(counts, 0)).toBe('4 accepted, 2 tentative, 25 no answer, 19 declined, of 50 invited.')
})
