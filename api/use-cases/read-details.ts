import type { SessionId } from '../../domain/kernel/ids.ts'
import { londonDay } from '../../domain/kernel/london.ts'
import { everyMember } from '../../domain/members/audience.ts'
import type { Member } from '../../domain/members/member.ts'
import { kindOf } from '../../domain/rulebook/in-force.ts'
import type { Rulebook } from '../../domain/rulebook/rulebook.ts'
import { moneyOf } from '../../domain/sessions/costs.ts'
import { gapsOf } from '../../domain/sessions/gaps.ts'
import { pairOf } from '../../domain/sessions/other-runs.ts'
import { isOffered } from '../../domain/sessions/postponed.ts'
import { rulesMetBy } from '../../domain/sessions/rules-met.ts'
import { summaryOf } from '../../domain/sessions/summary.ts'
import type { SessionSummary } from '../../domain/sessions/session-record.ts'
import type { Session } from '../../domain/sessions/session.ts'
import type { Money as MoneyView, SessionDetails } from '../contracts/details.ts'
import { isBefore, type Instant } from '../../domain/kernel/time.ts'
import type { Council } from '../ports/council.ts'
import { heldOut } from './held-back.ts'
import { onWire } from './on-wire.ts'

/** What is known of a session besides its appointment, with everything there is to choose from. */
export async function readDetails(council: Council, id: SessionId): Promise<SessionDetails | undefined> {
  const { sessions, rulebook, clock } = council
  const found = await sessions.find(id)
  if (!found) return undefined
  const { session } = found
  const now = clock.now()
  const money = moneyView(session, rulebook, now)
  const [held, near] = await Promise.all([heldOut(council, session), sessionsNear(council, session)])
  const { version = 0, by: _by, byName, at, fromTag: _fromTag, hadAims: _hadAims, ...details } = session.details ?? { costs: [] }
  return {
    sessionId: session.id,
    title: session.title,
    kindLabel: kindOf(rulebook, session.kind).label,
    startsAt: String(session.startsAt),
    endsAt: String(session.endsAt),
    version,
    pair: isOffered(session) && isBefore(now, session.startsAt) ? pairOf(session, near, rulebook) : 'not-needed',
    gaps: [...gapsOf(summaryOf({ session }), rulebook)],
    ...(held ? { heldOut: held } : {}),
    ...(byName && at ? { changed: { by: byName, at: String(at) } } : {}),
    details: onWire(details),
    choices: await choicesOf(council, session, near),
    ...(money ? { money } : {}),
    now: String(now),
  }
}

type About = Pick<Session, 'title' | 'kind' | 'startsAt'> & { readonly id?: SessionId }

/** Those that could be another run of it. */
async function sessionsNear({ sessions, rulebook }: Council, { startsAt }: Pick<About, 'startsAt'>): Promise<readonly SessionSummary[]> {
  const span = { hours: 24 * rulebook.programme.repeatWithinDays }
  return sessions.between(startsAt.subtract(span), startsAt.add(span))
}

/** What the council's rulebook, its register and its programme offer to choose from, of a session that there is or of one being written. */
export async function choicesOf(council: Council, about: About, known?: readonly SessionSummary[]): Promise<SessionDetails['choices']> {
  const { members, meetings, rulebook } = council
  const [roll, calendar, near] = await Promise.all([members.all(), meetings.calendar(), known ?? sessionsNear(council, about)])
  const kind = kindOf(rulebook, about.kind)
  return {
    ...offeredBy(rulebook),
    priorities: prioritiesOn(londonDay(about.startsAt).toString(), rulebook),
    byTitle: rulesMetBy({ title: about.title }, rulebook).map((rule) => rule.id),
    committees: committeesKnown(calendar?.committees ?? [], rulebook),
    offices: officesHeld(roll),
    members: everyMember(roll, rulebook, londonDay(about.startsAt)).map(({ id: memberId, shortName: name }) => ({ memberId, name })),
    runs: near
      .filter((run) => run.id !== about.id && run.standing.kind === 'standing')
      .map((run) => ({ sessionId: run.id, title: run.title, startsAt: String(run.startsAt) })),
    audienceFixed: kind.audienceFixed,
    usualAudience: kind.audience,
  }
}

/** C1.10: those in force on a day. */
function prioritiesOn(on: string, { planning }: Rulebook) {
  const inForce = planning.priorities.filter(({ from, until = on }) => from <= on && on <= until)
  return inForce.map(({ id, label }) => ({ id, label }))
}

function offeredBy({ costs, mandatory, providers, partners, planning }: Rulebook) {
  return {
    categories: costs.categories,
    usualTerms: costs.supplierTerms.length > 0,
    rules: mandatory.rules.map(({ id, label }) => ({ id, label })),
    providers: providers.map(({ name }) => name),
    serviceAreas: planning.serviceAreas.map(({ label }) => label),
    partners: partners.organisations.map(({ name }) => name),
  }
}

export function committeesKnown(published: readonly string[], { mandatory }: Rulebook): string[] {
  const named = mandatory.rules.flatMap(({ appliesTo }) => appliesTo.committees)
  return [...new Set([...published, ...named])].toSorted((one, other) => one.localeCompare(other, 'en'))
}

/** A seat is no office: whoever sits on a committee is found by the committee. */
const seats = /^(substitute|((substitute|ordinary|co-opted) )?member)$/i

/** What stands before the comma of a post: "Chair, Planning Committee" is the office of a Chair. */
export function officesHeld(members: readonly Member[]): string[] {
  const offices = members.flatMap(({ posts = [] }) => posts.map((post) => post.split(/,| of | \(/)[0]?.trim() ?? ''))
  return [...new Set(offices)]
    .filter((office) => office !== '' && !seats.test(office))
    .toSorted((one, other) => one.localeCompare(other, 'en'))
}

/** C3.5, as pages and cards tell it. Undefined: officers have put down no costs. */
export function moneyView(session: Session, rulebook: Rulebook, now: Instant): MoneyView | undefined {
  const money = moneyOf(session, session.details?.costs ?? [], rulebook, now)
  if (!money) return undefined
  const labelOf = (category: string) => rulebook.costs.categories.find(({ id }) => id === category)?.label ?? category.replaceAll('-', ' ')
  return { ...onWire(money), costs: money.costs.map(({ category, pence }) => ({ label: labelOf(category), pence })) }
}
