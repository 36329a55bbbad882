import type { Duty, DutyOutcome } from '../../domain/duties/duty.ts'
import type { MatterId } from '../../domain/kernel/ids.ts'
import type { Instant } from '../../domain/kernel/time.ts'
import type { DutyRecord } from '../../domain/sessions/session-record.ts'
import type { AuditAction, AuditDraft } from '../ports/audit.ts'

type Moved = { readonly session: MatterId; readonly before: DutyRecord; readonly after: DutyRecord }

/** How a duty ended, once; and that a message which was sent did not arrive. What it says besides is no change of what became of it. */
export function dutyEntries({ session, before, after }: Moved, at: Instant): readonly AuditDraft[] {
  if (after.state.kind !== 'done') return []
  const was = before.state.kind === 'done' ? before.state.outcome : undefined
  const { outcome } = after.state
  const { duty } = after
  const about = { at, actor: { kind: 'quorate', rule: 'outbox' } as const, ...aboutDuty(session, duty), ...reasonOf(outcome) }
  if (was?.kind !== outcome.kind) {
    const values = { ...(was ? { before: was } : {}), after: outcome }
    return [{ ...about, action: actionOf(duty, outcome), details: { ...detailsOf(duty), outcome: outcome.kind }, ...values }]
  }
  const undelivered = failedDelivery(outcome)
  if (!undelivered || failedDelivery(was) === undelivered) return []
  return [{ ...about, action: 'message-not-delivered', reason: undelivered, details: detailsOf(duty) }]
}

function aboutDuty(session: MatterId, { id, purpose }: Duty) {
  const object = { kind: 'duty', session, id } as const
  return 'memberId' in purpose ? { object, member: purpose.memberId } : { object }
}

function actionOf({ purpose }: Duty, { kind }: DutyOutcome): AuditAction {
  if (kind === 'sent' && purpose.kind === 'cancel-event') return 'cancellation-carried-out'
  return kind === 'sent' && purpose.kind === 'answer' ? 'answer-told' : 'duty-ended'
}

function detailsOf({ purpose, channel }: Duty) {
  return { purpose: purpose.kind, channel, ...('officerId' in purpose ? { officer: purpose.officerId } : {}) }
}

function reasonOf(outcome: DutyOutcome): { readonly reason?: string } {
  return 'because' in outcome ? { reason: outcome.because } : {}
}

function failedDelivery(outcome: DutyOutcome | undefined): string | undefined {
  const status = outcome?.kind === 'sent' ? outcome.delivery?.status : undefined
  return status?.endsWith('failure') ? status : undefined
}
