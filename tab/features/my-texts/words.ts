import type { z } from 'zod'
import type { myTexts } from '../../../api/contracts/my-training.ts'
import type { WordsOfNumberForm } from '../../ui/NumberForm.tsx'
import { timeWords } from '../../ui/words-of-time.ts'

export type MyTexts = z.infer<typeof myTexts>

export const words = {
  title: 'Text messages',
  lead: 'Changes are saved as you make them.',
  back: 'My training',
  goTo: 'Texts go to',
  change: 'Change',
  add: 'Add a mobile number',
  changeNamed: 'Change your mobile number',
  reminders: 'Text me reminders',
  combine: 'Two sessions in one morning: send one text',
  always: 'Your council sends reminder texts to every Member.',
  ifOff: 'If you turn texts off, reminders come by email. If a session is cancelled at short notice, someone will ring you.',
  isOff: 'Texts are off: reminders come by email. If a session is cancelled at short notice, someone will ring you.',
  undo: 'Undo',
  conflict:
    'This was changed somewhere else a moment ago, so your change was not saved. This is how it stands now: make your change again if you still want it.',
  notSaved: 'That did not get through, so nothing has changed. Please try again.',
  notKnown: 'No signal just now, so we do not know whether that was saved. Look here again when you are back.',
}

export function numberWords({ mobile }: MyTexts): WordsOfNumberForm {
  return {
    label: 'Your mobile number',
    hint: 'A UK mobile, such as 07700 900142.',
    empty: 'Write the number that texts should go to.',
    save: 'Save number',
    leave: mobile ? 'Keep the old one' : 'Not now',
  }
}

export function whenTexts({ permitted }: MyTexts): string {
  return `One in the week before, one that morning. Never before ${permitted.from} or after ${permitted.until}. They stop if you decline.`
}

export function mobileWords({ mobile, mobileState }: MyTexts): string {
  if (mobileState === 'none') return 'We have no mobile number for you.'
  if (mobileState === 'unusable') return `${mobile ?? 'The number we have'} is not a mobile that texts can reach.`
  return mobile ?? ''
}

export function savedWords(now: string | undefined): string {
  return now ? `Saved at ${timeWords(now)}. You can leave and come back.` : 'Saved. You can leave and come back.'
}
