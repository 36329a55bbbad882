import { comingDay, dayWords, daysAhead, isBeforeInstant, timeWords } from '../../ui/words-of-time.ts'

/** "Starts Thursday 10am", "Was on Tuesday 6 October": the last column of a row about a session. */
export function startsWords(startsAt: string, now: string): string {
  if (isBeforeInstant(startsAt, now)) return `Was on ${dayWords(startsAt, now)}`
  const day = comingDay(startsAt, now)
  return daysAhead(startsAt, now) <= 6 ? `Starts ${day} ${timeWords(startsAt, 'midday')}` : `Starts ${day}`
}
