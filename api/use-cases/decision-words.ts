import { londonDay } from '../../domain/kernel/london.ts'
import { dayInWords, timeInWords } from '../../domain/kernel/words-of-time.ts'
import type { Session } from '../../domain/sessions/session.ts'
import type { SessionSummary } from '../../domain/sessions/session-record.ts'

/** What is offered to an officer to start from; she changes it as she likes before it goes out. */
export const decisionWords = {
  suggestedMessage: ({ startsAt }: Session, otherRun: SessionSummary | undefined, tooFew: boolean): string => {
    const on = dayInWords(londonDay(startsAt))
    const because = tooFew ? `Too few could come on ${on}.` : `We are sorry that this session on ${on} cannot go ahead.`
    if (!otherRun) return because
    const place = otherRun.place ? `, ${otherRun.place}` : ''
    return `${because} The same training runs on ${dayInWords(londonDay(otherRun.startsAt))} at ${timeInWords(otherRun.startsAt, 'midday')}${place}.`
  },
} as const
