import type { DutyRecord, Call, HistoryEntry, Moments, SessionRecord, SessionSummary } from '../../domain/sessions/session-record.ts'
import type { CouncilId, CourseId, DutyId, MemberId, PersonId, SessionId } from '../../domain/kernel/ids.ts'
import type { Instant } from '../../domain/kernel/time.ts'
import type { Member } from '../../domain/members/member.ts'
import type { Mark } from '../../domain/attendance/mark.ts'
import type { Evaluation } from '../../domain/evaluations/evaluation.ts'
import type { TeamsReport } from '../../domain/attendance/teams-report.ts'
import type { SessionRoll } from '../../domain/reports/uptake.ts'
import type { Officer } from '../../domain/members/officer.ts'
import type { Rulebook, RulebookVersion } from '../../domain/rulebook/rulebook.ts'
import type { Answer, Response } from '../../domain/sessions/response.ts'
import type { Invitation, Session } from '../../domain/sessions/session.ts'
import type { AccessLog } from './access.ts'
import type { AttentionRow } from '../../domain/duties/attention.ts'
import type { ImportReport } from '../contracts/register.ts'
import type { Actor, AuditTrail } from './audit.ts'
import type { Bulletins } from './bulletins.ts'
import type { Completions } from './completions.ts'
import type { Offers } from './offers.ts'
import type { Pdps } from './pdps.ts'
import type { Alerts } from './alerts.ts'
import type { Clock } from './clock.ts'
import type { Lanes } from './lanes.ts'
import type { Meetings } from './meetings.ts'
import type { Dependency } from './unavailable.ts'

/** A council as it was set up: who it is and where its things are. Secrets are not here. */
export type CouncilProfile = {
  readonly id: CouncilId
  /** "Thamesbrook Council": goes in front of texts, so it is short. */
  readonly name: string
  readonly tenantId: string
  readonly domain: string
  readonly help: { readonly name: string; readonly role: string; readonly telephone: string }
  /** Address of modern.gov's councillors-by-ward document. */
  readonly registerUrl?: string
  readonly notify: { readonly textTemplateId: string }
  /** The mailbox that sends email. */
  readonly sendingMailbox: string
  readonly teamsAppId: string
  /** One of the council's own that is outside what the service may read: it must be refused, and is asked for to see that it is. */
  readonly outsideMailbox?: string
}

/** Everything a use-case may touch, already bound to one council: another council's rows cannot be named. */
export type Council = {
  readonly profile: CouncilProfile
  readonly clock: Clock
  /** The version in force now. */
  readonly rulebook: Rulebook
  readonly rulebooks: Rulebooks
  readonly members: Members
  readonly officers: Officers
  readonly sessions: Sessions
  readonly bulletins: Bulletins
  readonly completions: Completions
  readonly offers: Offers
  readonly pdps: Pdps
  readonly mailboxes: Mailboxes
  readonly meetings: Meetings
  readonly health: Health
  readonly poisonedHints: PoisonedHints
  readonly access: AccessLog
  readonly alerts: Alerts
  readonly lanes: Lanes
  readonly replies: Replies
  readonly audit: AuditTrail
}

export type Stored<Value> = { readonly value: Value; readonly etag: string }
export type Written = 'saved' | 'stale' | 'exists'
/** The etag of what was read, or `new` for what must not exist yet. */
export type Seen = { readonly etag: string } | 'new'

export interface Rulebooks {
  all(): Promise<readonly RulebookVersion[]>
  /** As they stand now, which `all` then gives: for whoever changes them. */
  readAnew(): Promise<readonly RulebookVersion[]>
  /** `exists`: somebody else was faster, and theirs has that number. */
  add(version: RulebookVersion): Promise<Written>
}

export interface Members {
  /** The whole roll, those who have left too; one query, cached for at most a minute. */
  all(): Promise<readonly Member[]>
  /** The roll as it stands now, which `all` then gives. */
  readAnew(): Promise<readonly Member[]>
  find(id: MemberId): Promise<Stored<Member> | undefined>
  byPerson(id: PersonId): Promise<Stored<Member> | undefined>
  /** `by`: who changes it, for the audit chain. */
  save(member: Member, seen: Stored<Member> | 'new', by: Actor): Promise<Written>
  lastImport(): Promise<ImportReport | undefined>
  noteImport(report: ImportReport, by: Actor): Promise<void>
}

export interface Officers {
  /** As last read from Entra. Whom to write to: an instance may be a minute behind. */
  all(): Promise<readonly Officer[]>
  /** What somebody may do: as the last reading stands on every instance now. */
  find(person: PersonId): Promise<Officer | undefined>
  replaceAll(officers: readonly Officer[], at: Instant): Promise<void>
}

/** A change to one session, written in one transaction with its history; what is owed because of it follows at the look. */
export type SessionChange = {
  /** Whole, as it should now be. Only invitations that differ are written; several transactions when there are over 80, the header last. */
  readonly session: Session
  readonly moments?: Moments
  readonly history: readonly HistoryEntry[]
  /** Inserted if new; one that exists is left as it stands. */
  readonly duties?: readonly DutyRecord[]
  readonly calls?: readonly Call[]
  /** Inserted if new, as their ids say; one that exists is left as it stands. */
  readonly marks?: readonly Mark[]
  /** Each as it should now be: in the place of what the Member had said before. */
  readonly evaluations?: readonly Evaluation[]
  readonly teamsReport?: TeamsReport
}

/** What a Member's own list holds of each session. */
export type MemberSession = {
  readonly sessionId: SessionId
  readonly startsAt: Instant
  readonly response: Response
  readonly wanted?: { readonly answer: Answer; readonly at: Instant }
  readonly answeredOldTime?: Response
}

export interface Sessions {
  /** `etag` changes with what people decide on, `stamp` with every row of the session, those of the outbox too. */
  find(id: SessionId): Promise<(SessionRecord & { readonly etag: string; readonly stamp: string }) | undefined>
  /**
   * Work on one session after another, on this instance: fifty Members who answer within a second do not get into each other's way.
   * An economy and no lock: what guards a write is its `etag`.
   */
  inTurn<Done>(id: SessionId, work: () => Promise<Done>): Promise<Done>
  /** How one Member stands to one session, from that row alone. Undefined: not invited. */
  invitation(id: SessionId, member: MemberId): Promise<Invitation | undefined>
  /** What one Member said of one session, from that row alone. */
  evaluation(id: SessionId, member: MemberId): Promise<Evaluation | undefined>
  /**
   * Writes the pointer "look at this session now" first, then the change: a crash between leaves a look too many, never one too few.
   * `under-way`: only for the look itself, whose own pointer stays until it has finished.
   */
  save(change: SessionChange, seen: Seen, look?: 'asked' | 'under-way'): Promise<Written>
  /** Sessions in every standing that start in the span, by start. From the summaries. */
  between(from: Instant, to: Instant): Promise<readonly SessionSummary[]>
  /** Who was there, of sessions in every standing that start in the span, by start. */
  rolls(from: Instant, to: Instant): Promise<readonly SessionRoll[]>
  runsOf(course: CourseId): Promise<readonly SessionSummary[]>
  ofMember(member: MemberId, from: Instant, to: Instant): Promise<readonly MemberSession[]>
  /** Every session whose organiser's copy is in the mailbox and that starts in the span: to compare with a whole reading. */
  inMailbox(mailbox: PersonId, from: Instant, to: Instant): Promise<readonly { readonly sessionId: SessionId; readonly eventId: string }[]>
  /** Which session an event of a mailbox is; undefined for an appointment that is none of ours. */
  byEvent(mailbox: PersonId, eventId: string): Promise<SessionId | undefined>
  attention(): Promise<readonly AttentionRow[]>

  /** The look's own writes: the renewed lists, the officers' rows, the next look's pointer. Repeatable. */
  project(record: SessionRecord, attention: readonly AttentionRow[], nextLookAt: Instant | undefined): Promise<void>
  /** The outbox's own write: one duty on, guarded by its own etag. */
  moveDuty(session: SessionId, record: DutyRecord, seen: Stored<DutyRecord>): Promise<Written>
  duty(session: SessionId, duty: DutyId): Promise<Stored<DutyRecord> | undefined>
  /** "Ask Teams at that moment who joined." Repeatable. */
  askTeamsReport(session: SessionId, at: Instant): Promise<void>
  /** What a session's check-in codes are made from; undefined until somebody has shown one. */
  checkInSecret(id: SessionId): Promise<string | undefined>
  /** The same, made the first time. */
  beginCheckIn(id: SessionId): Promise<string>
  /** "Look at this session now": after a fact that the session's own rows do not hold, or whose writer could not know what follows. */
  askLook(session: SessionId): Promise<void>
  /** "Take this duty on at that moment": before it is written to be due then. */
  askDischarge(session: SessionId, duty: DutyId, at: Instant): Promise<void>
}

/** One mailbox in which sessions are looked for. */
export type MailboxState = {
  readonly mailbox: PersonId
  readonly name: string
  readonly address: string
  readonly shared: boolean
  readonly subscription?: { readonly id: string; readonly until: Instant; readonly clientStateHash: string }
  readonly window?: { readonly from: Instant; readonly to: Instant }
  /** Long: kept in pieces where needed. */
  readonly cursor?: string
  /** How often somebody took the cursor away to have everything read anew: a reading begun before does not answer that. */
  readonly askedAnew?: number
  /** Set by a notification, cleared before the reading that answers it. */
  readonly dirty: boolean
  /** When it was last read to the end. */
  readonly readAt?: Instant
  readonly closedToUs?: 'no-mailbox' | 'not-allowed'
  /** Since when every reading of it failed: no answer, too many calls from us, or a fault of ours. */
  readonly failing?: { readonly since: Instant; readonly because: 'no-answer' | 'too-busy' | 'our-fault' }
  /**
   * Since when it has been nobody's whose calendar we should read: no officer's any more, and named in no rulebook. It is read on while a
   * session to come lies in it, until `keptUntil`, and then let go.
   */
  readonly former?: { readonly since: Instant; readonly keptUntil?: Instant }
}

export interface Mailboxes {
  /** Those let go are not among them, here or below. */
  all(): Promise<readonly Stored<MailboxState>[]>
  find(mailbox: PersonId): Promise<Stored<MailboxState> | undefined>
  save(state: MailboxState, seen: Seen): Promise<Written>
  /** Pointer from a subscription to its mailbox; written before the mailbox's own row names it. */
  pointSubscription(subscriptionId: string, mailbox: PersonId): Promise<void>
  /** For one that no mailbox's row names any more. Repeatable. */
  unpointSubscription(subscriptionId: string): Promise<void>
  /** From now on the mailbox is unknown to whoever asks, and nothing that was known of it is kept but the name of its subscription. */
  letGo(state: MailboxState, seen: Exclude<Seen, 'new'>): Promise<Written>
  /** Subscriptions of mailboxes let go that are still to be ended. */
  leftBehind(): Promise<readonly LeftBehind[]>
  /** Once the subscription is ended: forgets it, pointer and all. Repeatable. */
  clearAway(left: LeftBehind): Promise<void>
}

export type LeftBehind = { readonly mailbox: PersonId; readonly subscriptionId: string }

export interface Health {
  /** Since when each outside service has not answered this instance. What nobody has tried for over an hour is not among them. */
  unreachable(): readonly { readonly dependency: Dependency; readonly since: Instant }[]
  /**
   * `onTheWayTo`: for what it was asked, as Entra is for a token to Teams; once that answers, it must have answered too. `until`: it is
   * left alone for so long.
   */
  note(dependency: Dependency, state: 'answers' | 'silent', met?: { readonly onTheWayTo?: Dependency; readonly until?: Instant }): void
  /** When it last answered this instance. */
  answeredAt(dependency: Dependency): Instant | undefined
  /** Since when work of this council's has been due that nobody does, while the queue gives this instance nothing. */
  lateSince(): Instant | undefined
  /** Undefined: it is done. */
  noteLate(since: Instant | undefined): void
}

/** Hints of this council's that nobody could handle: a sign of trouble, and no loss, since what they asked for is found by its pointer. */
export type GivenUp = { readonly count: number; readonly lastAt: Instant }

/** One row for each council, however many there are: the count begins anew with the first in a week. */
export interface PoisonedHints {
  /** Undefined: none within the last week. */
  lately(): Promise<GivenUp | undefined>
  /** One whose deletion fails afterwards is counted again. */
  note(count: number): Promise<void>
}

/** How far a request got that carried a key of its own. */
export type Reply = {
  /** A digest of what was asked: the same key for something else is a mistake. */
  readonly asked: string
  readonly at: Instant
  /** Until when somebody is doing it; one who has no answer by then has died. */
  readonly until: Instant
  readonly answer?: { readonly status: number; readonly body: unknown }
}

/** What was answered within the last day, so that a request sent again is not done again. */
export interface Replies {
  find(person: PersonId, key: string): Promise<Stored<Reply> | undefined>
  save(person: PersonId, key: string, reply: Reply, seen: Seen): Promise<Written>
  /** Forgets what was asked before the moment. Repeatable. */
  forgetBefore(at: Instant): Promise<void>
}

/** How the edge finds a council: only from something verified. */
export interface Councils {
  all(): Promise<readonly CouncilId[]>
  open(id: CouncilId): Promise<Council | undefined>
  byTenant(tenantId: string): Promise<Council | undefined>
  bySubscription(subscriptionId: string): Promise<{ readonly council: Council; readonly mailbox: PersonId } | undefined>
  add(profile: CouncilProfile): Promise<Written>
}
