import type { PersonId } from '../../../domain/kernel/ids.ts'

/** Ids of Exchange are case-sensitive and may hold `=`; what stands in a path is always encoded. */
export function eventPath(mailbox: PersonId, eventId: string): string {
  return `/users/${mailbox}/events/${encodeURIComponent(eventId)}`
}

/** A text inside `$filter`: quotes doubled, then encoded, since the client encodes no `+`. */
export function quoted(text: string): string {
  return encodeURIComponent(`'${text.replaceAll("'", "''")}'`)
}
