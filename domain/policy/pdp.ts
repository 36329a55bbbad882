import type { MemberId, PersonId } from '../kernel/ids.ts'
import type { Day } from '../kernel/time.ts'
import { isInOffice, type Member } from '../members/member.ts'
import type { Officer } from '../members/officer.ts'
import { holdsOffice } from '../members/seats.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'

/** Who asks: by the sign-in, the register of Members and the directory's officers, and by nothing that is asked. */
export type PdpAsker = {
  readonly personId: PersonId
  readonly roles: readonly ('officer' | 'administrator')[]
  /** As the directory has it; empty while it is not known. */
  readonly address: string
  readonly member?: Member | undefined
}

type Rules = Pick<Rulebook, 'pdp'>

export type PdpPart = 'owner' | 'supporter' | 'designated' | 'none'

/**
 * What somebody is to one plan. Owner, supporter and designated officers read it, and nobody else does.
 *
 * Trap: a supporter who is no officer any more is nobody's supporter, and the plan of a Member who has left is closed to all.
 *
 * Clauses: C6.22.
 */
export function partIn(
  { member: owner, supporter }: { readonly member: Member; readonly supporter: PersonId | undefined },
  asker: PdpAsker,
  { pdp }: Rules,
  on: Day,
): PdpPart {
  if (!isInOffice(owner, on)) return 'none'
  if (asker.member?.id === owner.id) return 'owner'
  if (!asker.roles.includes('officer')) return 'none'
  if (supporter === asker.personId) return 'supporter'
  return isDesignated(asker, pdp) ? 'designated' : 'none'
}

/**
 * The officers who can support a Member or be designated: not those who are Members too, since a leader or whip with the role would
 * read by it what no leader or whip may.
 *
 * Clauses: C6.22.
 */
export function officersWhoMayHelp(officers: readonly Officer[], members: readonly Member[], on: Day): readonly Officer[] {
  const ofMembers = new Set(members.filter((member) => isInOffice(member, on)).map(({ personId }) => personId))
  return officers.filter(({ id, roles }) => roles.includes('officer') && !ofMembers.has(id))
}

export function isDesignated({ address }: { readonly address: string }, { readers }: Rulebook['pdp']): boolean {
  return address !== '' && readers.includes(address.toLowerCase())
}

/** Whether somebody leads or whips a group, and so sees who of it has a plan. */
export function leadsGroup(member: Member | undefined, { pdp }: Rules, on: Day): boolean {
  if (!member?.group || !isInOffice(member, on)) return false
  const { posts = [] } = member
  return pdp.statusTo.some((post) => holdsOffice(post, posts))
}

/**
 * Of whom somebody sees whether they have a plan: officers of every Member, a leader or whip of their own group, everybody else of nobody.
 *
 * Clauses: C6.22.
 */
export function seesStandingOf(asker: PdpAsker, members: readonly Member[], rules: Rules, on: Day): ReadonlySet<MemberId> {
  const inOffice = members.filter((member) => isInOffice(member, on))
  if (asker.roles.includes('officer')) return new Set(inOffice.map(({ id }) => id))
  if (!leadsGroup(asker.member, rules, on)) return new Set()
  return new Set(inOffice.filter(({ group }) => group === asker.member?.group).map(({ id }) => id))
}
