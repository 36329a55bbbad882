import { bulletinLink } from '../../bot/cards/links.ts'
import { pageOf, type BulletinPage } from '../../domain/bulletin/page.ts'
import type { Contents } from '../../domain/bulletin/contents.ts'
import type { Issue } from '../../domain/bulletin/issue.ts'
import { readersPart, type OwnAnswer } from '../../domain/bulletin/reader.ts'
import type { Duty, FailedBecause } from '../../domain/duties/duty.ts'
import type { MemberId, SessionId } from '../../domain/kernel/ids.ts'
import type { Instant } from '../../domain/kernel/time.ts'
import type { Member } from '../../domain/members/member.ts'
import type { Officer } from '../../domain/members/officer.ts'
import type { Rulebook } from '../../domain/rulebook/rulebook.ts'
import type { SessionSummary } from '../../domain/sessions/session-record.ts'
import type { Composed } from '../ports/compose.ts'
import type { Council, CouncilProfile } from '../ports/council.ts'
import { bulletinEmail } from './bulletin-email.ts'
import { emailOf } from './email-page.ts'
import { dayWords, deadlineWords, emailWords as say, fullDayWords } from './words.ts'

/** What an issue is said with, to one reader, at the moment it leaves. */
export type IssueContext = {
  readonly profile: CouncilProfile
  readonly rulebook: Rulebook
  readonly members: readonly Member[]
  readonly officers: readonly Officer[]
  readonly sessions: readonly SessionSummary[]
  /** What the reader said to each session. */
  readonly own: ReadonlyMap<SessionId, OwnAnswer>
  readonly now: Instant
}

/** Hours ahead within which sessions are read for one reader: more than "coming up" reaches. */
const hoursAhead = 24 * 186

export async function issueContext(council: Council, { purpose }: Pick<Duty, 'purpose'>): Promise<IssueContext> {
  const { profile, rulebook, clock } = council
  const now = clock.now()
  const [members, officers] = await Promise.all([council.members.all(), council.officers.all()])
  const about = { profile, rulebook, members, officers, now }
  if (purpose.kind !== 'bulletin') return { ...about, sessions: [], own: new Map() }
  return { ...about, ...(await forReader(council, purpose.memberId)) }
}

/** The sessions to come, and what one Member said to each. */
export async function forReader(
  { sessions, clock }: Pick<Council, 'sessions' | 'clock'>,
  member: MemberId,
): Promise<Pick<IssueContext, 'sessions' | 'own'>> {
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
  { profile, rulebook, sessions, own, now }: Pick<IssueContext, 'profile' | 'rulebook' | 'sessions' | 'own' | 'now'>,
): BulletinPage {
  const about = { name: rulebook.bulletin.name, council: profile.name, number: issue.number, at: issue.at, opening: issue.opening }
  return pageOf(about, contents, readersPart(own, sessions, { rulebook, now, contents }))
}

/** Writes a duty of an issue from what is true at the moment it leaves (C4.1, C4.2). */
export function composeIssue({ purpose }: Duty, issue: Issue, context: IssueContext): Composed {
  if (purpose.kind === 'bulletin') return toMember(purpose.memberId, issue, context)
  if (purpose.kind === 'bulletin-copy') return toAddress({ name: purpose.address, address: purpose.address }, issue, context)
  return purpose.kind === 'bulletin-reminder' ? toOfficer(purpose.officerId, issue, context) : nobody('misconfigured')
}

function nobody(because: FailedBecause): Composed {
  return { channel: 'none', because }
}

function toMember(id: MemberId, issue: Issue, context: IssueContext): Composed {
  const member = context.members.find((each) => each.id === id)
  const [address] = member?.addresses ?? []
  return member && address ? toAddress({ name: member.name, address }, issue, context) : nobody('no-mailbox')
}

function toAddress(to: { readonly name: string; readonly address: string }, issue: Issue, context: IssueContext): Composed {
  if (issue.state.kind !== 'sent') return nobody('misconfigured')
  const page = issuePage({ ...issue, at: issue.state.at }, issue.state.contents, context)
  const { profile, rulebook } = context
  const email = bulletinEmail(page, { profile, issue: issue.id, isTracked: rulebook.bulletin.readReceipts })
  return { channel: 'email', mail: { to, subject: page.subject, ...email } }
}

function toOfficer(id: Officer['id'], issue: Issue, { officers, profile, rulebook, now }: IssueContext): Composed {
  const officer = officers.find((each) => each.id === id)
  if (!officer?.address) return nobody('no-mailbox')
  const { name } = rulebook.bulletin
  const [day, time] = [dayWords(issue.dueAt), deadlineWords(issue.dueAt)]
  const page = {
    heading: say.notReleased.heading(name),
    lead: say.notReleased.lead(day, time),
    panel: [],
    more: [say.notReleased.nothingByItself],
    link: { label: say.notReleased.open, address: bulletinLink(profile.teamsAppId) },
  }
  const email = emailOf(page, { profile, on: fullDayWords(now) })
  return {
    channel: 'email',
    mail: { to: { name: officer.name, address: officer.address }, subject: say.notReleased.subject(name, day, time), ...email },
  }
}
