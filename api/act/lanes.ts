import type { Channel } from '../../domain/duties/duty.ts'
import type { CouncilId } from '../../domain/kernel/ids.ts'
import { isBefore, type Instant } from '../../domain/kernel/time.ts'
import type { Sending } from '../ports/senders.ts'
import type { Dependency } from '../ports/unavailable.ts'

type Stopped = Extract<Sending, { kind: 'stopped' }>
type Stop = { readonly until: Instant; readonly as: Stopped }

/** Which channels of which council are stopped, as this instance was told: a revoked key need not be tried once for each Member. */
export type Lanes = {
  stop(council: CouncilId, channel: Channel, stop: Stop): void
  stopped(council: CouncilId, channel: Channel, now: Instant): Stop | undefined
}

export function createLanes(): Lanes {
  const stops = new Map<string, Stop>()
  return {
    stop: (council, channel, stop) => void stops.set(`${council} ${channel}`, stop),
    stopped(council, channel, now) {
      const stop = stops.get(`${council} ${channel}`)
      return stop && isBefore(now, stop.until) ? stop : undefined
    },
  }
}

const quarterOfAnHour = { minutes: 15 }

/** A daily limit ends at midnight UTC; anything else may be put right by a person at any time. */
export function resumesAt({ untilUtcMidnight }: Stopped, now: Instant): Instant {
  if (!untilUtcMidnight) return now.add(quarterOfAnHour)
  return now.toZonedDateTimeISO('UTC').startOfDay().add({ days: 1 }).toInstant()
}

export const dependencyOf = { text: 'notify', email: 'graph', card: 'teams', calendar: 'graph' } as const satisfies Record<
  Channel,
  Dependency
>
