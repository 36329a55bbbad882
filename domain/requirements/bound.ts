import type { Day } from '../kernel/time.ts'
import { hasLeftOffice, isInOffice } from '../members/member.ts'
import type { Member, MemberKind } from '../members/member.ts'
import type { HeldPost } from '../members/posts-held.ts'
import { postsHeldOn } from '../members/posts-held.ts'
import type { Seat } from '../members/seats.ts'
import { holdsOffice, seatOn } from '../members/seats.ts'
import type { MandatoryRule } from '../rulebook/mandatory.ts'

/** A seat that a rule is about. `since`: when the register was first seen to name it; absent where it always did. */
export type HeldSeat = { readonly committee: string; readonly seat: Seat; readonly since?: Day }

/** Why a rule binds a Member on a day. */
export type Bound = {
  readonly kind?: MemberKind
  readonly offices: readonly HeldPost[]
  readonly seats: readonly HeldSeat[]
}

export type NotBound = 'not-yet-in-office' | 'left-office' | 'not-for-them'

type Who = Pick<Member, 'kind' | 'from' | 'to' | 'posts' | 'held'>

/**
 * Why a rule binds a Member on a day, or why it does not (C5.1).
 *
 * A co-optee is bound by what is for all Members and by what is for a committee on which they sit, since nothing else names them (C5.8).
 * A substitute is bound as a member of the committee is, unless the rule says otherwise (C5.3).
 */
export function boundBy(rule: Pick<MandatoryRule, 'appliesTo' | 'substitutes'>, member: Who, on: Day): Bound | NotBound {
  if (hasLeftOffice(member, on)) return 'left-office'
  if (!isInOffice(member, on)) return 'not-yet-in-office'
  const posts = postsHeldOn(member, on)
  const { kinds, offices: named, committees } = rule.appliesTo
  const offices = posts.filter(({ post }) => named.some((office) => holdsOffice(office, [post])))
  const seats = committees.flatMap((committee) => seatsOn(committee, posts)).filter(({ seat }) => rule.substitutes || seat === 'member')
  const kind = kinds.find((each) => each === member.kind)
  if (!kind && offices.length + seats.length === 0) return 'not-for-them'
  return { ...(kind ? { kind } : {}), offices, seats }
}

/** One seat on each committee: whoever sits on it and is a substitute on it too sits on it. */
function seatsOn(committee: string, posts: readonly HeldPost[]): readonly HeldSeat[] {
  const seats = posts.flatMap(({ post, from }): HeldSeat[] => {
    const seat = seatOn(committee, [post])
    return seat ? [{ committee, seat, ...(from ? { since: from } : {}) }] : []
  })
  const found = seats.find(({ seat }) => seat === 'member') ?? seats[0]
  return found ? [found] : []
}
