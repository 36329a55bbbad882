import { isBefore } from '../kernel/time.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { Invitation } from './session.ts'

/**
 * An answer after its session was moved: one given to the old time is shown as needing confirmation, and counts only where the
 * council keeps answers (C1.21, `responses.onMove`).
 *
 * Outlook forgets answers when a time changes; where it was told not to ask for any, the old ones are still there, and
 * `respondedAt` beside a response of `none` is the mark that Outlook still holds the old answer.
 */
export function afterMove(
  before: Invitation | undefined,
  seen: Invitation,
  movedNow: boolean,
  onMove: Rulebook['responses']['onMove'],
): Invitation {
  const old = oldAnswer(before, movedNow)
  if (old === undefined || answeredAnew(before, seen)) return seen
  return { ...seen, response: onMove === 'keep' ? old : 'none', answeredOldTime: old }
}

function oldAnswer(before: Invitation | undefined, movedNow: boolean): Invitation['answeredOldTime'] {
  if (before?.answeredOldTime) return before.answeredOldTime
  return movedNow && before && before.response !== 'none' ? before.response : undefined
}

/** Outlook shows an answer that is not the one that was given to the old time. */
function answeredAnew(before: Invitation | undefined, seen: Invitation): boolean {
  if (seen.response === 'none') return false
  if (!before?.respondedAt) return true
  if (seen.respondedAt) return isBefore(before.respondedAt, seen.respondedAt)
  return seen.response !== (before.answeredOldTime ?? before.response)
}
