import type { OpenAppointment } from '../office/appointment.ts'

/** As many as the contract takes. */
const mostCategories = 50

/**
 * The question to the service about an appointment. Without a title there is nothing to look for, but still everything to choose from.
 * `kind`: the one that an officer has chosen.
 */
export function askedOf({ subject, startsAt, endsAt, organiser, categories, isSeries }: OpenAppointment, kind?: string): string {
  const asked = { subject, startsAt, endsAt, organiser, ...(kind ? { kind } : {}), ...(isSeries ? { series: 'true' } : {}) }
  const carried = categories.slice(0, mostCategories).map((category) => ['category', category])
  return new URLSearchParams([...Object.entries(asked), ...carried]).toString()
}
