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
  readonly sessions: readonly SessionSummary[]
  /** What the reader said to each session. */
  readonly own: ReadonlyMap<SessionId, OwnAnswer>
}
type Around = { readonly profile: CouncilProfile; readonly rulebook: Rulebook; readonly now: Instant }

/** Hours ahead within which sessions are read for one reader: more than "coming up" reaches. */
const hoursAhead = 24 * 186

/** The sessions to come, and what one Member said to each. */
export async function forReader({ sessions, clock }: Pick<Council, 'sessions' | 'clock'>, member: MemberId): Promise<Reading> {
  const now = clock.now()
  const until = now.add({ hours: hoursAhead })
  const [standing, mine] = await Promise.all([sessions.between(now, until), sessions.ofMember(member, now, until)])
  const own = new Map(
    mine.map((each) => {
      const response = each.wanted?.answer ?? each.response
      return [each.sessionId, { response, movedSince: response === 'none' && each.answeredOldTime !== undefined }] as const
    }),
  )
  return { sessions: standing, own }
}

/** An issue in words for one reader. */
export function issuePage(
  issue: Pick<Issue, 'number' | 'opening'> & { readonly at: Instant },
  contents: Contents,
  { profile, rulebook, sessions, own, now }: Around & Reading,
): BulletinPage {
  const about = { name: rulebook.bulletin.name, council: profile.name, number: issue.number, at: issue.at, opening: issue.opening }
  return pageOf(about, contents, readersPart(own, sessions, { rulebook, now, contents }))
}
