import type { OwedContext } from '../../domain/duties/owed-context.ts'
import type { DutyRecord, SessionRecord } from '../../domain/sessions/session-record.ts'
import type { Duty, FailedBecause } from '../../domain/duties/duty.ts'
import type { PersonId } from '../../domain/kernel/ids.ts'
import type { Instant } from '../../domain/kernel/time.ts'
import type { Answer } from '../../domain/sessions/response.ts'
import type { Calendar } from './calendar.ts'
import type { CouncilProfile } from './council.ts'
import type { CardMessage, CardSender, Mail, MailSender, TextSender } from './senders.ts'

/** One message ready to be sent: to whom and in which words. The outbox adds the key, so that no composer can make a second one. */
export type Composed =
  | { readonly channel: 'text'; readonly to: string; readonly body: string }
  | { readonly channel: 'email'; readonly mail: Omit<Mail, 'key'> }
  | { readonly channel: 'card'; readonly to: PersonId; readonly message: CardMessage }
  | { readonly channel: 'calendar'; readonly order: CalendarOrder }
  /** It cannot be addressed at all: no number, no account. The duty ends `failed` for that reason. */
  | { readonly channel: 'none'; readonly because: FailedBecause }

export type CalendarOrder =
  | { readonly kind: 'cancel'; readonly mailbox: PersonId; readonly eventId: string; readonly comment: string }
  | {
      readonly kind: 'answer'
      readonly member: PersonId
      readonly memberAddress: string
      readonly entry: { readonly mailbox: PersonId; readonly eventId: string; readonly iCalUId: string }
      readonly startsAt: Instant
      readonly answer: Answer
    }

/** What is true at the moment of writing: what the rules had, and what the council calls itself. */
export type ComposeContext = OwedContext & { readonly profile: CouncilProfile }

/** Writes a duty's words from what is true now. Pure: asked twice of the same facts it says the same, and a card is edited only when it differs. */
export type Compose = (duty: Duty, record: SessionRecord, context: ComposeContext, row: DutyRecord) => Composed

/** One sender a channel, bound to one council's credentials. */
export type Senders = {
  readonly text: TextSender
  readonly mail: MailSender
  readonly card: CardSender
  readonly calendar: Pick<Calendar, 'cancel' | 'isCancelled' | 'answer'>
}
