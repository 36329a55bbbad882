import type { Person, SandboxContext } from '../service.ts'
import type { Notification, Status } from './notification.ts'
import { readNumber } from './phone-number.ts'

/** Networks try for three days before they give up. */
const networksTryHours = 72

type Told = { readonly receipt: (notification: Notification) => void }

/** Carries a message to a phone or a mailbox of the sandbox, and says what became of it. */
export function createDelivery(context: SandboxContext, { receipt }: Told) {
  const { clock, journal, people } = context

  function end(notification: Notification, status: Status): void {
    notification.status = status
    notification.completedAt = clock.now()
    journal.note(happening(notification, recipientOf(people, notification)))
    receipt(notification)
  }

  return {
    deliver(notification: Notification): void {
      notification.status = 'sending'
      notification.sentAt = clock.now()
      const outcome = outcomeOf(notification, recipientOf(people, notification))
      if (outcome !== 'sending') return end(notification, outcome)
      journal.note(happening(notification, recipientOf(people, notification)))
      clock.at(clock.now().add({ hours: networksTryHours }), () => end(notification, 'temporary-failure'))
    },
  }
}

const failsOnPurpose: Readonly<Record<string, Status>> = {
  '+447700900003': 'temporary-failure',
  'temp-fail@simulator.notify': 'temporary-failure',
  '+447700900002': 'permanent-failure',
  'perm-fail@simulator.notify': 'permanent-failure',
}

function outcomeOf({ key, type, to }: Notification, recipient: Person | undefined): Status {
  if (key === 'test') return failsOnPurpose[addressOf(to)] ?? 'delivered'
  if (type === 'email') return 'delivered'
  const number = readNumber(to)
  if (number.kind === 'international') return 'sent' // networks abroad confirm nothing
  if (recipient?.handset === 'broken') return 'permanent-failure'
  return recipient?.handset === 'off' ? 'sending' : 'delivered'
}

export function recipientOf(people: readonly Person[], { to }: Pick<Notification, 'to'>): Person | undefined {
  const address = addressOf(to)
  return people.find(
    ({ email, aliases = [], mobile }) => [email, ...aliases].includes(address) || (mobile && addressOf(mobile) === address),
  )
}

function addressOf(to: string): string {
  if (to.includes('@')) return to.trim().toLowerCase()
  const number = readNumber(to)
  return number.kind === 'wrong' ? to : number.e164
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
