import { registerOf, notHeld, opensAt } from '../attendance/register.ts'
import { marksSince, standingOf } from '../attendance/mark.ts'
import type { Mark } from '../attendance/mark.ts'
import { suggestionsOf } from '../attendance/teams-report.ts'
import { inLondon, londonDay } from '../kernel/london.ts'
import type { Instant } from '../kernel/time.ts'
import { isAtOrAfter, isBefore } from '../kernel/time.ts'
import type { Member } from '../members/member.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { Session } from '../sessions/session.ts'
import type { SessionRecord } from '../sessions/session-record.ts'

export type RegisterAttention = {
  readonly kind: 'register-empty'
  readonly group: 'put-right'
  readonly sessionId: Session['id']
  readonly title: string
  readonly startsAt: Instant
  /** How many Members Teams shows as having joined, for an officer to confirm. Absent: none. */
  readonly joined?: number
}

/** For how long it is asked for: later hardly anybody remembers who was there. */
const askedForDays = 14

type Recording = Pick<SessionRecord, 'session' | 'history' | 'marks' | 'teamsReport'>
type Known = { readonly members: readonly Member[]; readonly rulebook: Rulebook; readonly now: Instant }

/**
 * C2.6, C2.10: a session was held and nothing at all is on its register, so that it counts in no figure. From the day after it ended.
 */
export function registerRow(record: Recording, { members, rulebook, now }: Known): RegisterAttention | undefined {
  const [from, until] = registerTimes(record, rulebook)
  if (!from || !until || isBefore(now, from) || isAtOrAfter(now, until)) return undefined
  const { id: sessionId, title, startsAt } = record.session
  const register = registerOf(record, members, rulebook)
  const joined = suggestionsOf(record.session, record.teamsReport, { register, members, rule: rulebook.attendance }).length
  return { kind: 'register-empty', group: 'put-right', sessionId, title, startsAt, ...(joined > 0 ? { joined } : {}) }
}

/** From when to when an empty register is asked for, as London's days go; none of what nobody was invited to, nor can record by hand. */
export function registerTimes({ session, marks }: Pick<Recording, 'session' | 'marks'>, rulebook: Rulebook): readonly Instant[] {
  const { recordedBy } = rulebook.attendance
  const byHand = recordedBy.includes('officers') || recordedBy.includes('organiser')
  if (!byHand || notHeld(session) || session.invitations.length === 0 || isFilledIn(marksSince(marks, opensAt(session)))) return []
  const after = londonDay(session.endsAt).add({ days: 1 })
  return [after, after.add({ days: askedForDays })].map((day) => inLondon(day, '00:00'))
}

/** Something stands on it of somebody: a mark that was taken back leaves it as empty as before. */
function isFilledIn(marks: readonly Mark[]): boolean {
  const byWhom = Map.groupBy(marks, ({ about }) => (about.kind === 'member' ? about.memberId : about.guest.id))
  return [...byWhom.values()].some((own) => standingOf(own)?.standing.recorded !== 'not-recorded')
}
