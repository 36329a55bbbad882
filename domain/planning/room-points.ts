import type { Rulebook } from '../rulebook/rulebook.ts'
import { roomAt } from '../sessions/room.ts'
import type { Plan, Point } from './plan.ts'
import { isUsualVenue } from './venue.ts'

type Rules = Pick<Rulebook, 'rooms' | 'planning'>
type Room = Rulebook['rooms']['register'][number]

/**
 * What speaks against the room of a session that people come to. Nobody has to ask for it: it holds for every session (C12.8).
 *
 * Clauses: C12.6 (only what is marked step-free, unless the rulebook lets somebody approve another), C12.7 (a hearing loop is preferred, and
 * required where a need is known), C1.14 (the usual venue). Trap: a room of which nobody has said that it is step-free is not.
 */
export function roomPoints({ delivery, place, loopNeeded }: Plan, invited: number | undefined, rules: Rules): readonly Point[] {
  if (delivery === 'online' || place === undefined) return []
  const room = roomAt(place, rules)
  const others = rules.rooms.register.filter((each) => each !== room && each.stepFree === true)
  const access = rules.planning.unmarkedRooms === 'refuse' ? 'refused' : 'warning'
  const names = (rooms: readonly Room[]) => rooms.map(({ name }) => name)
  const points: Point[] = []
  if (room?.stepFree !== true) {
    const trouble = room?.stepFree === false ? 'not-step-free' : 'not-marked'
    points.push({ weight: access, about: 'room', trouble, instead: names(others) })
  }
  if (room?.hearingLoop !== true) {
    const instead = names(others.filter(({ hearingLoop }) => hearingLoop === true))
    if (loopNeeded || instead.length > 0)
      points.push({ weight: loopNeeded ? 'refused' : 'note', about: 'room', trouble: 'no-loop', instead })
  }
  if (room && invited !== undefined && invited > room.capacity) {
    const instead = names(others.filter(({ capacity }) => capacity >= invited))
    points.push({ weight: 'note', about: 'room', trouble: 'too-small', holds: room.capacity, invited, instead })
  }
  return isUsualVenue(place, rules) ? points : [...points, { weight: 'note', about: 'venue', usual: rules.planning.venue }]
}
