import type { MemberId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/time.ts'
import { isBefore } from '../kernel/time.ts'

/** C2.6: what is recorded of a Member. Nothing recorded is a state of its own, and no answer is ever one of these. */
export type Attendance = 'in-person' | 'online' | 'apologies' | 'absent'

/** What a mark says: `not-recorded` takes back what was recorded before. */
export type Recorded = Attendance | 'not-recorded'

/** Someone at a session who is no Member: an officer (C1.18), a partner (C1.16), or whoever else came. Never counted as a Member. */
export type Guest = {
  readonly id: string
  readonly name: string
  readonly kind: 'officer' | 'partner' | 'other'
  readonly organisation?: string
}

export type Marker = { readonly kind: 'officer'; readonly id: string; readonly name: string } | { readonly kind: 'member' }

/**
 * One press on a register. Kept for ever: a later one stands in its place and takes nothing away.
 *
 * Trap: `pressedAt` decides which stands, and `number` tells what its maker could have known: a mark kept on a phone arrives after marks
 * that were pressed later.
 */
export type Mark = {
  /** Made on the phone, so that a mark sent twice is one. */
  readonly id: string
  /** The order in which marks reached the record, from 1. */
  readonly number: number
  readonly about: { readonly kind: 'member'; readonly memberId: MemberId } | { readonly kind: 'guest'; readonly guest: Guest }
  readonly recorded: Recorded
  readonly pressedAt: Instant
  readonly takenAt: Instant
  readonly by: Marker
  readonly through: 'register' | 'code' | 'teams-report'
  /** The highest number that whoever pressed could see. */
  readonly seen: number
}

export function attended(recorded: Recorded): boolean {
  return recorded === 'in-person' || recorded === 'online'
}

/** Marks as they were pressed; of two pressed at one moment, as they came. */
export function inOrder(marks: readonly Mark[]): readonly Mark[] {
  return marks.toSorted((one, other) => one.pressedAt.since(other.pressedAt).sign || one.number - other.number)
}

export type MarksOf = {
  /** The last one pressed. */
  readonly standing: Mark
  /** What another hand had recorded, otherwise, before it and unseen by it: for an officer to settle. */
  readonly unseen?: Mark
}

/**
 * What stands of the marks about one person: the last one pressed, whoever pressed it and however late it came.
 *
 * Two officers without a network may mark one Member differently. The later press stands, and the other is told until somebody presses
 * again who has seen both.
 */
export function standingOf(marks: readonly Mark[]): MarksOf | undefined {
  const pressed = inOrder(marks)
  const standing = pressed.at(-1)
  if (!standing) return undefined
  const others = Map.groupBy(
    pressed.filter((mark) => handOf(mark) !== handOf(standing)),
    handOf,
  )
  const lastOfEach = [...others.values()].flatMap((own) => own.slice(-1))
  const unseen = lastOfEach.findLast(({ number, recorded }) => number > standing.seen && recorded !== standing.recorded)
  return { standing, ...(unseen ? { unseen } : {}) }
}

/** A Member who checks in marks nobody else. */
function handOf({ by }: Mark): string {
  return by.kind === 'officer' ? by.id : ''
}

/** Marks about a time at which a session was to be before it was moved are no marks of the session as it stands. */
export function marksSince(marks: readonly Mark[], opensAt: Instant): readonly Mark[] {
  return marks.filter(({ pressedAt }) => !isBefore(pressedAt, opensAt))
}
