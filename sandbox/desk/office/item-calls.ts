import { z } from 'zod'
import type { Item, Refusal } from './protocol.ts'

export type Done = { readonly value?: unknown; readonly item?: Item } | { readonly error: Refusal }

/** By the numbers that Outlook gives them. */
const refusals = {
  unknown: { code: 5001, name: 'InternalError', message: 'The operation is not supported.' },
  wrong: { code: 9000, name: 'InvalidArgument', message: 'The value is not valid.' },
  tooLong: { code: 9020, name: 'GenericResponseError', message: 'The custom properties are larger than 2,500 characters.' },
  notSaved: { code: 9048, name: 'ItemNotSaved', message: 'The item has not been saved yet.' },
  noKey: { code: 9020, name: 'KeyNotFound', message: 'The specified key was not found.' },
  categories: { code: 9036, name: 'NotSupportedInCompose', message: 'Categories cannot be managed while an appointment is being written.' },
  readOnly: { code: 9043, name: 'OperationNotSupported', message: 'The item is being read.' },
  notes: { code: 9017, name: 'NotificationMessageTooLong', message: 'A notification is 150 characters at most.' },
} as const satisfies Record<string, Refusal>

const mostProperties = 2_500
const mostSessionData = 50_000
const mostNote = 150

const text = z.string().max(20_000)
const record = z.record(z.string(), z.unknown())
const instant = z.iso.datetime()

/**
 * What Outlook does with one call of an add-in on the appointment that is open: on the web, Mailbox 1.15, with the permission to write.
 *
 * Trap: categories cannot be set while an appointment is written, and what was never saved has no id.
 */
export function callOn(item: Item, name: string, args: readonly unknown[]): Done {
  const [first, second] = args
  switch (name) {
    case 'subject.get':
      return { value: item.subject }
    case 'start.get':
      return { value: item.start }
    case 'end.get':
      return { value: item.end }
    case 'location.get':
      return { value: item.location }
    case 'organizer.get':
      return { value: item.organizer }
    case 'requiredAttendees.get':
      return { value: item.required }
    case 'optionalAttendees.get':
      return { value: [] }
    case 'recurrence.get':
      return { value: null }
    case 'customProperties.load':
      return { value: item.properties }
    case 'customProperties.save':
      return keep(item, first)
    case 'sessionData.get':
      return typeof first === 'string' && first in item.session ? { value: item.session[first] } : { error: refusals.noKey }
    case 'sessionData.set':
      return remember(item, first, second)
    case 'getItemId':
      return item.isSaved ? { value: 'AAMkSandbox=' } : { error: refusals.notSaved }
    case 'categories.get':
      return { value: item.categories.length === 0 ? null : item.categories.map((displayName) => ({ displayName, color: 'None' })) }
    case 'categories.add':
      return { error: refusals.categories }
    case 'notifications.add':
      return noted(first, second)
    default:
      return item.mode === 'read' ? { error: refusals.readOnly } : written(item, name, first)
  }
}

function keep(item: Item, value: unknown): Done {
  const properties = record.safeParse(value)
  if (!properties.success) return { error: refusals.wrong }
  if (JSON.stringify(properties.data).length > mostProperties) return { error: refusals.tooLong }
  return { item: { ...item, properties: properties.data } }
}

function remember(item: Item, key: unknown, value: unknown): Done {
  if (item.mode === 'read') return { error: refusals.readOnly }
  if (typeof key !== 'string' || typeof value !== 'string') return { error: refusals.wrong }
  const session = { ...item.session, [key]: value }
  return JSON.stringify(session).length > mostSessionData ? { error: refusals.tooLong } : { item: { ...item, session } }
}

function noted(_key: unknown, details: unknown): Done {
  const message = z.looseObject({ message: text }).safeParse(details)
  if (!message.success) return { error: refusals.wrong }
  return message.data.message.length > mostNote ? { error: refusals.notes } : { value: undefined }
}

function written(item: Item, name: string, value: unknown): Done {
  if (name === 'subject.set')
    return text.max(255).safeParse(value).success ? { item: { ...item, subject: String(value) } } : { error: refusals.wrong }
  const isTime = instant.safeParse(value).success
  if (name === 'start.set' && isTime) return { item: { ...item, start: String(value) } }
  if (name === 'end.set' && isTime) return { item: { ...item, end: String(value) } }
  if (name === 'location.set' && typeof value === 'string') return { item: { ...item, location: value } }
  return { error: refusals.unknown }
}
