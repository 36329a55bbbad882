import type { CourseId, MemberId, SessionId } from '../kernel/ids.ts'
import { londonDay } from '../kernel/london.ts'
import type { Day, Instant } from '../kernel/time.ts'
import { isBefore } from '../kernel/time.ts'
import type { MandatoryRule } from '../rulebook/mandatory.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { rulesOfCourse } from '../sessions/rules-met.ts'
import type { SessionSummary } from '../sessions/session-record.ts'
import type { KeptCompletion } from './completion.ts'

/** A session at which a Member is recorded as having been. Apologies, absence and nothing recorded are none. */
export type Attended = {
  readonly kind: 'attended'
  readonly on: Day
  readonly sessionId: SessionId
  readonly courseId: CourseId
  readonly title: string
}

/** What an officer put down: an e-learning course finished (C5.9), or training had elsewhere and accepted from a day on (C5.11). */
type PutDown = { readonly on: Day; readonly id: string; readonly byName: string }
export type Completed = PutDown & { readonly kind: 'completed' }
export type Accepted = PutDown & { readonly kind: 'accepted'; readonly acceptedOn: Day; readonly until?: Day; readonly what: string }

/** What shows that a Member has done what a rule asks. */
export type Evidence = Attended | Completed | Accepted

type ByRule<One> = ReadonlyMap<MandatoryRule['id'], ReadonlyMap<MemberId, readonly One[]>>
/** Each rule with what each Member has attended that meets it, oldest first. */
export type AttendedByRule = ByRule<Attended>

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
export function attendedIn(sessions: readonly Held[], rulebook: Pick<Rulebook, 'mandatory'>, now: Instant): AttendedByRule {
  const held = sessions.filter(({ standing, startsAt, attended }) => standing.kind === 'standing' && attended && isBefore(startsAt, now))
  const found = new Map<string, Map<MemberId, Attended[]>>()
  for (const [session, rules] of rulesOfEach(held.toSorted(byStart), rulebook))
    for (const rule of rules) for (const member of session.attended ?? []) add(found, rule.id, member, attendedAt(session))
  return found
}

function add(found: Map<string, Map<MemberId, Attended[]>>, rule: string, member: MemberId, evidence: Attended): void {
  const ofRule = found.get(rule) ?? new Map<MemberId, Attended[]>()
  found.set(rule, ofRule.set(member, [...(ofRule.get(member) ?? []), evidence]))
}

function attendedAt({ id, courseId, title, startsAt }: Held): Attended {
  return { kind: 'attended', on: londonDay(startsAt), sessionId: id, courseId, title }
}

function byStart(one: Held, other: Held): number {
  return one.startsAt.epochMilliseconds - other.startsAt.epochMilliseconds
}

/** Everything that shows how one Member stands to one rule, oldest first: what was attended, and what officers put down and nobody withdrew. */
export function evidenceOf(
  rule: Pick<MandatoryRule, 'id'>,
  member: MemberId,
  attended: AttendedByRule,
  completions: readonly KeptCompletion[],
): readonly Evidence[] {
  const told = completions
    .filter((each) => each.ruleId === rule.id && each.memberId === member && !each.withdrawn)
    .map((each): Evidence => {
      const { id, on, byName, until, what = '', at } = each
      if (each.kind === 'completed') return { kind: 'completed', on, id, byName }
      return { kind: 'accepted', on, id, byName, acceptedOn: londonDay(at), what, ...(until ? { until } : {}) }
    })
  const all: readonly Evidence[] = [...(attended.get(rule.id)?.get(member) ?? []), ...told]
  return all.toSorted((one, other) => other.on.until(one.on).sign)
}
