import { issueSources } from '../use-cases/issue-sources.ts'
import { anInterest, anOffer } from '../../domain/testing/places.ts'
import { createTestClock } from './clock.ts'
import { countedTables, type CountedTables, type StorageCost } from './counted-tables.ts'
import { startInstance, advance, type Instance } from './council.ts'
import { expressed } from './places.ts'
import { createHintsDouble } from './queue.ts'
import { createRecordedSenders } from './senders.ts'
import { createTablesDouble } from './tables.ts'
import { served, type Served } from '../http/testing/served.ts'
import { arranged, drawnUp } from '../../domain/bulletin/contents.ts'
import { drafted, issueDuties } from '../../domain/bulletin/drafting.ts'
import { issueAfter } from '../../domain/bulletin/due.ts'
import type { Issue } from '../../domain/bulletin/issue.ts'
import { asDue } from '../../domain/duties/duty-ids.ts'
import { issueId, sessionId } from '../../domain/kernel/ids.ts'
import { londonDay } from '../../domain/kernel/london.ts'
import { offerIdOf } from '../../domain/places/offer.ts'
import { instant } from '../../domain/kernel/time.ts'
import { aPersonId, anInvitation, anOfficer, aSession, someMembers, towerHamlets } from '../../domain/testing/builders.ts'

/** How large the council is whose requests are counted: reliability.md §16 has 60 to 100 Members and 200 sessions a year. */
export type CouncilSize = { readonly members: number; readonly sessions: number }

export type RouteCost = { readonly route: string; readonly cold: StorageCost; readonly warm: StorageCost }

const now = instant('2026-10-12T08:00:00Z')
const lastIssue = issueId('issue-2026-w41')
const nextIssue = issueId('issue-2026-w42')
const firstDay = instant('2026-10-13T13:00:00Z')
const cachesLast = 61_000

/** A council in its autumn, whole and in memory: every session invites every Member, half of whom have answered. */
export async function routeCosts(size: CouncilSize): Promise<readonly RouteCost[]> {
  const clock = createTestClock(now)
  const tables = countedTables(createTablesDouble())
  const senders = createRecordedSenders(() => clock.now())
  const hints = createHintsDouble(() => clock.mono())
  const instance = await startInstance({ clock, tables, senders, hints, rulebook: towerHamlets, lines: [] })
  await fill(instance, size)
  await fillBulletin(instance)
  await fillPlaces(instance)
  await advance(instance.worker, clock, now)
  const service = await served({ councils: instance.councils, clock })
  try {
    const measured: RouteCost[] = []
    for (const request of await requestsOf(service)) {
      clock.pass(cachesLast)
      const cold = await costOf(service, tables, request)
      const warm = await costOf(service, tables, request)
      measured.push({ route: request.route, cold, warm })
    }
    return measured
  } finally {
    await service.close()
  }
}

/** Limited places at the first session, announced and still open, and at one that is over, which nobody drew. */
async function fillPlaces({ council }: Instance): Promise<void> {
  await council.offers.save(anOffer({ announcedAt: now, closesAt: now.add({ hours: 24 }) }), 'new', { kind: 'administrator' })
  await expressed(council, anOffer().id, anInterest(1))
  const subject = { kind: 'session', sessionId: sessionId('past') } as const
  const startsAt = now.subtract({ hours: 24 })
  const past = aSession({ id: subject.sessionId, startsAt, endsAt: startsAt.add({ hours: 2 }), invitations: [] })
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

type Asked = { readonly route: string; readonly method: string; readonly path: string; readonly token: string; readonly body?: unknown }

async function requestsOf(service: Served): Promise<readonly Asked[]> {
  const officer = await service.tokenFor(aPersonId(901), { roles: ['Quorate.Officer'] })
  const administrator = await service.tokenFor(aPersonId(903), { roles: ['Quorate.Administrator'] })
  const member = await service.tokenFor(aPersonId(1))
  const reading = (route: string, token: string): Asked => ({ route: `GET /api${route}`, method: 'GET', path: pathOf(route), token })
  return [
    ...['/me', '/my/training', '/my/sessions/:sessionId', '/my/texts'].map((route) => reading(route, member)),
    ...['/programme', '/programme/month/:month', '/sessions/:sessionId', '/sessions/:sessionId/decision', '/attention', '/members'].map(
      (route) => reading(route, officer),
    ),
    { ...reading('/me', officer), route: 'GET /api/me as an officer' },
    reading('/sessions/:sessionId/details', officer),
    reading('/sessions/:sessionId/partners', officer),
    reading('/sessions/:sessionId/phone-list', officer),
    reading('/sessions/:sessionId/attendance', officer),
    reading('/reports/uptake', officer),
    reading('/brochure', member),
    reading('/sessions/:sessionId/check-in-code', officer),
    ...['/my/bulletins', '/my/bulletins/:issueId'].map((route) => reading(route, member)),
    ...['/bulletin', '/bulletin/notices', '/bulletin/:issueId/preview/:memberId', '/bulletin/:issueId/delivery'].map((route) =>
      reading(route, officer),
    ),
    ...['/my/places', '/my/places/:offerId'].map((route) => reading(route, member)),
    ...['/places', '/places/:offerId'].map((route) => reading(route, officer)),
    reading('/rulebook', administrator),
    reading('/health', administrator),
    {
      route: 'PUT /api/my/sessions/:sessionId/answer',
      method: 'PUT',
      path: pathOf('/my/sessions/:sessionId/answer'),
      token: member,
      body: { answer: 'tentative' },
    },
  ]
}

/** The session in question: it is the one with most to read. */
function pathOf(route: string): string {
  const issue = route.includes('/preview/') ? nextIssue : lastIssue
  return `/api${route.replace(':issueId', issue).replace(':memberId', 'm1').replace(':offerId', 'offer-session-s1').replace(':sessionId', 's1').replace(':month', '2026-10')}`
}

async function costOf(service: Served, tables: CountedTables, { method, path, token, body }: Asked): Promise<StorageCost> {
  tables.since()
  const { status } = await service.ask(method, path, { token, body })
  if (status >= 300) throw new Error(`${method} ${path} was answered ${status}`)
  return tables.since()
}
