import { londonDay } from '../kernel/london.ts'
import type { Day } from '../kernel/time.ts'
import type { Audience } from '../members/audience.ts'
import { everyMember } from '../members/audience.ts'
import type { Member } from '../members/member.ts'
import { isInOffice } from '../members/member.ts'
import { holdsOffice, membersOf, seatOn } from '../members/seats.ts'
import { kindOf } from '../rulebook/in-force.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { Session } from './session.ts'

type Rules = Pick<Rulebook, 'members' | 'meetings' | 'kinds'>
type For = Pick<Session, 'kind' | 'startsAt'> & { readonly details?: { readonly audience?: Audience } }

/** Whom a session is for; undefined where the council leaves it to the session and nobody has said. */
export function audienceOf({ kind, details }: Omit<For, 'startsAt'>, rulebook: Pick<Rules, 'kinds'>): Audience | undefined {
  const { audience, audienceFixed } = kindOf(rulebook, kind)
  if (audienceFixed) return { kind: 'all-members' }
  if (details?.audience) return details.audience
  return audience === 'relevant-members' ? undefined : { kind: audience }
}

/** Whether it is for fewer than all Members: then it changes with the register. */
export function isNarrowed(session: Omit<For, 'startsAt'>, rulebook: Pick<Rules, 'kinds'>): boolean {
  const audience = audienceOf(session, rulebook)
  return audience !== undefined && audience.kind !== 'all-members'
}

/**
 * Who should be invited, by the register as it stands, on the day of the session (C1.3). Undefined: nobody can tell.
 *
 * Trap: a committee on which nobody is known to sit is not one without members.
 */
export function invitedByRight(session: For, members: readonly Member[], rulebook: Rules): readonly Member[] | undefined {
  const audience = audienceOf(session, rulebook)
  const on = londonDay(session.startsAt)
  switch (audience?.kind) {
    case undefined:
      return undefined
    case 'all-members':
      return everyMember(members, rulebook, on)
    case 'new-members':
      return members.filter((member) => isInOffice(member, on) && isNewOn(member, rulebook, on))
    case 'committee':
      return sittingOn(audience.committee, members, rulebook, on)
    case 'office':
      return knownOrNot(members.filter((member) => isInOffice(member, on) && holdsOffice(audience.office, member.posts ?? [])))
    case 'named':
      break
  }
  return members.filter((member) => isInOffice(member, on) && audience.members.includes(member.id))
}

/** TH 1.4: within the rulebook's months of taking office. When somebody took it is not always published: then they are not new. */
export function isNewOn({ from }: Member, { members }: Pick<Rules, 'members'>, on: Day): boolean {
  return from !== undefined && on.until(from.add({ months: members.inductionMonths })).sign > 0
}

/** Everyone who may sit on a committee on a day: substitutes too. Undefined where nobody is known to. */
export function sittingOn(committee: string, members: readonly Member[], rulebook: Pick<Rules, 'meetings'>, on: Day) {
  const seated = membersOf(committee, members, rulebook, on)
  const isSubstitute = ({ posts = [] }: Member) => seatOn(committee, posts) !== undefined
  return knownOrNot(members.filter((member) => isInOffice(member, on) && (seated?.has(member.id) || isSubstitute(member))))
}

function knownOrNot(members: readonly Member[]): readonly Member[] | undefined {
  return members.length === 0 ? undefined : members
}

/** How the Outlook invitation differs from whom the session is for. */
export type AudienceGap = { readonly missing: readonly Member[]; readonly surplus: readonly Member[] }

/** C1.3: who is missing from the invitation, and who is on it although it is not for them. Nobody can tell: neither. */
export function audienceGap(session: For & Pick<Session, 'invitations'>, members: readonly Member[], rulebook: Rules): AudienceGap {
  const right = invitedByRight(session, members, rulebook)
  if (!right) return { missing: [], surplus: [] }
  const invited = new Set(session.invitations.map(({ memberId }) => memberId))
  const meant = new Set(right.map(({ id }) => id))
  return {
    missing: right.filter(({ id }) => !invited.has(id)),
    surplus: members.filter(({ id }) => invited.has(id) && !meant.has(id)),
  }
}
