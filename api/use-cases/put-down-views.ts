import { audienceGap } from '../../domain/sessions/invited-by-right.ts'
import { expectedAt } from '../../domain/sessions/room.ts'
import type { Session } from '../../domain/sessions/session.ts'
import { isBefore } from '../../domain/kernel/time.ts'
import type { Member } from '../../domain/members/member.ts'
import type { MySessionPage } from '../contracts/my-training.ts'
import type { SessionPage } from '../contracts/programme.ts'
import type { ComposeContext } from '../ports/compose.ts'
import { onWire } from './on-wire.ts'
import { moneyView } from './read-details.ts'

type Page = Pick<SessionPage, 'notInvited' | 'surplus' | 'plan' | 'putDown' | 'money' | 'sharesWithPartners'>

/** What officers put down of a session, as its page shows it: who is missing, what to plan for, what it costs (C1.3, C1.15, C3.5). */
export function putDownView(session: Session, { members, rulebook, now }: ComposeContext): Page {
  const { missing, surplus } = audienceGap(session, members, rulebook)
  const isToCome = session.standing.kind === 'standing' && isBefore(now, session.startsAt)
  const money = moneyView(session, rulebook, now)
  const { aims, commitment, provider, jointWith } = session.details ?? {}
  return {
    notInvited: missing.map(named),
    ...(surplus.length > 0 ? { surplus: surplus.map(named) } : {}),
    ...(isToCome ? { plan: { ...expectedAt(session, rulebook) } } : {}),
    ...(aims || commitment || provider || jointWith
      ? {
          putDown: {
            ...(aims ? { aims } : {}),
            ...commitment,
            ...(provider ? { provider } : {}),
            ...(jointWith ? { jointWith: onWire(jointWith) } : {}),
          },
        }
      : {}),
    ...(money ? { money } : {}),
    ...(session.details?.partners ? { sharesWithPartners: true } : {}),
  }
}

function named({ id, shortName }: Member) {
  return { memberId: id, name: shortName }
}

/** C1.5: what a Member is told of it: what it is to achieve, and what it asks besides being there. */
export function purposeView({ details }: Pick<Session, 'details'>): Pick<MySessionPage, 'aims' | 'commitment'> {
  const { aims, commitment } = details ?? {}
  return { ...(aims ? { aims } : {}), ...(commitment ? { commitment: { ...commitment } } : {}) }
}
