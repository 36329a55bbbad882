import type { Channel } from '../../domain/duties/duty.ts'
import type { PersonId } from '../../domain/kernel/ids.ts'
import type { Instant } from '../../domain/kernel/time.ts'
import type { CalendarOrder, Senders } from '../ports/compose.ts'
import type { CardMessage, Finding, Mail, Sending } from '../ports/senders.ts'

type At = { readonly at: Instant }

/** What arrived, oldest first: what the world outside saw, whatever the sender thinks. */
export type Arrived = {
  readonly texts: readonly ({ readonly key: string; readonly to: string; readonly body: string } & At)[]
  readonly mails: readonly (Mail & At)[]
  readonly cards: readonly ({
    readonly key: string
    readonly to: PersonId
    readonly message: CardMessage
    readonly providerId: string
  } & At)[]
  readonly edits: readonly ({ readonly providerId: string; readonly message: CardMessage } & At)[]
  readonly calendar: readonly (CalendarOrder & At)[]
}

/** How a call goes: its answer, or one that is lost before or after it was accepted. */
export type Script = Sending | 'lost before' | 'lost after'

export type RecordedSenders = Senders & {
  readonly arrived: Arrived
  /** The next calls of a channel go like this, one each; after them all is well again. */
  script(channel: Channel, ...scripts: readonly Script[]): void
}

/** Senders that keep what they were given, and can be asked for it as the real providers can. */
export function createRecordedSenders(now: () => Instant): RecordedSenders {
  const arrived = { texts: [], mails: [], cards: [], edits: [], calendar: [] } as { [list in keyof Arrived]: Arrived[list][number][] }
  const scripts: Record<Channel, Script[]> = { text: [], email: [], card: [], calendar: [] }

  function send(channel: Channel, accept: () => string): Sending {
    const script = scripts[channel].shift()
    if (script === 'lost before') return { kind: 'unknown', note: 'reset' }
    if (typeof script === 'object' && script.kind !== 'sent') return script
    const providerId = accept()
    return script === 'lost after' ? { kind: 'unknown', note: 'reset' } : { kind: 'sent', providerId }
  }

  const found = (providerId: string | undefined): Finding =>
    providerId === undefined ? { kind: 'not-found' } : { kind: 'found', providerId }
  const at = () => ({ at: now() })

  return {
    arrived,
    script: (channel, ...more) => void scripts[channel].push(...more),
    text: {
      send: async (message) => send('text', () => `text-${arrived.texts.push({ ...message, ...at() })}`),
      async find(key) {
        const text = arrived.texts.find((each) => each.key === key)
        return text ? { kind: 'found', providerId: `text-of-${key}`, body: text.body } : { kind: 'not-found' }
      },
    },
    mail: {
      async send(mail) {
        return send('email', () => {
          if (!arrived.mails.some(({ key }) => key === mail.key)) arrived.mails.push({ ...mail, ...at() })
          return `mail-${mail.key}`
        })
      },
      find: async (key) => found(arrived.mails.some((mail) => mail.key === key) ? `mail-${key}` : undefined),
    },
    card: {
      async send(card) {
        return send('card', () => {
          const providerId = `card-${arrived.cards.length + 1}`
          arrived.cards.push({ ...card, providerId, ...at() })
          return providerId
        })
      },
      update: async ({ providerId, message }) =>
        send('card', () => {
          arrived.edits.push({ providerId, message, ...at() })
          return providerId
        }),
    },
    calendar: {
      cancel: async (mailbox, eventId, comment) =>
        send('calendar', () => {
          arrived.calendar.push({ kind: 'cancel', mailbox, eventId, comment, ...at() })
          return eventId
        }),
      isCancelled: async (_mailbox, eventId) =>
        found(arrived.calendar.some((order) => order.kind === 'cancel' && order.eventId === eventId) ? eventId : undefined),
      answer: async (order) =>
        send('calendar', () => {
          arrived.calendar.push({ kind: 'answer', ...order, ...at() })
          return order.entry.eventId
        }),
    },
  }
}
