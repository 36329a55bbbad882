import { rollAttention } from '../../domain/duties/attention.ts'
import { instant } from '../../domain/kernel/time.ts'
import type { Attention, AttentionRow } from '../contracts/attention.ts'
import type { Council } from '../ports/council.ts'
import { bulletinWaiting } from './bulletin-waiting.ts'
import { heldBackRows } from './held-back.ts'
import { onWire } from './on-wire.ts'
import { placesFailed } from './places-failed.ts'
import { placesWaiting } from './places-waiting.ts'
import { unreachableNow } from './read-context.ts'

const groups = ['now', 'decide', 'put-right', 'moment'] as const

/** Everything that waits for an officer, most pressing first. A row goes when it is dealt with, or when its time has passed (C3.4, C3.12, C3.13). */
export async function readAttention(council: Council): Promise<Attention> {
  return { now: String(council.clock.now()), rows: await attentionRows(council), unreachable: unreachableNow(council) }
}

export async function attentionRows(council: Council): Promise<AttentionRow[]> {
  const { sessions, members, offers, rulebook, clock } = council
  const limited = offers.all()
  const [ofSessions, roll, ...others] = await Promise.all([
    sessions.attention(),
    members.all(),
    placesWaiting(council, limited),
    placesFailed(council, limited),
    bulletinWaiting(council),
  ])
  const held = await heldBackRows(council, ofSessions)
  const askedForAims = new Set<string>(held.flatMap((row) => (row.kind === 'held-back' ? [row.sessionId] : [])))
  // Whoever is asked for the aims is not asked for the brief that opens with them. What is held out of nothing is asked for its brief.
  const known = [...ofSessions, ...rollAttention(roll, rulebook, clock.now())]
    .filter((row) => row.kind !== 'held-back')
    .filter((row) => row.kind !== 'brief-owed' || !askedForAims.has(row.sessionId))
  const rows: readonly AttentionRow[] = [...known.map((row) => onWire(row)), ...held, ...others.flat()]
  return rows.toSorted((one, other) => groups.indexOf(one.group) - groups.indexOf(other.group) || pressing(one) - pressing(other))
}

/** Within a group the soonest deadline first; what has none comes last. */
function pressing(row: AttentionRow): number {
  if (row.kind === 'decide') return instant(row.decideBy).epochMilliseconds
  if (row.kind === 'bulletin-unreleased') return instant(row.dueAt).epochMilliseconds
  return 'startsAt' in row && row.startsAt ? instant(row.startsAt).epochMilliseconds : Number.MAX_SAFE_INTEGER
}
