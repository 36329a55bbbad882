import type { DutyRecord, DutyState } from '../sessions/session-record.ts'

/** Exchange took the message and could not deliver it: it came back to the mailbox from which it was sent (C4.17, C4.18). */
export function hasComeBack(state: DutyState): boolean {
  return state.kind === 'done' && state.outcome.kind === 'sent' && state.outcome.delivery?.status === 'permanent-failure'
}

/** Whether somebody was told by it for certain. What is being looked at just now may yet be put aside. */
export function hasGone({ state }: Pick<DutyRecord, 'state'>): boolean {
  return state.kind === 'done' && state.outcome.kind === 'sent' && !hasComeBack(state)
}

/** Whether somebody was told by it, or may have been. A message that is still due or was put aside, that failed or came back, told nobody. */
export function mayHaveLeft({ state }: Pick<DutyRecord, 'state'>): boolean {
  if (state.kind !== 'done') return state.kind !== 'due'
  if (state.outcome.kind === 'sent') return !hasComeBack(state)
  return state.outcome.kind === 'needs-attention'
}
