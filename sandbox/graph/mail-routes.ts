import type { Call, Reply } from './call.ts'
import type { AddressBook } from './address-book.ts'
import { lookupOf } from './lookups.ts'
import { readLetter, readMessageBody, readSendMail, type MessageBody } from './letter-body.ts'
import type { Folder, Letter, Mailbox, Message } from './mailbox.ts'
import { addMessage, propertyKey, setProperties, type Post } from './post.ts'
import { propertyId, withProperties } from './properties.ts'
import { chosen, page, readQuery, type Query } from './query.ts'
import { Refusal, itemNotFound, malformedId } from './refusal.ts'
import { inMailbox, type Route } from './routes.ts'
import { internetMessageIdOf, messageSource, showMessage } from './show-message.ts'
import type { Store } from './store.ts'

type Parts = { readonly store: Store; readonly post: Post; readonly base: () => string }

const usualPage = 10

/** Mail: sent at once, or drafted, found again by a mark, and sent. */
export function mailRoutes({ store, post, base }: Parts): Route[] {
  function listed(call: Call, mailbox: Mailbox, folder?: Folder): Reply {
    const asked = readQuery(call)
    const newestFirst = candidates(mailbox, asked)
      .filter((message) => !folder || message.folder === folder)
      .toReversed()
    const things = chosen(newestFirst, asked, (message) => messageSource(store, call.prefer, message))
    const { shown, rest } = page(call, base(), { things, asked, usual: call.prefer.pageSize ?? usualPage })
    const context = `${base()}/$metadata#users('${mailbox.owner.objectId}')/messages`
    return {
      status: 200,
      body: { '@odata.context': context, value: shown.map((message) => showMessage(store, call.prefer, asked, message)), ...rest },
    }
  }

  function one(call: Call, message: Message, status = 200): Reply {
    const context = `${base()}/$metadata#users('${message.mailbox.owner.objectId}')/messages/$entity`
    return { status, body: { '@odata.context': context, ...showMessage(store, call.prefer, readQuery(call), message) } }
  }

  const find = (call: Call, mailbox: Mailbox, id: string) => messageBy(store, mailbox, id, call.prefer.ids)

  return [
    inMailbox('mail', 'POST sendMail', (call, mailbox) => {
      const { message, keep } = readSendMail(call.body)
      const letter = checkedLetter(store.book, mailbox, message)
      refuseNobody(letter)
      const properties = withProperties(new Map(), message.singleValueExtendedProperties ?? [])
      if (keep) addMessage(store, mailbox, { letter, folder: 'sentitems', properties })
      post.send(letter)
      return { status: 202 }
    }),
    inMailbox('mail', 'POST messages', (call, mailbox) => {
      const body = readMessageBody(call.body)
      const letter = checkedLetter(store.book, mailbox, body)
      const properties = withProperties(new Map(), body.singleValueExtendedProperties ?? [])
      return one(
        call,
        addMessage(store, mailbox, { letter, folder: 'drafts', isDraft: true, properties, categories: body.categories ?? [] }),
        201,
      )
    }),
    inMailbox('mail', 'GET messages', (call, mailbox) => listed(call, mailbox)),
    inMailbox('mail', 'GET mailFolders/:folder/messages', (call, mailbox, { folder = '' }) => listed(call, mailbox, folderOf(folder))),
    inMailbox('mail', 'GET messages/:message', (call, mailbox, { message = '' }) => one(call, find(call, mailbox, message))),
    inMailbox('mail', 'PATCH messages/:message', (call, mailbox, { message = '' }) => {
      const found = find(call, mailbox, message)
      change(store.book, found, readMessageBody(call.body))
      return one(call, found)
    }),
    inMailbox('mail', 'DELETE messages/:message', (call, mailbox, { message = '' }) => {
      const found = find(call, mailbox, message)
      setProperties(found, new Map())
      mailbox.messages.delete(found.serial)
      if (found.folder === 'inbox') mailbox.inbox.splice(mailbox.inbox.indexOf(found), 1)
      return { status: 204 }
    }),
    inMailbox('mail', 'POST messages/:message/send', (call, mailbox, { message = '' }) => {
      const draft = find(call, mailbox, message)
      if (!draft.isDraft) throw itemNotFound()
      refuseNobody(draft.letter)
      // It moves: the default id is another from now on, the immutable one stays.
      Object.assign(draft, { isDraft: false, isRead: true, folder: 'sentitems', moves: draft.moves + 1, at: store.now() })
      post.send(draft.letter, internetMessageIdOf(draft))
      return { status: 202 }
    }),
  ]
}

function messageBy({ ids }: Store, mailbox: Mailbox, id: string, prefers: 'default' | 'immutable'): Message {
  const read = ids.read(id)
  if (!read) throw malformedId()
  if (read === 'foreign') throw itemNotFound()
  const message = mailbox.messages.get(read.serial)
  if (!message || read.mailboxId !== mailbox.owner.objectId) throw itemNotFound()
  if (read.kind === 'immutable' ? prefers !== 'immutable' : read.moves !== message.moves) throw itemNotFound()
  return message
}

/** A mark in an extended property is found by its index, however full the mailbox is. */
function candidates(mailbox: Mailbox, { filter }: Query): Message[] {
  const { property } = lookupOf(filter)
  if (!property) return [...mailbox.messages.values()]
  return [...(mailbox.messagesByProperty.get(propertyKey(propertyId(property.id), property.value)) ?? [])]
}

function folderOf(name: string): Folder {
  const folder = name.toLowerCase()
  if (folder === 'inbox' || folder === 'drafts' || folder === 'sentitems') return folder
  throw itemNotFound()
}

function checkedLetter(book: AddressBook, mailbox: Mailbox, body: MessageBody): Letter {
  const { owner } = mailbox
  const from = body.from?.emailAddress.address
  if (from && book.keyOf(from) !== owner.objectId) {
    throw new Refusal(
      403,
      'ErrorSendAsDenied',
      'The user account which was used to submit this request does not have the right to send mail on behalf of the specified sending account.',
    )
  }
  return readLetter(book, body, { name: owner.name, address: owner.address })
}

function refuseNobody({ to, cc, bcc }: Letter): void {
  if (to.length + cc.length + bcc.length > 0) return
  throw new Refusal(400, 'ErrorInvalidRecipients', 'At least one recipient is not valid.')
}

/** A draft can be rewritten; of what was sent or received, only how it is filed. */
function change(book: AddressBook, message: Message, body: MessageBody): void {
  if (message.isDraft) message.letter = { ...message.letter, ...written(readLetter(book, body, message.letter.from), body) }
  if (body.categories) message.categories = body.categories
  if (body.isRead !== undefined && body.isRead !== null) message.isRead = body.isRead
  if (body.singleValueExtendedProperties) setProperties(message, withProperties(message.properties, body.singleValueExtendedProperties))
}

function written(letter: Letter, body: MessageBody): Partial<Letter> {
  return {
    ...(body.subject !== undefined && { subject: letter.subject }),
    ...(body.body && { body: letter.body }),
    ...(body.toRecipients && { to: letter.to }),
    ...(body.ccRecipients && { cc: letter.cc }),
    ...(body.bccRecipients && { bcc: letter.bcc }),
  }
}
