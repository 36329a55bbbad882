import type { Instant } from '../../domain/kernel/time.ts'
import type { Clock } from '../ports/clock.ts'
import type { Health } from '../ports/council.ts'
import type { Dependency } from '../ports/unavailable.ts'

/** What this instance has met itself: since when each outside service has not answered it. In memory, because it is nobody else's. */
export function createHealth({ now }: Pick<Clock, 'now'>): Health {
  const silentSince = new Map<Dependency, Instant>()
  return {
    unreachable: () => [...silentSince].map(([dependency, since]) => ({ dependency, since })),
    note(dependency, state) {
      if (state === 'answers') silentSince.delete(dependency)
      else if (!silentSince.has(dependency)) silentSince.set(dependency, now())
    },
  }
}
