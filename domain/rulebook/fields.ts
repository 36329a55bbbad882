import { z } from 'zod'

export const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time such as "09:00"')
export const calendarDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a day such as "2026-12-24"')
export const identifier = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/, 'a short name such as "lack-of-interest"')
export const address = z
  .string()
  .toLowerCase()
  .pipe(z.email({ error: 'an address such as "clerk@council.gov.uk"' }))
export const label = z.string().min(1).max(100)
export const weekday = z.enum(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'])
export const responses = z.array(z.enum(['accepted', 'tentative', 'none'])).readonly()
/** A named thing that officers tick, such as a kind of cost. */
export const named = z.strictObject({ id: identifier, label })
/** From the first day to the last, both included. */
export const period = z.strictObject({ label: z.string().max(60), from: calendarDay, to: calendarDay })
