import { z } from 'zod'
import { instantText } from './shared.ts'

const many = z.int().nonnegative()
const counted = z.object({
  sessions: many,
  day: many,
  evening: many,
  /** Online alone. */
  online: many,
  /** In a room and online. */
  hybrid: many,
})
export type SpreadFigures = z.infer<typeof counted>

/** GET /api/reports/spread?year=municipal&began=2026 (C14.7). Without either: the council's own kind of year, and this one. */
export const spreadReport = z.object({
  year: z.object({ kind: z.enum(['municipal', 'financial', 'calendar']), from: z.iso.date(), to: z.iso.date() }),
  /** C14.4: a wall time such as "17:00". */
  eveningFrom: z.string(),
  /** What is held and what is still to come, all that stands. */
  total: counted,
  /** Monday is 1. */
  weekdays: z.array(counted.extend({ weekday: z.int().min(1).max(7) })),
  /** By the hour in which they start; without one it takes the whole day. */
  hours: z.array(counted.extend({ hour: z.int().min(0).max(23).optional() })),
  months: z.array(counted.extend({ month: z.string().regex(/^\d{4}-\d{2}$/) })),
  /** In no figure: it has no time. */
  left: z.object({ cancelled: many, postponed: many, ownTime: many }),
  now: instantText,
})
export type SpreadReport = z.infer<typeof spreadReport>
