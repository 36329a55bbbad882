import { z } from 'zod'
import { instantText } from './shared.ts'

const sum = z.int().nonnegative()

/** C1.17: what each partner pays, in pence; absent: nothing, or nobody has said. */
export const jointPartner = z.object({ partner: z.string(), pence: sum.optional() })
export type JointPartner = z.infer<typeof jointPartner>

/** GET /api/reports/joint?year=municipal&began=2026 (C1.17). Without either: the council's own kind of year, and this one. */
export const jointReport = z.object({
  year: z.object({ kind: z.enum(['municipal', 'financial', 'calendar']), from: z.iso.date(), to: z.iso.date() }),
  /** Sessions of the year that stand, held or to come, by their start. */
  rows: z.array(
    z.object({
      sessionId: z.string(),
      title: z.string(),
      kindLabel: z.string(),
      startsAt: instantText,
      with: z.array(jointPartner),
      words: z.string().optional(),
      costPence: sum.optional(),
    }),
  ),
  /** In pence, by partner, those who pay most first; and what the sessions cost as far as that is put down. */
  total: z.object({ partners: z.array(z.object({ partner: z.string(), sessions: sum, pence: sum })), sharedPence: sum, costPence: sum }),
  now: instantText,
})
export type JointReport = z.infer<typeof jointReport>
