import { z } from 'zod'

export const dayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
export const indexes = ['first', 'second', 'third', 'fourth', 'last'] as const

export const recurrenceShape = z.looseObject({
  pattern: z.looseObject({
    type: z.enum(['daily', 'weekly', 'absoluteMonthly', 'relativeMonthly', 'absoluteYearly', 'relativeYearly']),
    interval: z.int().min(1).max(999).default(1),
    month: z.int().min(0).max(12).default(0),
    dayOfMonth: z.int().min(0).max(31).default(0),
    daysOfWeek: z.array(z.enum(dayNames)).default([]),
    firstDayOfWeek: z.enum(dayNames).default('sunday'),
    index: z.enum(indexes).default('first'),
  }),
  range: z.looseObject({
    type: z.enum(['endDate', 'noEnd', 'numbered']),
    startDate: z.iso.date(),
    endDate: z.iso.date().default('0001-01-01'),
    recurrenceTimeZone: z.string().optional(),
    numberOfOccurrences: z.int().min(0).max(999).default(0),
  }),
})
export type Recurrence = z.infer<typeof recurrenceShape>
