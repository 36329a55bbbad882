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

/** Which session it is. While its organiser moves or retitles one that stands, nothing is found under what is not saved yet: it stays the same. */
export function sessionBeside(
  { isSaved }: Pick<OpenAppointment, 'isSaved'>,
  { found, known }: { readonly found: string | undefined; readonly known: string | undefined },
): string | undefined {
  return found ?? (isSaved ? known : undefined)
}
