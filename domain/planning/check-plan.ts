import type { MemberId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/time.ts'
import type { AcceptedClash } from '../meetings/accepted-clash.ts'
import type { Around } from '../meetings/clash.ts'
import { acceptedIn, clashesOf } from '../meetings/clash.ts'
import { everyMember } from '../members/audience.ts'
import type { Member } from '../members/member.ts'
import { londonDay } from '../kernel/london.ts'
import { kindOf } from '../rulebook/in-force.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { invitedByRight } from '../sessions/invited-by-right.ts'
import { pairOf } from '../sessions/other-runs.ts'
import type { SessionSummary } from '../sessions/session-record.ts'
import type { Invitation } from '../sessions/session.ts'
import { invitedPoints, wholly } from './invited-points.ts'
import { datePoints } from './date-points.ts'
import type { Plan, Point, ShortCheckLine } from './plan.ts'
import { weights } from './plan.ts'
import { roomPoints } from './room-points.ts'
import { shortCheckOf } from './short-check.ts'

export type PlanCheck = {
  /** What weighs most comes first. */
  readonly points: readonly Point[]
  readonly lines: readonly ShortCheckLine[]
  /** Members whom it is for; undefined where nobody can tell. */
  readonly invited?: number
}

type Known = {
  readonly around: Around
  readonly members: readonly Member[]
  readonly runs: readonly SessionSummary[]
  readonly rulebook: Rulebook
  /** What officers have said stays beside it, as it now stands; what they said on the page of another session is with that one. */
  readonly accepted: readonly AcceptedClash[]
  readonly now: Instant
}

/**
 * Everything that is known for and against a plan, before anybody is invited. It decides nothing.
 *
 * Where nobody can tell whom it is for, it is held against the duties of those whom it invites, or else of every Member: unknown is not
 * nobody.
 *
 * Clauses: C1.3, C1.6, C1.7, C1.14, C12.6 to C12.9, C12.14, C14.3, C14.5, C14.8, C14.9, C14.12.
 */
export function checkPlan(plan: Plan, { around, members, runs, rulebook, accepted, now }: Known): PlanCheck {
  const right = rightfully(plan, members, rulebook)
  const reached = wholly(plan.reaches)
  const invited = plan.invited?.length ?? right?.length ?? reached?.length
  const every = () => everyMember(members, rulebook, londonDay(plan.startsAt)).map(({ id }) => id)
  const asked = plan.invited ?? right?.map(({ id }) => id) ?? reached ?? every()
  const points = [
    ...datePoints(plan, rulebook, now),
    ...clashPoints(plan, { around, members, rulebook, accepted }, asked),
    ...invitedPoints(plan, right),
    ...kindPoints(plan, !right && !plan.invited && !reached, runs, rulebook),
    ...roomPoints(plan, invited, rulebook),
  ].toSorted((one, other) => weights.indexOf(one.weight) - weights.indexOf(other.weight))
  return { points, lines: shortCheckOf(plan, points), ...(invited === undefined ? {} : { invited }) }
}

function rightfully({ kind, startsAt, audience }: Plan, members: readonly Member[], rulebook: Rulebook): readonly Member[] | undefined {
  return invitedByRight({ kind, startsAt, ...(audience ? { details: { audience } } : {}) }, members, rulebook)
}

function clashPoints(plan: Plan, { around, members, rulebook, accepted }: Omit<Known, 'runs' | 'now'>, asked: readonly MemberId[]) {
  const invitations = asked.map((memberId): Invitation => ({ memberId, response: 'none', through: 'named' }))
  const held = { ...plan, invitations, standing: { kind: 'standing' } } as const
  return clashesOf(held, around, members, rulebook).map((clash): Point => {
    const word = acceptedIn({ acceptedClashes: accepted }, clash.id, around)
    return { weight: word ? 'note' : 'warning', about: 'clash', ...clash, ...(word ? { accepted: word } : {}) }
  })
}

function kindPoints(plan: Plan, isUnknown: boolean, runs: readonly SessionSummary[], rulebook: Rulebook): readonly Point[] {
  const { audienceFixed } = kindOf(rulebook, plan.kind)
  const pair = pairOf(plan, runs, rulebook)
  const isNarrowed = plan.audience !== undefined && plan.audience.kind !== 'all-members'
  const online: Point | undefined =
    audienceFixed && plan.delivery !== 'hybrid'
      ? { weight: 'warning', about: 'offer-both' }
      : plan.delivery === 'in-person'
        ? { weight: 'note', about: 'offer-online' }
        : undefined
  return [
    ...(audienceFixed && isNarrowed ? [{ weight: 'refused', about: 'audience-fixed' } as const] : []),
    ...(isUnknown ? [{ weight: 'note', about: 'audience-unknown' } as const] : []),
    ...(online ? [online] : []),
    ...(pair === 'not-needed' || pair === 'complete' ? [] : [{ weight: 'note', about: 'repeat', pair } as const]),
  ]
}
