import { londonDay } from '../kernel/london.ts'
import type { MemberId, SessionId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/time.ts'
import { isAtOrAfter } from '../kernel/time.ts'
import type { Around, ClashesWith } from '../meetings/clash.ts'
import { clashesOf, unsettled } from '../meetings/clash.ts'
import { everyMember } from '../members/audience.ts'
import type { Member } from '../members/member.ts'
import type { Officer } from '../members/officer.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { Pair } from '../sessions/other-runs.ts'
import { pairOf } from '../sessions/other-runs.ts'
import type { SessionRecord, SessionSummary } from '../sessions/session-record.ts'
import { countsIn, minimumFor } from '../sessions/undersubscribed.ts'
import { failuresOf } from './failures.ts'
import type { Elsewhere } from '../sessions/mandatory.ts'
import type { RegisterAttention } from './register-attention.ts'
import { registerRow } from './register-attention.ts'
import type { SessionAttention } from './session-attention.ts'
import { putDownAttention } from './session-attention.ts'
import type { OnPhoneListBecause } from './phone-list.ts'
import { phoneListOf } from './phone-list.ts'

type About = { readonly sessionId: SessionId; readonly title: string; readonly startsAt: Instant }
type Named<Because extends string = string> = { readonly name: string; readonly because: Because }

/** One thing that waits for an officer. It goes when it is dealt with, or when there is nothing left to do about it in time. */
export type AttentionRow =
  | ({
      readonly kind: 'ring'
      readonly group: 'now'
      readonly cancelledAt: Instant
      readonly toRing: readonly Named<OnPhoneListBecause>[]
      readonly delivered: number
      readonly rung: number
    } & About)
  | ({
      readonly kind: 'decide'
      readonly group: 'decide'
      readonly accepted: number
      readonly tentative: number
      readonly none: number
      readonly minimum: number
      readonly decideBy: Instant
      readonly escalated: boolean
    } & About)
  | ({ readonly kind: 'reason-missing'; readonly group: 'put-right'; readonly cancelledAt: Instant; readonly organiser: string } & About)
  | ({ readonly kind: 'untagged'; readonly group: 'put-right'; readonly organiser: string } & About)
  | ({ readonly kind: 'message-failed'; readonly group: 'put-right'; readonly failed: readonly Named[] } & About)
  | ({ readonly kind: 'list-unresolvable'; readonly group: 'put-right'; readonly list: string } & About)
  | ({
      readonly kind: 'clash'
      readonly group: 'put-right'
      readonly clashId: string
      readonly against: ClashesWith
      /** Who would have to be at both; absent where nobody knows who sits on the committee. */
      readonly affected?: readonly string[]
    } & About)
  | { readonly kind: 'bad-mobile'; readonly group: 'put-right'; readonly memberId: MemberId; readonly name: string; readonly given: string }
  | SessionAttention
  | RegisterAttention
  | ({ readonly kind: 'no-repeat'; readonly group: 'moment'; readonly pair: Exclude<Pair, 'not-needed' | 'complete'> } & About)

/** Everything about one session that waits for an officer. Rows about Members are `rollAttention`'s. */
export function attentionOf(
  record: SessionRecord,
  members: readonly Member[],
  officers: readonly Officer[],
  rulebook: Rulebook,
  otherRuns: readonly SessionSummary[],
  now: Instant,
  around?: Around,
  elsewhere?: Elsewhere,
): readonly AttentionRow[] {
  const rows = [
    ringRow(record, members, rulebook, now),
    decideRow(record, rulebook),
    reasonRow(record),
    untaggedRow(record, now),
    failedRow(record, members, officers, rulebook, now),
    ...listRows(record, now),
    ...(around ? clashRows(record, around, members, rulebook, now) : []),
    ...putDownAttention(record.session, { members, rulebook, now, elsewhere }),
    registerRow(record, { members, rulebook, now }),
    repeatRow(record, rulebook, otherRuns, now),
  ]
  return rows.filter((row) => row !== undefined)
}

/** Members in office whose number cannot be texted: once each, whatever they are invited to. */
export function rollAttention(members: readonly Member[], rulebook: Rulebook, now: Instant): readonly AttentionRow[] {
  return everyMember(members, rulebook, londonDay(now)).flatMap(({ id, shortName, mobile }) =>
    mobile.kind === 'unusable' ? [{ kind: 'bad-mobile', group: 'put-right', memberId: id, name: shortName, given: mobile.given }] : [],
  )
}

function aboutOf({ session }: SessionRecord): About {
  return { sessionId: session.id, title: session.title, startsAt: session.startsAt }
}

/** It stands, and has not begun. */
function isToCome({ session }: SessionRecord, now: Instant): boolean {
  return session.standing.kind === 'standing' && !isAtOrAfter(now, session.startsAt)
}

/** Ringing about a session is over when everyone was reached, or when it would have ended. */
function ringRow(record: SessionRecord, members: readonly Member[], rulebook: Rulebook, now: Instant): AttentionRow | undefined {
  const { standing, endsAt } = record.session
  if (standing.kind !== 'cancelled' || isAtOrAfter(now, endsAt)) return undefined
  const { entries, delivered, rung } = phoneListOf(record, members, rulebook, now)
  const toRing = entries.filter((entry) => !entry.reached).map(({ name, because }) => ({ name, because }))
  if (toRing.length === 0) return undefined
  return { kind: 'ring', group: 'now', ...aboutOf(record), cancelledAt: standing.at, toRing, delivered, rung }
}

function decideRow(record: SessionRecord, rulebook: Rulebook): AttentionRow | undefined {
  const { session } = record
  const question = session.undersubscribed
  if (question.kind !== 'open' || session.standing.kind !== 'standing') return undefined
  const { accepted, tentative, none } = countsIn(session)
  const minimum = minimumFor(session, rulebook)
  const escalated = question.escalatedAt !== undefined
  return { kind: 'decide', group: 'decide', ...aboutOf(record), accepted, tentative, none, minimum, decideBy: question.decideBy, escalated }
}

function reasonRow(record: SessionRecord): AttentionRow | undefined {
  const { standing, organiser } = record.session
  if (standing.kind !== 'cancelled' || standing.through !== 'outlook' || standing.reason) return undefined
  return { kind: 'reason-missing', group: 'put-right', ...aboutOf(record), cancelledAt: standing.at, organiser: organiser.name }
}

function untaggedRow(record: SessionRecord, now: Instant): AttentionRow | undefined {
  const { standing, organiser, startsAt } = record.session
  if (standing.kind !== 'untagged' || isAtOrAfter(now, startsAt)) return undefined
  return { kind: 'untagged', group: 'put-right', ...aboutOf(record), organiser: organiser.name }
}

function failedRow(
  record: SessionRecord,
  members: readonly Member[],
  officers: readonly Officer[],
  rulebook: Rulebook,
  now: Instant,
): AttentionRow | undefined {
  const failed = isAtOrAfter(now, record.session.endsAt) ? [] : failuresOf(record, members, officers, rulebook)
  return failed.length === 0 ? undefined : { kind: 'message-failed', group: 'put-right', ...aboutOf(record), failed }
}

function listRows(record: SessionRecord, now: Instant): readonly AttentionRow[] {
  if (!isToCome(record, now)) return []
  return record.session.others
    .filter((other) => other.list?.kind === 'unresolvable')
    .map((other) => ({ kind: 'list-unresolvable', group: 'put-right', ...aboutOf(record), list: other.name }))
}

/** C14.3, C14.12: each goes when one of the two is moved or cancelled, or when an officer has said that it stays. */
function clashRows(
  record: SessionRecord,
  around: Around,
  members: readonly Member[],
  rulebook: Rulebook,
  now: Instant,
): readonly AttentionRow[] {
  const { session } = record
  const names = new Map(members.map(({ id, shortName }) => [id, shortName]))
  return unsettled(session, clashesOf(session, around, members, rulebook), around, now).map(({ id, against, affected }) => ({
    kind: 'clash',
    group: 'put-right',
    ...aboutOf(record),
    clashId: id,
    against,
    ...(affected ? { affected: affected.map((member) => names.get(member) ?? member) } : {}),
  }))
}

function repeatRow(
  record: SessionRecord,
  rulebook: Rulebook,
  otherRuns: readonly SessionSummary[],
  now: Instant,
): AttentionRow | undefined {
  const pair = pairOf(record.session, otherRuns, rulebook)
  if (!isToCome(record, now) || pair === 'not-needed' || pair === 'complete') return undefined
  return { kind: 'no-repeat', group: 'moment', ...aboutOf(record), pair }
}
