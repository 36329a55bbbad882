import type { PersonId } from '../../domain/kernel/ids.ts'
import type { DecisionCase } from '../contracts/decisions.ts'
import type { SessionPage } from '../contracts/programme.ts'

/** What has come of a cancellation so far, from the fate of its duties. */
export type Aftermath = {
  readonly calendars: { readonly state: 'waiting' | 'cleared' | 'failed'; readonly of: number }
  readonly texts: { readonly sent: number; readonly delivered: number; readonly onTheirWay: number; readonly failed: number }
  /** Names still to ring (C3.12). */
  readonly toRing: readonly string[]
  /** The last thing known to have happened, as ISO text: a card says how old its figures are. */
  readonly asAt: string
}

/** Everything an officer's card says, and the tab's decision page too: one reading, so they cannot disagree. */
export type DecisionFacts = {
  readonly officerId: PersonId
  readonly teamsAppId: string
  readonly view: DecisionCase
  /** The decision in force, with what was known when it was taken. */
  readonly decision?: SessionPage['decision']
  readonly aftermath?: Aftermath
}
