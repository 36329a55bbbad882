import { inLondon, londonDay } from '../../domain/kernel/london.ts'
import type { Instant } from '../../domain/kernel/time.ts'
import type { CommitteeMeeting } from '../../domain/meetings/meeting.ts'
import type { Member } from '../../domain/members/member.ts'
import { nextSitting, sessionsAhead, wouldMeet } from '../../domain/requirements/ahead.ts'
import { evidenceFrom } from '../../domain/requirements/evidence.ts'
import { standingOf, type Standing } from '../../domain/requirements/standing.ts'
import { ruleWords, standsWords, whyWords, type NextSitting } from '../../domain/requirements/words.ts'
import type { Response } from '../../domain/sessions/response.ts'
import type { SessionSummary } from '../../domain/sessions/session-record.ts'
import type { MyRequirements, Requirement } from '../contracts/requirements.ts'
import type { Council } from '../ports/council.ts'

/** Two election cycles: whoever last attended longer ago is asked again. */
const yearsBack = 8
const yearsAhead = 1
const meetingsAhead = { hours: 24 * 183 }

type Reading = Pick<Council, 'clock' | 'rulebook' | 'sessions' | 'meetings'>

/**
 * C5.1: what a Member must do, with why, and the session that would meet it.
 *
 * Reads: the lists of nine years and the meetings of half a year, and where nothing is mandatory nothing.
 */
export async function readMyRequirements(council: Reading, member: Member): Promise<MyRequirements> {
  const { clock, rulebook, sessions, meetings } = council
  const now = clock.now()
  const on = londonDay(now)
  if (rulebook.mandatory.rules.length === 0) return { on: String(on), requirements: [], now: String(now) }
  const from = inLondon(on.subtract({ years: yearsBack }), '00:00')
  const until = inLondon(on.add({ years: yearsAhead }), '00:00')
  const [near, mine, ahead] = await Promise.all([
    sessions.between(from, until),
    sessions.ofMember(member.id, now, until),
    meetings.between(now, now.add(meetingsAhead)),
  ])
  const evidence = evidenceFrom(near, rulebook, now)
  const answers = new Map(mine.map((each) => [each.sessionId, each.wanted?.answer ?? each.response] as const))
  const coming = sessionsAhead(near, rulebook, now)
  const requirements = rulebook.mandatory.rules.flatMap((rule) => {
    const standing = standingOf(rule, member, evidence.get(rule.id)?.get(member.id) ?? [], on, rulebook)
    return requirementOf(standing, { coming: coming.get(rule.id) ?? [], answers, meetings: ahead, now })
  })
  return { on: String(on), requirements: requirements.toSorted(byUrgency).map(({ view }) => view), now: String(now) }
}

type Around = {
  readonly coming: readonly SessionSummary[]
  readonly answers: ReadonlyMap<SessionSummary['id'], Response>
  readonly meetings: readonly CommitteeMeeting[]
  readonly now: Instant
}

type Placed = { readonly view: Requirement; readonly asks: boolean; readonly before: string }

function requirementOf(standing: Standing, { coming, answers, meetings, now }: Around): readonly Placed[] {
  const { rule, status, bound, sits, evidence } = standing
  if (!bound || status.kind === 'not-needed') return []
  const sitting = nextSitting(standing, meetings, now)
  const asks = status.kind !== 'done'
  const next = asks ? wouldMeet(coming, answers) : undefined
  const by = status.kind === 'done' ? status.moreBy : status.by
  const view: Requirement = {
    ruleId: rule.id,
    label: rule.label,
    says: ruleWords(rule),
    why: whyWords(bound, 'you'),
    stands: standsWords(standing, 'you', sitting),
    status: status.kind,
    ...(by ? { by: String(by) } : {}),
    ...(sits.length > 0 ? { maySit: sits.every(({ maySit }) => maySit) } : {}),
    evidence: evidence.map(({ kind, on, title, sessionId }) => ({ kind, on: String(on), title, sessionId })),
    ...(next ? { next: nextView(next.session, next.answer) } : {}),
  }
  return [{ view, asks, before: asks ? soonest(by, sitting) : '' }]
}

function nextView(
  { id, title, startsAt, endsAt }: SessionSummary,
  answer: NonNullable<Requirement['next']>['answer'],
): Requirement['next'] {
  return { sessionId: id, title, startsAt: String(startsAt), endsAt: String(endsAt), answer }
}

/** By when it is wanted; what has no date comes after everything that has one. */
function soonest(by: { toString(): string } | undefined, sitting: NextSitting | undefined): string {
  const days = [...(by ? [String(by)] : []), ...(sitting ? [String(londonDay(sitting.at))] : [])]
  return days.toSorted()[0] ?? '9999'
}

function byUrgency(one: Placed, other: Placed): number {
  if (one.asks !== other.asks) return one.asks ? -1 : 1
  return one.before < other.before ? -1 : one.before > other.before ? 1 : 0
}
