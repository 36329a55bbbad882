import type { Channel } from '../../domain/duties/duty.ts'
import type { Instant } from '../../domain/kernel/time.ts'
import type { Sending } from '../ports/senders.ts'
import type { Dependency } from '../ports/unavailable.ts'

const quarterOfAnHour = { minutes: 15 }

/** A daily limit ends at midnight UTC; anything else may be put right by a person at any time. */
export function resumesAt({ untilUtcMidnight }: Extract<Sending, { kind: 'stopped' }>, now: Instant): Instant {
  if (!untilUtcMidnight) return now.add(quarterOfAnHour)
  return now.toZonedDateTimeISO('UTC').startOfDay().add({ days: 1 }).toInstant()
}

export const dependencyOf = { text: 'notify', email: 'graph', card: 'teams', calendar: 'graph' } as const satisfies Record<
  Channel,
  Dependency
>
