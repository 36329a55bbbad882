import { isBefore, type Instant } from '../../domain/kernel/time.ts'
import type { Clock } from '../ports/clock.ts'
import type { Health } from '../ports/council.ts'
import type { Dependency } from '../ports/unavailable.ts'

type Silence = { readonly since: Instant; readonly until: Instant; readonly ways: ReadonlySet<Dependency> }

/** Whatever is owed asks again within the hour; a silence that nothing has met for longer is no news of how things are. */
const believedMinutes = 65

/**
 * What this instance has met itself: since when each outside service has not answered it. In memory, because it is nobody else's.
 *
 * Trap: a token at hand lets Graph answer while Entra gives Teams none, so a silence ends only on the way on which it was met.
 */
export function createHealth({ now }: Pick<Clock, 'now'>): Health {
  const silences = new Map<Dependency, Silence>()
  const answered = new Map<Dependency, Instant>()
  let lateSince: Instant | undefined

  function current(dependency: Dependency): Silence | undefined {
    const known = silences.get(dependency)
    return known && isBefore(now(), known.until) ? known : undefined
  }

  function answers(way: Dependency): void {
    answered.set(way, now())
    silences.delete(way)
    for (const [dependency, silence] of silences) {
      const ways = new Set([...silence.ways].filter((each) => each !== way))
      if (ways.size === 0) silences.delete(dependency)
      else silences.set(dependency, { ...silence, ways })
    }
  }

  return {
    unreachable: () =>
      [...silences.keys()].flatMap((dependency) => {
        const silence = current(dependency)
        return silence ? [{ dependency, since: silence.since }] : []
      }),
    note(dependency, state, { onTheWayTo = dependency, until = now() } = {}) {
      if (state === 'answers') return answers(dependency)
      const { since = now(), ways = [] } = current(dependency) ?? {}
      const believedUntil = now().add({ minutes: believedMinutes })
      silences.set(dependency, {
        since,
        until: isBefore(believedUntil, until) ? until : believedUntil,
        ways: new Set([...ways, onTheWayTo]),
      })
    },
    answeredAt: (dependency) => answered.get(dependency),
    lateSince: () => lateSince,
    noteLate: (since) => void (lateSince = since),
  }
}
