import { councilId } from '../../domain/kernel/ids.ts'
import { earliest, isBefore, type Instant } from '../../domain/kernel/time.ts'
import type { Log } from '../log.ts'
import type { Clock } from '../ports/clock.ts'
import type { Councils } from '../ports/council.ts'
import type { Pointer } from '../ports/due.ts'

export type LateWork = {
  /** The queue gave a message. */
  queueGave(): void
  /**
   * What a reading found to be due: tells whose work is late, and whose is so no more. `isAll`: nothing else is due; of a council that is not
   * among the first of many nobody can say that it has caught up.
   */
  found(pointers: readonly Pointer[], isAll: boolean): Promise<void>
}

type Deps = { readonly clock: Clock; readonly councils: Pick<Councils, 'open'>; readonly log: Log }

/** For how long the queue may give nothing, and what is due may wait, before a person should look. */
const patienceMinutes = 10

/**
 * Whether work waits although the queue has nothing to say of it. A queue that lost its messages, that one bad message blocks, or that
 * cannot be read looks like one in which there is nothing; what is due tells the two apart. Once told it stands until that work is done.
 *
 * Each council's administrator is told of its own work only.
 */
export function watchLateWork({ clock, councils, log }: Deps): LateWork {
  let quietFrom = clock.mono()
  const told = new Set<string>()

  async function tellLate(council: string, since: Instant): Promise<void> {
    const found = await councils.open(councilId(council))
    found?.health.noteLate(since)
    if (told.has(council)) return
    told.add(council)
    log.error('work.late', { council, lateSeconds: Math.floor(since.until(clock.now()).total('seconds')) })
  }

  async function tellCaughtUp(council: string): Promise<void> {
    const found = await councils.open(councilId(council))
    found?.health.noteLate(undefined)
    told.delete(council)
    log.info('work.caught-up', { council })
  }

  return {
    queueGave() {
      quietFrom = clock.mono()
    },
    async found(pointers, isAll) {
      const isQuiet = clock.mono() - quietFrom >= patienceMinutes * 60_000
      const late = lateSinceOf(pointers, clock.now().subtract({ minutes: patienceMinutes }))
      for (const [council, since] of late) if (isQuiet || told.has(council)) await tellLate(council, since)
      for (const council of told) if (isAll && !late.has(council)) await tellCaughtUp(council)
    },
  }
}

/** For each council the moment since when its oldest work has been due, where that is not after the given one. */
function lateSinceOf(pointers: readonly Pointer[], latest: Instant): ReadonlyMap<string, Instant> {
  const late = pointers.filter(({ at }) => !isBefore(latest, at))
  const byCouncil = [...Map.groupBy(late, ({ task }) => task.council)]
  return new Map(
    byCouncil.flatMap(([council, own]) => {
      const since = earliest(own.map(({ at }) => at))
      return since ? [[council, since] as const] : []
    }),
  )
}
