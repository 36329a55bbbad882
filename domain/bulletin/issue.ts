import type { IssueId, OfferId, PersonId, SessionId } from '../kernel/ids.ts'
import { sessionId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/time.ts'
import { instant } from '../kernel/time.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { DutyRecord } from '../sessions/session-record.ts'
import type { Contents } from './contents.ts'

export type SectionId = Rulebook['bulletin']['sections'][number]

/** A section as officers have arranged it. What stands in it is worked out each time it is looked at, until the issue has left. */
export type SectionDraft = {
  readonly id: SectionId
  /** Unticked: the whole section is left out. */
  readonly on: boolean
  /** An officer's own words under the heading. */
  readonly words?: string
  /** Keys of items that an officer took out of this issue. */
  readonly leftOut: readonly string[]
}

export type Releaser = { readonly kind: 'officer'; readonly id: PersonId; readonly name: string } | { readonly kind: 'rulebook' }

export type IssueState =
  | { readonly kind: 'draft' }
  /** It leaves at `dueAt`; until then it can be taken back. */
  | { readonly kind: 'released'; readonly at: Instant; readonly by: Releaser }
  /** What it said is fixed. `to`: to how many it goes, once each of them is owed it. */
  | {
      readonly kind: 'sent'
      readonly at: Instant
      readonly releasedAt: Instant
      readonly by: Releaser
      readonly contents: Contents
      readonly to?: number
    }
  /** It never left: nobody released it, nothing ran in time, or there was nothing to say. */
  | { readonly kind: 'lapsed'; readonly at: Instant; readonly because: 'not-released' | 'too-late' | 'empty' }

/** One week's issue of the bulletin (C4.1, C4.2): one partition, one reading. */
export type Issue = {
  readonly id: IssueId
  readonly number: number
  readonly dueAt: Instant
  readonly draftedAt: Instant
  readonly opening?: string
  readonly sections: readonly SectionDraft[]
  /** When officers were reminded that nobody had released it. */
  readonly remindedAt?: Instant
  readonly state: IssueState
}

export type IssueRecord = { readonly issue: Issue; readonly duties: readonly DutyRecord[] }

/** What is kept of an issue that has left, beside all the others (C4.17): enough to know what has been announced, and to find it again. */
export type PastIssue = {
  readonly id: IssueId
  readonly number: number
  readonly sentAt: Instant
  readonly subject: string
  /** Keys of everything that stood in it. */
  readonly listed: readonly string[]
}

/** What is known of a session once it was announced, by key. */
export const keys = {
  session: (id: SessionId, startsAt: Instant): string => `${id}@${startsAt.toString()}`,
  cancelled: (id: SessionId): string => `${id}@cancelled`,
  /** With its start: put off, moved and put off again, it is news twice. */
  postponed: (id: SessionId, startsAt: Instant): string => `postponed~${id}~${startsAt.toString()}`,
  notice: (id: string): string => `notice~${id}`,
  offer: (id: OfferId): string => `offer~${id}`,
}

/** Which session a key announces, and at which start; undefined when it is a key of something else. */
function announcedBy(key: string): readonly [SessionId, Instant] | undefined {
  const at = key.lastIndexOf('@')
  if (at === -1) return undefined
  const id = sessionId(key.slice(0, at))
  return key === keys.cancelled(id) ? undefined : [id, instant(key.slice(at + 1))]
}

/**
 * Whether that was the last word on a session: no later issue says of it that it takes place, at whatever start, or does not. `past`:
 * oldest first.
 */
export function isLastSaid(key: string, id: SessionId, past: readonly Pick<PastIssue, 'listed'>[]): boolean {
  return past.findLast(({ listed }) => listed.some((each) => isAbout(each, id)))?.listed.includes(key) ?? false
}

function isAbout(key: string, id: SessionId): boolean {
  return key.startsWith(`${id}@`) || key.startsWith(`postponed~${id}~`)
}

/** The start at which each session was announced last, whatever had been announced before. `past`: oldest first. */
export function lastAnnounced(past: readonly Pick<PastIssue, 'listed'>[]): ReadonlyMap<SessionId, Instant> {
  return new Map(past.flatMap(({ listed }) => listed.map(announcedBy).filter((each) => each !== undefined)))
}
