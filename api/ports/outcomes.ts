import type { Sending } from './senders.ts'
import type { Dependency } from './unavailable.ts'

/**
 * What came of one call to a service outside, in the classes of the outcome tables (reliability.md §14): `again` is R, `unknown` U,
 * `final` F, `stopped` S, `wait` W. `done`: it answered what was asked, also where the answer is that there is no such thing.
 */
export const outcomeClasses = ['done', 'again', 'unknown', 'final', 'stopped', 'wait'] as const
export type OutcomeClass = (typeof outcomeClasses)[number]

export type Exchanged = {
  readonly call: 'read' | 'write'
  readonly became: OutcomeClass
  /** Of the answer, where there was one. */
  readonly status?: number
}

/** Told by an adapter of each request that it made, once, whatever came of it. */
export type Note = (exchanged: Exchanged) => void

export type Outcomes = { of(dependency: Dependency): Note }

const ofSending = {
  sent: 'done',
  refused: 'final',
  stopped: 'stopped',
  unknown: 'unknown',
} as const satisfies Record<Exclude<Sending['kind'], 'later'>, OutcomeClass>

export function classOfSending(sending: Sending): OutcomeClass {
  if (sending.kind !== 'later') return ofSending[sending.kind]
  return sending.throttled ? 'wait' : 'again'
}

/** For who counts nothing: a script, a test of something else. */
export const untold: Note = () => undefined
