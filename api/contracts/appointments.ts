import { z } from 'zod'
import { sessionDetails } from './details.ts'
import { instantText } from './shared.ts'

const category = z.string().max(255)

/** GET /api/appointments?subject=…&startsAt=…&endsAt=…&organiser=…&kind=…&category=…&series=true of one that is being written, or stands in Outlook already. */
export const appointmentQuery = z.object({
  /** As it stands in Outlook, and only compared: changed in any way it would not be the same as what Graph gives. */
  subject: z.string().trim().max(255),
  startsAt: instantText,
  endsAt: instantText,
  /** The address of whoever organises it. */
  organiser: z.string().trim().toLowerCase().max(320),
  /** Of which kind it is to be. Absent, or none of the council's: what its category or its mailbox says, else the council's first. */
  kind: z.string().max(64).optional(),
  /** Of Outlook's categories those that it carries, each by itself. */
  category: z.union([category, z.array(category).max(50)]).optional(),
  /** The whole series is open, and `startsAt` is that of its first date: the session is then the next of them. */
  series: z.literal('true').optional(),
})

const onSend = z.enum(['warn', 'hold'])

/** What Quorate knows of an appointment, and what an officer can choose from before there is a session. */
export const appointmentView = z.object({
  /** Once it was read in the organiser's calendar, and is a session. */
  sessionId: z.string().optional(),
  /** Those that an appointment in Outlook can be. */
  kinds: z.array(z.object({ kindId: z.string(), label: z.string(), audienceFixed: z.boolean() })),
  kindId: z.string(),
  /** What its category says that it is, where that is one of the council's. */
  categoryKind: z.string().optional(),
  /** The council's rules for what Outlook does with an invitation as it leaves. */
  onSend: z.object({ narrowed: onSend, clash: onSend, missing: onSend, nobody: onSend, noAim: onSend }),
  /** As the details of a session, of which none have been put down. */
  form: sessionDetails.omit({ sessionId: true, changed: true, money: true, gaps: true, pair: true, heldOut: true }),
})
export type AppointmentView = z.infer<typeof appointmentView>
