import type { Person } from '../service.ts'
import type { Notification } from './notification.ts'
import { readNumber } from './phone-number.ts'

/** Whose phone or mailbox a message reaches; undefined for somebody outside. */
export type Recipients = (notification: Pick<Notification, 'to'>) => Person | undefined

export function createRecipients(people: readonly Person[]): Recipients {
  const byAddress = new Map<string, Person>()
  for (const person of people) {
    for (const address of [person.email, ...(person.aliases ?? []), person.mobile]) {
      // Where two share a telephone, it rings in the pocket of the first.
      if (address && !byAddress.has(addressOf(address))) byAddress.set(addressOf(address), person)
    }
  }
  return ({ to }) => byAddress.get(addressOf(to))
}

/** An address in the one way of writing it. */
export function addressOf(to: string): string {
  if (to.includes('@')) return to.trim().toLowerCase()
  const number = readNumber(to)
  return number.kind === 'wrong' ? to : number.e164
}
