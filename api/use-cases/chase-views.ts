import { alertsCountFrom, chaseable, spared, whyNotChased } from '../../domain/duties/chasing.ts'
import { intention } from '../../domain/duties/told.ts'
import { isAtOrAfter } from '../../domain/kernel/time.ts'
import type { Member } from '../../domain/members/member.ts'
import type { Session } from '../../domain/sessions/session.ts'
import type { Chase, ChaseByName } from '../contracts/chasing.ts'
import type { ComposeContext } from '../ports/compose.ts'

type Asked = { readonly open: readonly Member[]; readonly asked: readonly Member[]; readonly left: readonly Member[] }

function askedOf(session: Session, { members, rulebook, now, alerts = [] }: ComposeContext): Asked {
  const open = whyNotChased(session, now) ? [] : chaseable(session, members)
  const recent = alerts.filter(({ at }) => isAtOrAfter(at, alertsCountFrom(now)))
  const left = spared(open, recent, rulebook, now)
  return { open, asked: open.filter(({ id }) => !left.has(id)), left: open.filter(({ id }) => left.has(id)) }
}

/** C4.13: how many pressing Chase would ask now, and how many the week's cap would spare. */
export function chaseView(session: Session, context: ComposeContext): Chase {
  return counted(session, askedOf(session, context), context)
}

/** The same by name; undefined when it is over and done with, so that there is nothing to press. */
export function chaseByNameView(session: Session, context: ComposeContext): ChaseByName | undefined {
  const because = whyNotChased(session, context.now)
  if (because === 'cancelled' || because === 'started') return undefined
  const who = askedOf(session, context)
  const nobody = who.open.length === 0 ? 'nobody-to-ask' : 'all-spared'
  const cannot = because ?? (who.asked.length === 0 ? nobody : undefined)
  const maybe = new Set(session.invitations.filter((each) => intention(each) === 'tentative').map(({ memberId }) => memberId))
  return {
    ...counted(session, who, context),
    toAsk: who.asked.map(({ id, shortName }) => ({ name: shortName, response: maybe.has(id) ? 'tentative' : 'none' })),
    leftOut: who.left.map(({ shortName }) => shortName),
    ...(cannot ? { cannot } : {}),
  }
}

function counted({ chases }: Session, { asked, left }: Asked, { rulebook }: ComposeContext): Chase {
  const last = chases?.at(-1)
  return {
    number: (chases?.length ?? 0) + 1,
    asks: asked.length,
    spared: left.length,
    perWeek: rulebook.alerts.perMemberPerWeek,
    ...(last ? { last: { by: last.byName, at: String(last.at), asked: last.asked } } : {}),
  }
}
