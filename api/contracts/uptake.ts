import { z } from 'zod'
import { instantText } from './shared.ts'

const members = z.int().nonnegative()
const figures = z.object({
  invited: members,
  accepted: members,
  attended: members,
  online: members,
  noShow: members,
  walkIn: members,
  apologies: members,
  /** Accepted, and nothing recorded. */
  notRecorded: members,
})
export type UptakeFigures = z.infer<typeof figures>

/** GET /api/reports/uptake?year=municipal&began=2026 (C2.10). Without either: the council's own kind of year, and this one. */
export const uptakeReport = z.object({
  year: z.object({ kind: z.enum(['municipal', 'financial', 'calendar']), from: z.iso.date(), to: z.iso.date() }),
  /** Sessions that have ended, by their start; cancelled ones are not among them (C3.14). */
  rows: z.array(z.object({ sessionId: z.string(), title: z.string(), kindLabel: z.string(), startsAt: instantText }).extend(figures.shape)),
  /** A session and its repeat being one: nobody is counted twice who was at both. */
  total: figures,
  /** Members who attended anything at all. */
  membersWhoAttended: members,
  cancelled: z.int(),
  now: instantText,
})
export type UptakeReport = z.infer<typeof uptakeReport>
