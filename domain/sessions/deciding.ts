import type { Result } from '../kernel/result.ts'
import { ok, refused } from '../kernel/result.ts'
import type { Instant } from '../kernel/time.ts'
import { isAtOrAfter } from '../kernel/time.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { Choice, Decision } from './decision.ts'
import type { CancelReason, Session } from './session.ts'
import type { HistoryEntry, HistoryKind, SessionRecord, SessionSummary } from './session-record.ts'
import type { Uptake } from './undersubscribed.ts'
import { caseAfter, countsIn, minimumFor, uptakeOf } from './undersubscribed.ts'
import { intention } from '../duties/told.ts'
import { moneyOf } from './costs.ts'
import type { Need } from './mandatory.ts'
import { runsToCome } from './other-runs.ts'
import { isPostponed } from './postponed.ts'
import { placesFree } from './room.ts'

/** What an officer asks for. */
export type DecisionOrder = Pick<Decision, 'choice' | 'reasonId' | 'reasonWords' | 'message'> & { readonly mergeWith?: string }

type NothingBecause = Exclude<Uptake['kind'], 'too-few'> | 'decided' | 'untagged' | 'too-late'

export type DecisionRefusal =
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'started' }
  /** Only an open case is decided; a session that is not in question can be cancelled and nothing else. */
  | { readonly kind: 'nothing-to-decide'; readonly because: NothingBecause }
  | { readonly kind: 'unknown-reason' }
  /** C3.1: something else than the reasons listed must be said in words. */
  | { readonly kind: 'reason-needs-words' }
  /** C3.1, C3.2: lack of interest is a reason only for what was put to officers because too few are coming. */
  | { readonly kind: 'not-too-few' }
  | { readonly kind: 'no-such-run' }
  /** It has filled up meanwhile: `coming` of this session are not on it yet, and only `free` could be. */
  | { readonly kind: 'run-full'; readonly free: number; readonly coming: number }

/** Whether a choice clears calendars, so that a new invitation would be needed. What is postponed is moved in Outlook by an officer. */
export function clearsCalendars(choice: Choice): boolean {
  return choice === 'cancel' || choice === 'merge'
}

/**
 * Whether officers may take a decision on a session as it now stands.
 *
 * Any session that has not begun may be cancelled with a reason; running, postponing and merging answer an open case. What was postponed,
 * and is still at its old time in Outlook, may be run after all, and why is said in words.
 *
 * Clauses: C3.1, C3.4.
 */
export function mayDecide(
  record: SessionRecord,
  order: DecisionOrder,
  rulebook: Rulebook,
  otherRuns: readonly SessionSummary[],
  now: Instant,
  /** Other runs with their answers, as far as they have been read. */
  runs: readonly Session[] = [],
): Result<DecisionOrder, DecisionRefusal> {
  const { session } = record
  if (session.standing.kind === 'cancelled') return refused({ kind: 'cancelled' })
  if (isAtOrAfter(now, session.startsAt)) return refused({ kind: 'started' })
  if (takesBack(session, order)) return hasWords(order) ? ok(order) : refused({ kind: 'reason-needs-words' })
  const open = isInQuestion(record, rulebook, now)
  if (!open && order.choice !== 'cancel') return refused({ kind: 'nothing-to-decide', because: whyNothing(session, rulebook, now) })
  const reason = clearsCalendars(order.choice) ? mayGiveReason(order, rulebook, open) : ok(order)
  if (!reason.ok) return reason
  if (order.choice === 'merge' && !runsToCome(session, otherRuns, rulebook, now).some((run) => run.id === order.mergeWith)) {
    return refused({ kind: 'no-such-run' })
  }
  const target = order.choice === 'merge' ? runs.find((run) => run.id === order.mergeWith) : undefined
  const room = target && roomFor(session, target, rulebook)
  return room && !room.enough ? refused({ kind: 'run-full', free: room.free, coming: room.coming }) : ok(order)
}

/** C3.4: it was to be held at another time, and is held at the old one after all. */
function takesBack(session: Session, { choice }: Pick<Decision, 'choice'>): boolean {
  return choice === 'run' && isPostponed(session)
}

function hasWords({ reasonWords = '' }: Pick<DecisionOrder, 'reasonWords'>): boolean {
  return reasonWords.trim() !== ''
}

/**
 * Whether another run has places for everyone who is coming to this one and not to that one yet. Undefined: nobody knows its room.
 *
 * Who is tentative here is offered a place all the same, and counts for none.
 */
export function roomFor(session: Session, run: Session, rulebook: Pick<Rulebook, 'rooms'>) {
  const free = placesFree(run, rulebook)
  if (free === undefined) return undefined
  const there = new Set(acceptedBy(run))
  const coming = acceptedBy(session).filter((id) => !there.has(id)).length
  return { free, coming, enough: coming <= free }
}

function acceptedBy({ invitations }: Session): readonly string[] {
  return invitations.filter((each) => intention(each) === 'accepted').map(({ memberId }) => memberId)
}

/** Whether a reason is one that this council gives, with words where it needs them (C3.1, C3.13). */
export function mayGiveReason<Given extends { readonly reasonId: string; readonly reasonWords?: string }>(
  given: Given,
  { cancellation }: Pick<Rulebook, 'cancellation'>,
  tooFew: boolean,
): Result<Given, DecisionRefusal> {
  const reason = cancellation.reasons.find((each) => each.id === given.reasonId)
  if (!reason) return refused({ kind: 'unknown-reason' })
  if (reason.needsWords && !hasWords(given)) return refused({ kind: 'reason-needs-words' })
  if (reason.basis === 'lack-of-interest' && !tooFew) return refused({ kind: 'not-too-few' })
  return ok(given)
}

/** The case as it stands at this very moment, which a look that has not run yet may still have to write down. */
function isInQuestion(record: SessionRecord, rulebook: Rulebook, now: Instant): boolean {
  return record.session.standing.kind === 'standing' && caseAfter(record, rulebook, now).undersubscribed.kind === 'open'
}

function whyNothing(session: Session, rulebook: Rulebook, now: Instant): NothingBecause {
  if (session.standing.kind === 'untagged') return 'untagged'
  if (isPostponed(session)) return 'decided'
  const { kind } = uptakeOf(session, rulebook, now)
  if (kind !== 'too-few') return kind
  return session.decision ? 'decided' : 'too-late'
}

/** What is known at the moment of a decision, to be kept with it (C3.4). */
export function knownAt(
  session: Session,
  rulebook: Rulebook,
  otherRuns: readonly SessionSummary[],
  now: Instant,
  needs: readonly Need[] = [],
): Decision['knowing'] {
  const money = moneyOf(session, session.details?.costs ?? [], rulebook, now)
  return {
    counts: countsIn(session),
    minimum: minimumFor(session, rulebook),
    readAt: session.readAt,
    otherRuns: runsToCome(session, otherRuns, rulebook, now).map((run) => ({
      sessionId: run.id,
      startsAt: run.startsAt,
      accepted: run.counts.accepted,
    })),
    ...(money ? { money: { ifRun: money.ifRun, ifCancelled: money.ifCancelled } } : {}),
    ...(needs.length > 0
      ? { needs: needs.map(({ memberId, rule, otherwise }) => ({ memberId, rule: rule.id, otherwise: otherwise !== undefined })) }
      : {}),
    ...(session.factors ? { factors: session.factors } : {}),
  }
}

/**
 * A session on which a decision was just taken: its case closed, and cancelled at once where the choice clears calendars, so
 * that every reminder stops before Outlook has heard of it (C3.4, C3.10). What is owed because of it follows from `owed`.
 */
export function decided(session: Session, decision: Decision): { readonly session: Session; readonly history: readonly HistoryEntry[] } {
  const { undersubscribed, standing } = session
  const round = undersubscribed.kind === 'none' ? 1 : undersubscribed.round
  const cancelled = clearsCalendars(decision.choice)
  const answered = undersubscribed.kind === 'open' || !cancelled
  return {
    session: {
      ...session,
      decision,
      undersubscribed: answered ? { kind: 'closed', round, closedAt: decision.at, because: 'decided' } : undersubscribed,
      standing: cancelled ? { kind: 'cancelled', at: decision.at, through: 'decision', reason: reasonOf(decision) } : standing,
    },
    history: [{ at: decision.at, what: decidedLine(session, decision) }],
  }
}

function decidedLine(session: Session, { choice, byName, reasonWords }: Decision): HistoryKind {
  if (!takesBack(session, { choice })) return { kind: 'decided', choice, byName }
  return { kind: 'decided', choice, byName, insteadOf: 'postpone', ...(reasonWords ? { reason: reasonWords } : {}) }
}

function reasonOf({ reasonId, reasonWords, by, byName, at }: Decision): CancelReason {
  return { id: reasonId, by, byName, at, ...(reasonWords ? { words: reasonWords } : {}) }
}

/** A session cancelled in Outlook, with the reason that was missing (C3.13). */
export function withReason(
  session: Session,
  reason: CancelReason,
): { readonly session: Session; readonly history: readonly HistoryEntry[] } {
  if (session.standing.kind !== 'cancelled') return { session, history: [] }
  return {
    session: { ...session, standing: { ...session.standing, reason } },
    history: [{ at: reason.at, what: { kind: 'reason-given', byName: reason.byName, reasonId: reason.id } }],
  }
}
