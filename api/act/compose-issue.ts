import { bulletinLink } from '../../bot/cards/links.ts'
import type { Contents } from '../../domain/bulletin/contents.ts'
import type { Issue } from '../../domain/bulletin/issue.ts'
import { bulletinWords as words } from '../../domain/bulletin/words.ts'
import type { Duty, FailedBecause, IssuePurpose } from '../../domain/duties/duty.ts'
import type { MemberId } from '../../domain/kernel/ids.ts'
import type { Instant } from '../../domain/kernel/time.ts'
import type { Member } from '../../domain/members/member.ts'
import type { Officer } from '../../domain/members/officer.ts'
import type { Rulebook } from '../../domain/rulebook/rulebook.ts'
import type { Composed } from '../ports/compose.ts'
import type { Council, CouncilProfile } from '../ports/council.ts'
import { drawnNow } from '../use-cases/issue-sources.ts'
import { forReader, issuePage, type Reading } from '../use-cases/issue-for-reader.ts'
import { bulletinEmail } from './bulletin-email.ts'
import { emailOf } from './email-page.ts'
import { dayWords, deadlineWords, emailWords as say, fullDayWords } from './words.ts'

/** What an issue is said with, to one reader, at the moment it leaves. */
export type IssueContext = Reading & {
  readonly profile: CouncilProfile
  readonly rulebook: Rulebook
  readonly members: readonly Member[]
  readonly officers: readonly Officer[]
  readonly now: Instant
  /** Of a test: what the issue says if it leaves as it stands, and at which time it then does. */
  readonly drawn?: { readonly contents: Contents; readonly at: Instant }
}

export async function issueContext(council: Council, { purpose }: Pick<Duty, 'purpose'>, issue: Issue): Promise<IssueContext> {
  const { profile, rulebook, clock } = council
  const now = clock.now()
  const [members, officers] = await Promise.all([council.members.all(), council.officers.all()])
  const about = { profile, rulebook, members, officers, now }
  if (purpose.kind !== 'bulletin' && purpose.kind !== 'bulletin-test') return { ...about, sessions: [], own: new Map() }
  const drawn = purpose.kind === 'bulletin-test' ? { drawn: await drawnNow(council, issue) } : {}
  return { ...about, ...drawn, ...(await forReader(council, purpose.memberId)) }
}

/** Writes a duty of an issue from what is true at the moment it leaves (C4.1, C4.2). */
export function composeIssue({ purpose }: Duty, issue: Issue, context: IssueContext): Composed {
  if (purpose.kind === 'bulletin') return toMember(purpose.memberId, issue, context)
  if (purpose.kind === 'bulletin-copy') return toAddress({ name: purpose.address, address: purpose.address }, issue, context)
  if (purpose.kind === 'bulletin-test') return toTester(purpose, issue, context)
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
  const email = bulletinEmail(page, { profile, rulebook, issue: issue.id })
  return { channel: 'email', mail: { to, subject: page.subject, ...email } }
}

/** C4.2: just what the Member would get, marked as a test, to the officer and nobody else. */
function toTester(
  { officerId, memberId }: Extract<IssuePurpose, { kind: 'bulletin-test' }>,
  issue: Issue,
  context: IssueContext,
): Composed {
  const { profile, rulebook, officers, members, drawn } = context
  const officer = officers.find(({ id }) => id === officerId)
  const member = members.find(({ id }) => id === memberId)
  if (!officer?.address || !member || !drawn) return nobody('no-mailbox')
  const page = issuePage({ ...issue, at: drawn.at }, drawn.contents, context)
  const email = bulletinEmail(page, { profile, rulebook, issue: issue.id, note: words.testNote(member.shortName) })
  return {
    channel: 'email',
    mail: { to: { name: officer.name, address: officer.address }, subject: words.testSubject(page.subject), ...email },
  }
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
