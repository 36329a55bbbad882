import type { MemberId } from '../kernel/ids.ts'
import type { Member } from '../members/member.ts'
import type { Plan, Point, Reach } from './plan.ts'

/**
 * Who is missing from an invitation that is still being written, and who is on it although it is not for them. To one that names nobody yet
 * nobody is missing, and where nobody can tell whom it is for nobody is either.
 *
 * Clauses: C1.3. Trap: while a list is closed to us, whoever seems missing may be on it.
 */
export function invitedPoints({ reaches }: Pick<Plan, 'reaches'>, right: readonly Member[] | undefined): readonly Point[] {
  if (!reaches) return []
  const closed: readonly Point[] = reaches.closed ? [{ weight: 'note', about: 'lists-closed', ...reaches.closed }] : []
  if (!right) return closed
  const meant = new Set<MemberId>(right.map(({ id }) => id))
  const reached = new Set(reaches.members)
  const missing = reaches.closed || reached.size === 0 ? [] : [...meant].filter((id) => !reached.has(id))
  const surplus = [...reached].filter((id) => !meant.has(id))
  return [
    ...(missing.length > 0 ? [{ weight: 'warning', about: 'missing', members: missing } as const] : []),
    ...(surplus.length > 0 ? [{ weight: 'warning', about: 'surplus', members: surplus } as const] : []),
    ...closed,
  ]
}

/** The Members that it reaches for certain, where that is all of them. */
export function wholly(reaches: Reach | undefined): readonly MemberId[] | undefined {
  return reaches && !reaches.closed && reaches.members.length > 0 ? reaches.members : undefined
}
