import { z } from 'zod'
import { programmeRow } from './programme.ts'
import { instantText, unreachable } from './shared.ts'

const dayText = z.iso.date()

const meetingView = z.object({
  /** Tells meetings apart on one page. */
  meetingId: z.string(),
  committee: z.string(),
  startsAt: instantText,
  /** Absent: not published. */
  endsAt: instantText.optional(),
  /** When in the day it begins is not published. */
  allDay: z.literal(true).optional(),
  place: z.string().optional(),
  status: z.enum(['confirmed', 'provisional', 'cancelled']),
})
export type MeetingView = z.infer<typeof meetingView>

/** GET /api/programme/month/:month ("2026-10"): whole weeks, so that days of the months before and after are among them. */
export const programmeMonth = z.object({
  now: instantText,
  month: z.string(),
  /** London days, the first a Monday and the last a Sunday, both shown. */
  from: dayText,
  to: dayText,
  rows: z.array(programmeRow),
  meetings: z.array(meetingView),
  /** C14.1: times of this month that are free of formal meetings, still to come and not used yet. */
  slots: z.array(z.object({ startsAt: instantText, endsAt: instantText })),
  /** C14.6: days, besides weekends, on which the council does not work. */
  daysOff: z.array(z.object({ on: dayText, kind: z.enum(['bank-holiday', 'closure']) })),
  schoolHolidays: z.array(z.object({ label: z.string(), from: dayText, to: dayText })),
  /** C14.5, C14.8: religious and cultural events, and parts of the electoral cycle; both days included. */
  marks: z.array(
    z.object({
      label: z.string(),
      from: dayText,
      to: dayText,
      kind: z.enum(['event', 'pre-election', 'polling-day', 'ordinary-election', 'annual-meeting', 'induction']),
      /** C14.5: the evening before the first day of an event, and not the event itself. */
      isEve: z.literal(true).optional(),
      /** The date of an event may be a little earlier or later. */
      isUncertain: z.literal(true).optional(),
    }),
  ),
  /** How the council's own calendar of meetings stands. */
  calendar: z.object({
    state: z.enum(['none', 'read', 'failing']),
    readAt: instantText.optional(),
    failing: z.object({ since: instantText, because: z.enum(['no-answer', 'unreadable', 'emptied']) }).optional(),
    /** This month lies, in whole or in part, beyond what was read. */
    isBeyond: z.boolean(),
    /** Committees whose own calendar could not be read. */
    unread: z.array(z.string()),
    /** Committees that meet in these weeks and of which nobody is known to be a member: they count as everybody's. */
    membersUnknown: z.array(z.string()),
    /** What of it could not be understood, as it is published. */
    doubts: z.array(z.object({ committee: z.string(), because: z.string(), given: z.string().optional() })),
  }),
  categories: z.array(z.string()),
  unreachable: z.array(unreachable),
})
export type ProgrammeMonth = z.infer<typeof programmeMonth>
