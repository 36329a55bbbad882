import type { Instant } from '../kernel/time.ts'
import { isAtOrAfter } from '../kernel/time.ts'
import type { DutyRecord, SessionRecord } from '../sessions/session-record.ts'
import type { Duty } from './duty.ts'
import { dutyOf } from './duty-ids.ts'
import type { OwedContext } from './owed-context.ts'
import { stillOwed } from './still-owed.ts'

/**
 * What goes by email because it definitely could not go as it should have: a card to whoever has no bot, a reminder to a
 * number that is none. A short-notice cancellation goes to the phone list instead, and a text of unknown fate nowhere.
 */
export function fallbackDuties(record: SessionRecord, context: OwedContext): readonly Duty[] {
  return record.duties.filter(hasFailed).flatMap(({ duty }) => {
    const byEmail = duty.channel === 'card' || (duty.channel === 'text' && duty.purpose.kind === 'reminder')
    if (!byEmail || isOver(duty.notAfter, context.now)) return []
    const when = { notBefore: context.now, ...(duty.notAfter ? { notAfter: duty.notAfter } : {}) }
    const instead = dutyOf(record.session.id, duty.purpose, 'email', when)
    return stillOwed(instead, record, context).kind === 'owed' ? [instead] : []
  })
}

/** A text that never arrived and never will is none: a number that is nobody's, or a network that lost it a second time. */
function hasFailed({ state, resent }: DutyRecord): boolean {
  if (state.kind !== 'done') return false
  const { outcome } = state
  if (outcome.kind !== 'sent') return outcome.kind === 'failed'
  const status = outcome.delivery?.status
  return status === 'permanent-failure' || (status === 'technical-failure' && resent === true)
}

function isOver(notAfter: Instant | undefined, now: Instant): boolean {
  return notAfter !== undefined && isAtOrAfter(now, notAfter)
}
