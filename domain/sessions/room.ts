import { plain } from '../members/seats.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { intention } from '../duties/told.ts'
import type { Session } from './session.ts'

type Rooms = Pick<Rulebook, 'rooms'>
type Room = Rulebook['rooms']['register'][number]

/**
 * How many a session's room holds: what Outlook knows of the room that was booked, else the council's own register of rooms, else what
 * an officer put down. Of several, the largest. Undefined: nobody has said.
 *
 * Clauses: C1.15.
 */
export function capacityOf({ others, place, details, delivery }: Session, { rooms }: Rooms): number | undefined {
  if (delivery === 'online') return undefined
  const booked = others.filter(({ kind }) => kind === 'room')
  const inOutlook = booked.some(({ capacity }) => capacity !== undefined)
  const sizes = [
    ...booked.flatMap(({ name, address, capacity }) => capacity ?? sizesOf(roomsBy([name, address], rooms))),
    ...(inOutlook || !place ? [] : sizesOf(roomsAt(place, { rooms }))),
  ]
  return sizes.length > 0 ? Math.max(...sizes) : details?.capacity
}

/**
 * The council's rooms that a place names, by name or address.
 *
 * Trap: Outlook writes several rooms, or a room and a link, as one place: "Town Hall Room 2; Microsoft Teams Meeting".
 */
function roomsAt(place: string, { rooms }: Rooms): readonly Room[] {
  return roomsBy([place, ...place.split(';')], rooms)
}

/** The room to judge a place by: of several, one that is not step-free, since people may have to go there. */
export function roomAt(place: string, rulebook: Rooms): Room | undefined {
  const named = roomsAt(place, rulebook)
  return named.find(({ stepFree }) => stepFree !== true) ?? named[0]
}

function roomsBy(named: readonly string[], { register }: Rulebook['rooms']): readonly Room[] {
  const names = new Set(named.map(plain))
  const addresses = new Set(named.map((each) => each.trim().toLowerCase()))
  return register.filter(({ name, address }) => names.has(plain(name)) || (address !== undefined && addresses.has(address.toLowerCase())))
}

function sizesOf(rooms: readonly Room[]): readonly number[] {
  return rooms.map(({ capacity }) => capacity)
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
