import type { MemberId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/time.ts'
import { isAtOrAfter, isBefore } from '../kernel/time.ts'
import type { Member } from '../members/member.ts'
import { mobileInWords } from '../members/mobile.ts'
import { whyByTelephone } from '../members/text-preferences.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { Response } from '../sessions/response.ts'
import type { Session } from '../sessions/session.ts'
import type { Call, DutyRecord, SessionRecord } from '../sessions/session-record.ts'
import { intention, toldOneByOne } from './told.ts'
import { unconfirmedFrom } from './unconfirmed.ts'

export type OnPhoneListBecause = 'no-mobile' | 'texts-off' | 'bad-number' | 'text-failed' | 'unconfirmed'

export type PhoneListEntry = {
  readonly memberId: MemberId
  readonly name: string
  readonly because: OnPhoneListBecause
  readonly had: Response
  /** Absent when the register knows no number at all. */
  readonly telephone?: string
  /** Oldest first; those taken back are among them, with `takenBackAt`. */
  readonly calls: readonly Call[]
  /** Told by telephone, or the text was delivered after all. A message left is not yet a Member told. */
  readonly reached: boolean
}

export type PhoneList = {
  readonly entries: readonly PhoneListEntry[]
  /** Texts confirmed without a call. */
  readonly delivered: number
  readonly onTheirWay: number
  readonly toRing: number
  readonly rung: number
}

const nobody: PhoneList = { entries: [], delivered: 0, onTheirWay: 0, toRing: 0, rung: 0 }

/**
 * Whom officers ring about a session cancelled at short notice: everyone affected whom a text cannot reach, did not reach, or
 * is not known to have reached. A Member stays on the list, reached or not, so that each call is seen.
 *
 * Clauses: C3.12, C4.14. An answer given after a Member is told by telephone changes nothing here.
 */
export function phoneListOf(record: SessionRecord, members: readonly Member[], rulebook: Rulebook, now: Instant): PhoneList {
  const { session } = record
  if (session.standing.kind !== 'cancelled') return nobody
  const told = toldOneByOne(session, members, rulebook, session.standing.at)
  const fates = told.map((member) => ({ member, fate: fateOf(member, record, rulebook, now) }))
  const entries = fates.flatMap(({ member, fate }) => ('because' in fate ? [entryOf(member, fate, record)] : []))
  const rung = entries.filter((entry) => wasTold(entry.calls)).length
  return {
    entries,
    delivered: fates.filter(({ fate }) => fate.kind === 'delivered').length,
    onTheirWay: fates.filter(({ fate }) => fate.kind === 'on-its-way').length,
    toRing: entries.filter((entry) => !entry.reached).length,
    rung,
  }
}

type Fate =
  | { readonly kind: 'delivered' }
  | { readonly kind: 'on-its-way' }
  | { readonly kind: 'ring'; readonly because: OnPhoneListBecause }
  /** Rung, or to be rung, before word came that the text had arrived. */
  | { readonly kind: 'delivered-late'; readonly because: OnPhoneListBecause }

function fateOf(member: Member, record: SessionRecord, rulebook: Rulebook, now: Instant): Fate {
  const notice = record.duties.find(({ duty }) => duty.purpose.kind === 'cancellation-notice' && duty.purpose.memberId === member.id)
  const byTelephone = whyByTelephone(member, rulebook)
  if (!notice && byTelephone) return { kind: 'ring', because: byTelephone }
  if (!notice) return unwritten(record.session, rulebook, now)
  const { state } = notice
  if (state.kind !== 'done') return awaited(notice, rulebook, now)
  const { outcome } = state
  if (outcome.kind === 'sent') return afterSending(notice, outcome, rulebook, now)
  const unreachable = outcome.kind === 'failed' && (outcome.because === 'no-mobile' || outcome.because === 'bad-number')
  if (unreachable) return { kind: 'ring', because: outcome.because }
  if (outcome.kind === 'skipped' && outcome.because === 'opted-out') return { kind: 'ring', because: 'texts-off' }
  return { kind: 'ring', because: 'text-failed' }
}

/** A text that was never written down is on its way no longer than one that was: a number put right since is no Member told. */
function unwritten({ standing }: Session, { cancellation }: Rulebook, now: Instant): Fate {
  const at = standing.kind === 'cancelled' ? standing.at : now
  const isOverdue = isAtOrAfter(now, at.add({ minutes: cancellation.unconfirmedMinutes }))
  return isOverdue ? { kind: 'ring', because: 'unconfirmed' } : { kind: 'on-its-way' }
}

function awaited(notice: DutyRecord, rulebook: Rulebook, now: Instant): Fate {
  const from = unconfirmedFrom(notice, rulebook)
  return from && isAtOrAfter(now, from) ? { kind: 'ring', because: 'unconfirmed' } : { kind: 'on-its-way' }
}

type Sent = Extract<Extract<DutyRecord['state'], { kind: 'done' }>['outcome'], { kind: 'sent' }>

function afterSending(notice: DutyRecord, { at, delivery }: Sent, rulebook: Rulebook, now: Instant): Fate {
  if (delivery === undefined || delivery.status === 'sending') return awaited(notice, rulebook, now)
  if (delivery.status !== 'delivered') return { kind: 'ring', because: 'text-failed' }
  const due = at.add({ minutes: rulebook.cancellation.unconfirmedMinutes })
  return isBefore(due, delivery.at) ? { kind: 'delivered-late', because: 'unconfirmed' } : { kind: 'delivered' }
}

function entryOf(member: Member, fate: Extract<Fate, { because: OnPhoneListBecause }>, { session, calls }: SessionRecord): PhoneListEntry {
  const invitation = session.invitations.find((each) => each.memberId === member.id)
  const made = calls.filter((call) => call.memberId === member.id)
  const telephone = telephoneOf(member, fate.because)
  return {
    memberId: member.id,
    name: member.shortName,
    because: fate.because,
    had: (invitation && (invitation.answeredOldTime ?? intention(invitation))) ?? 'none',
    ...(telephone ? { telephone } : {}),
    calls: made,
    reached: fate.kind === 'delivered-late' || wasTold(made),
  }
}

function wasTold(calls: readonly Call[]): boolean {
  return calls.some((call) => call.outcome === 'told' && call.takenBackAt === undefined)
}

/** Where a mobile did not answer the text, a landline first; a number given for a mobile may still be one to ring. */
function telephoneOf({ mobile, landline }: Member, because: OnPhoneListBecause): string | undefined {
  if (mobile.kind === 'usable') return (because === 'text-failed' ? landline : undefined) ?? mobileInWords(mobile)
  if (landline) return landline
  return mobile.kind === 'unusable' && mobile.because !== 'not-a-number' ? mobile.given : undefined
}
