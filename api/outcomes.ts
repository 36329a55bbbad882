import { isListed } from './listed-statuses.ts'
import type { Log } from './log.ts'
import { outcomeClasses, type Exchanged, type OutcomeClass, type Outcomes } from './ports/outcomes.ts'
import type { Dependency } from './ports/unavailable.ts'

type Counts = Record<OutcomeClass, number>

/** Milliseconds. */
const anHour = 60 * 60_000

/**
 * Counts what comes of each call to a service outside, by service and class, and says it in the log once an hour and before the process
 * ends: what came since it was last said, so that the lines of all instances can be added up. A status that nobody listed is told at once,
 * and again after an hour at the soonest.
 *
 * An instance that calls nobody says nothing. Units: `mono` in milliseconds, real time.
 */
export function createOutcomes({ log, mono }: { readonly log: Log; readonly mono: () => number }): Outcomes & { tell(): void } {
  const counted = new Map<Dependency, Counts>()
  const alertedAt = new Map<string, number>()
  let toldAt = mono()

  function tell(): void {
    const minutes = Math.round((mono() - toldAt) / 60_000)
    for (const [dependency, counts] of counted) log.info('outcomes.counted', { dependency, ...counts, minutes })
    counted.clear()
    toldAt = mono()
  }

  function count(dependency: Dependency, { became }: Exchanged): void {
    const counts = counted.get(dependency) ?? none()
    counts[became] += 1
    counted.set(dependency, counts)
  }

  function alert(dependency: Dependency, exchanged: Exchanged): void {
    const { call, became, status } = exchanged
    const key = `${dependency} ${call} ${status}`
    const before = alertedAt.get(key)
    if (isListed(dependency, exchanged) || (before !== undefined && mono() - before < anHour)) return
    alertedAt.set(key, mono())
    log.warn('answer.unlisted', { dependency, call, status, became })
  }

  return {
    tell,
    of: (dependency) => (exchanged) => {
      if (mono() - toldAt >= anHour) tell()
      count(dependency, exchanged)
      alert(dependency, exchanged)
    },
  }
}

function none(): Counts {
  return Object.fromEntries(outcomeClasses.map((each) => [each, 0])) as Counts
}
