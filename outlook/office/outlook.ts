/// <reference types="office-js" />
import type { Settings } from '../settings.ts'
import { openAppointment, type OpenAppointment } from './appointment.ts'
import { asked, createTurns } from './asked.ts'
import { createSignIn } from './sign-in.ts'
import { readTag, removeTag, writeTag, type Writing } from './tag-store.ts'
import type { ReadTag, Tag } from '../../api/contracts/tag.ts'

/** What the pane asks of Outlook. What it says of the person is for display: who is asking is in the token, and the API checks it. */
export type Outlook = {
  readonly person: string
  readonly token: () => Promise<string>
  readonly appointment: () => Promise<OpenAppointment>
  /** Whenever the times or those invited are others; Outlook says nothing of a title that is being typed. */
  readonly onChange: (listener: () => void) => () => void
  readonly readTag: () => Promise<ReadTag>
  readonly writeTag: (order: { readonly tag: Tag; readonly seen: string | undefined }) => Promise<Writing>
  readonly removeTag: (seen: string | undefined) => ReturnType<typeof removeTag>
  /** Another title for the appointment: by that a course is known. */
  readonly rename: (subject: string) => Promise<void>
  /** Another time for the appointment. */
  readonly moveTo: (startsAt: string, endsAt: string) => Promise<void>
  /** For the moment of sending, where this Outlook has it. */
  readonly leave: (key: string, value: string) => Promise<void>
  readonly background: string | undefined
}

/** Outside Outlook its script answers with no host; in a frame that is not Outlook's it never answers. */
const patienceMs = 8_000

export async function startOutlook(settings: Settings): Promise<Outlook | undefined> {
  const item = await openItem()
  if (!item) return undefined
  const { mailbox, officeTheme } = Office.context
  const inTurn = createTurns()
  const written = item as Office.AppointmentCompose
  return {
    person: mailbox.userProfile.emailAddress,
    token: createSignIn(settings),
    appointment: () => inTurn(() => openAppointment(item, mailbox.userProfile.emailAddress.toLowerCase())),
    onChange: (listener) => listenTo(item, listener),
    readTag: () => inTurn(() => readTag(written)),
    writeTag: (order) => inTurn(() => writeTag(written, order)),
    removeTag: (seen) => inTurn(() => removeTag(written, seen)),
    rename: (subject) => inTurn(() => asked<void>((done) => written.subject.setAsync(subject, done))),
    moveTo: (startsAt, endsAt) =>
      inTurn(async () => {
        await asked<void>((done) => written.start.setAsync(new Date(startsAt), done))
        await asked<void>((done) => written.end.setAsync(new Date(endsAt), done))
      }),
    leave: (key, value) => inTurn(() => asked<void>((done) => written.sessionData.setAsync(key, value, done))),
    background: officeTheme?.bodyBackgroundColor,
  }
}

async function openItem(): Promise<Office.AppointmentCompose | Office.AppointmentRead | undefined> {
  if (typeof Office === 'undefined') return undefined
  const silence = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), patienceMs))
  const info = await Promise.race([Office.onReady(), silence])
  if (!info?.host) return undefined
  const item = Office.context.mailbox?.item
  return item?.itemType === Office.MailboxEnums.ItemType.Appointment ? item : undefined
}

/** Where an older Outlook tells of no changes, coming back to the pane is one. */
function listenTo(item: Office.AppointmentCompose | Office.AppointmentRead, listener: () => void): () => void {
  if (Office.context.requirements.isSetSupported('Mailbox', '1.7')) {
    item.addHandlerAsync(Office.EventType.AppointmentTimeChanged, listener)
    item.addHandlerAsync(Office.EventType.RecipientsChanged, listener)
  }
  window.addEventListener('focus', listener)
  return () => window.removeEventListener('focus', listener)
}
