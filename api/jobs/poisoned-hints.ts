import { councilId } from '../../domain/kernel/ids.ts'
import type { Log } from '../log.ts'
import type { Councils } from '../ports/council.ts'
import type { TakenHint } from '../ports/queue.ts'

type Deps = { readonly councils: Pick<Councils, 'open'>; readonly log: Log }
type Poisoned = Extract<TakenHint, { kind: 'poisoned' }>

/**
 * Deletes hints that nobody can handle, after their council's administrator can see that there were some. One that nobody can read is of
 * no council that we know: only the log tells of it.
 *
 * Throws `Unavailable` where it could not be written down: those hints are left, and come again.
 */
export async function giveUpPoisoned({ councils, log }: Deps, taken: readonly TakenHint[]): Promise<void> {
  const poisoned = taken.filter((each) => each.kind === 'poisoned')
  for (const [council, own] of Map.groupBy(poisoned, councilOf)) {
    const found = council === undefined ? undefined : await councils.open(councilId(council))
    await found?.poisonedHints.note(own.length)
    const because = council === undefined ? 'unreadable' : 'received-too-often'
    log.error('hint.poisoned', { council, because, count: own.length })
    await Promise.all(own.map(async (each) => each.done()))
  }
}

function councilOf(poisoned: Poisoned): string | undefined {
  return poisoned.because === 'unreadable' ? undefined : poisoned.hint.council
}
