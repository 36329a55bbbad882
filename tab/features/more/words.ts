import type { z } from 'zod'
import type { myTexts } from '../../../api/contracts/my-training.ts'

export const words = {
  title: 'More',
  texts: 'Text messages',
  brochure: 'The whole programme',
  brochureState: 'Everything planned for the year, to read or print',
  bulletin: 'Bulletin',
  bulletinState: 'Every issue that was sent, to read again',
  feedback: 'Feedback',
  feedbackState: 'What you thought of sessions that you were at',
  checkIn: 'Check in to a session',
  checkInState: 'With the code on the screen in the room',
}

export function textsState({ reminders, mobileState }: Pick<z.infer<typeof myTexts>, 'reminders' | 'mobileState'>): string {
  if (mobileState !== 'usable') return 'We have no mobile number that texts can reach'
  return reminders ? 'Reminder texts are on' : 'Reminder texts are off'
}
