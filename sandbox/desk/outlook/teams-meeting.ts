import { Temporal } from 'temporal-polyfill'
import type { Presence } from '../control.ts'
import type { Moment } from '../dates.ts'

/** Teams has its report three minutes after the last has left; Quorate asks for it ten minutes after the end. */
export type Phase = 'before' | 'on' | 'over'

export type MeetingTimes = { readonly startsAt: Moment; readonly endsAt: Moment }

export function phaseAt(now: Moment, { startsAt, endsAt }: MeetingTimes): Phase {
  if (Temporal.Instant.compare(now, startsAt) < 0) return 'before'
  return Temporal.Instant.compare(now, endsAt) < 0 ? 'on' : 'over'
}

/** One person and all the times they were in it. */
export type Attendance = {
  readonly name: string
  readonly address?: string
  readonly isIn: boolean
  /** Whole minutes until now or until they left. */
  readonly minutes: number
}

/** Who is or was in a meeting, each person once, in order of first joining. */
export function attendancesOf(stays: readonly Presence[], now: Moment): Attendance[] {
  const byPerson = Map.groupBy(stays, ({ address, name }) => address ?? name)
  return [...byPerson.values()].flatMap((own) => {
    const [first] = own
    if (!first) return []
    const seconds = own.reduce((sum, { joined, left }) => sum + secondsBetween(joined, left ?? now.toString()), 0)
    const isIn = own.some(({ left }) => left === undefined)
    return [{ name: first.name, ...(first.address !== undefined && { address: first.address }), isIn, minutes: Math.floor(seconds / 60) }]
  })
}

/** Of those who accepted, who is not in it. While who is in it could not be read nobody is known to be absent. */
export function absentFrom(all: readonly Attendance[] | undefined, accepted: readonly string[]): string[] {
  if (!all) return []
  return accepted.filter((each) => !all.some(({ address, isIn }) => isIn && address === each))
}

function secondsBetween(from: string, to: string): number {
  return Temporal.Instant.from(from).until(Temporal.Instant.from(to)).total('seconds')
}
