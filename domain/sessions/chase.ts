import type { PersonId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/time.ts'

/** One press of "Chase": those who might still come were asked again. It leaves every question open. */
export type Chase = {
  /** From 1. Part of the identity of each message. */
  readonly number: number
  /** What was pressed: pressed again it is the same. */
  readonly press: string
  readonly by: PersonId
  readonly byName: string
  readonly at: Instant
  readonly asked: number
  /** Left out because they had as many as the council allows in a week. */
  readonly spared: number
}
