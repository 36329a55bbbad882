import type { PersonId, SessionId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/time.ts'
import type { MemberId } from '../kernel/ids.ts'
import type { Factor } from './factor.ts'
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
    /** C3.5, in pence. Absent: no costs had been put down. */
    readonly money?: { readonly ifRun: number; readonly ifCancelled: number }
    /** C3.6: for whom of those coming it was mandatory, and whether anything else would have met it in time. */
    readonly needs?: readonly { readonly memberId: MemberId; readonly rule: string; readonly otherwise: boolean }[]
    /** C3.7. */
    readonly factors?: readonly Factor[]
  }
}
