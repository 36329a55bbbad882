import type { Instant } from '../../domain/kernel/time.ts'
import type { Mark } from '../../domain/attendance/mark.ts'
import type { Evaluation } from '../../domain/evaluations/evaluation.ts'
import type { Call, Moments } from '../../domain/sessions/session-record.ts'
import type { Invitation, Session } from '../../domain/sessions/session.ts'
import type { Actor, AuditDraft } from '../ports/audit.ts'
import { differing, only } from './differences.ts'

/** A session apart from who is invited: what its header holds. */
export type SessionFacts = { readonly session: Omit<Session, 'invitations' | 'others'>; readonly moments: Moments }

type Change = { readonly before: SessionFacts; readonly after: SessionFacts; readonly at: Instant }
type Told = Omit<AuditDraft, 'at' | 'object' | 'fields' | 'before' | 'after'>

/** What the first sight of a session is told by. */
export function observedEntry({ session }: SessionFacts, invited: number, at: Instant): AuditDraft {
  const object = { kind: 'session', id: session.id } as const
  return { at, actor: inOutlook(session), action: 'session-observed', object, after: session, details: { invited } }
}

/**
 * What changed about a session itself, worked out from how it stood and how it stands, so that nobody who changes one need tell it. When
 * it was last read is no change.
 */
export function sessionEntries({ before, after, at }: Change): readonly AuditDraft[] {
  const { session } = after
  const left = new Set(differing(before.session, session))
  left.delete('readAt')
  const take = (...names: readonly (keyof Session)[]) => names.filter((name) => left.delete(name))
  const tell = (fields: readonly string[], told: Told): AuditDraft => ({
    ...told,
    at,
    object: { kind: 'session', id: session.id },
    fields,
    before: only(fields, before.session),
    after: only(fields, session),
  })

  const drafts: AuditDraft[] = []
  const isDecided = left.has('decision') && session.decision !== undefined
  if (isDecided) drafts.push(tell(take('decision', 'standing', 'undersubscribed'), decisionTold(session)))
  else if (left.has('decision')) drafts.push(tell(take('decision'), { actor: inOutlook(session), action: 'decision-withdrawn' }))
  if (left.has('standing')) drafts.push(tell(take('standing'), standingTold(before.session, session)))
  if (left.has('startsAt') || left.has('endsAt'))
    drafts.push(tell(take('startsAt', 'endsAt', 'movedAt'), { actor: inOutlook(session), action: 'session-moved' }))
  if (left.has('undersubscribed')) drafts.push(tell(take('undersubscribed'), caseTold(before.session, session)))
  const accepted = session.acceptedClashes?.at(-1)
  if (accepted && left.has('acceptedClashes')) {
    drafts.push(tell(take('acceptedClashes'), { actor: { kind: 'officer', id: accepted.by }, action: 'clash-accepted' }))
  }
  drafts.push(...putDownEntries(session, take, tell))
  if (left.size > 0) drafts.push(tell([...left], { actor: inOutlook(session), action: 'session-changed' }))
  return [...drafts, ...momentEntries({ before, after, at })]
}

/** What officers put down in Quorate, each by whoever did it last. */
function putDownEntries(
  { details, factors, chases, shares, brief }: SessionFacts['session'],
  take: (...names: readonly (keyof Session)[]) => readonly string[],
  tell: (fields: readonly string[], told: Told) => AuditDraft,
): readonly AuditDraft[] {
  const acts = [
    { name: 'details', action: 'details-set', by: details?.by },
    { name: 'factors', action: 'factor-added', by: factors?.at(-1)?.by },
    { name: 'chases', action: 'members-chased', by: chases?.at(-1)?.by },
    { name: 'shares', action: 'shared-with-partners', by: shares?.at(-1)?.by },
    { name: 'brief', action: 'brief-given', by: brief?.by },
  ] as const
  return acts.flatMap(({ name, action, by }) => {
    const fields = by ? take(name) : []
    return by && fields.length > 0 ? [tell(fields, { actor: { kind: 'officer', id: by }, action })] : []
  })
}

function decisionTold({ decision }: SessionFacts['session']): Told {
  if (!decision) throw new TypeError('there is no decision to tell of')
  const { by, reasonId, choice } = decision
  return { actor: { kind: 'officer', id: by }, action: 'decision-taken', reason: reasonId, details: { choice } }
}

function standingTold(before: SessionFacts['session'], { standing, organiser }: SessionFacts['session']): Told {
  if (standing.kind === 'untagged') return { actor: inOutlook({ organiser }), action: 'session-untagged' }
  if (standing.kind === 'standing') return { actor: inOutlook({ organiser }), action: 'session-restored' }
  const { reason, through } = standing
  const byOfficer = reason && { actor: { kind: 'officer', id: reason.by } as const, reason: reason.id }
  if (before.standing.kind === 'cancelled') return { actor: inOutlook({ organiser }), ...byOfficer, action: 'reason-given' }
  const because = through === 'decision' ? byOfficer : undefined
  return { actor: inOutlook({ organiser }), ...because, action: 'session-cancelled', details: { through } }
}

function caseTold(before: SessionFacts['session'], { undersubscribed: now }: SessionFacts['session']): Told {
  const review: Actor = { kind: 'quorate', rule: 'review' }
  const was = before.undersubscribed
  if (now.kind === 'closed') return { actor: review, action: 'case-fallen', reason: now.because, details: { round: now.round } }
  if (now.kind === 'none') return { actor: review, action: 'case-changed' }
  const details = { round: now.round }
  if (was.kind !== 'open' || was.round !== now.round) return { actor: review, action: 'case-raised', details }
  if (now.escalatedAt && !was.escalatedAt) return { actor: { kind: 'quorate', rule: 'escalation' }, action: 'case-escalated', details }
  return { actor: review, action: 'case-changed', details }
}

function momentEntries({ before, after, at }: Change): readonly AuditDraft[] {
  const fields = differing(before.moments, after.moments)
  if (fields.length === 0) return []
  const object = { kind: 'session', id: after.session.id } as const
  const values = { before: only(fields, before.moments), after: only(fields, after.moments) }
  return [{ at, actor: { kind: 'quorate', rule: 'moments' }, action: 'moment-come', object, fields, ...values }]
}

type Answered = { readonly session: SessionFacts['session']; readonly before: Invitation | undefined; readonly after: Invitation }

/** An answer that a Member asked us to give, or that Outlook was found to show. A wish that Outlook has met is part of the latter. */
export function answerEntries({ session, before, after }: Answered, at: Instant): readonly AuditDraft[] {
  const { memberId: member } = after
  const told = { at, object: { kind: 'session', id: session.id } as const, member }
  const changed = differing(before ?? {}, after).filter((name) => name !== 'memberId' && name !== 'through')
  const given = changed.includes('wanted') && after.wanted !== undefined
  const seen = changed.filter((name) => name !== 'wanted' || !given)
  const isAnswer = seen.length > 0 && (before !== undefined || after.response !== 'none')
  const act = (fields: readonly string[]) => ({ ...told, fields, before: before && only(fields, before), after: only(fields, after) })
  // An answer that a move took away is nobody's act.
  const actor: Actor = after.response === 'none' ? inOutlook(session) : { kind: 'member', id: member }
  return [
    ...(given ? [{ ...act(['wanted']), actor: { kind: 'member', id: member } as const, action: 'answer-given' as const }] : []),
    ...(isAnswer ? [{ ...act(seen), actor, action: 'answer-observed' as const }] : []),
  ]
}

/** What came of ringing a Member, or that an officer took it back. */
export function callEntries(session: Session['id'], before: Call | undefined, after: Call, at: Instant): readonly AuditDraft[] {
  const fields = differing(before ?? {}, after).filter((name) => name !== 'byName')
  if (fields.length === 0) return []
  const takenBack = before !== undefined && after.takenBackAt !== undefined
  const by = takenBack ? (after.takenBackBy ?? after.by) : after.by
  const values = { before: before && only(fields, before), after: only(fields, after) }
  const about = { object: { kind: 'session', id: session } as const, member: after.memberId, fields, ...values }
  return [{ at, actor: { kind: 'officer', id: by }, action: takenBack ? 'call-taken-back' : 'call-recorded', ...about }]
}

/** One press on a register. Of a guest, who has no key of their own, only what kind of guest. */
export function markEntry(session: Session['id'], mark: Mark, at: Instant): AuditDraft {
  const { about, by, recorded, through, pressedAt } = mark
  const told = { at, object: { kind: 'session', id: session } as const, details: { through, pressedAt: String(pressedAt) } }
  if (about.kind === 'guest') {
    if (by.kind !== 'officer') throw new TypeError('a guest is recorded by an officer')
    return { ...told, actor: { kind: 'officer', id: by.id }, action: 'guest-recorded', reason: about.guest.kind }
  }
  const actor: Actor = by.kind === 'officer' ? { kind: 'officer', id: by.id } : { kind: 'member', id: about.memberId }
  return { ...told, actor, action: 'attendance-recorded', member: about.memberId, fields: ['recorded'], after: { recorded } }
}

/** What a Member said of a session, or an officer put down for her. */
export function evaluationEntries(
  session: Session['id'],
  before: Evaluation | undefined,
  after: Evaluation,
  at: Instant,
): readonly AuditDraft[] {
  const fields = differing(before ?? {}, after).filter((name) => name !== 'memberId' && name !== 'number')
  if (fields.length === 0) return []
  const { memberId: member, by, through } = after
  const actor: Actor = by ? { kind: 'officer', id: by.id } : { kind: 'member', id: member }
  const values = { before: before && only(fields, before), after: only(fields, after) }
  return [
    { at, actor, action: 'evaluation-given', object: { kind: 'session', id: session }, member, fields, ...values, details: { through } },
  ]
}

export type AudienceChange = { readonly added: number; readonly removed: number; readonly others: number }

/** Who is invited, as counts: each Member's own invitation stands in the record. */
export function audienceEntry(session: SessionFacts['session'], counts: AudienceChange, at: Instant): readonly AuditDraft[] {
  if (counts.added + counts.removed + counts.others === 0) return []
  const object = { kind: 'session', id: session.id } as const
  return [{ at, actor: inOutlook(session), action: 'invitations-changed', object, details: { ...counts } }]
}

function inOutlook({ organiser }: Pick<Session, 'organiser'>): Actor {
  return { kind: 'outlook', mailbox: organiser.id }
}
