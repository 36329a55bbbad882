import type { PersonId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/time.ts'

/** An officer's word that a session stays beside something, and why. Kept for ever (C14.3). */
export type AcceptedClash = {
  /** Of the clash: it names the two and their times, so that a move makes another. */
  readonly id: string
  /** What it was accepted beside: the committee's name, or the other session's title. */
  readonly beside: string
  readonly reason: string
  readonly by: PersonId
  readonly byName: string
  readonly at: Instant
}
