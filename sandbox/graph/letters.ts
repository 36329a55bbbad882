import { cancelledPrefix, type Answer, type Content, type EmailAddress, type Span } from './event.ts'
import type { Letter } from './mailbox.ts'

export const plainLetter = { cc: [], bcc: [], replyTo: [], headers: [], importance: 'normal', hasAttachments: false } as const

/** Which event a letter is about: the whole of it, or one day. */
export type About = { readonly uid: string; readonly on?: string; readonly content: Content }

const prefixes: Readonly<Record<Answer, string>> = {
  accepted: 'Accepted: ',
  tentativelyAccepted: 'Tentative: ',
  declined: 'Declined: ',
}

export function invitationLetter(about: About, kind: 'invitation' | 'update', from: EmailAddress = about.content.organizer): Letter {
  const { organizer, attendees, body, subject } = about.content
  return { ...plainLetter, kind, subject, body, from, to: attendees.length > 0 ? attendees : [organizer], meeting: about }
}

/** Carries the organiser's words, if there were any. */
export function cancellationLetter(about: About, comment: string): Letter {
  const { organizer, attendees, subject } = about.content
  const body = { contentType: 'text', content: comment } as const
  return { ...plainLetter, kind: 'cancellation', subject: cancelledPrefix + subject, body, from: organizer, to: attendees, meeting: about }
}

export type Answering = { readonly from: EmailAddress; readonly answer: Answer; readonly comment: string; readonly proposed?: Span }

export function responseLetter(about: About, { from, answer, comment, proposed }: Answering): Letter {
  const { organizer, subject } = about.content
  return {
    ...plainLetter,
    kind: 'response',
    subject: (proposed ? 'New Time Proposed: ' : prefixes[answer]) + subject,
    body: { contentType: 'text', content: comment },
    from,
    to: [organizer],
    meeting: { ...about, answer, ...(proposed && { proposed }) },
  }
}

/** Tells the organiser that somebody passed the invitation on. */
export function forwardedLetter(about: About, by: EmailAddress, to: readonly EmailAddress[]): Letter {
  const named = to.map(({ name }) => name).join(', ')
  return {
    ...plainLetter,
    kind: 'mail',
    subject: `Meeting Forward Notification: ${about.content.subject}`,
    body: { contentType: 'text', content: `${by.name} has forwarded your meeting request to additional recipients: ${named}` },
    from: by,
    to: [about.content.organizer],
  }
}

/** `messageId`: of the sender's own copy, to which the report is an answer. */
export function undeliverable(letter: Letter, address: string, messageId?: string): Letter {
  const postmaster = { name: 'Microsoft Outlook', address: `postmaster@${letter.from.address.split('@')[1] ?? 'localhost'}` }
  return {
    ...plainLetter,
    kind: 'mail',
    subject: `Undeliverable: ${letter.subject}`,
    body: { contentType: 'text', content: `Your message to ${address} couldn't be delivered. ${address} wasn't found.` },
    from: postmaster,
    to: [letter.from],
    messageClass: 'REPORT.IPM.Note.NDR',
    headers: messageId ? [{ name: 'In-Reply-To', value: messageId }] : [],
  }
}
