import { comingDay, dayWords, daysAhead, isBeforeInstant, timeWords } from '../../ui/words-of-time.ts'

/** "Starts Thursday 10am", "Was on Tuesday 6 October": the last column of a row about a session. */
export function startsWords(startsAt: string, now: string): string {
  return isBeforeInstant(startsAt, now) ? `Was on ${dayWords(startsAt, now)}` : `Starts ${comingWords(startsAt, now)}`
}

/** The same of one that is cancelled or put off, and does not take place then. */
export function wasToStartWords(startsAt: string, now: string): string {
  return isBeforeInstant(startsAt, now) ? `Was to be on ${dayWords(startsAt, now)}` : `Was to start ${comingWords(startsAt, now)}`
}

function comingWords(startsAt: string, now: string): string {
  const day = comingDay(startsAt, now)
  return daysAhead(startsAt, now) <= 6 ? `${day} ${timeWords(startsAt, 'midday')}` : day
}
