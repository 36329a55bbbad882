import type { Bulletin, BulletinDelivery, BulletinWarning } from '../../../api/contracts/bulletin.ts'
import { capitalised, counted } from '../../ui/words-of-number.ts'
import { dayWords, fullDay, londonDay, timeWords } from '../../ui/words-of-time.ts'
import { day } from '../../../domain/kernel/time.ts'
import { dayInWords } from '../../../domain/kernel/words-of-time.ts'

type Issue = NonNullable<Bulletin['issue']>
type Section = Issue['sections'][number]
type Row = BulletinDelivery['rows'][number]

export const words = {
  title: 'Bulletin',
  opening: 'Opening words',
  openingHint: 'They stand above everything else, the same for everybody.',
  sections: 'Sections',
  sectionsHint: 'Quorate fills these. Put words above a section, leave one out, or move it.',
  edit: 'Edit',
  editing: (heading: string) => `Edit: ${heading}`,
  done: 'Done',
  sectionWords: (heading: string) => `Words under “${heading}”`,
  include: 'What stands in it',
  up: (heading: string) => `Move up: ${heading}`,
  down: (heading: string) => `Move down: ${heading}`,
  preview: 'Preview',
  as: 'As',
  forms: { email: 'Email', phone: 'Phone', text: 'Plain text' },
  test: 'Send me a test',
  testHint: 'Just this email, marked as a test, to you and nobody else.',
  testing: 'Sending it…',
  tested: (address: string) => `On its way to ${address}.`,
  testUnknown: 'We cannot tell whether it was sent. Look in your inbox in a minute; it is marked as a test.',
  forYou: 'For you',
  answer: 'Accept · Tentative · Decline',
  takeBack: 'Take back',
  notices: 'Items for the bulletin',
  past: 'Past issues',
  saved: 'Saved.',
  saving: 'Saving…',
  unreachable: 'We cannot reach Quorate’s records just now. What you wrote is still here; try again in a moment.',
  delivery: 'Who got it',
  sentTo: 'Sent to',
  member: 'Name',
  outcome: 'What became of it',
}

/** "Thursday 4pm" within six days, else "Thursday 22 October, 4pm". */
export function releaseWords({ dueAt }: Issue, now: string): string {
  const away = londonDay(now).until(londonDay(dueAt)).days
  const on = away <= 6 ? dayInWords(londonDay(dueAt)).split(' ')[0] : dayWords(dueAt, now)
  return `Release for ${on} ${timeWords(dueAt)}`
}

export function titleWords({ name, issue }: Bulletin): string {
  return issue ? `${name} ${issue.number}` : name
}

export function leadWords({ issue, next, members, now, name }: Bulletin): string {
  if (!issue && !next) return `No issue of the ${name} is due. Settings say on which day it leaves.`
  if (!issue && next)
    return `Nothing to say yet. The next issue is due on ${dayWords(next, now)} at ${timeWords(next)}; it is drafted in the morning once there is something in it.`
  if (!issue) return ''
  const when = `on ${dayWords(issue.dueAt, now)} at ${timeWords(issue.dueAt)}`
  const to = members === 1 ? '1 Member' : `all ${members} Members`
  if (issue.state === 'released') {
    const by = issue.releasedBy ? ` ${issue.releasedBy} released it.` : ''
    return `Leaves ${when}, to ${to}.${by} It can be taken back until then.`
  }
  return `Goes to ${to} ${when}, when you release it. Nothing is sent until then.`
}

const lapses: Readonly<Record<NonNullable<Bulletin['lapsed']>['because'], string>> = {
  'not-released': 'Nobody released it within twelve hours of its time. What stood in it is in the next one.',
  'too-late': 'Quorate could not send it within twelve hours of its time. What stood in it is in the next one.',
  empty: 'There was nothing left to say in it.',
}

/** An issue that never left. */
export function lapsedWords(
  { dueAt, because }: NonNullable<Bulletin['lapsed']>,
  now: string,
): { readonly claim: string; readonly rest: string } {
  return { claim: `The issue due on ${dayWords(dueAt, now)} was not sent.`, rest: lapses[because] }
}

/** What stands in a section, in one line. */
export function sectionLine({ items, on }: Section): string {
  const standing = items.filter(({ leftOut }) => !leftOut)
  if (items.length === 0) return 'Nothing to report: left out'
  if (!on || standing.length === 0) return 'Left out. It is listed next time'
  return standing.map(({ title }) => title).join(', ')
}

export function countWords(items: readonly unknown[]): string {
  return `${items.length} ${items.length === 1 ? 'item' : 'items'}`
}

/** `to`: the session of which it is put right in its details. */
type Which = { readonly words: string; readonly to?: string }
type Said = { readonly claim: string; readonly rest: string; readonly which?: readonly Which[] }
type LateNotice = Extract<BulletinWarning, { kind: 'late-notice' }>
type NoAims = Extract<BulletinWarning, { kind: 'no-aims' }>

/** What an officer should know before she lets it out. Many sessions announced late are one thing to know, and not many. */
export function warningsWords(issue: Issue & { readonly warnings: readonly BulletinWarning[] }, now: string): readonly Said[] {
  const late = issue.warnings.filter((warning) => warning.kind === 'late-notice')
  const aimless = issue.warnings.filter((warning) => warning.kind === 'no-aims')
  const others = issue.warnings.filter((warning) => warning.kind !== 'late-notice' && warning.kind !== 'no-aims')
  return [...aimlessWords(aimless, now), ...others.map((warning) => warningWords(warning, issue, now)), ...lateWords(late, now)]
}

/** C1.9: each with the way to put it right. */
function aimlessWords(aimless: readonly NoAims[], now: string): readonly Said[] {
  const [first] = aimless
  if (!first) return []
  const [does, they, are] = aimless.length === 1 ? ['does', 'it', 'is'] : ['do', 'they', 'are']
  const what = first.held
    ? `${are} held out of this issue, and ${aimless.length === 1 ? 'stands' : 'stand'} in it as soon as ${they} ${does}`
    : `${are} announced all the same`
  return [
    {
      claim: `${counted(aimless.length, 'session')} ${does} not say what ${they} ${are} to achieve.`,
      rest: `${capitalised(they)} ${what}.`,
      which: aimless.map(({ title, startsAt, sessionId }) => ({ words: `${title}, ${dayWords(startsAt, now)}`, to: sessionId })),
    },
  ]
}

function lateWords(late: readonly LateNotice[], now: string): readonly Said[] {
  const [first, ...others] = late
  if (!first) return []
  const { weeks, issues } = first
  const rest = `Members should hear ${weeks} ${weeks === 1 ? 'week' : 'weeks'} ahead, in at least ${issues} ${issues === 1 ? 'issue' : 'issues'}.`
  const named = ({ title, startsAt }: LateNotice): string => `${title}, ${dayWords(startsAt, now)}`
  if (others.length === 0) return [{ claim: `${named(first)}, is announced late.`, rest }]
  return [{ claim: `${late.length} sessions are announced late.`, rest, which: late.map((each) => ({ words: named(each) })) }]
}

function warningWords(warning: Exclude<BulletinWarning, LateNotice | NoAims>, { dueAt }: Issue, now: string): Said {
  switch (warning.kind) {
    case 'undecided':
      return {
        claim: `${warning.title}, ${dayWords(warning.startsAt, now)}, is undecided.`,
        rest: `If it is cancelled before ${dayWords(dueAt, now)} at ${timeWords(dueAt)}, it is told as cancelled or left out.`,
      }
    default:
      return {
        claim: `${warning.label} has not been passed on yet.`,
        rest: `${warning.missed ? 'The period before had none either. ' : ''}This period ends on ${dayInWords(day(warning.until))}.`,
      }
  }
}

const outcomes: Readonly<Record<Row['state'], string>> = {
  due: 'Not sent yet',
  claimed: 'Being sent',
  unknown: 'Being checked',
  sent: 'Sent',
  'came-back': 'Could not be delivered',
  failed: 'Not sent',
  skipped: 'Not sent',
  'needs-attention': 'Not known whether it was sent',
}

const reasons: Readonly<Record<string, string>> = {
  refused: 'their mailbox refused it',
  'no-mailbox': 'no email address',
  'left-office': 'no longer in office',
  late: 'more than twelve hours late',
  'not-allowed': 'the sending mailbox is closed to Quorate',
  misconfigured: 'the sending mailbox is not set up',
  unconfirmed: 'Exchange could not be asked',
}

export function outcomeWords({ state, because }: Row): string {
  const reason = because && reasons[because]
  return reason ? `${outcomes[state]}: ${reason}` : outcomes[state]
}

/** Whom it did not reach although it was sent, and what helps. */
export function undelivered({
  rows,
}: BulletinDelivery): { readonly claim: string; readonly rest: string; readonly which: readonly string[] } | undefined {
  const back = rows.filter(({ state, because }) => state === 'came-back' || (state === 'failed' && because === 'refused'))
  if (back.length === 0) return undefined
  return {
    claim: `This issue could not be delivered to ${back.length === 1 ? 'one address' : `${back.length} addresses`}.`,
    rest: 'Ask each of them whether the address is right and the mailbox is not full. A Member’s address is put right in Microsoft 365 or in the register, anybody else’s in the rulebook. Members can read this issue in Teams meanwhile, under Bulletin.',
    which: back.map(({ name, address }) => (address && address !== name ? `${name}, ${address}` : name)),
  }
}

export function deliveryLead({ rows, sentAt }: BulletinDelivery): string {
  const sent = rows.filter(({ state }) => state === 'sent').length // what came back did not arrive
  const rest = rows.length - sent
  return `Sent to ${sent} of ${rows.length} on ${fullDay(sentAt)}.${rest > 0 ? ` ${rest} did not get it, or not yet.` : ''} Whether it was opened is not tracked.`
}

export function pastWords({ number, sentAt }: Bulletin['past'][number]): string {
  return `Issue ${number}, ${fullDay(sentAt)}`
}
