import { londonDay } from '../kernel/london.ts'
import type { Instant } from '../kernel/time.ts'
import { isBefore } from '../kernel/time.ts'
import { memberByAddress } from '../members/audience.ts'
import type { Member } from '../members/member.ts'
import { isInOffice } from '../members/member.ts'
import type { Officer } from '../members/officer.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { Appointment, Invitee, ListSeen, RoomSeen } from './appointment.ts'
import type { Invitation, OtherInvitee } from './session.ts'

export type Invited = {
  readonly appointment: Pick<Appointment, 'attendees' | 'organiser' | 'roomAddresses' | 'startsAt'>
  readonly lists: readonly ListSeen[]
  readonly rooms: readonly RoomSeen[]
  readonly members: readonly Member[]
  readonly officers: readonly Officer[]
  readonly rulebook: Pick<Rulebook, 'partners'>
  /** Who was invited when last read; undefined when the session is seen for the first time. */
  readonly previous?: { readonly invitations: readonly Invitation[]; readonly others: readonly OtherInvitee[] }
  /** When Outlook was read: the time of an answer to which Outlook gives none. */
  readonly readAt: Instant
}

/**
 * Who is invited: each Member once, and apart from them everyone and everything that is never counted.
 *
 * A Member reached by name and through a list, or through two addresses, counts once, with the answer given last. A list is no
 * person, whatever its row answers; those on it who have not replied are counted as no answer. A Member is who holds office on
 * the day of the session. Whoever else was asked, or had it forwarded, is an officer, a partner or a presenter.
 *
 * Clauses: C1.16, C2.4, C2.5, C3.3.
 */
export function invitationsOf(invited: Invited): { readonly invitations: readonly Invitation[]; readonly others: readonly OtherInvitee[] } {
  const on = londonDay(invited.appointment.startsAt)
  const byAddress = memberByAddress(invited.members, on)
  const memberAt = (address: string): Member | undefined => {
    const member = byAddress.get(address.toLowerCase())
    return member && isInOffice(member, on) ? member : undefined
  }
  const organiser = invited.appointment.organiser.address.toLowerCase()
  const listed = new Set(invited.lists.map((list) => list.address.toLowerCase()))
  const rows = invited.appointment.attendees.filter((row) => row.address.toLowerCase() !== organiser)
  const people = rows.filter((row) => !listed.has(row.address.toLowerCase()))
  const reach = reachOf(people, invited.lists, memberAt)
  return {
    invitations: [...reach.values()].map((reached) => invitationOf(reached, invited)),
    others: [
      ...people.filter((row) => !memberAt(row.address)).map((row) => otherOf(row, invited)),
      ...invited.lists
        .filter((list) => rows.some((row) => sameAddress(row.address, list.address)))
        .map((list) => listOf(list, rows, memberAt)),
    ],
  }
}

type Reach = { readonly member: Member; readonly rows: readonly Invitee[]; readonly onList: boolean }
type MemberAt = (address: string) => Member | undefined

function reachOf(people: readonly Invitee[], lists: readonly ListSeen[], memberAt: MemberAt): ReadonlyMap<string, Reach> {
  const reach = new Map<string, Reach>()
  for (const row of people) {
    const member = row.type === 'resource' ? undefined : memberAt(row.address)
    if (member) reach.set(member.id, { member, rows: [...(reach.get(member.id)?.rows ?? []), row], onList: false })
  }
  for (const member of lists.flatMap((list) => membersOn(list, memberAt))) {
    reach.set(member.id, { member, rows: reach.get(member.id)?.rows ?? [], onList: true })
  }
  return reach
}

function membersOn({ outcome }: ListSeen, memberAt: MemberAt): readonly Member[] {
  if (outcome.kind === 'unresolvable') return []
  const found = outcome.people.flatMap((person) => person.addresses.map(memberAt).find((member) => member !== undefined) ?? [])
  return [...new Map(found.map((member) => [member.id, member])).values()]
}

function invitationOf({ member, rows, onList }: Reach, { previous, readAt }: Invited): Invitation {
  const before = previous?.invitations.find((invitation) => invitation.memberId === member.id)
  const row = latestOf(rows)
  const through = !onList && !before && cameLater(rows, previous) ? 'forwarded' : throughOf(rows, onList, before)
  const common = { memberId: member.id, through }
  if (!row || row.response === 'none') return { ...common, response: 'none' }
  const known = before?.response === row.response || before?.answeredOldTime === row.response ? before.respondedAt : undefined
  return { ...common, response: row.response, respondedAt: row.respondedAt ?? known ?? readAt }
}

/**
 * Of two rows of one person, the one answered last; where times are missing, an answer over none.
 *
 * Trap: an unset time comes with answers too, and a set one with none, so the answer is looked at first.
 */
function latestOf(rows: readonly Invitee[]): Invitee | undefined {
  return rows.reduce<Invitee | undefined>((best, row) => {
    if (!best || best.response === 'none') return row
    if (row.response === 'none') return best
    if (!row.respondedAt) return best
    return !best.respondedAt || isBefore(best.respondedAt, row.respondedAt) ? row : best
  }, undefined)
}

/** Whoever has it forwarded gets a row that was not there before. One that was, of somebody who was no Member then, did not. */
function cameLater(rows: readonly Invitee[], previous: Invited['previous']): boolean {
  return previous !== undefined && !rows.some((row) => previous.others.some((other) => sameAddress(other.address, row.address)))
}

/** A row that says `none` was put there by name; Outlook adds one for a person on a list only when that person answers. */
function throughOf(rows: readonly Invitee[], onList: boolean, before: Invitation | undefined): Invitation['through'] {
  if (!onList) return before?.through === 'forwarded' ? 'forwarded' : 'named'
  if (rows.length === 0) return 'list'
  if (before) return before.through === 'list' && rows.some((row) => row.response !== 'none') ? 'list' : 'both'
  return rows.some((row) => row.response === 'none') ? 'both' : 'list'
}

function otherOf(row: Invitee, { appointment, officers, rooms, rulebook, previous }: Invited): OtherInvitee {
  const address = row.address.toLowerCase()
  const room = row.type === 'resource' || appointment.roomAddresses.some((each) => sameAddress(each, address))
  const common = { name: row.name, address, response: row.response }
  if (room) return { kind: 'room', ...common, ...capacityFrom(address, [rooms, previous?.others ?? []]) }
  if (officers.some((officer) => sameAddress(officer.address, address))) return { kind: 'officer', ...common }
  return { kind: isPartner(address, rulebook) ? 'partner' : 'presenter', ...common }
}

/** What is known now, or else what was: while Outlook cannot be asked of a room it holds no fewer. */
function capacityFrom(
  address: string,
  sources: readonly (readonly { readonly address: string; readonly capacity?: number }[])[],
): Pick<OtherInvitee, 'capacity'> {
  const [capacity] = sources.flatMap((known) =>
    known.filter((each) => sameAddress(each.address, address)).flatMap((each) => each.capacity ?? []),
  )
  return capacity === undefined ? {} : { capacity }
}

function isPartner(address: string, { partners }: Pick<Rulebook, 'partners'>): boolean {
  const known = [...partners.domains, ...partners.organisations.flatMap((organisation) => organisation.domains)]
  return known.some((given) => {
    const domain = given.toLowerCase()
    return address === domain || address.endsWith(`@${domain}`) || address.endsWith(`.${domain}`)
  })
}

function listOf(list: ListSeen, rows: readonly Invitee[], memberAt: MemberAt): OtherInvitee {
  const name = rows.find((row) => sameAddress(row.address, list.address))?.name ?? list.address
  const reached =
    list.outcome.kind === 'people'
      ? ({ kind: 'expanded', members: membersOn(list, memberAt).length } as const)
      : ({ kind: 'unresolvable' } as const)
  return { kind: 'list', name, address: list.address.toLowerCase(), response: 'none', list: reached }
}

function sameAddress(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

/** What a Member asked Quorate to tell Outlook, for as long as Outlook shows neither that nor an answer given since. */
export function stillWanted(before: Invitation | undefined, seen: Invitation): Invitation['wanted'] {
  const wanted = before?.wanted
  if (!wanted || wanted.answer === seen.response) return undefined
  const answeredSince = seen.respondedAt && isBefore(wanted.at, seen.respondedAt)
  return answeredSince ? undefined : wanted
}
