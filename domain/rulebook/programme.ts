import { z } from 'zod'
import { label, wallTime, weekday } from './fields.ts'
import type { RulebookError } from './rulebook-error.ts'
import { rulebookWords as words } from './words.ts'

export const programmeSchema = z.strictObject({
  /** C14.4: a session that starts at or after this is an evening one. */
  eveningFrom: wallTime,
  /** C14.4: two sessions of one title further apart than this are not a session and its repeat. */
  repeatWithinDays: z.int().min(1).max(366),
  /** C14.1 (TH 4.14): slots kept free of committee meetings. How many and when is a reading. */
  slots: z
    .strictObject({
      perMonth: z.int().min(0).max(20).default(2),
      times: z
        .array(z.strictObject({ on: weekday, from: wallTime, until: wallTime }))
        .max(30)
        .default([
          { on: 'tuesday', from: '14:00', until: '16:00' },
          { on: 'wednesday', from: '18:30', until: '20:30' },
        ]),
    })
    .prefault({}),
  /** C14.3: less than this between a session and a committee meeting is a clash. */
  clashBufferMinutes: z.int().min(0).max(240).default(30),
  /** C4.16: the year's plan as Members browse and print it. */
  publication: z
    .strictObject({
      name: label.default('Member development programme'),
      arrangedBy: z.enum(['month', 'kind']).default('month'),
    })
    .prefault({}),
})

export function slotErrors({ slots }: z.infer<typeof programmeSchema>): readonly RulebookError[] {
  const never = slots.perMonth > 0 && slots.times.length === 0
  const backwards = slots.times.flatMap(({ from, until }, index) =>
    until <= from ? [{ path: `programme.slots.times.${index}.until`, message: words.slotEndsFirst(from, until) }] : [],
  )
  return [...(never ? [{ path: 'programme.slots.times', message: words.slotsWithoutTimes(slots.perMonth) }] : []), ...backwards]
}
