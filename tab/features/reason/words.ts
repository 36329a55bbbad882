export const words = {
  programme: 'Programme',
  trail: 'Give the reason',
  title: 'Why was it cancelled?',
  lead: (title: string, when: string) =>
    `${title} · ${when}. It was cancelled in Outlook, where no reason is kept. Reminders have stopped, and everyone’s calendar is clear.`,
  reason: 'Reason',
  choose: 'Choose a reason',
  missing: 'Choose the reason. It is kept with the session.',
  happened: 'What happened',
  happenedHint: 'In a sentence. Kept with the session; not sent to Members.',
  happenedMissing: 'Say in a sentence what happened.',
  save: 'Save the reason',
  saving: 'Saving…',
  notSaved: 'We could not reach Quorate. Your reason is still here: try again.',
  given: 'Nothing is missing: this session has its reason, or has not been cancelled.',
  back: 'Back to the session',
}
