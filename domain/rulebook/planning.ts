import { z } from 'zod'
import { periodErrors } from './calendar-days.ts'
import { calendarDay, identifier, label, named } from './fields.ts'
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

/**
 * C14.8: one part of the electoral cycle. Days on London's calendar, both included. `ordinary-election`: the polling day of one, at which
 * a cycle begins (C5.2); a by-election has a `polling-day`, at which none does.
 */
const cyclePeriod = z.strictObject({
  id: identifier,
  label,
  part: z.enum(['pre-election', 'polling-day', 'ordinary-election', 'annual-meeting', 'induction']),
  from: calendarDay,
  to: calendarDay,
})

/** C1.10 (TH 2.3, HR 2.2): one of the council's priorities, for as long as it is one. */
const priority = z.strictObject({ id: identifier, label: z.string().min(1).max(200), from: calendarDay, until: calendarDay.optional() })

/** What is held against a date before anybody is invited. */
export const planningSchema = z.strictObject({
  /** Of the two municipal years known; where their dates come from, the decision on events says. */
  events: z
    .array(event)
    .max(400)
    .default(() => majorEvents.map((each) => ({ ...each }))),
  uncertainDays: z.int().min(0).max(3).default(1),
  /** C14.9 (HR 2.5, BR r2): less notice than this is told before anybody is invited. 0 asks for none. */
  noticeWeeks: z.int().min(0).max(26).default(4),
  /** The dates are the council's own: none is known until it puts them down. */
  cycle: z.array(cyclePeriod).max(60).default([]),
  /** The council's own: none is known until it puts them down. */
  priorities: z.array(priority).max(60).default([]),
  /** C12.6 (TH-A 4.7): a room that is not marked step-free is refused, or may be approved by somebody who is named, with a reason. */
  unmarkedRooms: z.enum(['refuse', 'approve']).default('refuse'),
  /** C1.9 (HR 3.2, 3.5): what says not what it is to achieve is not published until it does, or officers are warned that it is. */
  withoutAims: z.enum(['hold', 'warn']).default('warn'),
  /** C1.7 (TH 4.17): the services of the council that may ask for a seminar. Empty: officers write the name. */
  serviceAreas: z.array(named).max(100).default([]),
  /** C1.14 (TH 4.2): where sessions are held unless there is a reason. Empty: nowhere in particular. */
  venue: z.string().max(100).default('Town Hall'),
})

export type PlannedEvent = z.infer<typeof event>

export type CyclePeriod = z.infer<typeof cyclePeriod>

export function planningErrors({ events, cycle, priorities, serviceAreas }: z.infer<typeof planningSchema>): readonly RulebookError[] {
  return [
    ...twice(
      events.map(({ id }) => id),
      'planning.events',
      words.idTwice,
    ),
    ...periodErrors(events, 'planning.events'),
    ...twice(
      cycle.map(({ id }) => id),
      'planning.cycle',
      words.idTwice,
    ),
    ...periodErrors(cycle, 'planning.cycle'),
    ...twice(
      priorities.map(({ id }) => id),
      'planning.priorities',
      words.idTwice,
    ),
    ...twice(
      serviceAreas.map(({ id }) => id),
      'planning.serviceAreas',
      words.idTwice,
    ),
    ...twice(
      serviceAreas.map((area) => area.label.toLowerCase()),
      'planning.serviceAreas',
      words.nameTwice,
    ),
    ...periodErrors(
      priorities.map(({ label, from, until = from }) => ({ label, from, to: until })),
      'planning.priorities',
    ).map(({ path, message }) => ({ path: path.replace(/\.to$/, '.until'), message })),
  ]
}
