import type { MemberId } from '../../domain/kernel/ids.ts'
import { kindOf } from '../../domain/rulebook/in-force.ts'
import type { Council } from '../ports/council.ts'

/** Further ahead nothing is at short notice: twenty working days is the most that a rulebook may say. */
const daysAhead = 60

/**
 * Has the sessions to come of some Members looked at again, after their numbers or their wish for texts changed: of one cancelled at
 * short notice a text may now be owed that could not go before (C3.11, C3.12).
 */
export async function lookAgainFor({ clock, sessions }: Pick<Council, 'clock' | 'sessions'>, members: readonly MemberId[]): Promise<void> {
  const now = clock.now()
  const lists = await Promise.all(members.map(async (member) => sessions.ofMember(member, now, now.add({ hours: 24 * daysAhead }))))
  for (const session of new Set(lists.flat().map(({ sessionId }) => sessionId))) await sessions.askLook(session)
}

/** C1.3: whom a session for fewer than all Members is for follows from the register, so each is looked at again once that has changed. */
export async function lookAgainWhereNarrowed({
  clock,
  rulebook,
  sessions,
}: Pick<Council, 'clock' | 'rulebook' | 'sessions'>): Promise<void> {
  const now = clock.now()
  for (const session of await sessions.between(now, now.add({ hours: 24 * 366 }))) {
    if (session.narrowed || kindOf(rulebook, session.kind).audience === 'new-members') await sessions.askLook(session.id)
  }
}
