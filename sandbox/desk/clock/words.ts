import type { FaultId } from './fault-menu.ts'

const faults: Readonly<Record<FaultId, { readonly label: string; readonly means: string }>> = {
  'outlook-throttles': { label: 'Outlook is busy', means: 'The next 10 calls are told to try again' },
  'outlook-down': { label: 'Outlook is down', means: 'Nothing can be read or sent until you put it right' },
  'notify-down': { label: 'GOV.UK Notify is down', means: 'No text or email can be sent' },
  'notify-unsure': { label: 'Notify goes quiet half-way', means: '3 messages are taken, and the answer is lost' },
  'texts-unconfirmed': { label: 'Texts are never confirmed', means: 'They go, and no one hears whether they came' },
  'notifications-lost': { label: 'Outlook’s notices get lost', means: 'Quorate is not told when a calendar changes' },
  'notifications-twice': { label: 'Outlook’s notices come twice', means: 'Quorate is told everything again' },
  'teams-down': { label: 'Teams is down', means: 'No card can be sent or changed' },
}

export const topWords = {
  pretend: 'A pretend council to learn on',
  clock: 'The clock',
  next: (when: string, what: string) => `Next: ${when}, ${what}`,
  nothingNext: 'Nothing is due',
  somethingDue: 'something is due',
  hour: '+ 1 hour',
  day: '+ 1 day',
  week: '+ 1 week',
  goToNext: 'Go to what is next',
  moving: 'Moving the clock',
  nothingToGoTo: 'Nothing is due. Send an invitation first',
  fail: 'Make something fail',
  failing: (count: number) => (count === 1 ? '1 thing fails' : `${count} things fail`),
  putRight: 'Put everything right',
  allRight: 'Everything works again',
  faults,
  startAgain: 'Start again',
  startAgainTitle: 'Start again?',
  startAgainMeans: 'Everything you did here goes: invitations, answers, texts. The council is new, and the clock is back where it began.',
  startAgainYes: 'Start again',
  startAgainNo: 'Keep this',
  refused: (why: string) => `That did not work: ${why}`,
  announce: (clock: string, count: number) =>
    `It is ${clock}. ${count === 0 ? 'Nothing happened' : count === 1 ? '1 thing happened' : `${count} things happened`}`,
}
