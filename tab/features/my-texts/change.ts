import type { MyTextsBody } from '../../../api/contracts/my-training.ts'
import type { MyTexts } from './words.ts'

/** One change of her preferences. */
export type Change = Omit<MyTextsBody, 'etag'>

/** What puts back what was before a change: the change itself, turned round. */
export function undoOf(before: MyTexts, change: Change): Change | undefined {
  if (change.mobile !== undefined) return before.mobile && before.mobileState === 'usable' ? { mobile: before.mobile } : undefined
  if (change.reminders !== undefined) return { reminders: before.reminders }
  return change.combine === undefined ? undefined : { combine: before.combine }
}

/** Whether what stands there is already as the change wants it, however the number is written. */
export function holds(texts: MyTexts, { reminders, combine, mobile }: Change): boolean {
  return (
    (reminders === undefined || texts.reminders === reminders) &&
    (combine === undefined || texts.combine === combine) &&
    (mobile === undefined || (texts.mobileState === 'usable' && subscriber(texts.mobile ?? '') === subscriber(mobile)))
  )
}

/** The ten digits that 07700 900142 and +44 7700 900142 share. */
function subscriber(number: string): string {
  return number.replaceAll(/\D/g, '').slice(-10)
}
