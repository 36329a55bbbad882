import type {
  CouncilId,
  DutyId,
  IssueId,
  MatterId,
  MemberId,
  NoticeId,
  OfferId,
  PdpId,
  PersonId,
  SessionId,
} from '../../domain/kernel/ids.ts'
import type { Instant } from '../../domain/kernel/time.ts'

/** Rules by which Quorate itself changes something. */
export type AuditRule =
  'review' | 'escalation' | 'moments' | 'outbox' | 'register-import' | 'reading-officers' | 'reading-calendars' | 'bulletin'

/** Who changed something. `outlook`: somebody in the organiser's calendar; Outlook does not say who. */
export type Actor =
  | { readonly kind: 'officer'; readonly id: string }
  | { readonly kind: 'member'; readonly id: MemberId }
  | { readonly kind: 'outlook'; readonly mailbox: PersonId }
  | { readonly kind: 'administrator' }
  | { readonly kind: 'quorate'; readonly rule: AuditRule }

export type AuditAction =
  | 'session-observed'
  | 'session-moved'
  | 'session-changed'
  | 'session-cancelled'
  | 'session-untagged'
  | 'session-restored'
  | 'invitations-changed'
  | 'answer-given'
  | 'answer-observed'
  | 'answer-told'
  | 'decision-taken'
  | 'decision-withdrawn'
  | 'cancellation-carried-out'
  | 'reason-given'
  | 'clash-accepted'
  | 'details-set'
  | 'factor-added'
  | 'members-chased'
  | 'shared-with-partners'
  | 'brief-given'
  | 'case-raised'
  | 'case-changed'
  | 'case-escalated'
  | 'case-fallen'
  | 'moment-come'
  | 'call-recorded'
  | 'call-taken-back'
  | 'attendance-recorded'
  | 'guest-recorded'
  | 'evaluation-given'
  | 'issue-drafted'
  | 'issue-edited'
  | 'issue-released'
  | 'issue-taken-back'
  | 'issue-sent'
  | 'issue-lapsed'
  | 'notice-added'
  | 'notice-withdrawn'
  | 'places-set'
  | 'places-dropped'
  | 'places-announced'
  | 'places-drawn'
  | 'places-given'
  | 'interest-expressed'
  | 'interest-withdrawn'
  | 'place-given-up'
  | 'pdp-begun'
  | 'pdp-changed'
  | 'pdp-agreed'
  | 'pdp-supporter-named'
  | 'pdp-read'
  | 'duty-ended'
  | 'message-not-delivered'
  | 'member-joined'
  | 'member-left'
  | 'member-changed'
  | 'mobile-changed'
  | 'text-preferences-changed'
  | 'register-imported'
  | 'officers-changed'
  | 'mailbox-begun'
  | 'mailbox-changed'
  | 'mailbox-closed-to-us'
  | 'mailbox-open-again'
  | 'mailbox-let-go'
  | 'completion-recorded'
  | 'completion-withdrawn'
  | 'rulebook-added'
  | 'council-added'

/** What was changed. */
export type AuditObject =
  | { readonly kind: 'session'; readonly id: SessionId }
  /** `session`: the session, the issue of the bulletin or the offer of places because of which it is owed. */
  | { readonly kind: 'duty'; readonly session: MatterId; readonly id: DutyId }
  | { readonly kind: 'issue'; readonly id: IssueId }
  | { readonly kind: 'notice'; readonly id: NoticeId }
  | { readonly kind: 'offer'; readonly id: OfferId }
  /** What is in one is never told, not even as a hash. */
  | { readonly kind: 'pdp'; readonly id: PdpId }
  | { readonly kind: 'member'; readonly id: MemberId }
  | { readonly kind: 'mailbox'; readonly id: PersonId }
  | { readonly kind: 'rulebook'; readonly id: string }
  | { readonly kind: 'register' | 'officers' | 'council' }

/**
 * One change as the store that makes it tells it. What it says of values is hashed before it is written anywhere, and where a Member is
 * concerned by that Member's own key.
 */
export type AuditDraft = {
  readonly at: Instant
  readonly actor: Actor
  readonly action: AuditAction
  readonly object: AuditObject
  /** The Member whom it concerns. */
  readonly member?: MemberId
  /** A code, never anybody's own words. */
  readonly reason?: string
  readonly fields?: readonly string[]
  readonly before?: unknown
  readonly after?: unknown
  /** Codes and counts, nothing personal. */
  readonly details?: Readonly<Record<string, string | number>>
}

/** One change as it stands in the chain, ids of Members replaced by their marks. */
export type AuditEntry = {
  readonly at: string
  readonly actor: { readonly kind: Actor['kind']; readonly id?: string; readonly rule?: string }
  readonly action: string
  readonly object: { readonly kind: AuditObject['kind']; readonly id?: string; readonly session?: string }
  readonly member?: string
  readonly reason?: string
  readonly fields?: readonly string[]
  readonly before?: string
  readonly after?: string
  readonly details?: Readonly<Record<string, string | number>>
}

/** A row of the chain. `source` names the row that stood in the fact's own transaction. */
export type ChainRow = AuditEntry & {
  readonly seq: number
  readonly council: CouncilId
  readonly source: string
  /** The hash of the row before. */
  readonly prev: string
  readonly hash: string
}

/** How far a month's part of the chain has got; its last row's number and hash. `check` is a digest of the rest. */
export type ChainHead = {
  readonly seq: number
  readonly hash: string
  readonly previous?: string
  /** The month in which the chain goes on: nothing more is added to this one. */
  readonly next?: string
  /** Rows of the last addition, which may still stand at their source. */
  readonly pending?: { readonly source: string; readonly keys: readonly string[] }
  readonly check: string
}

/** What an auditor needs of storage: the chain as it lies, untrusted. */
export interface ChainReader {
  /** Where the chain begins. */
  beginning(): Promise<unknown>
  head(month: string): Promise<{ readonly data: unknown; readonly etag: string } | undefined>
  /** Every row of the month besides its head, and besides those up to the number, in order of key. */
  rows(month: string, after?: number): AsyncIterable<{ readonly rk: string; readonly data: unknown }>
}

/** A council's audit chain, as the product itself uses it. */
export interface AuditTrail {
  /** Moves what stands at one source to the chain, in order and once, whoever else does the same. */
  relay(source: string): Promise<void>
  /** The same for every source that is not one session's: for what a pointer lost to an outage of days left behind. */
  relayAll(): Promise<void>
  last(): Promise<{ readonly month: string; readonly seq: number; readonly hash: string } | undefined>
}

/** What was the last row at a moment, kept where the tables' keeper cannot change it. */
export type Anchor = { readonly at: string; readonly month: string; readonly seq: number; readonly hash: string }

export interface Anchors {
  /** Adds one; the same one twice is one. */
  add(council: CouncilId, anchor: Anchor): Promise<void>
  /** Oldest first. Throws `TypeError` when what is there is none of ours. */
  all(council: CouncilId): Promise<readonly Anchor[]>
}
