import { countsOf } from '../../domain/sessions/response.ts'
import type { Member } from '../../domain/members/member.ts'
import type { CalendarOrder, Compose, Composed, ComposeContext } from '../ports/compose.ts'
import type { Duty } from '../../domain/duties/duty.ts'
import type { SessionRecord } from '../../domain/sessions/session-record.ts'

/** Words that say what a message is and whom it is for: enough to prove that it goes, once, to the right person. */
export const plainCompose: Compose = (duty, record, context) => {
  const words = `${duty.purpose.kind} about ${record.session.title}`
  if (duty.channel === 'calendar') return onCalendar(duty, record, context)
  if (duty.channel === 'card') return toCard(duty, record, context, words)
  const member = memberOf(duty, context)
  if (duty.channel === 'text') {
    return member?.mobile.kind === 'usable'
      ? { channel: 'text', to: member.mobile.e164, body: words }
      : { channel: 'none', because: member?.mobile.kind === 'none' ? 'no-mobile' : 'bad-number' }
  }
  const to = member ? { name: member.name, address: member.addresses[0] ?? '' } : officerOf(duty, context)
  return to ? { channel: 'email', mail: { to, subject: words, html: words, text: words } } : { channel: 'none', because: 'no-mailbox' }
}

function memberOf({ purpose }: Duty, { members }: ComposeContext): Member | undefined {
  return 'memberId' in purpose ? members.find((member) => member.id === purpose.memberId) : undefined
}

function officerOf({ purpose }: Duty, { officers }: ComposeContext) {
  return 'officerId' in purpose ? officers.find((officer) => officer.id === purpose.officerId) : undefined
}

/** A card that changes when the answers or the case do. */
function toCard(duty: Duty, { session }: SessionRecord, context: ComposeContext, words: string): Composed {
  const to = memberOf(duty, context)?.personId ?? officerOf(duty, context)?.id
  if (!to) return { channel: 'none', because: 'not-installed' }
  const counts = countsOf(session.invitations.map(({ response }) => response))
  const card = { type: 'AdaptiveCard', counts, case: session.undersubscribed.kind, standing: session.standing.kind }
  return { channel: 'card', to, message: { card, text: words } }
}

function onCalendar(duty: Duty, { session }: SessionRecord, context: ComposeContext): Composed {
  const { mailbox, eventId, iCalUId } = session.calendar
  if (duty.purpose.kind !== 'answer') return { channel: 'calendar', order: { kind: 'cancel', mailbox, eventId, comment: 'cancelled' } }
  const member = memberOf(duty, context)
  if (!member?.personId) return { channel: 'none', because: 'no-mailbox' }
  const order: CalendarOrder = {
    kind: 'answer',
    member: member.personId,
    memberAddress: member.addresses[0] ?? '',
    entry: { mailbox, eventId, iCalUId },
    startsAt: session.startsAt,
    answer: duty.purpose.answer,
  }
  return { channel: 'calendar', order }
}
