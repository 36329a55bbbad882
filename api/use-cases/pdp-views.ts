import { day, type Instant } from '../../domain/kernel/time.ts'
import { sessionId, type SessionId } from '../../domain/kernel/ids.ts'
import type { Member } from '../../domain/members/member.ts'
import { emptyContent, type Hand, type Pdp, type PdpContent } from '../../domain/pdp/plan.ts'
import { towards } from '../../domain/pdp/progress.ts'
import { notHeld } from '../../domain/attendance/register.ts'
import type { PdpContentView, PdpSessionView } from '../contracts/pdp.ts'
import type { Council, Stored } from '../ports/council.ts'
import { onWire } from './on-wire.ts'

export function contentView(content: PdpContent): PdpContentView {
  return onWire(content)
}

export function contentFrom(view: PdpContentView): PdpContent {
  const objectives = view.objectives.map(({ byOn, doneOn, sessions, ...objective }) => ({
    ...objective,
    ...(byOn ? { byOn: day(byOn) } : {}),
    ...(doneOn ? { doneOn: day(doneOn) } : {}),
    sessions: sessions.map(sessionId),
  }))
  return { ...view, objectives }
}

/** Whose hand it was, to whoever reads it: `mine` is the reader's own. */
export function handView(by: Hand, owner: Member, reader: 'owner' | { readonly id: string }): { mine: boolean; name?: string } {
  if (by.kind === 'member') return reader === 'owner' ? { mine: true } : { mine: false, name: owner.shortName }
  const mine = reader !== 'owner' && reader.id === by.id
  return { mine, name: by.name }
}

const hoursAYear = 366 * 24

/** C6.23: what the plan names, and what it could: a Member's own sessions of a year back and a year ahead. */
export async function pdpSessions(
  { sessions }: Pick<Council, 'sessions'>,
  member: Member,
  found: Stored<Pdp> | undefined,
  now: Instant,
): Promise<PdpSessionView[]> {
  const span = [now.subtract({ hours: hoursAYear }), now.add({ hours: hoursAYear })] as const
  const [summaries, own] = await Promise.all([sessions.between(...span), sessions.ofMember(member.id, ...span)])
  const answers = new Map(own.map(({ sessionId: id, response, wanted }) => [id, wanted?.answer ?? response] as const))
  const { objectives } = found?.value.content ?? emptyContent
  const named = new Set<SessionId>(objectives.flatMap((each) => each.sessions))
  return summaries.flatMap((session) => {
    const { id, title, startsAt } = session
    const response = answers.get(id)
    const attended = session.attended?.includes(member.id) ?? false
    if (!named.has(id) && response === undefined && !attended) return []
    const isOff = notHeld(session) !== undefined
    return [{ sessionId: id, title, startsAt: String(startsAt), towards: towards({ startsAt, isOff, response, attended }, now) }]
  })
}
