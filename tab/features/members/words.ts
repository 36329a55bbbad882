import type { ImportReport, MemberMobile, MembersView } from '../../../api/contracts/register.ts'
import type { WordsOfNumberForm } from '../../ui/NumberForm.tsx'
import { asAtWords } from '../../ui/words-of-time.ts'
import { counted } from '../../ui/words-of-number.ts'

export type MemberRow = MembersView['members'][number]

export const words = {
  mandatory: 'Who has yet to do what is mandatory',
  title: 'Members',
  import: 'Read the register again',
  file: 'Read it from a file',
  reading: 'Reading the register…',
  hasRead: 'The register has been read.',
  confirm: 'It is right: read it all the same',
  leaveIt: 'Leave the Members as they are',
  unfinished: 'The last reading was broken off before its end. Read the register again: that finishes it, and nothing is done twice.',
  plans: 'Who has a development plan',
  find: 'Find a Member',
  filters: 'Filter the Members',
  none: 'No Members match what you are looking for.',
  emptyTitle: 'No Members yet',
  empty:
    'Read the register of councillors that your council publishes with modern.gov. Quorate keeps names, offices and how to reach people, and asks nothing else.',
  doubts: 'What the register leaves in doubt',
  doubtsLead:
    'These are read as they stand. A mobile number can be put right here, beside the Member’s name. Put the rest right in modern.gov, then read the register again.',
  doubtsLeadOnly: 'These are read as they stand. Put them right in modern.gov, then read the register again.',
  caption: 'Members in office',
  former: 'No longer in office',
  tooLarge: 'That file is too large to be a register: 5 MB at most.',
  notRead: 'We could not reach Quorate, and do not know whether the register was read. Look here again in a minute.',
  changeNumber: 'Change number',
  addNumber: 'Add a number',
  notSaved: 'We could not reach Quorate, and do not know whether it was saved. Look here again in a minute.',
}

export function numberWords({ name, mobileState }: MemberRow): WordsOfNumberForm {
  return {
    label: `Mobile number for ${name}`,
    hint: 'A UK mobile. Reading the register again will not change it.',
    empty: 'Write a mobile number, or leave it as it is.',
    save: 'Save number',
    leave: 'Leave it',
    // Otherwise a number that is none would wait for an officer for ever.
    ...(mobileState === 'unusable' ? { none: 'There is no mobile' } : {}),
  }
}

/** What an officer has just put right, since the row says only that texts go. */
export function savedNumber({ mobile }: MemberMobile): string {
  return mobile ? `Saved. Texts go to ${mobile}.` : 'Saved. No mobile: email, and by telephone.'
}

/** Name, group and ward are searched. */
export function isSought({ name, group = '', ward = '' }: MemberRow, find = ''): boolean {
  return `${name} ${group} ${ward}`.toLowerCase().includes(find.trim().toLowerCase())
}

export const kindWords = { mayor: 'Mayor', councillor: 'Councillor', 'co-optee': 'Co-opted member' } as const satisfies Record<
  MemberRow['kind'],
  string
>

export function leadWords({ members, lastImport }: MembersView, now: string): string {
  const inOffice = members.filter((member) => member.inOffice)
  const by = (kind: MemberRow['kind']) => inOffice.filter((member) => member.kind === kind).length
  const parts = [
    by('mayor') > 0 && 'the Mayor',
    by('councillor') > 0 && counted(by('councillor'), 'councillor'),
    by('co-optee') > 0 && counted(by('co-optee'), 'co-opted member'),
  ].filter(Boolean)
  const read = lastImport ? ` Register read at ${asAtWords(lastImport.at, now)}.` : ''
  return `${counted(inOffice.length, 'Member')} in office${parts.length > 0 ? `: ${parts.join(', ')}` : ''}.${read}`
}

/** How texts reach a Member, in words. */
export function textsWords({ mobileState, textsOff }: MemberRow): { readonly words: string; readonly bad: boolean } {
  if (mobileState === 'usable' && textsOff) return { words: 'Has turned texts off: email, and by telephone', bad: false }
  if (mobileState === 'usable') return { words: 'Texts', bad: false }
  return mobileState === 'none'
    ? { words: 'No mobile: email, and by telephone', bad: false }
    : { words: 'The number is not a mobile', bad: true }
}

export function importWords({ at, source, read, added, changed, left }: ImportReport, now: string): string {
  const changes = [added > 0 && `${added} new`, changed > 0 && `${changed} changed`, left > 0 && `${left} no longer in it`].filter(Boolean)
  const told = changes.length > 0 ? changes.join(', ') : 'nothing has changed'
  const from = source.startsWith('http') ? 'modern.gov' : source
  return `Read from ${from} at ${asAtWords(at, now)}: ${counted(read, 'entry', 'entries')}, ${told}.`
}

/** The Members as rows of a spreadsheet. */
export function membersTable(members: readonly MemberRow[]): readonly (readonly string[])[] {
  const heading = ['Name', 'Kind', 'Group', 'Ward', 'In office', 'How texts reach them']
  const line = (member: MemberRow) => [
    member.name,
    kindWords[member.kind],
    member.group ?? '',
    member.ward ?? '',
    member.inOffice ? 'Yes' : words.former,
    textsWords(member).words,
  ]
  return [heading, ...members.map(line)]
}

type Doubt = ImportReport['doubtful'][number]['doubts'][number]

const doubts = {
  vacant: 'the seat is vacant',
  'no-email': 'no email address',
  'shared-email': 'shares an email address with another',
  'bad-mobile': 'the mobile number is not a UK mobile',
  'no-mobile': 'no mobile number',
  'term-ended': 'the term has ended',
  'term-unreadable': 'the dates of the term cannot be read',
  'several-terms': 'several terms at once',
  twice: 'stands in it twice',
  'unknown-title': 'a title that Quorate does not know',
  'no-account': 'no account in Microsoft 365',
} as const satisfies Record<Doubt, string>

export function doubtWords({ doubts: given }: ImportReport['doubtful'][number]): string {
  return given.map((doubt) => doubts[doubt]).join('; ')
}
