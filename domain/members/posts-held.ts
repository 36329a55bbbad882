import type { Day } from '../kernel/time.ts'
import type { Member } from './member.ts'

/** An office or a seat, for as long as the register is known to have named it. */
export type HeldPost = {
  readonly post: string
  /** The day on which it was first read. Absent: it was there when the Member was, and nobody knows since when. */
  readonly from?: Day
  /** The last day before it was read no more. */
  readonly to?: Day
}

/** What a Member held on a day. A council's register names posts without their dates, so they are those of its readings. */
export function postsHeldOn({ posts = [], held }: Pick<Member, 'posts' | 'held'>, on: Day): readonly HeldPost[] {
  if (!held) return posts.map((post) => ({ post }))
  return held.filter(({ from, to }) => (!from || from.until(on).sign >= 0) && (!to || on.until(to).sign >= 0))
}

/** The same once the register was read again. Undefined while no post has ever changed: then it is what `posts` says. */
export function heldAfter(
  before: Pick<Member, 'posts' | 'held'> | undefined,
  now: readonly string[],
  on: Day,
): readonly HeldPost[] | undefined {
  if (!before) return undefined
  const was = before.posts ?? []
  const isChanged = was.length !== now.length || was.some((post) => !now.includes(post))
  if (!isChanged) return before.held
  const held = before.held ?? was.map((post): HeldPost => ({ post }))
  const open = new Set(held.filter(({ to }) => !to).map(({ post }) => post))
  return [
    ...held.map((each) => (each.to || now.includes(each.post) ? each : { ...each, to: on.subtract({ days: 1 }) })),
    ...now.filter((post) => !open.has(post)).map((post) => ({ post, from: on })),
  ]
}
