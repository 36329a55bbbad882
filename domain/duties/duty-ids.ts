import { digest } from '../kernel/digest.ts'
import type { MatterId } from '../kernel/ids.ts'
import { dutyId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/time.ts'
import type { DutyRecord } from '../sessions/session-record.ts'
import type { Channel, Duty, Purpose } from './duty.ts'

/**
 * A duty with the id that it always has: what for, which session or issue, which time of its kind, for whom, through what. Worked out
 * twice it is the same duty, which is why nothing is sent twice.
 *
 * Trap: the time at which it falls is no part of the id, so that a session that moves owes nobody a second reminder (C4.12).
 */
export function dutyOf(
  matter: MatterId,
  purpose: Purpose,
  channel: Channel,
  when: { readonly notBefore: Instant; readonly notAfter?: Instant },
): Duty {
  const { occurrence, person } = told(purpose)
  const anew = 'again' in purpose && purpose.again ? [String(purpose.again)] : []
  const id = dutyId(digest([purpose.kind, matter, occurrence, person, channel, ...anew].join('~')).slice(0, 32))
  return { id, purpose, channel, notBefore: when.notBefore, ...(when.notAfter ? { notAfter: when.notAfter } : {}) }
}

/** A duty as it is first written down: nobody has tried it yet. */
export function asDue(duty: Duty): DutyRecord {
  return { duty, state: { kind: 'due', attempt: 0 }, notBefore: duty.notBefore }
}

/** Which of its kind, and whose. */
function told(purpose: Purpose): { readonly occurrence: string; readonly person: string } {
  switch (purpose.kind) {
    case 'reminder':
      return { occurrence: purpose.reminder, person: purpose.memberId }
    case 'nudge':
    case 'chase':
    case 'answer':
      return { occurrence: String(purpose.number), person: purpose.memberId }
    case 'evaluation':
      return { occurrence: `${purpose.on}${purpose.reminder ? ' again' : ''}`, person: purpose.memberId }
    case 'cancellation-notice':
    case 'bulletin':
    case 'place-given-up':
      return { occurrence: '', person: purpose.memberId }
    case 'places-closed':
      return { occurrence: purpose.closesAt.toString(), person: purpose.officerId }
    case 'places-over':
    case 'places-on-again':
      return { occurrence: purpose.since.toString(), person: purpose.memberId }
    case 'place-outcome':
      return { occurrence: String(purpose.round), person: purpose.memberId }
    case 'decision-card':
    case 'escalation':
      return { occurrence: String(purpose.round), person: purpose.officerId }
    case 'partner-share':
      return { occurrence: String(purpose.share), person: purpose.address }
    case 'partner-cancelled':
      return { occurrence: `${purpose.share}@${purpose.cancelledAt.toString()}`, person: purpose.address }
    case 'cancel-event':
      return { occurrence: '', person: '' }
    case 'bulletin-test':
      return { occurrence: purpose.press, person: purpose.officerId }
    case 'bulletin-copy':
      return { occurrence: '', person: purpose.address }
    case 'ask-reason':
    case 'bulletin-reminder':
      break
  }
  return { occurrence: '', person: purpose.officerId }
}
