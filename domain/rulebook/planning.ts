import { z } from 'zod'
import { periodErrors } from './calendar-days.ts'
import { calendarDay, identifier, label } from './fields.ts'
import { majorEvents } from './major-events.ts'
import type { RulebookError } from './rulebook-error.ts'
import { twice } from './rulebook-error.ts'
import { rulebookWords as words } from './words.ts'

/**
 * C14.5: a religious or cultural event, as the calendar has it. It is an event and nobody's: who keeps it is written down nowhere.
 *
 * Units: days on London's calendar, both included. `eveningBefore` adds the evening before the first of them.
 */
const event = z.strictObject({
  id: identifier,
  label,
  from: calendarDay,
  to: calendarDay,
  /** `after-sunset`: of each of its days only what follows sunset, as in a month of fasting. */
  hours: z.enum(['all-day', 'after-sunset']),
  eveningBefore: z.boolean(),
  /** It follows the sighting of the moon, or calendars differ: it may be so many days earlier or later (`uncertainDays`). */
  uncertain: z.boolean(),
  /** `avoid`: what is planned then clashes, and staying wants a reason. `mention`: planners are told. */
  weight: z.enum(['avoid', 'mention']),
})

/** What is held against a date before anybody is invited. */
export const planningSchema = z.strictObject({
  /** Of the two municipal years known; where their dates come from, the decision on events says. */
  events: z
    .array(event)
    .max(400)
    .default(() => majorEvents.map((each) => ({ ...each }))),
  uncertainDays: z.int().min(0).max(3).default(1),
})

export type PlannedEvent = z.infer<typeof event>

export function planningErrors({ events }: z.infer<typeof planningSchema>): readonly RulebookError[] {
  return [
    ...twice(
      events.map(({ id }) => id),
      'planning.events',
      words.idTwice,
    ),
    ...periodErrors(events, 'planning.events'),
  ]
}
