import { digest } from '../../domain/kernel/digest.ts'
import { memberId, type CouncilId, type MemberId } from '../../domain/kernel/ids.ts'
import { isSame } from '../../domain/kernel/same.ts'
import type { Day } from '../../domain/kernel/time.ts'
import { othersTreatedAsMembers } from '../../domain/members/audience.ts'
import { isInOffice, type Member } from '../../domain/members/member.ts'
import { normaliseMobile } from '../../domain/members/mobile.ts'
import { heldAfter } from '../../domain/members/posts-held.ts'
import { cllrShortName } from '../../domain/members/short-name.ts'
import { usualTextPreferences } from '../../domain/members/text-preferences.ts'
import type { Rulebook } from '../../domain/rulebook/rulebook.ts'
import type { ImportReport } from '../contracts/register.ts'
import type { DirectoryPerson } from '../ports/calendar.ts'
import type { Doubt, RegisterDocument, RegisterEntry } from '../ports/register-source.ts'

/** An entry of the register with the account it was found to have, if any. */
export type Matched = { readonly entry: RegisterEntry; readonly person: DirectoryPerson | undefined }

export type RegisterRead = {
  readonly council: CouncilId
  readonly matched: readonly Matched[]
  readonly vacant: RegisterDocument['vacant']
  readonly rulebook: Pick<Rulebook, 'members'>
  /** The accounts of those whom the rulebook treats as Members, by the address that it names. */
  readonly others: ReadonlyMap<string, DirectoryPerson>
}

export type RollChange = {
  readonly added: readonly Member[]
  readonly changed: readonly Member[]
  readonly left: readonly Member[]
  readonly doubtful: ImportReport['doubtful']
}

/** The same for one person in every import, because it hangs on the publisher's own number and on nothing that changes. */
export function memberIdOf(council: CouncilId, { number }: Pick<RegisterEntry, 'number'>): MemberId {
  return memberId(`m${digest(`${council}~register~${number}`).slice(0, 20)}`)
}

/**
 * How the roll changes when the register now reads as it does. Nobody is ever taken off it: who is listed no more held office until
 * yesterday. Text preferences, and a number that was put right by hand, are not the register's to change.
 *
 * Clauses: C1.2, C4.14. Those whom the rulebook treats as Members stand on it too, for as long as it does.
 */
export function rollAfter(roll: readonly Member[], register: RegisterRead, on: Day): RollChange {
  const known = new Map(roll.map((member) => [member.id, member]))
  const read = register.matched.map(({ entry, person }) => {
    const before = known.get(memberIdOf(register.council, entry))
    return { entry, person, member: memberOf({ entry, person }, memberIdOf(register.council, entry), before, on) }
  })
  const registered = read.map(({ member }) => member)
  const members = [...registered, ...othersOf(registered, register, known)]
  const listed = new Set(members.map(({ id }) => id))
  return {
    added: members.filter(({ id }) => !known.has(id)),
    changed: members.filter((member) => {
      const before = known.get(member.id)
      return before !== undefined && !isSame(before, member)
    }),
    left: roll.filter((member) => !listed.has(member.id) && isInOffice(member, on)).map((member) => endedBefore(member, on)),
    doubtful: [
      ...register.vacant.map(({ name, ward }) => ({ name, ...(ward ? { ward } : {}), doubts: ['vacant' as const] })),
      ...read.flatMap(({ entry, person, member }) => doubtfulOf(entry, person, member)),
    ],
  }
}

function othersOf(
  registered: readonly Member[],
  { rulebook, others }: RegisterRead,
  known: ReadonlyMap<MemberId, Member>,
): readonly Member[] {
  const called = (address: string) => {
    const person = others.get(address)
    return person && { name: person.name, addresses: person.addresses, personId: person.id, mobile: normaliseMobile(person.mobile) }
  }
  return othersTreatedAsMembers(registered, rulebook, called).map((member) => {
    const before = known.get(member.id)
    if (!before) return member
    const number = before.mobileSetBy ? { mobile: before.mobile, mobileSetBy: before.mobileSetBy } : {}
    return { ...member, ...number, texts: before.texts }
  })
}

function endedBefore(member: Member, on: Day): Member {
  return { ...member, to: on.subtract({ days: 1 }) }
}

function memberOf({ entry, person }: Matched, id: MemberId, before: Member | undefined, on: Day): Member {
  const held = heldAfter(before, entry.posts ?? [], on)
  const addresses = [...new Set([...(entry.address ? [entry.address] : []), ...(person?.addresses ?? [])])]
  return {
    id,
    kind: entry.kind,
    name: entry.name,
    shortName: cllrShortName(entry.name, entry.kind),
    addresses,
    ...(person ? { personId: person.id } : {}),
    ...mobileOf(entry, person, before),
    ...(entry.landline ? { landline: entry.landline } : {}),
    ...(entry.group ? { group: entry.group } : {}),
    ...(entry.ward ? { ward: entry.ward } : {}),
    ...(entry.posts ? { posts: entry.posts } : {}),
    ...(held ? { held } : {}),
    ...(entry.from ? { from: entry.from } : {}),
    ...(entry.to ? { to: entry.to } : {}),
    texts: before?.texts ?? usualTextPreferences,
  }
}

/** By hand, else the register's, else the directory's; a number that is no mobile only when there is no better. */
function mobileOf(
  entry: RegisterEntry,
  person: DirectoryPerson | undefined,
  before: Member | undefined,
): Pick<Member, 'mobile' | 'mobileSetBy'> {
  if (before?.mobileSetBy) return { mobile: before.mobile, mobileSetBy: before.mobileSetBy }
  const given = [normaliseMobile(entry.mobile), normaliseMobile(person?.mobile)]
  const mobile = given.find(({ kind }) => kind === 'usable') ?? given.find(({ kind }) => kind === 'unusable')
  return { mobile: mobile ?? { kind: 'none' } }
}

function doubtfulOf(entry: RegisterEntry, person: DirectoryPerson | undefined, member: Member): ImportReport['doubtful'] {
  const aboutNumber: readonly Doubt[] = { usable: [], unusable: ['bad-mobile' as const], none: ['no-mobile' as const] }[member.mobile.kind]
  const doubts = [...entry.doubts.filter((doubt) => doubt !== 'bad-mobile'), ...aboutNumber, ...(person ? [] : ['no-account' as const])]
  return doubts.length === 0 ? [] : [{ name: entry.name, ...(entry.ward ? { ward: entry.ward } : {}), doubts }]
}
