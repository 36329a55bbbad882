import { attended } from '../attendance/mark.ts'
import type { Recorded } from '../attendance/mark.ts'
import { notHeld, rowsOf } from '../attendance/register.ts'
import type { CourseId, MemberId, SessionId } from '../kernel/ids.ts'
import { londonDay } from '../kernel/london.ts'
import type { Instant } from '../kernel/time.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { Response } from '../sessions/response.ts'
import type { SessionRecord } from '../sessions/session-record.ts'

/** How one Member stands to one session that was held: what they had answered as it began, and what was recorded. */
export type RollEntry = {
  readonly memberId: MemberId
  readonly invited: boolean
  readonly response: Response
  readonly recorded: Recorded
}

/** A session as the figures of a year need it: kept beside the session and rebuildable from it. */
export type SessionRoll = {
  readonly sessionId: SessionId
  readonly courseId: CourseId
  readonly title: string
  readonly kind: string
  readonly startsAt: Instant
  readonly endsAt: Instant
  /** Only what is standing was held once its end has come. */
  readonly standing: 'standing' | 'cancelled' | 'untagged' | 'postponed'
  readonly entries: readonly RollEntry[]
}

/** Guests are no Members and stand in no figure (C1.16, C1.18). */
export function rollOf(record: SessionRecord): SessionRoll {
  const { id, courseId, title, kind, startsAt, endsAt } = record.session
  const entries = rowsOf(record).map(({ memberId, invited, response, recorded }) => ({ memberId, invited, response, recorded }))
  return { sessionId: id, courseId, title, kind, startsAt, endsAt, standing: notHeld(record.session) ?? 'standing', entries }
}

/** C2.10. Each is a number of Members. */
export type Uptake = {
  readonly invited: number
  readonly accepted: number
  readonly attended: number
  readonly online: number
  /** Accepted, and recorded as absent. Sent apologies are none, and nor is what nobody recorded. */
  readonly noShow: number
  /** C2.7: attended without having accepted. */
  readonly walkIn: number
  readonly apologies: number
  /** Accepted, and nothing recorded: the register was not kept to its end. */
  readonly notRecorded: number
}

export function uptakeOfSession({ entries }: Pick<SessionRoll, 'entries'>): Uptake {
  return counted(entries.map((entry) => [entry]))
}

/**
 * The same over several sessions, a session and its repeat being one: a Member who attends both halves has attended once, and one who missed
 * the first and came to the second missed nothing.
 */
export function uptakeInTotal(rolls: readonly SessionRoll[], { programme }: Pick<Rulebook, 'programme'>): Uptake {
  const byMember = offers(rolls, programme.repeatWithinDays).map((offer) =>
    Map.groupBy(
      offer.flatMap(({ entries }) => entries),
      ({ memberId }) => memberId,
    ),
  )
  return counted(byMember.flatMap((members) => [...members.values()]))
}

/** Sessions of one course near enough to be one offer at different times (C14.4). */
function offers(rolls: readonly SessionRoll[], withinDays: number): readonly (readonly SessionRoll[])[] {
  const inOrder = rolls.toSorted((one, other) => one.startsAt.since(other.startsAt).sign)
  const found: SessionRoll[][] = []
  for (const roll of inOrder) {
    const offer = found.find(([first]) => first?.courseId === roll.courseId && daysFrom(first, roll) <= withinDays)
    if (offer) offer.push(roll)
    else found.push([roll])
  }
  return found
}

function daysFrom(first: SessionRoll, later: SessionRoll): number {
  return londonDay(first.startsAt).until(londonDay(later.startsAt)).days
}

/** One list for each Member and offer: how they stood to its runs. */
function counted(members: readonly (readonly RollEntry[])[]): Uptake {
  const many = (is: (runs: readonly RollEntry[]) => boolean) => members.filter(is).length
  const accepted = ({ response }: RollEntry) => response === 'accepted'
  const wasThere = ({ recorded }: RollEntry) => attended(recorded)
  const missed = (runs: readonly RollEntry[], recorded: Recorded) =>
    !runs.some(wasThere) && runs.some((entry) => accepted(entry) && entry.recorded === recorded)
  return {
    invited: many((runs) => runs.some(({ invited }) => invited)),
    accepted: many((runs) => runs.some(accepted)),
    attended: many((runs) => runs.some(wasThere)),
    online: many((runs) => runs.some(({ recorded }) => recorded === 'online')),
    noShow: many((runs) => missed(runs, 'absent')),
    walkIn: many((runs) => runs.some(wasThere) && !runs.some(accepted)),
    apologies: many((runs) => !runs.some(wasThere) && runs.some(({ recorded }) => recorded === 'apologies')),
    notRecorded: many((runs) => missed(runs, 'not-recorded') && !missed(runs, 'absent')),
  }
}

/** Members who attended anything at all: each is one, however often. */
export function membersWhoAttended(rolls: readonly SessionRoll[]): number {
  return new Set(rolls.flatMap(({ entries }) => entries.filter(({ recorded }) => attended(recorded)).map(({ memberId }) => memberId))).size
}
