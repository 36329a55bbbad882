import type { Instant } from '../kernel/time.ts'
import { isBefore } from '../kernel/time.ts'
import type { Response } from '../sessions/response.ts'

/** What a Member has to do with a session that serves an objective. */
export type Towards = 'attended' | 'booked' | 'perhaps' | 'to-answer' | 'declined' | 'missed' | 'called-off' | 'not-invited' | 'over'

type Seen = {
  readonly startsAt: Instant
  readonly isOff: boolean
  /** Absent: not invited. */
  readonly response: Response | undefined
  readonly attended: boolean
}

/** C6.23: what a session does towards an objective. Having been there counts whatever was answered. */
export function towards({ startsAt, isOff, response, attended }: Seen, now: Instant): Towards {
  if (attended) return 'attended'
  if (isOff) return 'called-off'
  if (isBefore(now, startsAt)) return response === undefined ? 'not-invited' : toCome[response]
  return response === 'accepted' ? 'missed' : 'over'
}

const toCome = { accepted: 'booked', tentative: 'perhaps', declined: 'declined', none: 'to-answer' } as const satisfies Record<
  Response,
  Towards
>
