import type { MemberId } from '../kernel/ids.ts'
import type { Day } from '../kernel/time.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { Member } from './member.ts'
import { isInOffice } from './member.ts'

export type Seat = 'member' | 'substitute'

/** What may stand beside a committee's name in a post that is a seat on it. */
const roles = new Set(
  'chair chairman chairwoman chairperson vice deputy co opted cochair member substitute reserve named voting non lay independent of on the and'.split(
    ' ',
  ),
)

/**
 * Whether one of a Member's posts, as the register writes them, is a seat on a committee: "Chair, Planning Committee",
 * "Member of the Planning Committee", "Planning Committee (substitute)".
 *
 * Trap: nothing is guessed. "Cabinet Member for Planning" is no seat on the Planning Committee, nor is one on a sub-committee.
 */
export function seatOn(committee: string, posts: readonly string[]): Seat | undefined {
  const seats = posts.flatMap((post) => seatIn(plain(post), plain(committee)))
  return seats.includes('member') ? 'member' : seats[0]
}

function seatIn(post: string, committee: string): readonly Seat[] {
  const at = ` ${post} `.indexOf(` ${committee} `)
  if (committee === '' || at < 0) return []
  const beside = `${post.slice(0, at)} ${post.slice(at + committee.length)}`.split(' ').filter((word) => word !== '')
  if (beside.length === 0 || !beside.every((word) => roles.has(word))) return []
  return [beside.some((word) => word === 'substitute' || word === 'reserve') ? 'substitute' : 'member']
}

/** A committee's name with its case, punctuation and article taken off: two that are equal name one committee. */
export function plain(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^the /, '')
}

/**
 * Who sits on a committee on a day, substitutes apart; undefined where nobody is known to, which is not the same as nobody.
 *
 * A meeting of the whole council is of the Mayor and every councillor, whatever the register says of posts.
 */
export function membersOf(
  committee: string,
  members: readonly Member[],
  { meetings }: Pick<Rulebook, 'meetings'>,
  on: Day,
): ReadonlySet<MemberId> | undefined {
  const inOffice = members.filter((member) => isInOffice(member, on))
  const isWhole = meetings.wholeCouncil.some((name) => plain(name) === plain(committee))
  const sitting = inOffice.filter(({ kind, posts = [] }) => (isWhole ? kind !== 'co-optee' : seatOn(committee, posts) === 'member'))
  return sitting.length === 0 ? undefined : new Set(sitting.map(({ id }) => id))
}

/**
 * Whether one of a Member's posts is an office, of whatever body: "Chair, Planning Committee" is that of a Chair. What comes before it
 * makes it another: "Vice-Chair", "Deputy Speaker".
 */
export function holdsOffice(office: string, posts: readonly string[]): boolean {
  return posts.some((post) => ` ${plain(post)} `.startsWith(` ${plain(office)} `))
}
