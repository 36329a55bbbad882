import type { Programme, ProgrammeRow } from '../../../api/contracts/programme.ts'
import type { Audience, ProgrammeTime } from '../../paths.ts'
import { clashClaim, clashWhy } from '../../ui/words-of-clashes.ts'
import { countWords, dangerWhen, decideWords, runWords, standingWords, undecidedWords, whereWords } from '../../ui/words-of-programme.ts'
import { capitalised, counted, listed } from '../../ui/words-of-number.ts'
import { asAtWords, comingDay, dayAndMonth, fullDay, shortDay, spellOf, timeWords } from '../../ui/words-of-time.ts'

export const words = {
  missing: 'What is missing: sessions without an aim, a priority, or somebody who answers for them',
  uptake: 'Who came, over the year',
  spread: 'When sessions are held, over the year: weekdays, times and months',
  plan: 'Plan a session: what speaks for and against a date',
  joint: 'Joint working: sessions run with other councils or partners, and what they pay',
  brochure: 'The whole programme as Members get it, to read or print',
  title: 'Programme',
  find: 'Find a session',
  kind: 'Kind of session',
  allKinds: 'All kinds',
  time: 'Time',
  filters: 'Filter the programme',
  audience: 'Audience',
  view: 'How to show it',
  list: 'List',
  month: 'Month',
  putRight: 'Put it right',
  decide: 'Decide',
  seeFacts: 'See the facts',
  showAll: (many: number) => `Show all ${many}`,
  none: 'No sessions match what you are looking for.',
  clear: 'Show the whole programme',
  emptyTitle: 'No sessions yet',
  caption: 'Sessions, week by week, with their answers',
  waits:
    'Deciding waits until Outlook answers, so that no calendar is left showing a cancelled session. To cancel without waiting, cancel the appointment in Outlook: we pick it up.',
}

export const timeLabels: Record<ProgrammeTime | 'upcoming', string> = {
  upcoming: 'From today',
  'this-week': 'This week',
  'four-weeks': 'Next four weeks',
  past: 'The last six months',
}

export const audienceLabels: Record<Audience | 'any', string> = {
  any: 'Any audience',
  'all-members': 'All Members',
  'new-members': 'New Members',
  'relevant-members': 'Some Members',
}

export function leadWords({ now, readAt }: Programme): string {
  return readAt ? `${fullDay(now)}. Answers read from Outlook at ${asAtWords(readAt, now)}.` : `${fullDay(now)}.`
}

/** "3 sessions need you", and in the past while Outlook cannot be read. */
export function dangerHeading(many: number, staleAt: string | undefined, now: string): string {
  const sessions = counted(many, 'session')
  if (staleAt) return `${sessions} needed you at ${asAtWords(staleAt, now)}`
  return `${sessions} ${many === 1 ? 'needs' : 'need'} you`
}

export function dangerClaim(row: ProgrammeRow, now: string): { readonly bold: string; readonly rest: string } {
  const clash = clashOf(row)
  if (clash) return { bold: `${capitalised(clashClaim(clash.against))}:`, rest: ` ${row.title}, ${dangerWhen(row, now)}.` }
  return { bold: countWords(row), rest: ` to ${row.title}, ${dangerWhen(row, now)}.` }
}

/** What a session waits with, where it does not wait for a decision first. */
export function clashOf({ state, clashes }: ProgrammeRow): NonNullable<ProgrammeRow['clashes']>[number] | undefined {
  return state.kind === 'decide-by' ? undefined : clashes?.[0]
}

export function dangerWhy(row: ProgrammeRow, now: string, staleAt: string | undefined): string {
  const clash = clashOf(row)
  if (clash) return clashWhy(clash)
  if (staleAt) return `Check in Outlook before you decide: the count may have changed since ${asAtWords(staleAt, now)}.`
  const decide = row.state.kind === 'decide-by' ? `${decideWords(row.state.at, now)} ` : ''
  return `${decide}${capitalised(undecidedWords(row))}.`
}

/** A button's name says which row it belongs to. */
export function decideName(row: ProgrammeRow, now: string, verb: string): string {
  return `${verb}: ${row.title}, ${comingDay(row.startsAt, now)}`
}

/** "Evening run · Seminar · Council Chamber · School holidays: Autumn half term": the kind only when it is not plain training. */
export function underName(row: ProgrammeRow): string {
  const kind = row.countsAs === 'training' ? undefined : row.kindLabel
  const holiday = row.schoolHoliday === undefined ? undefined : `School holidays: ${row.schoolHoliday}`
  const publicity = row.publicityCheck === undefined ? undefined : `Have its publicity checked: ${row.publicityCheck}`
  return [runWords(row), kind, whereWords(row), holiday, publicity].filter(Boolean).join(' · ')
}

/** How Members answer altogether, and how many sessions were cancelled. Nothing when nobody was asked and none was. */
export function totalsWords(programme: Programme): string | undefined {
  return [answeredWords(programme), cancelledWords(programme)].filter((each) => each !== undefined).join(' ') || undefined
}

/** C3.14: a cancelled session is counted as one, and in nothing else. */
function cancelledWords({ rows }: Programme): string | undefined {
  const many = rows.filter(({ state }) => state.kind === 'cancelled').length
  return many === 0 ? undefined : `${counted(many, 'session')} ${many === 1 ? 'was' : 'were'} cancelled.`
}

/** C2.3: how Members answer altogether, as a fact. Nothing when nobody was asked. */
function answeredWords({ answered: { answered, invited } }: Programme): string | undefined {
  if (invited === 0) return undefined
  if (answered === invited)
    return `Members have answered ${invited === 1 ? 'the only invitation' : `all ${invited} invitations`} to these sessions.`
  return `Members have answered ${answered} of the ${counted(invited, 'invitation')} to these sessions.`
}

export function whenCell(row: ProgrammeRow, now: string): { readonly day: string; readonly time: string } {
  return { day: shortDay(row.startsAt, now), time: timeWords(row.startsAt, 'midday') }
}

export const weekHeadings = {
  past: 'Earlier',
  'last-week': 'Last week',
  'this-week': 'This week',
  'next-week': 'Next week',
  later: 'Later',
} as const

export function outlookDown(readAt: string | undefined, now: string): string {
  const known = readAt ? `You are seeing answers as they stood at ${asAtWords(readAt, now)}, ${spellOf(readAt, now)} ago. ` : ''
  return `${known}Nothing is lost: answers are kept in Outlook and will appear here when it is back.`
}

export function emptyWords({ categories }: Programme): {
  readonly before: string
  readonly categories: readonly string[]
  readonly after: string
} {
  return {
    before: 'Send an Outlook invitation as you always do and give it the category ',
    categories,
    after: '. It appears here within a minute, with everyone’s answers.',
  }
}

/** In whose calendars sessions are looked for, and when that last worked. */
export function mailboxWords({ mailboxes, now }: Programme): string {
  const read = mailboxes.filter(({ state }) => state === 'read')
  if (mailboxes.length === 0) return 'No calendars are being read yet.'
  const last = read
    .flatMap(({ readAt }) => (readAt ? [readAt] : []))
    .sort()
    .at(-1)
  const silent = mailboxes.map((mailbox) => unreachableWords(mailbox, now)).join('')
  const none = silent === '' ? 'No calendar has been read yet.' : 'No calendar can be read just now.'
  const whose = read.length > 0 ? `Reading the calendars of ${listed(read.map(({ name }) => name))}.` : none
  const when = last ? ` Last read at ${asAtWords(last, now)}.` : ''
  const closed = mailboxes.filter(({ state }) => state === 'closed-to-us').map(({ name }) => name)
  const shut = closed.length > 0 ? ` Quorate is not allowed to read ${listed(closed)}: your IT service can put that right.` : ''
  const kept = mailboxes.map(keptWords).join('')
  return `${whose}${when}${silent}${shut}${kept}`
}

function unreachableWords({ name, readAt, unreachableSince }: Programme['mailboxes'][number], now: string): string {
  if (!unreachableSince) return ''
  const known = readAt ? ` It was last read at ${asAtWords(readAt, now)}.` : ''
  return ` The calendar of ${name} has not answered since ${asAtWords(unreachableSince, now)}: Quorate keeps trying.${known}`
}

function keptWords({ name, kept }: Programme['mailboxes'][number]): string {
  if (!kept) return ''
  const why = kept.was === 'officer' ? 'a session organised by a former officer' : 'a session in a mailbox that is looked in no longer'
  return ` The calendar of ${name} is kept until ${dayAndMonth(kept.until, 'long')}: ${why}.`
}

/** The programme as rows of a spreadsheet. */
export function programmeTable(rows: readonly ProgrammeRow[], now: string): readonly (readonly (string | number)[])[] {
  const heading = [
    'Date',
    'Starts',
    'Ends',
    'Session',
    'Kind',
    'Place',
    'Invited',
    'Accepted',
    'Tentative',
    'No answer',
    'Declined',
    'Needed',
    'Where it stands',
  ]
  const lines = rows.map((row) => [
    fullDay(row.startsAt),
    timeWords(row.startsAt, 'midday'),
    timeWords(row.endsAt, 'midday'),
    row.title,
    row.kindLabel,
    whereWords(row) ?? '',
    row.invited,
    row.counts.accepted,
    row.counts.tentative,
    row.counts.none,
    row.counts.declined,
    row.uptake.minimum,
    standingWords(row, now).words,
  ])
  return [heading, ...lines]
}
