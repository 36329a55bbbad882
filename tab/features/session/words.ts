import type { MessageView, SessionPage } from '../../../api/contracts/programme.ts'
import { bySurname } from '../../ui/by-surname.ts'
import { stageWords } from '../../ui/places/words.ts'
import { partnersWords } from '../../ui/words-of-joint.ts'
import { moneyWords } from '../../ui/words-of-money.ts'
import { messageWords } from '../../ui/words-of-messages.ts'
import { answerHeading, countWords, deliveryWords, runWords, standingOrder, whereWords } from '../../ui/words-of-programme.ts'
import { capitalised, counted, listed } from '../../ui/words-of-number.ts'
import { asAtWords, dayAndMonth, dayWords, fullDay, fullWhen, shortDay, timeWords } from '../../ui/words-of-time.ts'

type Row = SessionPage['row']

export const words = {
  heldStays: 'The invitation stands, and what Members have been told already stays.',
  loadingTitle: 'Session',
  publicityCheck: (period: string) =>
    `It falls in the run-up to an election (${period}). Have its publicity checked before anything is announced.`,
  decide: 'Decide',
  runAfterAll: 'Run it after all',
  register: 'Register',
  openInOutlook: 'Open in Outlook',
  download: 'Download for Excel',
  print: 'Print',
  cancel: 'Cancel this session',
  brief: 'Presenter’s brief',
  partners: 'Share with partners',
  places: 'Limited places',
  details: 'Details',
  thought: 'What Members thought',
  surplus: 'Invited, but it is not for them',
  answers: 'Answers',
  readAgain: 'Read again',
  nobody: 'Nobody.',
  noReminder: 'None to come',
  showOther: (many: number) => `Show the other ${many}`,
  reminders: 'Reminders',
  history: 'History',
  planFor: { 'in-person': 'Planning the room', hybrid: 'Planning the room', online: 'Planning for numbers' } as const satisfies Record<
    Row['delivery'],
    string
  >,
  alsoInvited: 'Also invited',
  others: 'Also invited, not counted',
  notCounted: 'Not counted:',
  notInvited: 'Members not on the invitation',
  about: 'About this session',
  messages: 'Each message and what became of it',
  hideMessages: 'Hide the messages',
  phoneList: 'Open phone list',
  giveReason: 'Give the reason',
  record: 'The record of this decision',
  reminded: 'Reminded',
  answered: 'Answered',
  member: 'Member',
}

/** "Thursday 15 October 2026, 10am to 12:30pm · Committee Room 1 · Training" */
export function leadWords(row: Row): string {
  return [fullWhen(row), whereWords(row), row.kindLabel].filter(Boolean).join(' · ')
}

export function asAt(row: Row, now: string): string {
  return `As at ${asAtWords(row.uptake.readAt, now)}, from Outlook`
}

/** While Outlook does not answer: how old the answers are, and that none is lost. */
export function asAtWas(row: Row, now: string): string {
  return `You are seeing answers as they stood at ${asAtWords(row.uptake.readAt, now)}. Nothing is lost: answers are kept in Outlook and will appear here when it is back.`
}

export function tabWords(
  row: Row,
): readonly { readonly answer: (typeof standingOrder)[number]; readonly words: string; readonly many: number }[] {
  return standingOrder.map((answer) => ({ answer, words: answerHeading[answer], many: row.counts[answer] }))
}

/** "7 here, 18 to come.", or when the register opens. */
export function registerWords({ opensAt, isOpen, here, toCome }: NonNullable<SessionPage['register']>, now: string): string {
  if (!isOpen) return `The register opens at ${asAtWords(opensAt, now)}.`
  if (here === 0) return `Nobody is recorded as here yet. ${counted(toCome, 'Member')} expected.`
  return toCome > 0 ? `${here} here, ${toCome} of those expected not recorded.` : `${here} here.`
}

/** C2.12: who need not come again. Giving the place up is theirs to say: the Member's own page offers it. */
export function releaseWords(toRelease: SessionPage['toRelease']): string {
  const names = listed(toRelease.map(({ name }) => name))
  const has = toRelease.length === 1 ? 'has' : 'have'
  return `${names} ${has} been to the other run and need not come again. Their own pages offer to release the place.`
}

/** C1.15: the numbers to plan the room and refreshments for. */
export function planWords({ accepted, tentative, walkIns, least, most, capacity }: NonNullable<SessionPage['plan']>): string {
  if (most === 0) return `Nobody has accepted yet.${capacity === undefined ? '' : ` The room holds ${capacity}.`}`
  const range = least === most ? String(least) : `${least} to ${most}`
  const parts = [`${accepted} accepted`, tentative === 0 ? 'none tentative' : `${tentative} tentative`]
  const besides = walkIns > 0 ? [counted(walkIns, 'walk-in')] : []
  const room = capacity === undefined ? '' : ` The room holds ${capacity}.`
  return `Plan for ${range}: ${[...parts, ...besides].join(', ')}.${room}`
}

/** C1.15: an instruction, where more have accepted than the room holds. */
export function overfullWords({ accepted, capacity = 0 }: NonNullable<SessionPage['plan']>): string {
  return `${accepted} have accepted and the room holds ${capacity}. Find a larger room, or offer another run.`
}

export function surplusWords(members: NonNullable<SessionPage['surplus']>): string {
  const names = listed(
    members.map(({ name }) => name),
    members.length,
  )
  return `${names} ${members.length === 1 ? 'is' : 'are'} invited, and it is not for them.`
}

const through = {
  named: 'named',
  list: 'through a list',
  both: 'named and through a list',
  forwarded: 'added later, or forwarded to them', // Outlook does not say which
} as const

export const peopleCaption = {
  accepted: 'Members who accepted',
  tentative: 'Members who said tentative',
  none: 'Members who have not answered',
  declined: 'Members who declined',
} as const

type Member = SessionPage['members'][number]

/** When and how: "Declined 11 Oct"; the old answer when the session has moved. */
export function answeredWords(member: Member): string {
  if (member.telling) return 'Telling Outlook now'
  if (member.response === 'none' && member.answeredOldTime && member.answeredOldTime !== 'none') {
    return `${answerHeading[member.answeredOldTime]} the old time: not yet confirmed`
  }
  if (member.response === 'none') return member.through === 'forwarded' ? throughWords(member) : ''
  return member.respondedAt ? dayAndMonth(member.respondedAt) : ''
}

function throughWords(member: Member): string {
  return capitalised(through[member.through])
}

/** The latest reminder of one Member, and whether it came to grief. */
export function remindedWords({ reminded }: Member): { readonly words: string; readonly bad: boolean } | undefined {
  const latest = reminded.toSorted((one, other) => (one.at ?? one.notBefore).localeCompare(other.at ?? other.notBefore)).at(-1)
  return latest ? messageWords(latest) : undefined
}

export type ReminderLine = { readonly when: string; readonly lines: readonly { readonly words: string; readonly bad: boolean }[] }

/** A reminder and its fate in numbers: "30 delivered", "1 failed", "2 emailed", or "6 due". */
export function reminderLine(
  name: string,
  { at, audience }: { at?: string | undefined; audience: number },
  sent: readonly MessageView[],
  now: string,
): ReminderLine {
  const when = at ? `${name}, ${shortDay(at, now)}, ${timeWords(at)}` : name
  if (sent.length === 0) return { when, lines: [{ words: at ? `${audience} due` : words.noReminder, bad: false }] }
  const texts = sent.filter(({ channel }) => channel === 'text')
  const failed = sent.filter((message) => messageWords(message).bad).length
  const tally = [
    { many: texts.filter(({ delivery }) => delivery === 'delivered').length, words: 'delivered', bad: false },
    {
      many: texts.filter(({ state, delivery }) => state === 'sent' && (delivery === 'sending' || delivery === undefined)).length,
      words: 'on their way',
      bad: false,
    },
    {
      many: sent.filter((each) => each.channel === 'email' && each.state === 'sent' && !messageWords(each).bad).length,
      words: 'emailed',
      bad: false,
    },
    { many: sent.filter(({ state }) => state === 'due' || state === 'claimed' || state === 'unknown').length, words: 'to go', bad: false },
    { many: sent.filter(({ state }) => state === 'skipped').length, words: 'not needed', bad: false },
    { many: failed, words: 'failed', bad: true },
  ]
  return { when, lines: tally.filter(({ many }) => many > 0).map(({ many, words: said, bad }) => ({ words: `${many} ${said}`, bad })) }
}

const otherKinds = { officer: 'officer', presenter: 'presenter', partner: 'partner', room: 'room', list: 'list' } as const

export function otherWords(other: SessionPage['others'][number]): string {
  const reach = other.kind === 'list' ? listReach(other) : answerHeading[other.response].toLowerCase()
  return `${other.name} (${otherKinds[other.kind]}): ${reach}`
}

function listReach({ listMembers, unresolvable }: SessionPage['others'][number]): string {
  if (unresolvable) return 'Quorate cannot see who is on it'
  return listMembers === undefined ? 'opened' : `reached ${counted(listMembers, 'Member')}`
}

export function notInvitedWords(members: SessionPage['notInvited']): string {
  return `${listed(
    members.map(({ name }) => name),
    8,
  )} ${members.length === 1 ? 'is' : 'are'} in office and not on this invitation. Add them in Outlook.`
}

const pairs = {
  'no-repeat': 'It is not repeated. Offering it once in the day and once in the evening lets more Members come.',
  'both-day': 'Both runs are in the day. One in the evening would let more Members come.',
  'both-evening': 'Both runs are in the evening. One in the day would let more Members come.',
} as const

/** C14.4. Of what is cancelled, or has been, nothing can be repeated any more. */
export function pairWords({ pair, row }: Pick<SessionPage, 'pair' | 'row'>): string | undefined {
  const isToCome = row.state.kind !== 'cancelled' && row.state.kind !== 'took-place'
  return isToCome && pair !== 'not-needed' && pair !== 'complete' ? pairs[pair] : undefined
}

export function aboutRows(page: SessionPage): readonly { readonly term: string; readonly words: string }[] {
  const { row, others, members } = page
  const lists = others.filter(({ kind }) => kind === 'list').length
  const rows = [
    { term: 'When', words: fullWhen(row) },
    { term: 'Where', words: whereWords(row) ?? deliveryWords[row.delivery] },
    { term: 'Kind', words: [row.kindLabel, runWords(row)?.toLowerCase()].filter(Boolean).join(', ') },
    {
      term: 'For',
      words: `${counted(members.length, 'Member')}${lists > 0 ? `, ${lists === 1 ? 'through a distribution list' : `through ${lists} distribution lists`}` : ''}`,
    },
    ...placesRows(page),
    { term: 'Organiser', words: page.organiser.name },
  ]
  const { aims, preWork, followUp, provider, jointWith } = page.putDown ?? {}
  const more = [
    { term: 'Aims', words: aims },
    { term: 'Beforehand', words: preWork },
    { term: 'Afterwards', words: followUp },
    { term: 'Run by', words: provider },
    { term: 'Jointly with', words: jointWith && partnersWords(jointWith) },
    { term: 'Cost', words: page.money && moneyWords(page.money, page.now) },
    { term: 'Says', words: page.about },
  ].flatMap(({ term, words: said }) => (said ? [{ term, words: said }] : []))
  return [...rows, ...more]
}

/** C4.4: "2, limited. Closed: make the draw". */
function placesRows({ limitedPlaces }: SessionPage) {
  return limitedPlaces ? [{ term: 'Places', words: `${limitedPlaces.places}, limited. ${stageWords[limitedPlaces.stage]}` }] : []
}

export function otherRunLink(run: Row['otherRuns'][number], now: string): string {
  return `${run.partOfDay === 'evening' ? 'Evening' : 'Day'} run: ${shortDay(run.startsAt, now)}, ${timeWords(run.startsAt, 'midday')}, ${run.accepted} accepted`
}

export function announcedCount(row: Row): string {
  return `${row.title}: ${countWords(row)}`
}

/** Every Member's answer as rows of a spreadsheet. */
export function answersTable(page: SessionPage): readonly (readonly string[])[] {
  const lines = bySurname(page.members).map((member) => [
    member.name,
    answerHeading[member.response],
    member.respondedAt ? `${fullDay(member.respondedAt)}, ${timeWords(member.respondedAt)}` : '',
    throughWords(member),
    remindedWords(member)?.words ?? '',
  ])
  return [['Member', 'Answer', 'Answered', 'Invited', 'Last reminder'], ...lines]
}

/** C4.3: the lead time that the bulletin cannot give it. */
export function lateNoticeWords(
  { firstIssueAt, weeks, issues }: NonNullable<SessionPage['lateNotice']>,
  now: string,
  isHeld = false,
): string {
  const wanted = `${weeks} ${weeks === 1 ? 'week' : 'weeks'} and ${issues} ${issues === 1 ? 'issue' : 'issues'}`
  const first = firstIssueAt
    ? `Its first bulletin is${isHeld ? ' at the earliest' : ''} that of ${dayWords(firstIssueAt, now)}`
    : 'It starts before any bulletin leaves'
  return `Announced late. ${first}; your council asks for ${wanted} ahead.`
}
