import type { Contents } from '../../domain/bulletin/contents.ts'
import type { Issue } from '../../domain/bulletin/issue.ts'
import { pageOf, type BulletinPage } from '../../domain/bulletin/page.ts'
import { readersPart, type OwnAnswer } from '../../domain/bulletin/reader.ts'
import type { MemberId, SessionId } from '../../domain/kernel/ids.ts'
import type { Instant } from '../../domain/kernel/time.ts'
import type { Rulebook } from '../../domain/rulebook/rulebook.ts'
import type { SessionSummary } from '../../domain/sessions/session-record.ts'
import type { Council, CouncilProfile } from '../ports/council.ts'

/** What one reader's copy is written with, besides what everybody gets alike. */
export type Reading = {
  /** Those that may ask for an answer. */
  readonly sessions: readonly SessionSummary[]
  /** What the reader said to each session. */
  readonly own: ReadonlyMap<SessionId, OwnAnswer>
}
type Around = { readonly profile: CouncilProfile; readonly rulebook: Rulebook; readonly now: Instant }

/** How far ahead a reader may be invited to what an issue lists. */
const invitedHours = 24 * 366
/** How far ahead sessions are read for one reader: more than "coming up" reaches. */
const askedHours = 24 * 62

/**
 * The sessions to come, and what one Member said to each.
 *
 * Clauses: C4.4. Where places are limited, an answer to the invitation is no place, whether or not interest is still taken: none of them
 * asks for one.
 */
export async function forReader(
  { sessions, offers, clock }: Pick<Council, 'sessions' | 'offers' | 'clock'>,
  member: MemberId,
): Promise<Reading> {
  const now = clock.now()
  const [standing, mine, offered] = await Promise.all([
    sessions.between(now, now.add({ hours: askedHours })),
    sessions.ofMember(member, now, now.add({ hours: invitedHours })),
    offers.all(),
  ])
  const limited = new Set(
    offered.flatMap(({ subject, droppedAt }) => (subject.kind === 'session' && !droppedAt ? [subject.sessionId] : [])),
  )
  const own = new Map(
    mine.map((each) => {
      const response = each.wanted?.answer ?? each.response
      return [each.sessionId, { response, movedSince: response === 'none' && each.answeredOldTime !== undefined }] as const
    }),
  )
  return { sessions: standing.filter(({ id }) => !limited.has(id)), own }
}

/** An issue in words for one reader. `readAgain`: it has left, and what is counted is counted now. */
export function issuePage(
  issue: Pick<Issue, 'number' | 'opening'> & { readonly at: Instant; readonly readAgain?: boolean },
  contents: Contents,
  { profile, rulebook, sessions, own, now }: Around & Reading,
): BulletinPage {
  const { number, at, opening, readAgain = false } = issue
  const about = { name: rulebook.bulletin.name, council: profile.name, number, at, opening, readAgain }
  return pageOf(about, contents, readersPart(own, sessions, { rulebook, now, at, contents }))
}
