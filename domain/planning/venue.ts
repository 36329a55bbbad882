import { plain } from '../members/seats.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { roomAt } from '../sessions/room.ts'

/** C1.14: the usual venue, or a room of the council. Any other place is allowed, and the value it adds is to be written down. */
export function isUsualVenue(place: string, rules: Pick<Rulebook, 'rooms' | 'planning'>): boolean {
  const { venue } = rules.planning
  return roomAt(place, rules) !== undefined || venue === '' || ` ${plain(place)} `.includes(` ${plain(venue)} `)
}
