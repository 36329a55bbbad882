import { plain } from '../members/seats.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { intention } from '../duties/told.ts'
import type { Session } from './session.ts'

type Rooms = Pick<Rulebook, 'rooms'>

/**
 * How many a session's room holds: what Outlook knows of the room that was booked, else the council's own register of rooms, else what
 * an officer put down. Undefined: nobody has said.
 *
 * Clauses: C1.15.
 */
export function capacityOf({ others, place, details, delivery }: Session, { rooms }: Rooms): number | undefined {
  if (delivery === 'online') return undefined
  const booked = others.filter(({ kind }) => kind === 'room')
  const known = booked.flatMap(({ capacity }) => capacity ?? [])
  if (known.length > 0) return Math.max(...known)
  const names = new Set([...booked.flatMap(({ name, address }) => [plain(name), address.toLowerCase()]), ...(place ? [plain(place)] : [])])
  const listed = rooms.register.filter(
    ({ name, address }) => names.has(plain(name)) || (address !== undefined && names.has(address.toLowerCase())),
  )
  if (listed.length > 0) return Math.max(...listed.map(({ capacity }) => capacity))
  return details?.capacity
}

/** Whom to plan the room and the refreshments for. */
export type Expected = {
  readonly accepted: number
  readonly tentative: number
  /** Members whom the council expects besides (`rooms.walkIns`). */
  readonly walkIns: number
  /** Accepted and walk-ins, and the same with everybody who is tentative. */
  readonly least: number
  readonly most: number
  readonly capacity?: number
  /** More have accepted than the room holds. */
  readonly overfull: boolean
}

/** C1.15: expected numbers, and whether those who have accepted are more than the room holds. Exactly as many are not. */
export function expectedAt(session: Session, rulebook: Rooms): Expected {
  const { walkIns } = rulebook.rooms
  const answers = session.invitations.map(intention)
  const accepted = answers.filter((answer) => answer === 'accepted').length
  const tentative = answers.filter((answer) => answer === 'tentative').length
  const capacity = capacityOf(session, rulebook)
  return {
    accepted,
    tentative,
    walkIns,
    least: accepted + walkIns,
    most: accepted + tentative + walkIns,
    ...(capacity === undefined ? {} : { capacity }),
    overfull: capacity !== undefined && accepted > capacity,
  }
}

/** How many more a session can take; undefined where nobody knows what its room holds. Never below none. */
export function placesFree(session: Session, rulebook: Rooms): number | undefined {
  const { accepted, capacity } = expectedAt(session, rulebook)
  return capacity === undefined ? undefined : Math.max(0, capacity - accepted)
}
