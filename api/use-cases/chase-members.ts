import { alertsCountFrom, chaseable, chaseDuties, whyNotChased } from '../../domain/duties/chasing.ts'
import type { Alert } from '../../domain/duties/chasing.ts'
import type { Duty } from '../../domain/duties/duty.ts'
import { asDue } from '../../domain/duties/duty-ids.ts'
import type { SessionId } from '../../domain/kernel/ids.ts'
import { ok, refused } from '../../domain/kernel/result.ts'
import type { Result } from '../../domain/kernel/result.ts'
import type { Instant } from '../../domain/kernel/time.ts'
import type { Officer } from '../../domain/members/officer.ts'
import type { Chase } from '../../domain/sessions/chase.ts'
import type { Session } from '../../domain/sessions/session.ts'
import type { Council } from '../ports/council.ts'

export type ChaseRefusal =
  | { readonly kind: 'no-such-session' }
  | { readonly kind: 'cancelled' | 'untagged' | 'postponed' | 'started' }
  /** Somebody else pressed meanwhile, and the same Members have been asked. */
  | { readonly kind: 'chased-since-seen' }
  | { readonly kind: 'nobody-to-ask' }
  /** Everyone left has had as many messages as the council allows in a week. */
  | { readonly kind: 'all-spared' }
  | { readonly kind: 'busy' }

/** `number`: which chase of this session it is to be; `press` names what was pressed, so that it is done once. */
export type ChaseOrder = { readonly sessionId: SessionId; readonly number: number; readonly press: string }

type Chasing = Pick<Council, 'clock' | 'rulebook' | 'sessions' | 'members' | 'alerts'>

const attempts = 6

/**
 * Has everyone asked again who has neither accepted nor declined, within what the council allows each Member in a week. It leaves every
 * question open (C3.4, C4.13).
 *
 * What is counted against the cap is counted before it is owed: broken off in between, a Member has had one fewer than the count says.
 */
export async function chaseMembers(council: Chasing, officer: Officer, order: ChaseOrder): Promise<Result<Chase, ChaseRefusal>> {
  const { clock, sessions, members } = council
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const found = await sessions.find(order.sessionId)
    if (!found) return refused({ kind: 'no-such-session' })
    const { session } = found
    const before = session.chases ?? []
    const same = before.find(({ press }) => press === order.press)
    if (same) return ok(same)

    const now = clock.now()
    const refusal = whyNot(session, order.number, now)
    if (refusal) return refused(refusal)
    const open = chaseable(session, await members.all())
    const granted = await countedIn(council, chaseDuties(session, order.number, open, now), now)
    if (granted.length === 0) return refused({ kind: open.length === 0 ? 'nobody-to-ask' : 'all-spared' })

    const chase = chaseBy(officer, order, { at: now, asked: granted.length, spared: open.length - granted.length })
    const history = [{ at: now, what: { kind: 'chased', byName: officer.name, asked: chase.asked, spared: chase.spared } }] as const
    const change = { session: { ...session, chases: [...before, chase] }, history, duties: granted.map(asDue) }
    if ((await sessions.save(change, { etag: found.etag })) === 'saved') return ok(chase)
  }
  return refused({ kind: 'busy' })
}

function chaseBy({ id: by, name: byName }: Officer, { number, press }: ChaseOrder, came: Pick<Chase, 'at' | 'asked' | 'spared'>): Chase {
  return { number, press, by, byName, ...came }
}

function whyNot(session: Session, number: number, now: Instant): ChaseRefusal | undefined {
  const because = whyNotChased(session, now)
  if (because) return { kind: because }
  return number === (session.chases?.length ?? 0) + 1 ? undefined : { kind: 'chased-since-seen' }
}

async function countedIn({ alerts, rulebook }: Chasing, duties: readonly Duty[], now: Instant): Promise<readonly Duty[]> {
  const wanted = duties.flatMap(({ id: dutyId, purpose }): Alert[] =>
    'memberId' in purpose ? [{ memberId: purpose.memberId, dutyId, at: now }] : [],
  )
  const granted = await alerts.take(wanted, { perMember: rulebook.alerts.perMemberPerWeek, from: alertsCountFrom(now) })
  return duties.filter(({ id }) => granted.has(id))
}
