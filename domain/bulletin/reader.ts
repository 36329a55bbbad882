import type { SessionId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/time.ts'
import { isBefore } from '../kernel/time.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { Response } from '../sessions/response.ts'
import type { SessionSummary } from '../sessions/session-record.ts'
import { myUptake, type UptakeView } from '../sessions/summary.ts'
import { runOf, type Run } from './contents.ts'

/** What one Member last said to one session, whether or not Outlook shows it yet. */
export type OwnAnswer = { readonly response: Response; readonly movedSince: boolean }

/** A session to which the reader is asked for an answer. */
export type Asked = Run & { readonly title: string; readonly movedSince: boolean; readonly uptake: UptakeView }

/** The one part of an issue that is the reader's own. */
export type ReadersPart = { readonly asked: readonly Asked[]; readonly answers: ReadonlyMap<SessionId, Response> }

/**
 * What a Member has still to answer, the earliest deadline first, and what they said to the rest. Nothing already answered is asked again.
 *
 * Clauses: C4.2, C2.3. `own` is what the Member's own list says, by session.
 */
export function readersPart(
  own: ReadonlyMap<SessionId, OwnAnswer>,
  sessions: readonly SessionSummary[],
  rulebook: Rulebook,
  now: Instant,
): ReadersPart {
  const asked = sessions
    .filter((session) => session.standing.kind === 'standing' && isBefore(now, session.startsAt))
    .flatMap((session) => {
      const answer = own.get(session.id)
      if (!answer || (answer.response !== 'none' && !answer.movedSince)) return []
      return [{ ...runOf(session), title: session.title, movedSince: answer.movedSince, uptake: myUptake(session, rulebook, now) }]
    })
  const answers = new Map([...own].map(([id, { response }]) => [id, response] as const))
  return { asked: asked.toSorted((one, other) => deadline(one) - deadline(other)), answers }
}

function deadline({ uptake, startsAt }: Asked): number {
  return (uptake.decideBy ?? startsAt).epochMilliseconds
}
