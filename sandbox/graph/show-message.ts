import type { Prefer } from './call.ts'
import { asRecipient, plainText } from './event-fields.ts'
import type { Folder, Letter, Message } from './mailbox.ts'
import type { Source } from './matches.ts'
import { ownMember } from './own-member.ts'
import { asList } from './properties.ts'
import type { Query } from './query.ts'
import { badRequest } from './refusal.ts'
import { expandedProperties, showEvent } from './show-event.ts'
import type { Store } from './store.ts'
import { showTime, toSeconds } from './times.ts'
import { occurrenceOn, viewOf } from './views.ts'

type Field = (message: Message, store: Store, prefer: Prefer) => unknown

export function internetMessageIdOf({ serial, mailbox }: Pick<Message, 'serial' | 'mailbox'>): string {
  return `<${serial}.${mailbox.owner.objectId}@sandbox>`
}

const fields: Readonly<Record<string, Field>> = {
  id: (message, store, { ids }) =>
    store.ids.write({ kind: ids, mailboxId: message.mailbox.owner.objectId, serial: message.serial, moves: message.moves }),
  createdDateTime: ({ createdAt }) => toSeconds(createdAt),
  receivedDateTime: ({ at }) => toSeconds(at),
  sentDateTime: ({ at }) => toSeconds(at),
  hasAttachments: ({ letter }) => letter.hasAttachments,
  internetMessageId: internetMessageIdOf,
  subject: ({ letter }) => letter.subject,
  bodyPreview: ({ letter }) => plainText(letter.body).slice(0, 255),
  importance: ({ letter }) => letter.importance,
  parentFolderId: ({ folder }) => folder satisfies Folder,
  isRead: ({ isRead }) => isRead,
  isDraft: ({ isDraft }) => isDraft,
  categories: ({ categories }) => categories,
  body: ({ letter }, _store, { bodyAs }) => (bodyAs === 'text' ? { contentType: 'text', content: plainText(letter.body) } : letter.body),
  sender: ({ letter }) => asRecipient(letter.from),
  from: ({ letter }) => asRecipient(letter.from),
  toRecipients: ({ letter }) => letter.to.map(asRecipient),
  ccRecipients: ({ letter }) => letter.cc.map(asRecipient),
  bccRecipients: ({ letter }) => letter.bcc.map(asRecipient),
  replyTo: ({ letter }) => letter.replyTo.map(asRecipient),
}

/** Shown only to those who ask by name. */
const onRequest: Readonly<Record<string, Field>> = { internetMessageHeaders: ({ letter }) => letter.headers }

export function showMessage(store: Store, prefer: Prefer, asked: Query, message: Message): object {
  const shown: Record<string, unknown> = {
    ...meetingType(message.letter),
    '@odata.etag': `W/"${message.serial}-${message.moves}"`,
    id: fields['id']?.(message, store, prefer),
  }
  for (const name of asked.select ?? Object.keys(fields)) {
    const field = ownMember(fields, name) ?? ownMember(onRequest, name)
    if (field) shown[name] = field(message, store, prefer)
    else if (!Object.hasOwn(shown, name)) throw badRequest(`Could not find a property named '${name}' on type 'microsoft.graph.message'.`)
  }
  const opened = [...asked.expand].some((name) => name.toLowerCase().endsWith('eventmessage/event'))
  return { ...shown, ...(opened && openedEvent(store, prefer, message)), ...expandedProperties(message.properties, asked.properties) }
}

export function messageSource(store: Store, prefer: Prefer, message: Message): Source {
  return (name) => {
    if (name === 'singleValueExtendedProperties') return asList(message.properties)
    if (name === 'internetMessageHeaders') return message.letter.headers
    return ownMember(fields, name)?.(message, store, prefer)
  }
}

/** The receiver's own copy; empty once a decline has taken it out of the calendar. */
function openedEvent(store: Store, prefer: Prefer, { letter, mailbox }: Message): object {
  const item = letter.meeting && mailbox.byUid.get(letter.meeting.uid)
  const view = item && (letter.meeting?.on ? occurrenceOn(item, letter.meeting.on) : viewOf(item))
  if (!letter.meeting) return {}
  return { event: view ? showEvent({ store, prefer, asked: {} }, view) : null }
}

const answers: Readonly<Record<string, string>> = {
  accepted: 'meetingAccepted',
  tentativelyAccepted: 'meetingTenativelyAccepted', // misspelt as Exchange misspells it
  declined: 'meetingDeclined',
}

function meetingType({ kind, meeting }: Letter): object {
  if (!meeting) return {}
  if (kind !== 'response') {
    const meetingMessageType = kind === 'cancellation' ? 'meetingCancelled' : 'meetingRequest'
    return {
      '@odata.type': kind === 'cancellation' ? '#microsoft.graph.eventMessage' : '#microsoft.graph.eventMessageRequest',
      meetingMessageType,
    }
  }
  const { answer = 'accepted', proposed } = meeting
  return {
    '@odata.type': '#microsoft.graph.eventMessageResponse',
    meetingMessageType: answers[answer],
    responseType: answer,
    proposedNewTime: proposed ? { start: showTime(proposed.start, 'UTC'), end: showTime(proposed.end, 'UTC') } : null,
  }
}
