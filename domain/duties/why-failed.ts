import type { DutyRecord } from '../sessions/session-record.ts'
import { hasComeBack } from './came-back.ts'

/** Why what a duty was for did not arrive, or arrived twice, as it now stands. Undefined: nothing is known to be wrong with it. */
export function whyFailed({ duty, state }: DutyRecord): string | undefined {
  if (state.kind !== 'done') return undefined
  if (duty.channel === 'email' && hasComeBack(state)) return 'came-back'
  const { outcome } = state
  if (outcome.kind === 'failed' || outcome.kind === 'needs-attention') return outcome.because
  if (outcome.kind !== 'sent') return undefined
  if (outcome.twice) return 'sent-twice'
  if (!outcome.delivery) return undefined
  const { status } = outcome.delivery
  return status === 'delivered' || status === 'sending' ? undefined : status
}
