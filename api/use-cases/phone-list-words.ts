import { londonDay } from '../../domain/kernel/london.ts'
import { dayInWords, timeInWords } from '../../domain/kernel/words-of-time.ts'
import type { Session } from '../../domain/sessions/session.ts'
import type { SessionSummary } from '../../domain/sessions/session-record.ts'

export const phoneListWords = {
  /** What to say on the telephone, in the officer's own words where she wrote some. */
  say: ({ title, startsAt, decision }: Session, otherRun: SessionSummary | undefined): string => {
    const what = `“${title}” on ${dayInWords(londonDay(startsAt))} at ${timeInWords(startsAt, 'midday')} is cancelled.`
    if (decision?.message) return `${what} ${decision.message}`
    if (!otherRun) return what
    const place = otherRun.place ? `, ${otherRun.place}` : ''
    return `${what} It runs again on ${dayInWords(londonDay(otherRun.startsAt))} at ${timeInWords(otherRun.startsAt, 'midday')}${place}.`
  },
} as const
