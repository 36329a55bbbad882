import type { PersonId, SessionId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/time.ts'
import type { Counts } from './response.ts'

/** C3.4: what officers may decide. Chasing is not among them: it leaves the case open. */
export type Choice = 'run' | 'cancel' | 'postpone' | 'merge'

export type Decision = {
  readonly choice: Choice
  readonly by: PersonId
  readonly byName: string
  readonly at: Instant
  /** One of the rulebook's `cancellation.reasons` when the choice clears calendars; else a word of the officer's own. */
  readonly reasonId: string
  readonly reasonWords?: string
  /** What everyone invited is told, in the officer's words; goes into the cancellation and the texts. */
  readonly message?: string
  /** Of a merger: the run that it merges with. */
  readonly mergeWith?: SessionId
  /** What was known when it was decided: an auditor's question is answered from here. */
  readonly knowing: {
    readonly counts: Counts
    readonly minimum: number
    readonly readAt: Instant
    readonly otherRuns: readonly { readonly sessionId: string; readonly startsAt: Instant; readonly accepted: number }[]
  }
}
