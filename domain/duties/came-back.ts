import type { DutyState } from '../sessions/session-record.ts'

/** Exchange took the message and could not deliver it: it came back to the mailbox from which it was sent (C4.17, C4.18). */
export function hasComeBack(state: DutyState): boolean {
  return state.kind === 'done' && state.outcome.kind === 'sent' && state.outcome.delivery?.status === 'permanent-failure'
}
