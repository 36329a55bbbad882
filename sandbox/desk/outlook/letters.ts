import type { AskedTo, SandboxMail } from '../control.ts'
import type { Message, OutlookEvent } from './graph.ts'
import { outlookWords } from './words.ts'

/** A mail as the list shows it, whether it lies in the mailbox or came in from outside. */
export type Letter = {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly subject: string
  readonly at: string
  readonly body?: { readonly contentType: string; readonly content: string } | null
  readonly preview?: string | null
  readonly isInvitation: boolean
  /** The meeting an invitation is about, as it stands now in this person's calendar. */
  readonly event?: OutlookEvent
  /** For somebody outside, who has no calendar here: what an invitation asks them to, or that this no longer stands. */
  readonly askedTo?: AskedTo | 'no-longer'
}

/**
 * Everything in a person's inbox, newest first. What GOV.UK Notify delivers is known to the sandbox and is not in Graph's mailbox;
 * what is in both is shown once.
 */
export function mailOf(messages: readonly Message[], outside: readonly SandboxMail[], calendar: readonly OutlookEvent[]): Letter[] {
  const inbox = messages.map((message) => letterOf(message, calendar))
  const seen = new Set(inbox.map(({ subject, at }) => `${subject} ${Date.parse(at)}`))
  const others = outside.map(outsideLetter).filter(({ subject, at }) => !seen.has(`${subject} ${Date.parse(at)}`))
  return [...inbox, ...others].toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at))
}

function letterOf(message: Message, calendar: readonly OutlookEvent[]): Letter {
  const isInvitation = message.meetingMessageType?.toLowerCase() === 'meetingrequest'
  const { id, subject, receivedDateTime: at, body, bodyPreview: preview } = message
  const from = message.from?.emailAddress
  const to = message.toRecipients.map(({ emailAddress }) => emailAddress.name ?? emailAddress.address).join(', ')
  return {
    id,
    subject,
    at,
    body,
    preview,
    from: from?.name ?? from?.address ?? outlookWords.unknownSender,
    to: to || outlookWords.nobody,
    isInvitation,
    ...(isInvitation && { event: eventIn(calendar, message) }),
  }
}

/** By `iCalUId` when the message says which; else the event of the same name, as an older Graph leaves it to be found. */
function eventIn(calendar: readonly OutlookEvent[], { event, subject }: Message): OutlookEvent | undefined {
  if (event) return calendar.find(({ iCalUId }) => iCalUId === event.iCalUId) ?? event
  return calendar.findLast((each) => each.subject === subject)
}

function outsideLetter({ from, to, subject, html, text, at, kind, meeting: askedTo }: SandboxMail, place: number): Letter {
  const body = html ? { contentType: 'html', content: html } : { contentType: 'text', content: text ?? '' }
  return {
    id: `outside ${place} ${at}`,
    from,
    to: Array.isArray(to) ? to.join(', ') : to,
    subject,
    at,
    body,
    isInvitation: false,
    ...((kind === 'invitation' || kind === 'update') && { askedTo: askedTo ?? 'no-longer' }),
  }
}
