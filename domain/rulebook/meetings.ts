import { z } from 'zod'
import { label } from './fields.ts'

/** How the council's calendar of committee meetings is read (C14.1, C14.3). */
export const meetingsSchema = z.strictObject({
  /** How long a meeting is taken to last whose end is not published. */
  assumedMinutes: z.int().min(15).max(600).default(120),
  /** Meetings to which the Mayor and every councillor is summoned, as the calendar names them; case makes no difference. */
  wholeCouncil: z
    .array(label)
    .max(30)
    .default(['Council', 'Full Council', 'Annual Council', 'Annual Meeting', 'Budget Council', 'Extraordinary Council', 'Council Meeting']),
})
