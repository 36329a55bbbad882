import type { Around } from '../../domain/meetings/clash.ts'
import { acceptedIn, clashesOf } from '../../domain/meetings/clash.ts'
import type { Member } from '../../domain/members/member.ts'
import type { Rulebook } from '../../domain/rulebook/rulebook.ts'
import type { Session } from '../../domain/sessions/session.ts'
import type { Clash } from '../contracts/clashes.ts'
import { onWire } from './on-wire.ts'

type Against = { readonly around: Around; readonly members: readonly Member[]; readonly rulebook: Rulebook }

/** What a session clashes with, as its own page shows it: what an officer has accepted too, with why (C14.3, C14.12). */
export function clashViews(session: Session, { around, members, rulebook }: Against): Clash[] {
  const names = new Map(members.map(({ id, shortName }) => [id, shortName]))
  return clashesOf(session, around, members, rulebook).map(({ id, against, affected }) => {
    const accepted = acceptedIn(session, id, around)
    return {
      clashId: id,
      against: onWire(against),
      ...(affected ? { affected: affected.map((memberId) => ({ memberId, name: names.get(memberId) ?? 'A Member who has left' })) } : {}),
      ...(accepted ? { accepted: { by: accepted.byName, at: String(accepted.at), reason: accepted.reason } } : {}),
    }
  })
}
