import { z } from 'zod'
import { address, label } from './fields.ts'

/** C2.6 (TH 3.1, 6.1; TK AppB r2). The documents leave both to the council: what stands here is a reading. */
export const attendanceSchema = z.strictObject({
  /** Of the session's length: whoever was there for less did not attend. 0: being there at all is enough. */
  countsFromPercent: z.int().min(0).max(100).default(50),
  /** Who may say that a Member was there: officers or whoever arranged it by hand, the Member with a code, Teams by its report. */
  recordedBy: z
    .array(z.enum(['officers', 'organiser', 'check-in', 'teams-report']))
    .min(1)
    .max(4)
    .default(['officers', 'check-in', 'teams-report']),
})

/** C2.10: the year that uptake is counted by. The financial year begins on 1 April, the calendar year on 1 January. */
export const reportingSchema = z.strictObject({
  year: z.enum(['municipal', 'financial', 'calendar']).default('municipal'),
})

/** C1.15: for choosing the room and the refreshments. */
export const roomsSchema = z.strictObject({
  /** Members expected besides those who have accepted. */
  walkIns: z.int().min(0).max(50).default(0),
  /** Rooms whose size Outlook does not know, found by their address or else by their name. */
  register: z
    .array(
      z.strictObject({
        name: label,
        address: address.optional(),
        capacity: z.int().min(1).max(5000),
        /** C4.16: told to whoever may come. Absent: nobody has said, and nothing is promised. */
        stepFree: z.boolean().optional(),
        hearingLoop: z.boolean().optional(),
      }),
    )
    .max(200)
    .default([]),
})
