import type { SessionId } from '../kernel/ids.ts'
import { londonDay } from '../kernel/london.ts'
import type { Instant } from '../kernel/time.ts'
import { isBefore } from '../kernel/time.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { isOffered } from '../sessions/postponed.ts'
import type { Response } from '../sessions/response.ts'
import type { SessionSummary } from '../sessions/session-record.ts'
import { myUptake, type UptakeView } from '../sessions/summary.ts'
import { comingUpDays, runOf, type Contents, type Run } from './contents.ts'

/** What one Member last said to one session, whether or not Outlook shows it yet. */
export type OwnAnswer = { readonly response: Response; readonly movedSince: boolean }

/** A session to which the reader is asked for an answer. */
export type Asked = Run & { readonly title: string; readonly movedSince: boolean; readonly uptake: UptakeView }

/** What is asked for in this issue: what is coming up. What is new in it is asked for where it stands. */
const askedDays = comingUpDays

/** The one part of an issue that is the reader's own. */
export type ReadersPart = { readonly asked: readonly Asked[]; readonly answers: ReadonlyMap<SessionId, Response> }

type Around = {
  readonly rulebook: Rulebook
  readonly contents: Contents
  /** When the issue leaves or left, which says what it can ask. */
  readonly at: Instant
  /** What has begun by then, or was answered, is not asked. */
  readonly now: Instant
}

/**
 * What a Member has still to answer, the earliest deadline first, and what they said to the rest. Nothing already answered is asked again,
 * and nothing that the issue did not ask.
 *
 * Clauses: C4.2, C2.3, C4.17. `own` is what the Member's own list says, by session.
 */
export function readersPart(
  own: ReadonlyMap<SessionId, OwnAnswer>,
  sessions: readonly SessionSummary[],
  { rulebook, now, at, contents }: Around,
): ReadersPart {
  const until = londonDay(at).add({ days: askedDays })
  const fresh = new Set(contents.sections.filter(({ id }) => id === 'new').flatMap(runsIn))
  const asked = sessions
    .filter((session) => isOffered(session) && isBefore(now, session.startsAt) && isBefore(at, session.startsAt))
    .filter(({ firstSeenAt }) => !isBefore(at, firstSeenAt))
    .filter((session) => !fresh.has(session.id) && londonDay(session.startsAt).until(until).sign >= 0)
    .flatMap((session) => {
      const answer = own.get(session.id)
      if (!answer || (answer.response !== 'none' && !answer.movedSince)) return []
      return [{ ...runOf(session), title: session.title, movedSince: answer.movedSince, uptake: myUptake(session, rulebook, now) }]
    })
  const answers = new Map([...own].map(([id, { response }]) => [id, response] as const))
  return { asked: asked.toSorted((one, other) => deadline(one) - deadline(other)), answers }
}

/** The issue without what this reader is asked to answer: each thing stands once. */
export function withoutAsked({ sections }: Contents, { asked }: ReadersPart): Contents {
  const ids = new Set(asked.map(({ sessionId }) => sessionId))
  return {
    sections: sections.flatMap((section) => {
      if (section.id !== 'sessions') return [section]
      const items = section.items.filter((item) => item.kind !== 'session' || !item.runs.every((run) => ids.has(run.sessionId)))
      return items.length === 0 ? [] : [{ ...section, items }]
    }),
  }
}

function runsIn({ items }: Contents['sections'][number]): readonly SessionId[] {
  return items.flatMap((item) => (item.kind === 'session' ? item.runs.map((run) => run.sessionId) : []))
}

function deadline({ uptake, startsAt }: Asked): number {
  return (uptake.decideBy ?? startsAt).epochMilliseconds
}
