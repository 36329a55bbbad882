import type { HealthView } from '../../../api/contracts/health.ts'
import { day } from '../../../domain/kernel/time.ts'
import { dayInWords } from '../../../domain/kernel/words-of-time.ts'
import { asAtWords, byWords } from '../../ui/words-of-time.ts'
import { capitalised, counted } from '../../ui/words-of-number.ts'
import { serviceName } from '../../ui/words.ts'

export type Dependency = HealthView['unreachable'][number]['dependency']
export type Need = NonNullable<HealthView['access']>['found'][number]['need']
export type KeyOf = HealthView['keys'][number]['of']

export const words = {
  title: 'Health',
  well: 'Everything works.',
  nothingToDo: 'Nothing needs you. Read what is good to know.',
  soFar: 'Nothing is wrong so far. Not everything has been tried yet.',
  toDo: 'What needs you',
  toWatch: 'Good to know',
  services: 'Services that Quorate works with',
  mailboxes: 'Mailboxes it reads',
  noMailboxes:
    'None yet. Quorate reads the calendars of those to whom Entra gives the role Officer, and the shared mailboxes named in Settings.',
  access: 'What it may do in Microsoft 365',
  notTried: 'Nobody has tried yet. Press “Check now”.',
  keys: 'Keys and certificates',
  work: 'Work by the clock',
  stuck: 'Messages',
  check: 'Check now',
  checking: 'Trying what Quorate may do…',
  checked: 'Checked just now.',
  notChecked: 'We could not reach Quorate, and do not know whether it was checked. Press it again.',
}

/** `isSeen`: everything has been tried, so that finding nothing means something. `isWatched`: there is something good to know. */
export function leadWords(things: number, isSeen = true, isWatched = false): string {
  if (things === 0 && !isSeen) return words.soFar
  if (things === 0) return isWatched ? words.nothingToDo : words.well
  return things === 1 ? 'One thing needs you.' : `${things} things need you.`
}

export function serviceTitle(dependency: Dependency): string {
  const name = serviceName(dependency)
  return dependency === 'modern-gov' ? name : capitalised(name)
}

/** What there is to do while one does not answer, and what happens meanwhile. */
export const whileSilent = {
  graph:
    'Nothing is lost: calendars are read, and email leaves, when it answers again. Look at Service health in the Microsoft 365 admin centre.',
  entra: 'Whoever is signed in stays so; nobody new gets in until it answers. Look at Service health in the Microsoft 365 admin centre.',
  notify: 'Texts wait, and leave when it answers. Look at status.notifications.service.gov.uk.',
  teams: 'Cards wait until it answers. Look at Service health in the Microsoft 365 admin centre.',
  storage: 'Nothing can be read or written until they answer. Look at the storage account in the Azure portal.',
  'modern-gov': 'The register and the meetings stay as they were last read. Ask whoever looks after modern.gov at your council.',
} as const satisfies Record<Dependency, string>

export function silentWords(dependency: Dependency, since: string, now: string): string {
  return `${serviceTitle(dependency)} ${dependency === 'storage' ? 'have' : 'has'} not answered since ${asAtWords(since, now)}`
}

/** What is known without having asked: this page came out of the records, to somebody who was signed in. */
export function answeredWords(dependency: Dependency, at: string | undefined, now: string): string {
  if (dependency === 'storage') return 'This page came from them.'
  if (at !== undefined) return `Answered at ${asAtWords(at, now)}.`
  return dependency === 'entra' ? 'It signed you in.' : 'Not needed since Quorate last started.'
}

/** A right by what it is for, what it is called where it is given, and what stops without it. Some may be left out (install, 9 and 10). */
type Right = { readonly what: string; readonly right: string; readonly without: string; readonly mayBeLeftOut?: true }

export const needs: Readonly<Record<Need, Right>> = {
  calendars: {
    what: 'Read and change officers’ calendars',
    right: 'Calendars.ReadWrite, in Exchange, for the named mailboxes',
    without: 'no session is seen, and none can be cancelled',
  },
  answers: {
    what: 'Give a Member’s answer in her calendar',
    right: 'Calendars.ReadWrite, in Exchange, for Members’ mailboxes',
    without: 'an answer given on a card in Teams does not reach Outlook',
    mayBeLeftOut: true,
  },
  'sending-mailbox': {
    what: 'Send email, and see what came back',
    right: 'Mail.Send and Mail.ReadWrite, in Exchange, for the sending mailbox',
    without: 'no bulletin and no reminder by email leaves',
  },
  people: {
    what: 'Find people by name and address',
    right: 'User.Read.All, in Entra',
    without: 'new Members and officers are not recognised',
  },
  lists: {
    what: 'Open distribution lists',
    right: 'GroupMember.Read.All, in Entra',
    without: 'whoever is invited through a list is not counted',
  },
  roles: {
    what: 'See who is an officer or an administrator',
    right: 'Application.Read.All, in Entra',
    without: 'new officers get no cards, and their calendars are not read',
  },
  rooms: {
    what: 'See how many each room holds',
    right: 'Place.Read.All, in Entra',
    without: 'nobody is warned when a room is too small',
  },
  meetings: {
    what: 'See who was in a Teams meeting',
    right: 'OnlineMeetings.Read.All and OnlineMeetingArtifact.Read.All, in Entra, and Teams’ application access policy',
    without: 'registers of online sessions are filled in by hand',
    mayBeLeftOut: true,
  },
}

export const keyNames = {
  entra: 'Quorate in Entra',
  teams: 'The bot in Teams',
  notify: 'GOV.UK Notify',
  receipts: 'Receipts from GOV.UK Notify',
  storage: 'The records',
  anchors: 'The seal of the audit log',
} as const satisfies Record<KeyOf, string>

const settingOfDay: Readonly<Partial<Record<KeyOf, string>>> = {
  entra: 'QUORATE_ENTRA_CLIENT_SECRET_ENDS',
  teams: 'QUORATE_BOT_CLIENT_SECRET_ENDS',
}

export function lastDayWords(endsOn: string): string {
  return dayInWords(day(endsOn), { year: true, keepTogether: true })
}

export function keyWords({ of, kind, endsOn }: HealthView['keys'][number]): string {
  if (kind === 'identity') return 'A managed identity: there is nothing to renew.'
  if (kind === 'none') return of === 'notify' ? 'No key: no texts are sent.' : 'No key.'
  if (kind === 'key') return 'A key that has no last day.'
  const what = kind === 'certificate' ? 'A certificate' : 'A secret'
  return endsOn === undefined ? `${what}, whose last day Quorate was not told.` : `${what} that works until ${lastDayWords(endsOn)}.`
}

export function dayUnknownToDo(of: KeyOf): string {
  return `Entra tells the day only where the secret was made: under Certificates & secrets. Write it in the setting ${settingOfDay[of] ?? ''}, and you are warned here in time.`
}

const jobNames: Readonly<Record<string, string>> = {
  'import-register': 'Read the register from modern.gov',
  'read-meetings': 'Read the calendar of meetings',
  'read-officers': 'Find officers and their mailboxes',
  'sweep-mailboxes': 'Read every calendar',
  'read-bounces': 'Look for email that came back',
  'heed-rulebook': 'Take up new rules',
  'tend-bulletin': 'Draw up the bulletin',
  'forget-replies': 'Clear away what is no longer needed',
  'anchor-audit': 'Seal the audit log',
  'check-access': 'Try what Quorate may do',
}

export function jobName(job: string): string {
  return jobNames[job] ?? job
}

export function workWords({ lastAt, nextAt }: HealthView['work'][number], now: string): string {
  const next = `Next at ${byWords(nextAt, now)}.`
  return lastAt === undefined ? `Not done yet. ${next}` : `Done at ${asAtWords(lastAt, now)}. ${next}`
}

export const channelNames = { text: 'Texts', email: 'Emails', card: 'Cards in Teams', calendar: 'Changes in calendars' } as const

/** Why a way to people has stopped, and what there is to do. What waits is tried again every quarter of an hour. */
export function stoppedWords(because: string): { readonly why: string; readonly toDo: string } {
  if (because === 'not-allowed') {
    const toDo = 'Give Quorate the right to the sending mailbox: the guide to installing, step 9. Then they go on by themselves.'
    return { why: 'Quorate is not let in', toDo }
  }
  if (because === 'no-mailbox') {
    const toDo = 'Give a mailbox that address in Exchange Online. Then they go on by themselves.'
    return { why: 'there is no such sending mailbox', toDo }
  }
  const toDo = 'Put a key in place that works: the guide to operating says how, under Rotate. What waits then leaves.'
  return { why: 'Quorate’s key or sign-in is not accepted', toDo }
}

export function mailboxWords({ readAt, listeningUntil, waiting }: HealthView['mailboxes'][number], now: string): string {
  const read = readAt === undefined ? 'Not read yet.' : `Read at ${asAtWords(readAt, now)}.`
  const heard =
    listeningUntil === undefined
      ? 'Outlook does not tell us of changes: we look every six hours.'
      : `Outlook tells us of changes until ${byWords(listeningUntil, now)}, and is asked again before.`
  return waiting ? `${read} A change is about to be read. ${heard}` : `${read} ${heard}`
}

export function stuckWords({ messages, sessions }: HealthView['stuck']): string {
  if (messages === 0) return 'None is stuck.'
  return `${counted(messages, 'message')} about ${counted(sessions, 'session')} could not be sent.`
}
