import { arranged, drawnUp, listedIn, offersIn, type Contents } from '../../domain/bulletin/contents.ts'
import { drafted, issueDuties, reminderDuties } from '../../domain/bulletin/drafting.ts'
import { dueAtOf } from '../../domain/bulletin/due.ts'
import type { Issue } from '../../domain/bulletin/issue.ts'
import { commonSubject } from '../../domain/bulletin/page.ts'
import { stepOf, type Step } from '../../domain/bulletin/step.ts'
import { asDue } from '../../domain/duties/duty-ids.ts'
import type { IssueId, OfferId } from '../../domain/kernel/ids.ts'
import { londonDay } from '../../domain/kernel/london.ts'
import type { Instant } from '../../domain/kernel/time.ts'
import { everyMember } from '../../domain/members/audience.ts'
import type { Terms } from '../../domain/places/offer.ts'
import type { Log } from '../log.ts'
import type { Actor } from '../ports/audit.ts'
import type { Council } from '../ports/council.ts'
import { Unavailable } from '../ports/unavailable.ts'
import { currentIssue, issueSources } from '../use-cases/issue-sources.ts'

const quorate: Actor = { kind: 'quorate', rule: 'bulletin' }
const turns = 10

/**
 * Draws up the next issue once there is something to say, and sees to it that its time comes. Repeatable: two instances draw up one.
 *
 * Clauses: C4.1, C4.2. A week with nothing to say has no issue.
 */
export async function tendBulletin(council: Council): Promise<void> {
  const current = await currentIssue(council)
  if (!current) return
  if (current.record) return council.bulletins.askLook(current.record.issue.id)
  const { due } = current
  const sources = await issueSources(council, due.dueAt)
  if (arranged(drawnUp(sources), []).sections.length === 0) return
  await council.bulletins.save(drafted(due, sources.past, council.clock.now()), 'new', quorate)
}

/**
 * Does what an issue asks for now, then has itself looked at again when time will ask for more.
 *
 * Broken off anywhere it is begun again by the pointer that asked for it: what an issue says is fixed by one conditional write, and what
 * follows from that has ids of its own. Two instances send it once.
 */
export async function lookAtIssue(council: Council, id: IssueId, log: Log): Promise<'looked' | 'no-such-session'> {
  for (let turn = 0; turn < turns; turn += 1) {
    const found = await council.bulletins.find(id)
    if (!found) return 'no-such-session'
    const now = council.clock.now()
    const dueAt = dueAtOf(found.issue, council.rulebook, now)
    if (!dueAt) return 'looked'
    const issue = { ...found.issue, dueAt }
    // Written down before it comes: once either time has passed, the two could no longer be told apart.
    if (!dueAt.equals(found.issue.dueAt)) {
      await council.bulletins.save(issue, { etag: found.etag }, quorate)
      continue
    }
    const step = stepOf(issue, council.rulebook, now)
    if (step.kind === 'wait') {
      if (step.until) await council.bulletins.askLookAt(id, step.until)
      return 'looked'
    }
    const next = await taken(council, issue, step, now)
    if ((await council.bulletins.save(next, { etag: found.etag }, quorate)) === 'saved') tell(log, council, next)
  }
  throw new Unavailable('storage', 'an issue keeps changing while it is looked at')
}

/** What the next turn will find, and what must be there before it. */
async function taken(council: Council, issue: Issue, step: Exclude<Step, { kind: 'wait' }>, now: Instant): Promise<Issue> {
  if (step.kind === 'lapse') return { ...issue, state: { kind: 'lapsed', at: now, because: step.because } }
  if (step.kind === 'send') return leaving(council, issue, now)
  if (step.kind === 'address') return addressed(council, issue)
  const duties = reminderDuties(issue, await council.officers.all(), now)
  await council.bulletins.owe(issue.id, duties.map(asDue))
  return { ...issue, remindedAt: now }
}

/** Fixes what it says, from what is true now; with nothing to say it does not leave. */
async function leaving(council: Council, issue: Issue, now: Instant): Promise<Issue> {
  const contents = arranged(drawnUp(await issueSources(council, now)), issue.sections)
  if (contents.sections.length === 0) return { ...issue, state: { kind: 'lapsed', at: now, because: 'empty' } }
  const { state } = issue
  const release =
    state.kind === 'released' ? { releasedAt: state.at, by: state.by } : { releasedAt: now, by: { kind: 'rulebook' } as const }
  return { ...issue, state: { kind: 'sent', at: now, ...release, contents } }
}

/** Keeps what it announced, then writes down that every Member in office is owed it. */
async function addressed(council: Council, issue: Issue): Promise<Issue> {
  const { state } = issue
  if (state.kind !== 'sent') return issue
  const { rulebook, bulletins, members } = council
  await bulletins.keepPast({
    id: issue.id,
    number: issue.number,
    sentAt: state.at,
    subject: commonSubject({ name: rulebook.bulletin.name }, state.contents),
    listed: listed(state.contents),
  })
  for (const { offerId, ...said } of offersIn(state.contents)) await announceOffer(council, offerId, said, state.at)
  const roll = everyMember(await members.readAnew(), rulebook, londonDay(state.at))
  await bulletins.owe(issue.id, issueDuties(issue, roll, rulebook.bulletin.alsoTo, state.at).map(asDue))
  return { ...issue, state: { ...state, to: roll.length } }
}

/**
 * C4.4: from the moment of the bulletin, interest is taken. Announced by two issues, it was announced by the first. What the issue says
 * was fixed before, and Members have been told it: so it stands, whatever officers have changed or dropped meanwhile.
 */
async function announceOffer({ offers }: Council, id: OfferId, said: Terms, at: Instant): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) {
    const found = await offers.find(id)
    if (!found || found.offer.announcedAt) return
    const { droppedAt: _dropped, ...offer } = found.offer
    if ((await offers.save({ ...offer, ...said, announcedAt: at }, found, quorate)) === 'saved') return
  }
  throw new Unavailable('storage', 'an offer keeps changing while it is announced')
}

function listed(contents: Contents): readonly string[] {
  return [...new Set(listedIn(contents))]
}

function tell(log: Log, { profile }: Council, { id, state }: Issue): void {
  if (state.kind === 'lapsed') log.warn('bulletin.lapsed', { council: profile.id, issue: id, because: state.because })
  if (state.kind === 'sent' && state.to !== undefined) log.info('bulletin.sent', { council: profile.id, issue: id, count: state.to })
}
