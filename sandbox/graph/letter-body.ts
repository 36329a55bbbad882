import { z } from 'zod'
import type { AddressBook } from './address-book.ts'
import { bodyShape, readBody, recipientShape, withoutAnnotations } from './event-body.ts'
import type { EmailAddress } from './event.ts'
import { plainLetter } from './letters.ts'
import type { Letter } from './mailbox.ts'
import { Refusal } from './refusal.ts'

const recipients = z.array(recipientShape).max(1000).nullish()

const messageShape = z.strictObject({
  subject: z.string().max(255).nullish(),
  body: bodyShape.nullish(),
  toRecipients: recipients,
  ccRecipients: recipients,
  bccRecipients: recipients,
  replyTo: recipients,
  from: recipientShape.nullish(),
  sender: recipientShape.nullish(),
  attachments: z.array(z.looseObject({ name: z.string() })).nullish(),
  internetMessageHeaders: z.array(z.looseObject({ name: z.string(), value: z.string() })).nullish(),
  singleValueExtendedProperties: z.array(z.looseObject({ id: z.string(), value: z.string().nullish() })).nullish(),
  importance: z.enum(['low', 'normal', 'high']).nullish(),
  categories: z.array(z.string()).nullish(),
  isRead: z.boolean().nullish(),
  isReadReceiptRequested: z.boolean().nullish(),
  isDeliveryReceiptRequested: z.boolean().nullish(),
})
export type MessageBody = z.infer<typeof messageShape>

const sendMailShape = z.looseObject({ message: z.unknown(), savetosentitems: z.union([z.boolean(), z.string()]).nullish() })

const mostHeaders = 5

export function readMessageBody(body: unknown): MessageBody {
  return readBody(messageShape, withoutAnnotations(body), 'microsoft.graph.message')
}

/** `saveToSentItems` is taken as a boolean or as text, and is true unless it is said to be false. */
export function readSendMail(body: unknown): { readonly message: MessageBody; readonly keep: boolean } {
  const small = Object.fromEntries(Object.entries(Object(body)).map(([name, value]) => [name.toLowerCase(), value]))
  const read = readBody(sendMailShape, small, 'an action')
  return { message: readMessageBody(read.message), keep: String(read.savetosentitems ?? true).toLowerCase() !== 'false' }
}

export function readLetter(book: AddressBook, body: MessageBody, from: EmailAddress): Letter {
  const headers = body.internetMessageHeaders ?? []
  if (headers.length > mostHeaders || headers.some(({ name }) => !name.toLowerCase().startsWith('x-'))) {
    throw new Refusal(
      400,
      'InvalidInternetMessageHeader',
      "The internet message header name should start with 'x-' or 'X-', and there may be five of them.",
    )
  }
  const named = (list: MessageBody['toRecipients']) =>
    (list ?? []).map(({ emailAddress: { name, address } }) => ({ name: name ?? book.recipient(address)?.name ?? address, address }))
  return {
    ...plainLetter,
    kind: 'mail',
    subject: body.subject ?? '',
    body: body.body ? { contentType: body.body.contentType, content: body.body.content } : { contentType: 'text', content: '' },
    from,
    to: named(body.toRecipients),
    cc: named(body.ccRecipients),
    bcc: named(body.bccRecipients),
    replyTo: named(body.replyTo),
    headers,
    importance: body.importance ?? 'normal',
    hasAttachments: (body.attachments ?? []).length > 0,
  }
}
