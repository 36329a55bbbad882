import { inLondon, londonDay } from '../kernel/london.ts'
import type { Instant } from '../kernel/time.ts'
import { earliest, isAtOrAfter, isBefore } from '../kernel/time.ts'
import { holidaysOf, isWorkingDay, workingDaysBefore } from '../kernel/working-days.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { Counts } from './response.ts'
import { countsOf } from './response.ts'
import type { Session } from './session.ts'
import type { HistoryEntry, SessionRecord, SessionSummary } from './session-record.ts'
import type { UndersubscribedCase } from './undersubscribed-case.ts'

type Judged = Pick<Session, 'kind' | 'startsAt'>
type MinimumRules = Pick<Rulebook, 'minimum' | 'workingDays'>
type Numbers = { readonly accepted: number; readonly tentative: number; readonly minimum: number }

export type Uptake =
  /** The council puts sessions of this kind to nobody. */
  | { readonly kind: 'not-judged' }
  | ({ readonly kind: 'before-review'; readonly reviewFrom: Instant } & Numbers)
  | ({ readonly kind: 'enough' } & Numbers)
  | ({ readonly kind: 'too-few' } & Numbers)

/** Hours that officers have at least between hearing of a late case and being asked to have decided it. */
const hoursToDecide = 3

/** How many Members must have accepted; 0 when this kind is never put to officers (C3.2). */
export function minimumFor(session: Pick<Session, 'kind'>, { minimum }: Pick<Rulebook, 'minimum'>): number {
  return minimum.byKind[session.kind] ?? minimum.members
}

/** When a session's count is first judged. Units: `reviewWorkingDays` skips weekends and holidays; `reviewAt` is London's. */
export function reviewFrom(session: Pick<Session, 'startsAt'>, rulebook: MinimumRules): Instant {
  return inLondon(reviewDay(session, rulebook), rulebook.minimum.reviewAt)
}

export function reviewDay({ startsAt }: Pick<Session, 'startsAt'>, { minimum, workingDays }: MinimumRules) {
  return workingDaysBefore(londonDay(startsAt), minimum.reviewWorkingDays, holidaysOf(workingDays))
}

/** The answers of the Members invited; rooms, lists, officers, presenters and partners are not among them (C3.3). */
export function countsIn(session: Session | SessionSummary): Counts {
  return 'counts' in session ? session.counts : countsOf(session.invitations.map((invitation) => invitation.response))
}

/**
 * Whether officers must decide a session's future because too few Members are coming.
 *
 * Opens a decision and never takes it. Tentative answers are shown beside the count and weigh what the rulebook says, which is
 * nothing unless a council chose otherwise. Each session is judged on its own count, whatever its repeat has (C3.8).
 *
 * Clauses: C3.2, C3.3 (TH 4.25: "less than 6 Members"), C3.8.
 */
export function uptakeOf(session: Session | SessionSummary, rulebook: MinimumRules, now: Instant): Uptake {
  const minimum = minimumFor(session, rulebook)
  if (minimum === 0) return { kind: 'not-judged' }
  const { accepted, tentative } = countsIn(session)
  const numbers = { accepted, tentative, minimum }
  const from = reviewFrom(session, rulebook)
  if (isBefore(now, from)) return { kind: 'before-review', reviewFrom: from, ...numbers }
  return { kind: isEnough(numbers, rulebook) ? 'enough' : 'too-few', ...numbers }
}

/** Whether officers would have to decide on the answers there are now, whenever they are asked (C3.2). */
export function hasTooFew(session: SessionSummary, rulebook: MinimumRules): boolean {
  const minimum = minimumFor(session, rulebook)
  const { accepted, tentative } = countsIn(session)
  return minimum > 0 && !isEnough({ accepted, tentative, minimum }, rulebook)
}

/** A hair is allowed for thirds and tenths, which no computer adds up to a whole. */
function isEnough({ accepted, tentative, minimum }: Numbers, rulebook: MinimumRules): boolean {
  return accepted + tentative * rulebook.minimum.tentativeCounts >= minimum - 1e-9
}

/**
 * When officers are asked to have decided a case raised at `openedAt`: at the rulebook's time on the day of the review, as long
 * as an hour is left until then; else at that time on the first working day that leaves them three hours. Never later than an
 * hour before the start, unless the case was raised even later than that: then at once.
 */
export function decideByOf(session: Judged, openedAt: Instant, rulebook: MinimumRules): Instant {
  const usual = inLondon(reviewDay(session, rulebook), rulebook.minimum.decideAt)
  const asked = isAtOrAfter(usual, openedAt.add({ hours: 1 })) ? usual : nextDecideAt(openedAt, rulebook)
  const latest = session.startsAt.subtract({ hours: 1 })
  const capped = earliest([asked, latest]) ?? asked
  return isBefore(capped, openedAt) ? openedAt : capped
}

function nextDecideAt(openedAt: Instant, { minimum, workingDays }: MinimumRules): Instant {
  const holidays = holidaysOf(workingDays)
  const soonest = openedAt.add({ hours: hoursToDecide })
  let on = londonDay(openedAt)
  for (let days = 0; days < 1000; days += 1) {
    const at = inLondon(on, minimum.decideAt)
    if (isWorkingDay(on, holidays) && isAtOrAfter(at, soonest)) return at
    on = on.add({ days: 1 })
  }
  throw new RangeError('no working day within reach: too many closures')
}

/** The last instant at which a case is raised (C3.9). */
export function lastCheckAt({ startsAt }: Pick<Session, 'startsAt'>, { minimum }: Pick<Rulebook, 'minimum'>): Instant {
  return startsAt.subtract({ minutes: minimum.lastCheckMinutes })
}

export type CaseAfter = {
  readonly undersubscribed: UndersubscribedCase
  /** The instant of the first review at the time at which the session now stands. */
  readonly reviewed: Instant | undefined
  readonly history: readonly HistoryEntry[]
}

/**
 * The question "too few are coming: what should happen?" as it stands now: raised, closed by itself, raised again, escalated.
 *
 * A decision to run it holds until fewer have accepted than officers knew of when they took it. A move closes the case where it
 * is seen (`observed`), and the session is then asked about anew at its new time. Nothing here ever cancels a session.
 *
 * Clauses: C3.2, C3.4, C3.9, C1.21.
 */
export function caseAfter(record: SessionRecord, rulebook: MinimumRules, now: Instant): CaseAfter {
  const { session } = record
  const reviewed = stillReviewed(record, rulebook, now)
  const before = session.undersubscribed
  if (session.standing.kind === 'untagged') return { undersubscribed: before, reviewed, history: [] }
  if (session.standing.kind === 'cancelled') return { ...closedIfOpen(session, 'cancelled', now), reviewed }
  if (isAtOrAfter(now, session.startsAt)) return { ...closedIfOpen(session, 'started', now), reviewed }
  // Nobody asks whether it should be held at a time at which it is not going to be.
  if (session.decision?.choice === 'postpone') return { undersubscribed: before, reviewed, history: [] }
  return judged(session, before, reviewed, rulebook, now)
}

/**
 * A review counts for the time at which the session stood then. Trap: a move may be dated after now, by the clock of another
 * instance; taken at its word, it would undo each review as soon as it was written.
 */
function stillReviewed({ session, moments: { reviewed } }: SessionRecord, rulebook: MinimumRules, now: Instant): Instant | undefined {
  if (!reviewed || isBefore(reviewed, reviewFrom(session, rulebook))) return undefined
  const movedSince = session.movedAt && isBefore(reviewed, session.movedAt) && isAtOrAfter(now, session.movedAt)
  return movedSince ? undefined : reviewed
}

function judged(
  session: Session,
  before: UndersubscribedCase,
  reviewed: Instant | undefined,
  rulebook: MinimumRules,
  now: Instant,
): CaseAfter {
  const uptake = uptakeOf(session, rulebook, now)
  if (uptake.kind === 'too-few') return tooFew(session, before, reviewed ?? now, uptake, rulebook, now)
  if (uptake.kind !== 'enough') return { ...closedIfOpen(session, 'rules-changed', now), reviewed }
  const closed = closedIfOpen(session, 'enough', now)
  const line: HistoryEntry = { at: now, what: { kind: 'reviewed', accepted: uptake.accepted, minimum: uptake.minimum } }
  return { ...closed, reviewed: reviewed ?? now, history: reviewed ? closed.history : [...closed.history, line] }
}

function tooFew(
  session: Session,
  before: UndersubscribedCase,
  reviewed: Instant,
  { accepted, minimum }: Numbers,
  rulebook: MinimumRules,
  now: Instant,
): CaseAfter {
  if (before.kind === 'open') return escalatedIfDue(before, reviewed, now)
  if (!mayRaise(session, before, accepted) || isBefore(lastCheckAt(session, rulebook), now)) {
    return { undersubscribed: before, reviewed, history: [] }
  }
  const round = before.kind === 'none' ? 1 : before.round + 1
  const raised = { kind: 'open', round, openedAt: now, decideBy: decideByOf(session, now, rulebook) } as const
  const after = escalatedIfDue(raised, reviewed, now)
  return { ...after, history: [{ at: now, what: { kind: 'raised', accepted, minimum, round } }, ...after.history] }
}

/** C3.9: after a decision the same question is not put again, unless fewer are coming than those who decided knew. */
function mayRaise(session: Session, before: UndersubscribedCase, accepted: number): boolean {
  if (before.kind === 'none') return true
  if (before.kind === 'open' || before.because === 'cancelled' || before.because === 'started') return false
  return session.decision === undefined || accepted < session.decision.knowing.counts.accepted
}

function escalatedIfDue(before: Extract<UndersubscribedCase, { kind: 'open' }>, reviewed: Instant, now: Instant): CaseAfter {
  const due = before.escalatedAt === undefined && isAtOrAfter(now, before.decideBy)
  if (!due) return { undersubscribed: before, reviewed, history: [] }
  return { undersubscribed: { ...before, escalatedAt: now }, reviewed, history: [{ at: now, what: { kind: 'escalated' } }] }
}

type ClosedBecause = Extract<UndersubscribedCase, { kind: 'closed' }>['because']

/** The case closed for a reason, with its line of history; one that is not open stays as it is. */
export function closedIfOpen(session: Session, because: ClosedBecause, now: Instant): Omit<CaseAfter, 'reviewed'> {
  const before = session.undersubscribed
  if (before.kind !== 'open') return { undersubscribed: before, history: [] }
  const { accepted } = countsIn(session)
  return {
    undersubscribed: { kind: 'closed', round: before.round, closedAt: now, because },
    history: [{ at: now, what: { kind: 'closed', because, accepted } }],
  }
}
