import type { PersonId } from '../../../../domain/kernel/ids.ts'
import { Temporal, type Instant } from '../../../../domain/kernel/time.ts'
import type { Appointment, Invitee } from '../../../../domain/sessions/appointment.ts'
import type { Response } from '../../../../domain/sessions/response.ts'

/** An appointment as its organiser has it, with what became of it. */
export type Entry = {
  readonly mailbox: PersonId
  readonly eventId: string
  appointment: Appointment
  /** When it was taken out, and how: by a call of ours, or by a person in Outlook. */
  gone?: { readonly at: number; readonly by: 'us' | 'person' }
  /** Of the last change: a reading goes on from there. */
  change: number
  changedAt: number
  /** What each invited address answered, oldest first. */
  readonly answers: {
    readonly address: string
    readonly response: Response
    readonly at: number
    readonly through: 'outlook' | 'us' | 'move'
  }[]
}

export type Subscription = { readonly id: string; readonly mailbox: PersonId; readonly clientState: string; until: number }

/** The calendars of the council: what is true, whatever anybody knows of it. */
export type Outlook = {
  readonly entries: ReadonlyMap<string, Entry>
  readonly subscriptions: Map<string, Subscription>
  readonly cancellations: readonly { readonly eventId: string; readonly at: number }[]
  arrange(mailbox: PersonId, appointment: Appointment): void
  /** Outlook forgets the answers to a time that changes. */
  move(eventId: string, startsAt: Instant): void
  remove(eventId: string, by: 'us' | 'person'): void
  answer(eventId: string, address: string, response: Response, through: 'outlook' | 'us'): void
  changesSince(
    mailbox: PersonId,
    cursor: string | undefined,
  ): { readonly changed: readonly Entry[]; readonly removed: readonly string[]; readonly cursor: string }
}

/** `onChange` hears of each change, to notify whoever subscribed. */
export function createOutlook(now: () => number, onChange: (mailbox: PersonId) => void): Outlook {
  const entries = new Map<string, Entry>()
  const cancellations: { eventId: string; at: number }[] = []
  let changes = 0

  function changed(entry: Entry): void {
    changes += 1
    entry.change = changes
    entry.changedAt = now()
    onChange(entry.mailbox)
  }

  function entryOf(eventId: string): Entry {
    const entry = entries.get(eventId)
    if (!entry) throw new TypeError(`nothing in Outlook is ${eventId}`)
    return entry
  }

  return {
    entries,
    subscriptions: new Map(),
    cancellations,
    arrange(mailbox, appointment) {
      const entry: Entry = { mailbox, eventId: appointment.eventId, appointment, change: 0, changedAt: 0, answers: [] }
      entries.set(entry.eventId, entry)
      for (const { address, response } of appointment.attendees) entry.answers.push({ address, response, at: now(), through: 'outlook' })
      changed(entry)
    },
    move(eventId, startsAt) {
      const entry = entryOf(eventId)
      const { appointment } = entry
      const length = appointment.startsAt.until(appointment.endsAt)
      const attendees = appointment.attendees.map(({ respondedAt: _none, ...row }): Invitee => ({ ...row, response: 'none' }))
      entry.appointment = { ...appointment, startsAt, endsAt: startsAt.add(length), attendees }
      for (const { address } of attendees) entry.answers.push({ address, response: 'none', at: now(), through: 'move' })
      changed(entry)
    },
    remove(eventId, by) {
      const entry = entryOf(eventId)
      if (entry.gone) return
      entry.gone = { at: now(), by }
      if (by === 'us') cancellations.push({ eventId, at: now() })
      changed(entry)
    },
    answer(eventId, address, response, through) {
      const entry = entryOf(eventId)
      const respondedAt = Temporal.Instant.fromEpochMilliseconds(now())
      const attendees = entry.appointment.attendees.map((row) => (row.address === address ? { ...row, response, respondedAt } : row))
      entry.appointment = { ...entry.appointment, attendees }
      entry.answers.push({ address, response, at: now(), through })
      changed(entry)
    },
    changesSince(mailbox, cursor) {
      const after = cursor === undefined ? 0 : Number(cursor)
      const own = [...entries.values()].filter((entry) => entry.mailbox === mailbox && entry.change > after)
      return {
        changed: own.filter((entry) => !entry.gone),
        removed: cursor === undefined ? [] : own.filter((entry) => entry.gone).map(({ eventId }) => eventId),
        cursor: String(changes),
      }
    },
  }
}
