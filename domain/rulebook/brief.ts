import { z } from 'zod'
import { wallTime } from './fields.ts'

/** What a presenter's brief may say besides the aims, the day and the place, in the order in which it says it. */
export const briefParts = ['expected', 'access', 'commitment', 'priorities', 'evaluation'] as const
export type BriefPart = (typeof briefParts)[number]

/** C1.11 (HR 3.2): what whoever presents a session gets beforehand. That it opens with the aims and objectives is no setting. */
export const briefSchema = z.strictObject({
  /** So long before the session officers are asked to give it. 0: they are not asked. */
  leadWorkingDays: z.int().min(0).max(60).default(5),
  at: wallTime.default('09:00'),
  /** What is asked of the presenter with the aims. Empty: nothing. */
  opening: z.string().max(300).default('Please begin the session by saying what it is for: its aims and objectives are these.'),
  /** Its last words, before whom to ring. Empty: none. */
  closing: z.string().max(300).default('If any of this does not fit, or something changes with you, please tell us as soon as you can.'),
  parts: z
    .array(z.enum(briefParts))
    .max(briefParts.length)
    .default([...briefParts]),
})
