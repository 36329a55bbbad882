import { expect } from 'vitest'
import type { Control } from './control.ts'
import { anInvitation } from './worlds.ts'

type Entry = {
  readonly id: string
  readonly subject: string
  readonly iCalUId: string
  readonly isCancelled: boolean
  readonly start: { readonly dateTime: string }
  readonly responseStatus: { readonly response: string }
}
export type Act = 'accept' | 'tentativelyAccept' | 'decline'

const verbs = { accept: 'accepted', tentativelyAccept: 'tentativelyAccepted', decline: 'declined' } as const

/** What officers and Members do in Outlook, each in a calendar that is theirs. Nothing here waits for Quorate: that is `settle`. */
export function outlookOf(rig: Pick<Control, 'graph' | 'call'>) {
  async function done<Answer = Record<string, unknown>>(user: string, method: string, path: string, body?: unknown): Promise<Answer> {
    const { status, body: answer } = await rig.graph<Answer>(user, method, path, body)
    expect(status, `${method} ${path}: ${JSON.stringify(answer)}`).toBeLessThan(300)
    return answer
  }

  async function calendar(user: string): Promise<readonly Entry[]> {
    return (await done<{ value: Entry[] }>(user, 'GET', '/me/events?$top=200')).value
  }

  async function copyOf(user: string, subject: string): Promise<Entry> {
    const found = (await calendar(user)).find((each) => each.subject === subject)
    if (!found) throw new Error(`${user} has no appointment "${subject}"`)
    return found
  }

  return {
    calendar,
    copyOf,
    /** Sends an invitation from a person's own calendar, or from a shared mailbox that is open to them. */
    invite: (change: Record<string, unknown>, { as = 'officer', from = 'me' } = {}): Promise<Entry> =>
      done<Entry>(as, 'POST', from === 'me' ? '/me/events' : `/users/${from}/events`, anInvitation(change)),
    change: (id: string, change: Record<string, unknown>, { as = 'officer', from = 'me' } = {}): Promise<Entry> =>
      done<Entry>(as, 'PATCH', from === 'me' ? `/me/events/${id}` : `/users/${from}/events/${id}`, change),
    cancel: (id: string): Promise<unknown> => done('officer', 'POST', `/me/events/${id}/cancel`, { Comment: '' }),
    /** The days of a series in the officer's calendar, in order. */
    async daysOf(id: string): Promise<readonly Entry[]> {
      const span = 'startDateTime=2026-10-01T00:00:00Z&endDateTime=2027-02-01T00:00:00Z'
      const { value } = await done<{ value: Entry[] }>('officer', 'GET', `/me/events/${id}/instances?${span}&$top=50`)
      return value.toSorted((one, other) => (one.start.dateTime < other.start.dateTime ? -1 : 1))
    },
    async answer(user: string, subject: string, act: Act): Promise<void> {
      await done(user, 'POST', `/me/events/${(await copyOf(user, subject)).id}/${act}`, { sendResponse: true })
    },
    /** An answer by mail from somebody who has no mailbox here. */
    async answerFromOutside(address: string, { iCalUId }: Pick<Entry, 'iCalUId'>, act: Act): Promise<void> {
      await rig.call('POST', '/sandbox/graph/answer-from-outside', { iCalUId, address, answer: verbs[act] })
    },
    async forward(user: string, subject: string, addresses: readonly string[]): Promise<void> {
      const ToRecipients = addresses.map((address) => ({ emailAddress: { address } }))
      await done(user, 'POST', `/me/events/${(await copyOf(user, subject)).id}/forward`, { Comment: '', ToRecipients })
    },
    /** What a person's own copy says they answered; `gone` when they hold none. */
    async answerIn(user: string, subject: string): Promise<string> {
      return (await calendar(user)).find((each) => each.subject === subject)?.responseStatus.response ?? 'gone'
    },
  }
}

/** The list that every Member of a test's council is on. */
export const membersList = attendee('members@testing.example')

/** From one time to another on a day in London: `between('2026-10-22', '14:00', '16:00')`. */
export function between(day: string, from: string, until: string) {
  return { start: at(day, from), end: at(day, until) }
}

/** A time in London on a day, as Outlook writes it: `at('2026-10-22', '14:00')`. */
export function at(day: string, time: string): { readonly dateTime: string; readonly timeZone: string } {
  return { dateTime: `${day}T${time}:00`, timeZone: 'Europe/London' }
}

/** An attendee as Outlook writes one. */
export function attendee(address: string, type: 'required' | 'optional' | 'resource' = 'required') {
  return { type, emailAddress: { address, name: address } }
}
