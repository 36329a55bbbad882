import { londonDay } from '../../domain/kernel/london.ts'
import type { Instant } from '../../domain/kernel/time.ts'
import type { CommitteeMeeting } from '../../domain/meetings/meeting.ts'
import { nextSitting, wouldMeet } from '../../domain/requirements/ahead.ts'
import type { Evidence } from '../../domain/requirements/evidence.ts'
import type { Standing } from '../../domain/requirements/standing.ts'
import { ruleWords, standsWords, whyWords, type NextSitting, type Voice } from '../../domain/requirements/words.ts'
import type { Response } from '../../domain/sessions/response.ts'
import type { SessionSummary } from '../../domain/sessions/session-record.ts'
import type { Requirement } from '../contracts/requirements.ts'

type Around = {
  readonly voice: Voice
  readonly coming: readonly SessionSummary[]
  readonly answers: ReadonlyMap<SessionSummary['id'], Response>
  readonly meetings: readonly CommitteeMeeting[]
  readonly now: Instant
}

type Placed = { readonly view: Requirement; readonly asks: boolean; readonly before: string }

/** One rule as its Member, or an officer, reads of it; none for a rule that does not bind her. */
export function requirementOf(standing: Standing, { voice, coming, answers, meetings, now }: Around): readonly Placed[] {
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
    why: whyWords(bound, voice),
    stands: standsWords(standing, voice, sitting),
    status: status.kind,
    ...(by ? { by: String(by) } : {}),
    ...(sits.length > 0 ? { maySit: sits.every(({ maySit }) => maySit) } : {}),
    ...(rule.through === 'e-learning' ? { eLearning: true } : {}),
    evidence: evidence.map(evidenceView),
    ...(next ? { next: nextView(next.session, next.answer) } : {}),
  }
  return [{ view, asks, before: asks ? soonest(by, sitting) : '' }]
}

function evidenceView(shown: Evidence): Requirement['evidence'][number] {
  const on = String(shown.on)
  if (shown.kind === 'attended') return { kind: 'attended', on, title: shown.title, sessionId: shown.sessionId }
  if (shown.kind === 'completed') return { kind: 'completed', on, by: shown.byName }
  const { what, byName, until } = shown
  return { kind: 'accepted', on, by: byName, what, ...(until ? { until: String(until) } : {}) }
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

/** Those that want something first, the soonest first. */
export function inOrder(placed: readonly Placed[]): readonly Requirement[] {
  return placed.toSorted(byUrgency).map(({ view }) => view)
}

function byUrgency(one: Placed, other: Placed): number {
  if (one.asks !== other.asks) return one.asks ? -1 : 1
  return one.before < other.before ? -1 : one.before > other.before ? 1 : 0
}
