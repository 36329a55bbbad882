import type { Problem } from '../../api/contracts/shared.ts'
import { mostCharacters } from '../../api/contracts/tag.ts'
import { counted } from '../../tab/ui/words-of-number.ts'

/** Every word of the pane. */
export const words = {
  loading: 'Training session',
  outside: 'Open this in Outlook',
  outsideDetail: 'Quorate’s pane works beside an appointment. Open one in Outlook and press Training session.',
  silent: 'We cannot reach Outlook just now',
  silentDetail: 'Nothing is lost. You can send this invitation as it is: Quorate picks it up either way.',
  nobody: 'This pane is for officers, and for Members who are invited',
  nobodyDetail: 'Quorate shows officers what to say of a session, and Members what it is for.',

  toLookAt: (many: number) => (many === 0 ? 'Nothing speaks against it' : `${counted(many, 'thing')} to look at before you send`),
  held: 'Your council’s rules hold the invitation until this is put right.',
  notChecked: 'Quorate could not look at this date just now. You can send as it is.',
  checking: 'Looking at the date, the room and who is asked…',
  meetingsUnknown: 'Committee meetings are not known as far ahead as that day, so there may be some.',
  freeTimes: 'Times with nothing against them',
  take: 'Take this time',
  notMoved: 'Outlook did not take this time. Change it in the appointment itself.',
  draftLead: 'You can send as it is. Quorate picks it up either way.',
  heldLead: 'Put right what your council’s rules hold it for; then send it.',
  kind: 'Kind',
  course: 'Course',
  courseHint: 'The title of the appointment. The same title makes it another run of the same course.',
  notRenamed: 'Outlook did not take this title. The one before stands. Try it again, or change it in the appointment itself.',
  saving: 'Saving…',
  saved: 'Saved in the appointment.',
  notTagged: 'Nothing is written in the appointment yet.',
  tag: 'Make this a training session',
  noSession: 'This is no training session',
  noSessionSure: 'Everything that is written here is taken out of the appointment. The appointment itself stays as it is.',
  noSessionYes: 'Yes, take it out',
  noSessionNo: 'No, leave it',
  putRight: 'Not saved yet. What is marked above needs putting right.',
  notSaved: 'Outlook did not save this. What you have written is still here.',
  tryAgain: 'Save again',
  conflict: 'Somebody else has changed this appointment’s training details since you looked. Theirs stand; yours are not saved.',
  lookAgain: 'See what is there now',
  unreadable: 'What stands in this appointment cannot be read',
  unreadableDetail:
    'Somebody changed it by hand, or with another version of Quorate. It is left as it is, and changes nothing. You can write it anew.',
  startAnew: 'Write it anew',
  series: 'What you write is for every date of this series.',
  oneDate: 'This is one date of a series',
  oneDateDetail: 'Open the whole series in Outlook, and say there what it is.',

  oneOfMany: (when: string) => `For ${when} only. Each date of the series has answers and details of its own.`,
  decide: 'Decide in Teams',
  openInTeams: 'Open in Teams',
  showDetails: 'Change the details',
  hideDetails: 'Leave the details',
  saveDetails: 'Save the details',
  detailsSaved: 'Saved.',
  money: 'Money',
  otherRun: 'The other run',
  missing: 'Missing from the invitation',
  surplus: 'Invited, but it is not for them',

  notKnown: 'This is no training session that Quorate knows',
  notKnownOfficer: 'If it is one, whoever organises it can say so in this pane, or give it the category “Member training” in Outlook.',
  notAmongYours: 'We cannot show this one here',
  notKnownMember: 'If it is training, you find it in Quorate, in Teams.',
  notYet: (kind: string) =>
    `Its category says that it is one: ${kind}. Quorate shows it once it has read the calendar of whoever organises it, which it does for officers and for the council’s shared mailboxes.`,
  whatFor: 'What you will be able to do afterwards',
  beforehand: 'To do beforehand',
  afterwards: 'To do afterwards',
  answer: 'Answer in Outlook as always: Accept, Tentative or Decline.',
} as const

export const notSignedIn: Problem = {
  type: 'about:blank',
  status: 401,
  title: 'Outlook could not sign you in',
  detail: 'You can send this invitation as it is. Close this pane and open it again; if that does not help, ask your council’s IT service.',
}

/** What to do where Outlook has no room for more. */
export function tooLongWords(over: number): string {
  return (
    `Outlook keeps ${mostCharacters.toLocaleString('en-GB')} characters in an appointment, and this is ${counted(over, 'character')} too many. ` +
    'It is not saved. Shorten the aims or what is to be done beforehand, or send the invitation and put the rest down in Quorate, in Teams.'
  )
}
