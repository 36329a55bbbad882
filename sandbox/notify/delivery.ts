import { Temporal } from 'temporal-polyfill'
import type { Person, SandboxContext } from '../service.ts'
import type { Notification, Status } from './notification.ts'
import { readNumber } from './phone-number.ts'
import { addressOf, type Recipients } from './recipients.ts'

/** Networks try for three days before they give up. */
const networksTryHours = 72

type Told = { readonly recipientOf: Recipients; readonly receipt: (notification: Notification) => void }

/** Carries a message to a phone or a mailbox of the sandbox, and says what became of it. */
export function createDelivery({ clock, journal }: SandboxContext, { recipientOf, receipt }: Told) {
  function end(notification: Notification, status: Status): void {
    notification.status = status
    notification.completedAt = clock.now().epochMilliseconds
    note(notification)
    // Networks abroad confirm nothing, so there is nothing to tell.
    if (status !== 'sent') receipt(notification)
  }

  function note(notification: Notification): void {
    journal.note(happening(notification, recipientOf(notification)))
  }

  /** A phone that is off may be switched on for three days; then the networks let it be. */
  function waitFor(notification: Notification): void {
    const sentAt = Temporal.Instant.fromEpochMilliseconds(notification.sentAt ?? notification.createdAt)
    clock.at(sentAt.add({ hours: networksTryHours }), () => end(notification, 'temporary-failure'))
  }

  return {
    waitFor,
    deliver(notification: Notification): void {
      notification.status = 'sending'
      notification.sentAt = clock.now().epochMilliseconds
      const outcome = outcomeOf(notification, recipientOf(notification))
      if (outcome !== 'sending') return end(notification, outcome)
      note(notification)
      waitFor(notification)
    },
  }
}

const failsOnPurpose: ReadonlyMap<string, Status> = new Map([
  ['+447700900003', 'temporary-failure'],
  ['temp-fail@simulator.notify', 'temporary-failure'],
  ['+447700900002', 'permanent-failure'],
  ['perm-fail@simulator.notify', 'permanent-failure'],
])

function outcomeOf({ key, type, to }: Notification, recipient: Person | undefined): Status {
  if (key === 'test') return failsOnPurpose.get(addressOf(to)) ?? 'delivered'
  if (type === 'email') return 'delivered'
  const number = readNumber(to)
  if (number.kind === 'international') return 'sent'
  if (recipient?.handset === 'broken') return 'permanent-failure'
  return recipient?.handset === 'off' ? 'sending' : 'delivered'
}

function happening({ type, to, body, subject, status, key }: Notification, recipient: Person | undefined) {
  const what = type === 'sms' ? 'Text' : 'Email'
  const quoted = subject ?? (body.length > 90 ? `${body.slice(0, 89).trimEnd()}…` : body)
  const became = key === 'test' ? 'with a test key, to nobody' : fates[status]
  return {
    kind: type === 'sms' ? ('text' as const) : ('mail' as const),
    ...(recipient && { who: recipient.id }),
    summary: `${what} to ${recipient?.name ?? to}, ${became}: ${quoted}`,
  }
}

const fates: Readonly<Record<Status, string>> = {
  created: 'on its way',
  sending: 'not confirmed',
  sent: 'sent abroad',
  delivered: 'delivered',
  'permanent-failure': 'failed',
  'temporary-failure': 'not delivered in three days',
  'technical-failure': 'failed',
}
