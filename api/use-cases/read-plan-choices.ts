import type { SessionId } from '../../domain/kernel/ids.ts'
import { londonDay } from '../../domain/kernel/london.ts'
import { everyMember } from '../../domain/members/audience.ts'
import type { Session } from '../../domain/sessions/session.ts'
import { categoryWanted } from '../../domain/sessions/tag.ts'
import type { PlanBody, PlanChoices } from '../contracts/plan.ts'
import type { Council } from '../ports/council.ts'
import { onWire } from './on-wire.ts'
import { committeesKnown, officesHeld } from './read-details.ts'

/** What a plan is made of, by the council's rulebook and register. Undefined: there is no such session. */
export async function readPlanChoices(
  { clock, rulebook, sessions, members, meetings }: Pick<Council, 'clock' | 'rulebook' | 'sessions' | 'members' | 'meetings'>,
  asked: SessionId | undefined,
): Promise<PlanChoices | undefined> {
  const [roll, calendar, found] = await Promise.all([
    members.all(),
    meetings.calendar(),
    asked === undefined ? undefined : sessions.find(asked),
  ])
  if (asked !== undefined && !found) return undefined
  const now = clock.now()
  return {
    now: String(now),
    kinds: rulebook.kinds.map(({ id, label, audienceFixed, dayAndEvening, audience: usualAudience }) => ({
      id,
      label,
      audienceFixed,
      dayAndEvening,
      usualAudience,
    })),
    rooms: rulebook.rooms.register.map(({ name, capacity, stepFree, hearingLoop }) => ({
      name,
      capacity,
      ...(stepFree === undefined ? {} : { stepFree }),
      ...(hearingLoop === undefined ? {} : { hearingLoop }),
    })),
    venue: rulebook.planning.venue,
    committees: committeesKnown(calendar?.committees ?? [], rulebook),
    offices: officesHeld(roll),
    members: everyMember(roll, rulebook, londonDay(now)).map(({ id: memberId, shortName: name }) => ({ memberId, name })),
    categories: rulebook.kinds.flatMap(({ id }) => {
      const label = categoryWanted({ kind: id }, [], rulebook)
      return label === undefined ? [] : [{ id, label }]
    }),
    ...(found ? { plan: asPlan(found.session) } : {}),
  }
}

/** A session that stands, as the plan to hold it when and where it is. */
function asPlan({ id, title, kind, startsAt, endsAt, delivery, place, details }: Session): PlanBody {
  const { audience, loopNeeded, check } = details ?? {}
  return {
    sessionId: id,
    title: title.slice(0, 200),
    kind,
    startsAt: String(startsAt),
    endsAt: String(endsAt),
    delivery,
    ...(place ? { place: place.slice(0, 200) } : {}),
    ...(audience ? { audience: onWire(audience) } : {}),
    ...(loopNeeded ? { loopNeeded } : {}),
    ...(check ? { check: onWire(check) } : {}),
  }
}
