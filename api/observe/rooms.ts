import { londonDay } from '../../domain/kernel/london.ts'
import type { Instant } from '../../domain/kernel/time.ts'
import type { Appointment, RoomSeen } from '../../domain/sessions/appointment.ts'
import type { Places } from '../ports/calendar.ts'
import { Unavailable } from '../ports/unavailable.ts'

/** Looks up the rooms that were booked. */
export interface Rooms {
  of(appointment: Pick<Appointment, 'attendees' | 'roomAddresses'>, signal: AbortSignal): Promise<readonly RoomSeen[]>
}

/** Milliseconds of rest after Outlook did not say: every calendar that is read has rooms in it. */
const restAfterFailure = 5 * 60_000

/**
 * What Outlook knows of the council's rooms, asked for once a London day, and only when one was booked. No session waits for it: while it
 * cannot be had, what was known last holds, and it is asked for again after a rest.
 *
 * Clauses: C1.15.
 */
export function createRooms(places: Places, now: () => Instant): Rooms {
  let failedAt: Instant | undefined
  let kept: { readonly on: string; readonly rooms: readonly RoomSeen[] } | undefined

  async function all(signal: AbortSignal): Promise<readonly RoomSeen[]> {
    const on = londonDay(now()).toString()
    if (kept?.on === on) return kept.rooms
    if (failedAt && now().since(failedAt).total('milliseconds') < restAfterFailure) return kept?.rooms ?? []
    try {
      const read = await places.rooms(signal)
      kept = { on, rooms: read === 'closed' ? [] : read }
      failedAt = undefined
    } catch (fault) {
      if (!(fault instanceof Unavailable)) throw fault
      failedAt = now()
    }
    return kept?.rooms ?? []
  }

  return {
    async of({ attendees, roomAddresses }, signal) {
      const resources = attendees.filter(({ type }) => type === 'resource').map(({ address }) => address)
      const booked = new Set([...resources, ...roomAddresses].map((address) => address.toLowerCase()))
      return booked.size === 0 ? [] : (await all(signal)).filter(({ address }) => booked.has(address))
    },
  }
}
