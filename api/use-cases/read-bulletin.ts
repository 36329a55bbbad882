import { arranged, drawnUp, ordered, withoutAims, type Contents, type Item } from '../../domain/bulletin/contents.ts'
import { issueAfter, type Due } from '../../domain/bulletin/due.ts'
import type { Issue } from '../../domain/bulletin/issue.ts'
import { leadTimeOf } from '../../domain/bulletin/lead-time.ts'
import { recurringStates } from '../../domain/bulletin/notice.ts'
import { bulletinWords } from '../../domain/bulletin/words.ts'
import type { Purpose } from '../../domain/duties/duty.ts'
import type { IssueId, MemberId } from '../../domain/kernel/ids.ts'
import { londonDay } from '../../domain/kernel/london.ts'
import { isBefore, type Instant } from '../../domain/kernel/time.ts'
import { everyMember } from '../../domain/members/audience.ts'
import type { Member } from '../../domain/members/member.ts'
import type { BulletinPage } from '../../domain/bulletin/page.ts'
import type {
  Bulletin,
  BulletinDelivery,
  BulletinPreview,
  BulletinWarning,
  MyBulletin,
  MyBulletins,
  PastIssue,
} from '../contracts/bulletin.ts'
import type { Council, CouncilProfile } from '../ports/council.ts'
import { forReader, issuePage } from './issue-for-reader.ts'
import { currentIssue, drawnNow, issueSources, lastLapsed } from './issue-sources.ts'
import { onWire } from './on-wire.ts'
import { seenOf } from './release-issue.ts'

/** The issue that is being drawn up, as the officers' page shows it (C4.2). */
export async function readBulletin(council: Council): Promise<Bulletin> {
  const { clock, rulebook, members, bulletins } = council
  const now = clock.now()
  const [current, roll, past] = await Promise.all([currentIssue(council), members.all(), bulletins.past()])
  const readers = everyMember(roll, rulebook, londonDay(now))
  const lapsed = await lastLapsed(council, past, current)
  const next = current?.due.dueAt ?? issueAfter(now, rulebook)?.dueAt
  return {
    now: String(now),
    name: rulebook.bulletin.name,
    ...(current?.record ? { issue: await issueView(council, current.record.issue, current.due) } : {}),
    ...(next ? { next: String(next) } : {}),
    ...(lapsed ? { lapsed: { dueAt: String(lapsed.dueAt), because: lapsed.because } } : {}),
    members: readers.length,
    readers: readers.map(({ id, shortName }) => ({ memberId: id, name: shortName })),
    past: past.toReversed().map(pastView),
  }
}

async function issueView(council: Council, issue: Issue, { dueAt }: Due): Promise<Bulletin['issue']> {
  const { state, opening } = issue
  const sources = await issueSources(council, laterOf(dueAt, council.clock.now()))
  const drawn = drawnUp(sources)
  return {
    issueId: issue.id,
    number: issue.number,
    dueAt: String(dueAt),
    state: state.kind === 'released' ? 'released' : 'draft',
    ...(state.kind === 'released' && state.by.kind === 'officer' ? { releasedBy: state.by.name } : {}),
    ...(opening ? { opening } : {}),
    sections: ordered(drawn, issue.sections).map(({ section, draft }) => ({
      id: section.id,
      heading: bulletinWords.headings[section.id],
      on: draft.on,
      ...(draft.words ? { words: draft.words } : {}),
      items: section.items.map(({ key, title }) => ({ key, title, leftOut: draft.leftOut.includes(key) })),
    })),
    warnings: warningsOf(council, arranged(drawn, issue.sections), sources),
    seen: seenOf(issue),
  }
}

type Looked = Awaited<ReturnType<typeof issueSources>>

/** What may still change before it leaves, what was announced too late, what nobody has passed on. */
function warningsOf({ rulebook, clock }: Council, contents: Contents, sources: Looked): BulletinWarning[] {
  const { sessions, notices, past, at } = sources
  const listed = new Set(contents.sections.flatMap(({ items }) => items.flatMap(runIds)))
  const fresh = new Set(contents.sections.filter(({ id }) => id === 'new').flatMap(({ items }) => items.flatMap(runIds)))
  const about = ({ id, title, startsAt }: Looked['sessions'][number]) => ({ sessionId: id, title, startsAt: String(startsAt) })
  const undecided = sessions.filter(({ id, undersubscribed }) => listed.has(id) && undersubscribed.kind === 'open')
  const before = at.subtract({ seconds: 1 })
  const isLate = ({ startsAt }: Looked['sessions'][number]) => leadTimeOf({ firstSeenAt: before, startsAt }, rulebook).kind === 'late'
  const late = sessions.filter((session) => fresh.has(session.id) && isLate(session))
  const today = londonDay(clock.now())
  const since = past[0] ? londonDay(past[0].sentAt) : today
  const unpassed = recurringStates(notices, rulebook, { today, since, past }).filter(
    ({ standing, lastMissed }) => standing === 'none-yet' || lastMissed,
  )
  const held = rulebook.planning.withoutAims === 'hold'
  const aimless = withoutAims(sources).filter(({ id }) => held || fresh.has(id))
  return [
    ...aimless.map((session) => ({ kind: 'no-aims' as const, ...about(session), held })),
    ...undecided.map((session) => ({ kind: 'undecided' as const, ...about(session) })),
    ...late.map((session) => ({
      kind: 'late-notice' as const,
      ...about(session),
      weeks: rulebook.bulletin.leadTime.weeks,
      issues: rulebook.bulletin.leadTime.issues,
    })),
    ...unpassed.map(({ item, to, lastMissed }) => ({
      kind: 'none-passed-on' as const,
      label: item.label,
      until: String(to),
      missed: lastMissed,
    })),
  ]
}

function runIds(item: Item): readonly string[] {
  if (item.kind === 'session') return item.runs.map((run) => run.sessionId)
  return item.kind === 'moved' ? [item.run.sessionId] : []
}

/** The email's plain twin. */
type InPlainText = (page: BulletinPage, about: { profile: CouncilProfile; rulebook: Council['rulebook']; issue: IssueId }) => string

/** The issue as one Member would get it if it left as it stands now; undefined when there is no such issue or Member. */
export async function previewIssue(
  council: Council,
  { issueId, memberId }: { readonly issueId: IssueId; readonly memberId: MemberId },
  inPlainText: InPlainText,
): Promise<BulletinPreview | undefined> {
  const { rulebook, profile, clock } = council
  const [current, member] = await Promise.all([currentIssue(council), council.members.find(memberId)])
  const issue = current?.record?.issue
  if (!current || !issue || issue.id !== issueId || !member) return undefined
  const [{ contents, at }, reading] = await Promise.all([drawnNow(council, issue), forReader(council, memberId)])
  const page = issuePage({ ...issue, at }, contents, { profile, rulebook, now: clock.now(), ...reading })
  const text = inPlainText(page, { profile, rulebook, issue: issueId })
  return { page: onWire(page), text }
}

/** C4.17: to whom an issue went, and what became of each one's. */
export async function readDelivery(council: Council, issueId: IssueId): Promise<BulletinDelivery | undefined> {
  const [found, roll, past] = await Promise.all([council.bulletins.find(issueId), council.members.all(), council.bulletins.past()])
  if (found?.issue.state.kind !== 'sent') return undefined
  const { issue, duties } = found
  const names = new Map<string, string>(roll.map(({ id, shortName }) => [id, shortName]))
  const rows = duties.flatMap(({ duty: { purpose }, state }): readonly BulletinDelivery['rows'][number][] => {
    const about =
      purpose.kind === 'bulletin'
        ? { name: names.get(purpose.memberId) ?? '', memberId: purpose.memberId }
        : purpose.kind === 'bulletin-copy'
          ? { name: purpose.address }
          : undefined
    if (!about) return []
    if (state.kind !== 'done') return [{ ...about, state: state.kind }]
    const { outcome } = state
    const address = addressOf(purpose, roll)
    if (outcome.kind === 'sent' && outcome.delivery?.status === 'permanent-failure')
      return [{ ...about, state: 'came-back', at: String(outcome.delivery.at), ...(address ? { address } : {}) }]
    if (outcome.kind === 'failed' && outcome.because === 'refused' && address)
      return [{ ...about, state: 'failed', at: String(outcome.at), because: outcome.because, address }]
    return [{ ...about, state: outcome.kind, at: String(outcome.at), ...('because' in outcome ? { because: outcome.because } : {}) }]
  })
  return {
    issueId,
    number: issue.number,
    sentAt: String(found.issue.state.at),
    subject: past.find(({ id }) => id === issueId)?.subject ?? council.rulebook.bulletin.name,
    rows: rows.toSorted((one, other) => one.name.localeCompare(other.name, 'en')),
  }
}

function addressOf(purpose: Purpose, roll: readonly Member[]): string | undefined {
  if (purpose.kind === 'bulletin-copy') return purpose.address
  return purpose.kind === 'bulletin' ? roll.find(({ id }) => id === purpose.memberId)?.addresses[0] : undefined
}

/** Every issue that has left, newest first. */
export async function readMyBulletins({ bulletins, rulebook }: Council): Promise<MyBulletins> {
  return { name: rulebook.bulletin.name, issues: (await bulletins.past()).toReversed().map(pastView) }
}

/** C4.17: an issue read again. What was asked of the reader then is asked again only while it is still open. */
export async function readMyBulletin(council: Council, member: Member, issueId: IssueId): Promise<MyBulletin | undefined> {
  const found = await council.bulletins.find(issueId)
  if (found?.issue.state.kind !== 'sent') return undefined
  const { issue } = found
  const { profile, rulebook, clock } = council
  const reading = await forReader(council, member.id)
  const page = issuePage({ ...issue, at: found.issue.state.at, readAgain: true }, found.issue.state.contents, {
    profile,
    rulebook,
    now: clock.now(),
    ...reading,
  })
  return { issueId, page: onWire(page) }
}

function pastView({ id, number, sentAt, subject }: Awaited<ReturnType<Council['bulletins']['past']>>[number]): PastIssue {
  return { issueId: id, number, sentAt: String(sentAt), subject }
}

function laterOf(one: Instant, other: Instant): Instant {
  return isBefore(one, other) ? other : one
}
