import { sessionId } from '../../domain/kernel/ids.ts'
import { inLondon, londonDay } from '../../domain/kernel/london.ts'
import { ok, refused } from '../../domain/kernel/result.ts'
import type { Result } from '../../domain/kernel/result.ts'
import { instant, isBefore } from '../../domain/kernel/time.ts'
import type { Span } from '../../domain/meetings/meeting.ts'
import type { Member } from '../../domain/members/member.ts'
import { checkPlan } from '../../domain/planning/check-plan.ts'
import { monthsTried, otherTimes } from '../../domain/planning/other-times.ts'
import type { Plan, Point } from '../../domain/planning/plan.ts'
import type { Rulebook } from '../../domain/rulebook/rulebook.ts'
import { courseOf } from '../../domain/sessions/course.ts'
import { isOffered } from '../../domain/sessions/postponed.ts'
import { asHeld } from '../../domain/sessions/recognise.ts'
import type { Session } from '../../domain/sessions/session.ts'
import type { PlanBody, PlanCheck, PlanPoint } from '../contracts/plan.ts'
import type { Council } from '../ports/council.ts'
import { audienceGiven, checkGiven } from './given-details.ts'
import { onWire } from './on-wire.ts'
import { reachOf, type OpenLists } from './reach-of-invitation.ts'
import { aroundOf, longestDays } from './read-around.ts'

export type PlanFault = { readonly path: 'kind' | 'startsAt' | 'endsAt' | 'audience.members'; readonly because: string }
export type PlanRefusal = { readonly kind: 'no-such-session' } | { readonly kind: 'faulty'; readonly faults: readonly PlanFault[] }

type Reading = Pick<Council, 'clock' | 'rulebook' | 'sessions' | 'meetings' | 'members' | 'officers'>

/** Nobody plans further ahead. */
const furthestDays = 1100
/** What no session of ours is called: a plan that does not stand yet is beside everything. */
const notYet = sessionId('planned')

/**
 * Everything for and against a session at a time and a place, and other times at which nothing speaks against it. Reads only: an officer
 * asks it as often as she likes, before anybody is invited. `openLists` is asked only of an invitation that names lists.
 *
 * Clauses: C1.3, C12.9, C12.14, C14.5, C14.8, C14.9, C14.12.
 */
export async function readPlanCheck(council: Reading, body: PlanBody, openLists: OpenLists): Promise<Result<PlanCheck, PlanRefusal>> {
  const { clock, rulebook, sessions, meetings, members } = council
  const now = clock.now()
  const roll = await members.all()
  const faults = faultsIn(body, council, roll)
  if (faults.length > 0) return refused({ kind: 'faulty', faults })
  const standing = body.sessionId === undefined ? undefined : (await sessions.find(sessionId(body.sessionId)))?.session
  if (body.sessionId !== undefined && !standing) return refused({ kind: 'no-such-session' })

  const reaches = body.invited && (await reachOf(council, { ...body.invited, startsAt: instant(body.startsAt) }, openLists))
  const plan = { ...planOf(body, standing, rulebook), ...(reaches ? { reaches } : {}) }
  const months = monthsFrom(plan)
  const [around, held, near, runs, calendar] = await Promise.all([
    aroundOf(council, plan),
    meetings.between(months.startsAt, months.endsAt),
    sessions.between(months.startsAt, months.endsAt),
    sessions.runsOf(plan.courseId),
    meetings.calendar(),
  ])
  const accepted = standing?.acceptedClashes ?? []
  const { points, lines, invited } = checkPlan(plan, { around, members: roll, runs, rulebook, accepted, now })
  const others = near.filter((each) => each.id !== plan.id && isOffered(each))
  const last = calendar?.readAt === undefined ? undefined : calendar.to
  const known = { meetings: held, sessions: others, now, ...(last ? { meetingsUntil: last } : {}) }
  return ok({
    now: String(now),
    points: points.map((point) => pointView(point, roll)),
    lines: lines.map((line) => ({ ...line })),
    ...(invited === undefined ? {} : { invited }),
    otherTimes: onWire(otherTimes(plan, known, rulebook)),
    meetingsKnown: last !== undefined && londonDay(plan.endsAt).until(last).sign >= 0,
  })
}

function faultsIn({ kind, startsAt, endsAt, audience }: PlanBody, { rulebook, clock }: Reading, roll: readonly Member[]): PlanFault[] {
  const [from, to] = [instant(startsAt), instant(endsAt)]
  const ids = new Set<string>(roll.map(({ id }) => id))
  const strangers = audience?.kind === 'named' && audience.members.some((id) => !ids.has(id))
  const away = Math.abs(clock.now().until(from).total('hours')) / 24
  return [
    ...(rulebook.kinds.some(({ id }) => id === kind) ? [] : [{ path: 'kind', because: 'no-such-kind' } as const]),
    ...(away > furthestDays ? [{ path: 'startsAt', because: 'too-far-away' } as const] : []),
    ...(isBefore(from, to) ? [] : [{ path: 'endsAt', because: 'ends-before-it-begins' } as const]),
    ...(from.until(to).total('hours') > 24 * longestDays ? [{ path: 'endsAt', because: 'too-long' } as const] : []),
    ...(strangers ? [{ path: 'audience.members', because: 'no-such-member' } as const] : []),
  ]
}

function planOf(
  { title, kind, delivery, place, audience, loopNeeded = false, check, ...body }: PlanBody,
  standing: Session | undefined,
  rulebook: Pick<Rulebook, 'kinds'>,
): Plan {
  return {
    id: standing?.id ?? notYet,
    courseId: standing?.courseId ?? courseOf(title ?? ''),
    kind: asHeld(kind, delivery, rulebook),
    delivery,
    startsAt: instant(body.startsAt),
    endsAt: instant(body.endsAt),
    loopNeeded,
    ...(place ? { place } : {}),
    ...audienceGiven(audience),
    // An appointment to which no Member is invited yet is held against those whom it is for.
    ...(standing && standing.invitations.length > 0 ? { invited: standing.invitations.map((each) => each.memberId) } : {}),
    check: checkGiven(check).check ?? {},
  }
}

function monthsFrom({ startsAt }: Plan): Span {
  const first = londonDay(startsAt).with({ day: 1 })
  return { startsAt: inLondon(first, '00:00'), endsAt: inLondon(first.add({ months: monthsTried }), '00:00') }
}

function pointView(point: Point, roll: readonly Member[]): PlanPoint {
  if (point.about === 'event') {
    const { weight, about, event, isSure, isEve } = point
    const { label, from, to, hours } = event
    return { weight, about, label, from, to, hours, isSure, isEve }
  }
  if (point.about === 'cycle') {
    const { weight, about, label, part, from, to } = point
    return { weight, about, label, part, from, to }
  }
  const nameOf = (each: string) => roll.find((member) => member.id === each)?.shortName ?? 'A Member who has left'
  const namedAll = (ids: readonly string[]) => ids.map((memberId) => ({ memberId, name: nameOf(memberId) }))
  if (point.about === 'missing' || point.about === 'surplus') return { ...point, members: namedAll(point.members) }
  if (point.about !== 'clash') return onWire(point)
  const { weight, about, id, against, affected, accepted } = point
  return {
    weight,
    about,
    clashId: id,
    against: onWire(against),
    ...(affected ? { affected: namedAll(affected) } : {}),
    ...(accepted ? { accepted: { by: accepted.byName, at: String(accepted.at), reason: accepted.reason } } : {}),
  }
}
