import { briefOf, presentersOf } from '../../domain/brief/brief.ts'
import { briefDueAt, briefMark, briefTrouble } from '../../domain/brief/given.ts'
import type { SessionId } from '../../domain/kernel/ids.ts'
import type { PresenterBrief } from '../contracts/brief.ts'
import type { Council } from '../ports/council.ts'

type Needs = Pick<Council, 'sessions' | 'rulebook' | 'profile' | 'clock'>

/** C1.11: the brief of a session as its presenter would get it now, and whether it has been given. */
export async function readBrief({ sessions, rulebook, profile, clock }: Needs, id: SessionId): Promise<PresenterBrief | undefined> {
  const found = await sessions.find(id)
  if (!found) return undefined
  const { session } = found
  const { opening, aims, sections, closing } = briefOf(session, { rulebook, help: profile.help })
  const now = clock.now()
  const dueAt = briefDueAt(session, rulebook)
  const cannot = briefTrouble(session, rulebook, now)
  const seen = briefMark(session)
  const { brief } = session
  return {
    sessionId: session.id,
    title: session.title,
    startsAt: String(session.startsAt),
    endsAt: String(session.endsAt),
    opening,
    aims: [...aims],
    sections: sections.map(({ heading, lines }) => ({ heading, lines: [...lines] })),
    closing: [...closing],
    presenters: presentersOf(session).map((presenter) => ({ ...presenter })),
    ...(dueAt ? { dueAt: String(dueAt) } : {}),
    ...(brief ? { given: { at: String(brief.at), by: brief.byName, changed: brief.of !== seen } } : {}),
    ...(cannot ? { cannot } : {}),
    seen,
    now: String(now),
  }
}
