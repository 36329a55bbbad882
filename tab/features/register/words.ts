import type { AttendanceRegister, AttendanceRow } from '../../../api/contracts/attendance.ts'
import type { Problem } from '../../../api/contracts/shared.ts'
import { counted } from '../../ui/words-of-number.ts'
import { asAtWords, fullWhen, timeWords } from '../../ui/words-of-time.ts'
import type { Here, ShownGuest, ShownRegister } from './shown-register.ts'

type Recorded = AttendanceRow['recorded']

export const words = {
  loadingTitle: 'Register',
  trail: 'Register',
  find: 'Find a Member',
  expected: (many: number) => `Expected ${many}`,
  everyone: (many: number) => `Everyone ${many}`,
  lists: 'Whom to show',
  walkIn: 'Walk-in',
  walkInTitle: 'Who has walked in?',
  backToRegister: 'Back to the register',
  showCode: 'Show code',
  undo: 'Undo',
  more: 'More about',
  nobodyFound: 'Nobody of that name. Try part of the surname, or look under Everyone.',
  nobodyExpected: 'Nobody has accepted. Look under Everyone, or press Walk-in.',
  guests: 'Guests, not counted as Members',
  notAMember: 'Someone who is not a Member?',
  addGuest: 'Add a guest',
  neverCounted: 'Guests are never counted.',
  guestName: 'Name',
  guestKind: 'Who they are',
  guestOrganisation: 'Organisation, if any',
  saveGuest: 'Record as here',
  cancelGuest: 'Do not add',
  nameNeeded: 'Write the guest’s name.',
  download: 'Download for Excel',
  print: 'Print',
  saving: 'Saving…',
  sendNow: 'Send now',
  noConnection: 'Out of reach. What you press is kept on this phone',
  cancelled: 'This session was cancelled. It has no register, and counts in nobody’s attendance.',
  postponed: 'It was postponed. Its register opens at its new time.',
  untagged: 'This is no longer marked as training in Outlook. Give it its category back there to keep a register.',
  notYours: 'Your council leaves the register to whoever arranged the session. You can look at it here.',
  keepPageOpen: 'This browser keeps nothing: leave this page open until it is sent.',
  paperCaption: 'Register of attendance',
  paperHeads: ['Member', 'Answered', 'Recorded', 'By', 'Signature'],
  forget: 'Put away',
  confirm: 'Confirm',
  confirmAnyway: 'Confirm all the same',
  teams: 'What Teams says',
  teamsNothing: 'Nothing is recorded until you confirm it.',
}

export const recordedWords: Record<Recorded, string> = {
  'in-person': 'Here',
  online: 'Online',
  apologies: 'Apologies',
  absent: 'Absent',
  'not-recorded': 'Not recorded',
}

/** In the order of the menu. */
export const choices = ['in-person', 'online', 'apologies', 'absent', 'not-recorded'] as const
export const choiceWords: Record<Recorded, string> = {
  'in-person': 'Here, in person',
  online: 'Here, online',
  apologies: 'Sent apologies',
  absent: 'Absent',
  'not-recorded': 'Nothing recorded',
}

const said: Record<Recorded, string> = {
  'in-person': 'here',
  online: 'online',
  apologies: 'apologies',
  absent: 'absent',
  'not-recorded': 'nothing recorded',
}

const answers = { accepted: 'Accepted', tentative: 'Tentative', declined: 'Declined', none: 'No answer' } as const
export const guestKinds = { officer: 'Officer of the council', partner: 'From a partner organisation', other: 'Someone else' } as const

const title = /^(?:Cllr|Councillor|(?:Executive |Deputy |Lord )?Mayor|Mr|Mrs|Miss|Ms|Mx|Dr|Prof|Rev|Sir|Dame|Lord|Lady|Baroness)\.?\s+/i

/** "Priya Nandakumar": at a door nobody looks under "Cllr". */
export function bareName(name: string): string {
  return name.replace(title, '')
}

/** "Cllr Stroudley". */
function formalName(name: string): string {
  const [called = ''] = title.exec(name) ?? []
  return called === '' ? name : `${called}${name.split(' ').at(-1) ?? name}`
}

/** "Declined. A walk-in": what they had answered, and what that makes of their coming. */
export function answerLine({ response, invited, expected }: AttendanceRow): string {
  if (!invited) return 'Not invited. A walk-in'
  return expected ? answers[response] : `${answers[response]}. A walk-in`
}

/** "7 here, 18 to come"; after the end nobody is to come any more. */
export function headingWords({ here, toCome }: Pick<ShownRegister, 'here' | 'toCome'>, isOver: boolean): string {
  return toCome > 0 ? `${here} here, ${toCome} ${isOver ? 'not recorded' : 'to come'}` : `${here} here`
}

export function leadWords(register: AttendanceRegister): string {
  return [register.title, fullWhen(register), register.place].filter(Boolean).join(' · ')
}

export function savedWords({ savedAt, now }: AttendanceRegister): string {
  return savedAt ? `Saved ${asAtWords(savedAt, now)}` : 'Nothing recorded yet'
}

export function keptWords(many: number): string {
  return `Kept on this phone, ${many} to send`
}

export function buttonName(name: string, recorded: Recorded, here: Here): string {
  return `${bareName(name)}, ${said[recorded === 'not-recorded' ? here : recorded]}`
}

export function moreName(name: string): string {
  return `More about ${bareName(name)}`
}

export type Undoable = { readonly name: string; readonly recorded: Recorded; readonly at?: string; readonly many: number }

/** "marked here, 5:58pm", after the name; without the time where the register has not said lately what it is. */
export function doneWords({ name, recorded, at, many }: Undoable): { readonly who: string; readonly what: string } {
  const what = recorded === 'not-recorded' ? 'taken back' : `marked ${said[recorded]}`
  return { who: many === 1 ? formalName(name) : counted(many, 'Member'), what: at === undefined ? what : `${what}, ${timeWords(at)}` }
}

type Unseen = NonNullable<AttendanceRow['unseen']>

/** Two marked one Member differently without knowing it: what each said, and which stands. */
export function unseenWords({ recorded, mark }: AttendanceRow, unseen: Unseen): string {
  const other = unseen.through === 'code' ? 'The Member checked in' : `${unseen.by ?? 'Another officer'} marked ${said[unseen.recorded]}`
  const ours = mark?.by ? `${mark.by} marked ${said[recorded]}` : `${recordedWords[recorded]} was marked`
  return `${other} at ${timeWords(unseen.at)}. ${ours} at ${timeWords(mark?.at ?? unseen.at)}, without having seen it, and that stands. Press which is right.`
}

export function keepWords(recorded: Recorded): string {
  return `Keep: ${said[recorded]}`
}

export function changeToWords(recorded: Recorded): string {
  return `Change to: ${said[recorded]}`
}

export function opensWords(opensAt: string, now: string): string {
  return `The register opens at ${asAtWords(opensAt, now)}, an hour before the start. Nobody can be recorded before.`
}

export function restAbsentWords(many: number): string {
  return many === 1 ? 'Mark the 1 other absent' : `Mark the ${many} others absent`
}

export const refusedBecause: Readonly<Record<string, string>> = {
  'before-open': 'it was pressed before the register opened',
  'no-such-member': 'the register does not know this Member',
  'not-understood': 'Quorate could not read it',
}

/** The machine's word where there are words for it here, or else what the register itself said. */
export function whyRefused({ refusal, title: said }: Pick<Problem, 'refusal' | 'title'>): string {
  return refusal !== undefined && refusal in refusedBecause ? refusal : said.toLowerCase()
}

export function refusedWords(who: string, recorded: Recorded, because: string): string {
  return `${who}, ${said[recorded]}: not recorded, because ${refusedBecause[because] ?? because}.`
}

export function guestLine({ kind, organisation }: Pick<ShownGuest, 'kind' | 'organisation'>): string {
  return organisation ? `${guestKinds[kind]}, ${organisation}` : guestKinds[kind]
}

type Suggestion = NonNullable<AttendanceRow['suggestion']>

/** "Online for 52 of 60 minutes". */
export function suggestionWords({ minutes, of, enough }: Suggestion): string {
  const joined = `Online for ${minutes} of ${of} minutes`
  return enough ? joined : `${joined}: less than your council counts`
}

export function confirmAllWords(many: number): string {
  return many === 1 ? 'Confirm the one' : `Confirm all ${many}`
}

export function teamsWords({ state, others }: NonNullable<AttendanceRegister['teams']>, suggested: number): string {
  if (state !== 'read') return teamsSilent[state]
  const rest = others > 0 ? ` ${others} more who joined ${others === 1 ? 'is no Member' : 'are no Members'}.` : ''
  return suggested === 0
    ? `Every Member who joined in Teams is recorded.${rest}`
    : `${counted(suggested, 'Member')} joined in Teams. Nothing is recorded until you confirm it.${rest}`
}

const teamsSilent = {
  'not-yet': 'Who joined in Teams is suggested here some minutes after the end.',
  asking: 'The session has ended. Teams is being asked who joined.',
  'no-report': 'Teams has no attendance report for this meeting. That does not mean that nobody joined: record here who did.',
  'not-allowed':
    'Teams does not let Quorate read who joined meetings of this organiser. Your administrator can allow it; until then, record here who did.',
  'not-found': 'Teams does not know this meeting as the organiser’s own, so there is no report of it. Record here who joined.',
} as const

/** The whole register for a spreadsheet: Members under their surnames, then guests, who are marked as such. */
export function registerTable(register: AttendanceRegister, { rows, guests }: ShownRegister): readonly (readonly string[])[] {
  return [
    ['Name', 'Member', 'Invited', 'Answered', 'Recorded', 'Walk-in', 'Recorded by', 'At'],
    ...rows.map(({ name, invited, response, recorded, walkIn, mark }) => [
      name,
      'Yes',
      invited ? 'Yes' : 'No',
      answers[response],
      recordedWords[recorded],
      walkIn ? 'Yes' : '',
      mark ? byWords(mark) : '',
      mark ? asAtWords(mark.at, register.now) : '',
    ]),
    ...guests.map((guest) => [guest.name, `No: ${guestLine(guest)}`, '', '', recordedWords[guest.recorded], '', '', '']),
  ]
}

export function byWords({ by, through }: NonNullable<AttendanceRow['mark']>): string {
  if (through === 'code') return 'the Member, by code'
  return through === 'teams-report' ? `${by ?? ''}, from Teams’ report` : (by ?? '')
}

export function answerWords({ response, invited }: AttendanceRow): string {
  return invited ? answers[response] : 'Not invited'
}
