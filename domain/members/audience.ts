import { digest } from '../kernel/digest.ts'
import type { MemberId } from '../kernel/ids.ts'
import { memberId } from '../kernel/ids.ts'
import type { Day } from '../kernel/time.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { Member } from './member.ts'
import { isInOffice } from './member.ts'
import { usualTextPreferences } from './text-preferences.ts'

type MembersRules = Pick<Rulebook, 'members'>

/** C1.3: whom a session is for. */
export type Audience =
  | { readonly kind: 'all-members' }
  | { readonly kind: 'new-members' }
  /** Its members and its substitutes, who may sit too. */
  | { readonly kind: 'committee'; readonly committee: string }
  | { readonly kind: 'office'; readonly office: string }
  | { readonly kind: 'named'; readonly members: readonly MemberId[] }

/**
 * All Members on a day: the Mayor, every councillor and every co-optee in office, and whoever the rulebook treats as one.
 *
 * Clauses: C1.2 (TH 1.3, 4.21). A council that leaves co-optees out says so in its rulebook.
 */
export function everyMember(members: readonly Member[], rulebook: MembersRules, on: Day): readonly Member[] {
  const { coOpteesInAll, alsoMembers } = rulebook.members
  return members.filter((member) => {
    if (!isInOffice(member, on)) return false
    return coOpteesInAll || member.kind !== 'co-optee' || member.addresses.some((address) => alsoMembers.includes(address))
  })
}

/**
 * Whoever the rulebook treats as a Member and the register does not hold, as they are to stand on the roll (C1.2).
 *
 * `called` is what the directory calls each of them; one it does not know goes by their address.
 */
export function othersTreatedAsMembers(
  registered: readonly Member[],
  rulebook: MembersRules,
  called: (address: string) => Partial<Pick<Member, 'name' | 'addresses' | 'personId' | 'mobile'>> | undefined = () => undefined,
): readonly Member[] {
  const known = memberByAddress(registered)
  return rulebook.members.alsoMembers
    .filter((address) => !known.has(address))
    .map((address) => {
      const { name = address, addresses = [], mobile = { kind: 'none' }, ...person } = called(address) ?? {}
      return {
        id: memberId(`also-${digest(address).slice(0, 20)}`),
        kind: 'co-optee',
        name,
        shortName: name,
        addresses: [...new Set([address, ...addresses])],
        mobile,
        texts: usualTextPreferences,
        ...person,
      }
    })
}

/**
 * Each address of each Member, lower case, so that a Member reached through two counts once (C2.4).
 *
 * Where two share an address, it is the one in office on the day, or the first.
 */
export function memberByAddress(members: readonly Member[], on?: Day): ReadonlyMap<string, Member> {
  const found = new Map<string, Member>()
  for (const member of members) {
    for (const address of member.addresses.map((each) => each.toLowerCase())) {
      const before = found.get(address)
      if (!before || (on && !isInOffice(before, on) && isInOffice(member, on))) found.set(address, member)
    }
  }
  return found
}

export function memberById(members: readonly Member[]): ReadonlyMap<string, Member> {
  return new Map(members.map((member) => [member.id, member]))
}
