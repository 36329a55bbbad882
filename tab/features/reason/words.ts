import type { DecisionCase } from '../../../api/contracts/decisions.ts'
import { sessionWhen } from '../../ui/words-of-time.ts'

export const words = {
  trail: 'Give the reason',
  title: 'Why was it cancelled?',
  save: 'Save the reason',
  notSaved: 'We could not reach Quorate. Your reason is still here: try again.',
  given: 'Nothing is missing: this session has its reason, or has not been cancelled.',
  back: 'Back to the session',
}

/** Which session; and what is known of its cancellation, where a reason is wanting. */
export function leadWords({ row, now }: DecisionCase, isMissing: boolean): string {
  const which = `${row.title} · ${sessionWhen(row, now)}.`
  return isMissing
    ? `${which} It was cancelled in Outlook, where no reason is kept. Reminders have stopped, and everyone’s calendar is clear.`
    : which
}
