import type { PersonId } from '../../../domain/kernel/ids.ts'
import type { Instant } from '../../../domain/kernel/time.ts'
import type { ChangedAppointments } from '../../ports/calendar.ts'
import { Unavailable } from '../../ports/unavailable.ts'
import { deltaItemOf, eventPreferences, pageOf, type DeltaItem } from './codec.ts'
import { outage, type ReadVerdict } from './errors.ts'
import type { GraphSource } from './source.ts'

export type Round =
  | { readonly kind: 'round'; readonly items: readonly DeltaItem[]; readonly cursor: string }
  | Exclude<ChangedAppointments, { kind: 'changes' }>

/** Rounds have been reported that never end; a council's largest mailbox needs a tenth of this. */
const mostPages = 200

/**
 * One round of `calendarView/delta` to its end. Without a cursor it is the whole window, with one only what changed since.
 *
 * Trap: a page can be empty and still go on. The window is inside the cursor and cannot be widened: a new one needs a new round.
 */
export async function readRound(
  { graph, service }: GraphSource,
  order: {
    readonly mailbox: PersonId
    readonly window: { readonly from: Instant; readonly to: Instant }
    readonly cursor: string | undefined
  },
  signal: AbortSignal,
): Promise<Round> {
  const { mailbox, window, cursor } = order
  const prefer = [...eventPreferences, 'odata.maxpagesize=50']
  const items: DeltaItem[] = []
  let path = cursor ?? firstPath(mailbox, window)
  for (let pages = 0; pages < mostPages; pages += 1) {
    const verdict = await graph.read({ path, prefer, mailbox, as: service, signal })
    if (verdict.kind !== 'read') return endedEarly(verdict, cursor !== undefined)
    const page = pageOf(verdict.value)
    items.push(...page.value.map(deltaItemOf))
    if (page.delta) return { kind: 'round', items, cursor: graph.ownPath(page.delta) }
    if (!page.next) throw new Unavailable('graph', 'a round that breaks off')
    path = graph.ownPath(page.next)
  }
  throw new Unavailable('graph', 'a round that does not end')
}

function firstPath(mailbox: PersonId, { from, to }: { from: Instant; to: Instant }): string {
  const seconds = { smallestUnit: 'second' } as const
  return `/users/${mailbox}/calendarView/delta?startDateTime=${from.toString(seconds)}&endDateTime=${to.toString(seconds)}`
}

/** A cursor that the mailbox no longer knows dies with 410, 404 or 400: all mean a whole reading. */
function endedEarly(verdict: Exclude<ReadVerdict, { kind: 'read' }>, hadCursor: boolean): Round {
  if (verdict.kind === 'closed-to-us') return verdict
  if (verdict.kind === 'start-again' || (hadCursor && (verdict.kind === 'gone' || verdict.kind === 'wrong'))) return { kind: 'start-again' }
  if (verdict.kind === 'gone') return { kind: 'closed-to-us', because: 'no-mailbox' }
  throw outage(verdict)
}
