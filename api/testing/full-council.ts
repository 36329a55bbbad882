import { issueSources } from '../use-cases/issue-sources.ts'
import { anInterest, anOffer } from '../../domain/testing/places.ts'
import { agreePdp } from '../use-cases/my-pdp.ts'
import { writePdp } from '../use-cases/write-pdp.ts'
import type { Tables } from '../ports/tables.ts'
import { createTestClock } from './clock.ts'
import { startInstance, advance, type Instance } from './council.ts'
import { expressed } from './places.ts'
import { createHintsDouble } from './queue.ts'
import { createRecordedSenders } from './senders.ts'
import { arranged, drawnUp } from '../../domain/bulletin/contents.ts'
import { drafted, issueDuties } from '../../domain/bulletin/drafting.ts'
import { issueAfter } from '../../domain/bulletin/due.ts'
import type { Issue } from '../../domain/bulletin/issue.ts'
import { asDue } from '../../domain/duties/duty-ids.ts'
import { issueId, sessionId } from '../../domain/kernel/ids.ts'
import { londonDay } from '../../domain/kernel/london.ts'
import { offerIdOf } from '../../domain/places/offer.ts'
import { instant } from '../../domain/kernel/time.ts'
import { anInvitation, anOfficer, aSession, someMembers, towerHamlets } from '../../domain/testing/builders.ts'

/** How large the council is: reliability.md §16 has 60 to 100 Members and 200 sessions a year. */
export type CouncilSize = { readonly members: number; readonly sessions: number }

const now = instant('2026-10-12T08:00:00Z')
export const lastIssue = issueId('issue-2026-w41')
export const nextIssue = issueId('issue-2026-w42')
const firstDay = instant('2026-10-13T13:00:00Z')

/** A council in its autumn, whole and in memory, where every page has something on it: every session invites every Member, half of whom have answered. */
export async function fullCouncil(tables: Tables, size: CouncilSize) {
  const clock = createTestClock(now)
  const senders = createRecordedSenders(() => clock.now())
  const hints = createHintsDouble(() => clock.mono())
  const instance = await startInstance({ clock, tables, senders, hints, rulebook, lines: [] })
  await fill(instance, size)
  await fillBulletin(instance)
  await fillPlaces(instance)
  await fillPdps(instance, size)
  await advance(instance.worker, clock, now)
  return { instance, clock }
}

const rulebook = { ...towerHamlets, pdp: { ...towerHamlets.pdp, readers: [anOfficer(901).address] } }

/** Every Member has a plan with an objective that the session in question serves, agreed. */
async function fillPdps({ council }: Instance, { members }: CouncilSize): Promise<void> {
  const objective = { id: 'o-1', aim: 'Chair a meeting', byOn: '2027-03-31', help: [], measure: '', sessions: ['s1'] }
  const content = { gaps: 'Finance', transferable: '', aspirations: '', otherSkills: '', needs: [], objectives: [objective] }
  for (const member of someMembers(members)) {
    const saved = await writePdp(council, member, { kind: 'member' }, { content, etag: 'new' })
    if (saved.ok) await agreePdp(council, member, saved.value)
  }
}

/** Limited places at the first session, announced and still open, and at one that is over, which nobody drew and of which a form waits. */
async function fillPlaces({ council }: Instance): Promise<void> {
  await council.offers.save(anOffer({ announcedAt: now, closesAt: now.add({ hours: 24 }) }), 'new', { kind: 'administrator' })
  await expressed(council, anOffer().id, anInterest(1))
  const subject = { kind: 'session', sessionId: sessionId('past') } as const
  const startsAt = now.subtract({ hours: 24 })
  const past = aSession({ id: subject.sessionId, startsAt, endsAt: startsAt.add({ hours: 2 }), invitations: [anInvitation(1, 'accepted')] })
  await council.sessions.save({ session: past, history: [] }, 'new')
  const openTo = { kind: 'posts', posts: ['Chair'] } as const
  const hours = { announcedAt: now.subtract({ hours: 72 }), closesAt: now.subtract({ hours: 48 }) }
  const undrawn = anOffer({ id: offerIdOf(subject), subject, openTo, ...hours })
  await council.offers.save(undrawn, 'new', { kind: 'administrator' })
  await expressed(council, undrawn.id, anInterest(2))
}

async function fill({ council }: Instance, { members, sessions }: CouncilSize): Promise<void> {
  for (const member of someMembers(members)) await council.members.save(member, 'new', { kind: 'administrator' })
  await council.officers.replaceAll([anOfficer(901), anOfficer(902)], now)
  for (let index = 0; index < sessions; index += 1) {
    const startsAt = firstDay.add({ hours: 24 * index })
    const invitations = Array.from({ length: members }, (_, at) => anInvitation(at + 1, at % 2 === index % 2 ? 'accepted' : 'none'))
    const session = aSession({ id: sessionId(`s${index + 1}`), startsAt, endsAt: startsAt.add({ hours: 2 }), invitations })
    await council.sessions.save({ session, history: [] }, 'new')
  }
}

/** An issue that left, to everybody, and the next one drawn up. */
async function fillBulletin({ council }: Instance): Promise<void> {
  const sources = await issueSources(council, now)
  const by = { kind: 'rulebook' } as const
  const contents = arranged(drawnUp(sources), [])
  const state = { kind: 'sent', at: now, releasedAt: now, by, contents, to: 0 } as const
  const left: Issue = { ...drafted({ id: lastIssue, on: londonDay(now), dueAt: now }, [], now), state }
  await council.bulletins.save(left, 'new', { kind: 'administrator' })
  await council.bulletins.keepPast({ id: lastIssue, number: 1, sentAt: now, subject: 'Bulletin', listed: [] })
  await council.bulletins.owe(lastIssue, issueDuties(left, await council.members.readAnew(), [], now).map(asDue))
  const due = issueAfter(now, towerHamlets)
  if (due) await council.bulletins.save(drafted(due, [], now), 'new', { kind: 'administrator' })
}
