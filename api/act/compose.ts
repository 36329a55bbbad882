import { askReasonCard } from '../../bot/cards/ask-reason.ts'
import { decisionCard } from '../../bot/cards/decision.ts'
import { nudgeCard } from '../../bot/cards/invitation.ts'
import type { Duty, FailedBecause, Purpose } from '../../domain/duties/duty.ts'
import { cancelledPage, partnerPage } from '../../domain/partners/page.ts'
import { priorOf } from '../../domain/partners/sharing.ts'
import { partnersOf } from '../../domain/partners/told.ts'
import type { PersonId } from '../../domain/kernel/ids.ts'
import type { Member } from '../../domain/members/member.ts'
import type { Invitation, Session } from '../../domain/sessions/session.ts'
import type { SessionRecord } from '../../domain/sessions/session-record.ts'
import type { Compose, Composed, ComposeContext } from '../ports/compose.ts'
import { decisionFactsFrom } from '../use-cases/decision-facts.ts'
import { invitationFactsFrom } from '../use-cases/invitation-facts.ts'
import {
  askingEmail,
  askReasonEmail,
  cancellationEmail,
  decisionEmail,
  evaluationEmail,
  offeredRun,
  reminderEmail,
  type EmailContent,
} from './compose-email.ts'
import { cancellationText, nudgeText, reminderText, shortPlace } from './compose-text.ts'
import { emailOf } from './email-page.ts'
import { calendarWords, dayWords, escalationNote, fullDayWords, startWords } from './words.ts'

type Of<Kind extends Purpose['kind']> = Extract<Purpose, { kind: Kind }>
type ToMember = Of<'reminder'> | Of<'nudge'> | Of<'chase'> | Of<'cancellation-notice'>
type ToOfficer = Of<'decision-card'> | Of<'escalation'> | Of<'ask-reason'>
type Told = { readonly member: Member; readonly invitation: Invitation }

/**
 * Writes what a duty says, from what is true at the moment it is discharged. Whom nothing can reach by this channel gets nothing, and
 * the duty says why.
 *
 * Clauses: C2.3, C3.2, C3.4, C3.10, C3.11, C3.13, C4.8 to C4.10, C4.12, C4.14, C8.2, C8.27.
 */
export const compose: Compose = (duty, record, context) => {
  const { purpose } = duty
  switch (purpose.kind) {
    case 'reminder':
    case 'nudge':
    case 'chase':
    case 'cancellation-notice':
      return toMember(duty, purpose, record, context)
    case 'evaluation':
      return toEvaluate(purpose, record, context)
    case 'decision-card':
    case 'escalation':
    case 'ask-reason':
      return toOfficer(duty, purpose, record, context)
    case 'partner-share':
    case 'partner-cancelled':
      return toPartner(purpose, record, context)
    case 'cancel-event':
      return cancelling(record.session, context)
    case 'bulletin':
    case 'bulletin-copy':
    case 'bulletin-test':
    case 'bulletin-reminder':
    case 'place-outcome':
    case 'places-closed':
    case 'place-given-up':
    case 'places-over':
    case 'places-on-again':
      return nobody('misconfigured') // an issue's or an offer's, never a session's
    case 'answer':
      break
  }
  return answering(purpose, record.session, context)
}

/** C8.2: by email alone, so that it is found again. */
function toEvaluate(purpose: Of<'evaluation'>, { session }: SessionRecord, context: ComposeContext): Composed {
  const member = context.members.find(({ id }) => id === purpose.memberId)
  const [address] = member?.addresses ?? []
  if (!member || !address) return nobody('no-mailbox')
  return email({ name: member.name, address }, evaluationEmail(session, purpose, context))
}

type ToPartner = Of<'partner-share'> | Of<'partner-cancelled'>

/** C4.18: as it was shared, and to whoever was told before as what has changed since. */
function toPartner({ kind, address, share: number }: ToPartner, record: SessionRecord, context: ComposeContext): Composed {
  const share = record.session.shares?.find((each) => each.number === number)
  if (!share) return nobody('misconfigured')
  const to = { name: partnersOf(context.rulebook).find((partner) => partner.address === address)?.name ?? address, address }
  const { told } = share
  const council = context.profile.name
  const { subject, ...page } =
    kind === 'partner-cancelled' ? cancelledPage(told) : partnerPage(told, priorOf(record, address, number), council)
  return email(to, { subject, ...emailOf(page, { profile: context.profile, on: fullDayWords(context.now) }) })
}

function nobody(because: FailedBecause): Composed {
  return { channel: 'none', because }
}

function toMember(duty: Duty, purpose: ToMember, record: SessionRecord, context: ComposeContext): Composed {
  const told = toldOf(purpose, record.session, context)
  if (!told) return nobody('refused')
  if (duty.channel === 'text') return byText(purpose, record.session, told, context)
  if (duty.channel === 'card') return byCard(told, record, context)
  const [address] = told.member.addresses
  if (!address) return nobody('no-mailbox')
  return email({ name: told.member.name, address }, memberEmail(purpose, record.session, told.invitation, context))
}

/** A Member no longer invited is told of a cancellation all the same. */
function toldOf({ memberId }: ToMember, { invitations }: Session, { members }: ComposeContext): Told | undefined {
  const member = members.find(({ id }) => id === memberId)
  const invitation = invitations.find((each) => each.memberId === memberId) ?? { memberId, response: 'none', through: 'named' as const }
  return member && { member, invitation }
}

function byText(purpose: ToMember, session: Session, told: Told, context: ComposeContext): Composed {
  const { mobile } = told.member
  if (mobile.kind !== 'usable') return nobody(mobile.kind === 'none' ? 'no-mobile' : 'bad-number')
  return { channel: 'text', to: mobile.e164, body: textBody(purpose, session, told, context) }
}

function textBody(purpose: ToMember, session: Session, told: Told, context: ComposeContext): string {
  if (purpose.kind === 'reminder') return reminderText(session, purpose.reminder, told, context)
  return purpose.kind === 'cancellation-notice' ? cancellationText(session, context) : nudgeText(session, context)
}

/** C2.3: the invitation again, with its three answers. */
function byCard({ member }: Told, record: SessionRecord, context: ComposeContext): Composed {
  const facts = invitationFactsFrom(record, context, member.id)
  if (!member.personId || !facts) return nobody('not-installed')
  return { channel: 'card', to: member.personId, message: nudgeCard(facts, { userId: member.personId }) }
}

function memberEmail(purpose: ToMember, session: Session, invitation: Invitation, context: ComposeContext): EmailContent {
  if (purpose.kind === 'reminder') return reminderEmail(session, purpose, invitation, context)
  return purpose.kind === 'cancellation-notice' ? cancellationEmail(session, context) : askingEmail(session, invitation, context)
}

function email(to: { readonly name: string; readonly address: string }, content: EmailContent): Composed {
  return { channel: 'email', mail: { to, ...content } }
}

function toOfficer(duty: Duty, purpose: ToOfficer, record: SessionRecord, context: ComposeContext): Composed {
  if (duty.channel === 'card') return { channel: 'card', to: purpose.officerId, message: officerCard(purpose, record, context) }
  const to = officerAddress(purpose.officerId, record.session, context)
  if (!to) return nobody('no-mailbox')
  const { session } = record
  if (purpose.kind === 'ask-reason') return email(to, askReasonEmail(session, context))
  return email(to, decisionEmail(session, purpose.kind === 'escalation', context))
}

function officerCard(purpose: ToOfficer, record: SessionRecord, context: ComposeContext) {
  const facts = decisionFactsFrom(record, context, { officerId: purpose.officerId })
  if (purpose.kind === 'ask-reason') return askReasonCard(facts)
  return purpose.kind === 'escalation' ? decisionCard(facts, escalationNote) : decisionCard(facts)
}

/** A shared mailbox organises sessions and is no officer: it is written to at its own address. */
function officerAddress(id: PersonId, { organiser }: Session, { officers }: ComposeContext) {
  const officer = officers.find((each) => each.id === id)
  const to = officer ?? (organiser.id === id ? organiser : undefined)
  return to?.address ? { name: to.name, address: to.address } : undefined
}

/** C3.10: Outlook's cancellation carries the officer's words to everyone invited, and whom to ring. */
function cancelling(session: Session, context: ComposeContext): Composed {
  const { mailbox, eventId } = session.calendar
  const message = session.decision?.message ?? calendarWords.plain
  const run = offeredRun(session, message, context)
  const lines = [
    message,
    ...(run ? [calendarWords.sameCourse(dayWords(run.startsAt), startWords(run.startsAt), shortPlace(run))] : []),
    ...(session.decision?.choice === 'postpone' && !run ? [calendarWords.newDate] : []),
    calendarWords.questions(context.profile.help),
  ]
  return { channel: 'calendar', order: { kind: 'cancel', mailbox, eventId, comment: lines.join('\n\n') } }
}

/** C2.1: the answer is told to Outlook in the Member's own calendar, which only somebody with an account has. */
function answering({ memberId, answer }: Of<'answer'>, session: Session, { members }: ComposeContext): Composed {
  const member = members.find(({ id }) => id === memberId)
  const [memberAddress] = member?.addresses ?? []
  if (!member?.personId || !memberAddress) return nobody('no-mailbox')
  const { mailbox, eventId, iCalUId } = session.calendar
  const entry = { mailbox, eventId, iCalUId }
  return {
    channel: 'calendar',
    order: { kind: 'answer', member: member.personId, memberAddress, entry, startsAt: session.startsAt, answer },
  }
}
