import { lastAnnounced } from '../../domain/bulletin/issue.ts'
import type { AttentionRow as Waiting } from '../../domain/duties/attention.ts'
import { isBefore } from '../../domain/kernel/time.ts'
import { heldFromOf, isHeldBack, stoodInProgramme } from '../../domain/sessions/held.ts'
import { isForEverybodysEyes } from '../../domain/sessions/published.ts'
import type { SessionSummary } from '../../domain/sessions/session-record.ts'
import type { Session } from '../../domain/sessions/session.ts'
import { summaryOf } from '../../domain/sessions/summary.ts'
import type { AttentionRow } from '../contracts/attention.ts'
import type { HeldOut } from '../contracts/shared.ts'
import type { Council } from '../ports/council.ts'
import { onWire } from './on-wire.ts'

type Known = Pick<Council, 'bulletins' | 'rulebooks' | 'clock'>
type Held = Pick<SessionSummary, 'id' | 'kind' | 'hadAims' | 'firstSeenAt'>
type HeldRow = Extract<Waiting, { kind: 'held-back' }>

/**
 * C1.9: out of what each session is held that does not say what it is to achieve. What an issue has told of is out of nothing any more:
 * it stands in the programme too, because it said so once or was there before anything was held back.
 */
async function heldOutOf({ bulletins, rulebooks, clock }: Known): Promise<(session: Held) => HeldOut | undefined> {
  const [past, versions] = await Promise.all([bulletins.past(), rulebooks.all()])
  const announced = lastAnnounced(past)
  const heldFrom = heldFromOf(versions, clock.now())
  return (session) => {
    if (announced.has(session.id)) return undefined
    return stoodInProgramme(session, heldFrom) ? 'bulletin' : 'bulletin-and-programme'
  }
}

/** As officers are told of them, those that are still to come. Nothing is read where nothing is held back. */
export async function heldBackRows(council: Council, waiting: readonly Waiting[]): Promise<readonly AttentionRow[]> {
  const now = council.clock.now()
  const rows = waiting.filter((row): row is HeldRow => row.kind === 'held-back' && isBefore(now, row.startsAt))
  if (rows.length === 0) return []
  const outOf = await heldOutOf(council)
  return rows.flatMap(({ kind, group, sessionId, title, startsAt, sessionKind, ...was }) => {
    const from = outOf({ id: sessionId, kind: sessionKind, ...was })
    return from ? [{ ...onWire({ kind, group, sessionId, title, startsAt }), from }] : []
  })
}

/** Out of what one session is held; undefined: of nothing, or nobody else is told of it anyway. */
export async function heldOut(council: Council, session: Session): Promise<HeldOut | undefined> {
  const { rulebook, clock } = council
  const summary = summaryOf({ session })
  const isToCome = session.standing.kind === 'standing' && isBefore(clock.now(), session.startsAt)
  if (!isToCome || !isHeldBack(summary, rulebook) || !isForEverybodysEyes(summary, rulebook)) return undefined
  return (await heldOutOf(council))(summary)
}
