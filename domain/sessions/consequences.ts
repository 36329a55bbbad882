import { toldOneByOne, affected } from '../duties/told.ts'
import type { Instant } from '../kernel/time.ts'
import type { Member } from '../members/member.ts'
import { whyByTelephone } from '../members/text-preferences.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { runsToCome } from './other-runs.ts'
import type { SessionRecord, SessionSummary } from './session-record.ts'
import { isShortNotice } from './short-notice.ts'

export type Consequences = {
  /** A room is a calendar and not a person; a list is neither. */
  readonly calendarsCleared: number
  readonly membersInvited: number
  readonly othersInvited: number
  readonly shortNotice: boolean
  readonly texts: number
  readonly calls: readonly { readonly name: string; readonly because: 'no-mobile' | 'texts-off' | 'bad-number' }[]
  readonly offeredOtherRun: number
}

/** What cancelling now would do, in numbers, from the rules that would do it (C3.5, C3.10, C3.11). */
export function consequencesOfCancelling(
  { session }: Pick<SessionRecord, 'session'>,
  members: readonly Member[],
  rulebook: Rulebook,
  otherRuns: readonly SessionSummary[],
  now: Instant,
): Consequences {
  const others = session.others.filter((other) => other.kind !== 'list').length
  const told = toldOneByOne(session, members, rulebook, now)
  const calls = told.flatMap((member) => {
    const because = whyByTelephone(member, rulebook)
    return because ? [{ name: member.shortName, because }] : []
  })
  const offers = runsToCome(session, otherRuns, rulebook, now).length > 0
  return {
    calendarsCleared: session.invitations.length + others,
    membersInvited: session.invitations.length,
    othersInvited: others,
    shortNotice: isShortNotice(session.startsAt, now, rulebook),
    texts: told.length - calls.length,
    calls,
    offeredOtherRun: offers ? affected(session, members, rulebook).length : 0,
  }
}
