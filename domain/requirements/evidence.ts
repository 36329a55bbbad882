import type { CourseId, MemberId, SessionId } from '../kernel/ids.ts'
import { londonDay } from '../kernel/london.ts'
import type { Day, Instant } from '../kernel/time.ts'
import { isBefore } from '../kernel/time.ts'
import type { MandatoryRule } from '../rulebook/mandatory.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { rulesOfCourse } from '../sessions/rules-met.ts'
import type { SessionSummary } from '../sessions/session-record.ts'

/** A session at which a Member is recorded as having been. Apologies, absence and nothing recorded are none. */
export type Attended = {
  readonly kind: 'attended'
  readonly on: Day
  readonly sessionId: SessionId
  readonly courseId: CourseId
  readonly title: string
}

/** What shows that a Member has done what a rule asks. */
export type Evidence = Attended

/** Each rule with what each Member has attended that meets it, oldest first. */
export type EvidenceByRule = ReadonlyMap<MandatoryRule['id'], ReadonlyMap<MemberId, readonly Evidence[]>>

type Held = Pick<SessionSummary, 'id' | 'courseId' | 'title' | 'meets' | 'startsAt' | 'endsAt' | 'standing' | 'attended'>

/** The rules that each session meets, by its title, by what officers said of it, or by what they said of another run of its course (C3.6). */
export function rulesOfEach<Run extends Pick<Held, 'id' | 'courseId' | 'title' | 'meets'>>(
  sessions: readonly Run[],
  rulebook: Pick<Rulebook, 'mandatory'>,
): readonly (readonly [Run, readonly MandatoryRule[]])[] {
  const byCourse = Map.groupBy(sessions, ({ courseId }) => courseId)
  return sessions.map((session) => [session, rulesOfCourse(session, byCourse.get(session.courseId) ?? [], rulebook)] as const)
}

/**
 * What attendance shows, of sessions in every standing: only one that stands and has begun was held (C5.1).
 *
 * Trap: that somebody accepted is no evidence, and nor is a session that Teams saw and nobody recorded.
 */
export function evidenceFrom(sessions: readonly Held[], rulebook: Pick<Rulebook, 'mandatory'>, now: Instant): EvidenceByRule {
  const held = sessions.filter(({ standing, startsAt, attended }) => standing.kind === 'standing' && attended && isBefore(startsAt, now))
  const found = new Map<string, Map<MemberId, Evidence[]>>()
  for (const [session, rules] of rulesOfEach(held.toSorted(byStart), rulebook))
    for (const rule of rules) for (const member of session.attended ?? []) add(found, rule.id, member, attendedAt(session))
  return found
}

function add(found: Map<string, Map<MemberId, Evidence[]>>, rule: string, member: MemberId, evidence: Evidence): void {
  const ofRule = found.get(rule) ?? new Map<MemberId, Evidence[]>()
  found.set(rule, ofRule.set(member, [...(ofRule.get(member) ?? []), evidence]))
}

function attendedAt({ id, courseId, title, startsAt }: Held): Attended {
  return { kind: 'attended', on: londonDay(startsAt), sessionId: id, courseId, title }
}

function byStart(one: Held, other: Held): number {
  return one.startsAt.epochMilliseconds - other.startsAt.epochMilliseconds
}
