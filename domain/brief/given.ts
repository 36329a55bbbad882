import { digest } from '../kernel/digest.ts'
import type { PersonId } from '../kernel/ids.ts'
import { inLondon, londonDay } from '../kernel/london.ts'
import { canonicalJson } from '../kernel/same.ts'
import type { Instant } from '../kernel/time.ts'
import { isAtOrAfter, isBefore } from '../kernel/time.ts'
import { holidaysOf, workingDaysBefore } from '../kernel/working-days.ts'
import { kindOf } from '../rulebook/in-force.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { lacksAims } from '../sessions/held.ts'
import { isOffered } from '../sessions/postponed.ts'
import type { Session } from '../sessions/session.ts'

/** C1.11: an officer has given the presenter the brief. `of`: what it then said that a presenter has to go by. */
export type BriefGiven = { readonly of: string; readonly by: PersonId; readonly byName: string; readonly at: Instant }

export type BriefTrouble = 'cancelled' | 'untagged' | 'postponed' | 'started' | 'no-aims'

/** Why a brief cannot be said to have been given as things stand. Undefined: it can. */
export function briefTrouble(session: Session, rulebook: Rulebook, now: Instant): BriefTrouble | undefined {
  const { standing, startsAt } = session
  if (standing.kind !== 'standing') return standing.kind
  if (!isOffered(session)) return 'postponed'
  if (isAtOrAfter(now, startsAt)) return 'started'
  return lacksAims({ kind: session.kind, aims: session.details?.aims }, rulebook) ? 'no-aims' : undefined
}

export function hasAims({ details }: Pick<Session, 'details'>): boolean {
  return (details?.aims ?? '').trim() !== ''
}

/**
 * From when officers are asked to give it; undefined: they are not, by the rulebook or because nobody presents what people do alone, with
 * one another or elsewhere.
 *
 * Units: working days skip weekends and the rulebook's holidays; `at` is London wall time.
 */
export function briefDueAt({ kind, startsAt }: Pick<Session, 'kind' | 'startsAt'>, rulebook: Rulebook): Instant | undefined {
  const { leadWorkingDays, at } = rulebook.brief
  const { countsAs } = kindOf(rulebook, kind)
  if (leadWorkingDays === 0 || (countsAs !== 'training' && countsAs !== 'briefing')) return undefined
  return inLondon(workingDaysBefore(londonDay(startsAt), leadWorkingDays, holidaysOf(rulebook.workingDays)), at)
}

/** What a presenter has to go by, in short: how many have accepted is other every day, and no reason to be told anew. */
export function briefMark({ title, startsAt, endsAt, delivery, place, details }: Session): string {
  const { aims, commitment, loopNeeded } = details ?? {}
  return digest(
    canonicalJson({ title, startsAt: String(startsAt), endsAt: String(endsAt), delivery, place, aims, commitment, loopNeeded }),
  ).slice(0, 32)
}

/** C1.11: the presenter of a session to come has no brief by now, or one that is out of date. */
export function isBriefOwed(session: Session, rulebook: Rulebook, now: Instant): boolean {
  const dueAt = briefDueAt(session, rulebook)
  if (!dueAt || isBefore(now, dueAt) || !isOffered(session) || isAtOrAfter(now, session.startsAt)) return false
  return session.brief?.of !== briefMark(session)
}
