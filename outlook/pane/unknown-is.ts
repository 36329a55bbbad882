import type { OpenAppointment } from '../office/appointment.ts'

/**
 * What an appointment is to an officer where Quorate knows it as no session.
 *
 * Trap: one date of a series keeps properties of its own, and Quorate reads the series'. What was written in the date would be lost.
 */
export function unknownIs({ mode, isOneDate }: Pick<OpenAppointment, 'mode' | 'isOneDate'>): 'draft' | 'one-date' | 'not-known' {
  if (mode === 'reading') return 'not-known'
  return isOneDate ? 'one-date' : 'draft'
}
