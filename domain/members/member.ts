import type { MemberId, PersonId } from '../kernel/ids.ts'
import type { Day } from '../kernel/time.ts'
import type { HeldPost } from './posts-held.ts'

/** TH 1.3: all Members are the Mayor, the councillors and the co-optees. */
export type MemberKind = 'mayor' | 'councillor' | 'co-optee'

/** Where texts go. A number that is no mobile is kept as it was given, so that an officer can put it right. */
export type Mobile =
  | { readonly kind: 'usable'; readonly e164: string }
  | { readonly kind: 'unusable'; readonly given: string; readonly because: 'not-a-number' | 'landline' | 'personal-number' | 'abroad' }
  | { readonly kind: 'none' }

export type TextPreferences = {
  /** C4.14: off means reminders come by email, and a short-notice cancellation by telephone. */
  readonly reminders: boolean
  /** C4.12: two sessions on one morning in one text. */
  readonly combine: boolean
}

export type Member = {
  readonly id: MemberId
  readonly kind: MemberKind
  /** As the register writes it, with its title: "Councillor Elspeth Rook". */
  readonly name: string
  /** As a card or a list writes it: "Cllr Elspeth Rook". */
  readonly shortName: string
  /** Lower case; the first is the one to write to. A Member reached through several counts once (C2.4). */
  readonly addresses: readonly string[]
  readonly personId?: PersonId
  readonly mobile: Mobile
  /** Who put the number right by hand; an import then leaves it alone. Absent: it is the register's or the directory's. */
  readonly mobileSetBy?: 'officer' | 'member'
  /** For the phone list only: never texted. */
  readonly landline?: string
  readonly group?: string
  readonly ward?: string
  /** Offices and seats, as the register writes them: "Chair, Planning Committee". What each means is `seats.ts`'s to say. */
  readonly posts?: readonly string[]
  /** The same with when each was first and last read there, once any has changed. What was held on a day is `posts-held.ts`'s to say. */
  readonly held?: readonly HeldPost[]
  readonly from?: Day
  /** The last day of office; absent while it goes on. */
  readonly to?: Day
  readonly texts: TextPreferences
}

export function isInOffice(member: Pick<Member, 'from' | 'to'>, on: Day): boolean {
  const begun = !member.from || member.from.until(on).sign >= 0
  return begun && !hasLeftOffice(member, on)
}

export function hasLeftOffice({ to }: Pick<Member, 'to'>, on: Day): boolean {
  return to !== undefined && to.until(on).sign > 0
}
