import { placesLink } from '../../bot/cards/links.ts'
import type { Duty } from '../../domain/duties/duty.ts'
import { londonDay } from '../../domain/kernel/london.ts'
import type { Instant } from '../../domain/kernel/time.ts'
import { dayInWords } from '../../domain/kernel/words-of-time.ts'
import type { Member } from '../../domain/members/member.ts'
import type { Officer } from '../../domain/members/officer.ts'
import type { OfferRecord } from '../../domain/places/offer.ts'
import { isDrawn, standingsOf, stillThere, type Standing } from '../../domain/places/standing.ts'
import { placesWords } from '../../domain/places/words.ts'
import type { Composed } from '../ports/compose.ts'
import type { Council, CouncilProfile } from '../ports/council.ts'
import { subjectView, type SubjectView } from '../use-cases/offer-subject.ts'
import { emailOf } from './email-page.ts'
import { dayWords, emailWords as say, fullDayWords, startWords } from './words.ts'

/** What an outcome is said with, at the moment it leaves. */
export type OutcomeContext = {
  readonly profile: CouncilProfile
  readonly members: readonly Member[]
  readonly officers: readonly Officer[]
  readonly about: SubjectView
  readonly now: Instant
}

export async function outcomeContext(council: Council, { offer }: Pick<OfferRecord, 'offer'>): Promise<OutcomeContext> {
  const [members, officers, about] = await Promise.all([council.members.all(), council.officers.all(), subjectView(council, offer)])
  return { profile: council.profile, members, officers, about, now: council.clock.now() }
}

/** C4.4: tells a Member what came of their interest, and why, from what is true at the moment it leaves. */
export function composeOutcome({ purpose }: Duty, record: OfferRecord, context: OutcomeContext): Composed {
  const { offer } = record
  if (purpose.kind === 'places-closed') return toOfficer(purpose.officerId, record, context)
  if (purpose.kind !== 'place-outcome' || !isDrawn(offer)) return { channel: 'none', because: 'misconfigured' }
  const member = context.members.find(({ id }) => id === purpose.memberId)
  const interests = stillThere(record.interests, context.members, londonDay(context.now))
  const standing = standingsOf(offer, interests).find(({ memberId }) => memberId === purpose.memberId)?.standing
  const [address] = member?.addresses ?? []
  if (!member || !address || !standing) return { channel: 'none', because: 'no-mailbox' }
  const { title } = context.about
  const page = {
    heading: title,
    lead: placesWords.outcomeOf(standing),
    panel: panelOf(context.about),
    more: moreOf(standing),
    link: { label: say.places.open, address: placesLink(context.profile.teamsAppId, offer.id), hint: say.places.checkIt },
  }
  const email = emailOf(page, { profile: context.profile, on: fullDayWords(context.now) })
  const subject = say.places.subject(placesWords.outcomeOf(standing), title).replaceAll(/\s+/g, ' ')
  return { channel: 'email', mail: { to: { name: member.name, address }, subject, ...email } }
}

function toOfficer(id: Officer['id'], { offer, interests }: OfferRecord, { profile, officers, about, now }: OutcomeContext): Composed {
  const officer = officers.find((each) => each.id === id)
  if (!officer?.address) return { channel: 'none', because: 'no-mailbox' }
  const interested = interests.filter(({ standing }) => standing === 'interested').length
  const { heading, subject, lead, next, nobody, open } = say.placesClosed
  const page = {
    heading: heading(about.title),
    lead: lead(interested, offer.places),
    panel: panelOf(about),
    more: [placesWords.closedOn(offer.closesAt), interested === 0 ? nobody : next],
    link: { label: open, address: placesLink(profile.teamsAppId, offer.id, 'officer') },
  }
  const email = emailOf(page, { profile, on: fullDayWords(now) })
  const mail = { to: { name: officer.name, address: officer.address }, subject: subject(about.title).replaceAll(/\s+/g, ' '), ...email }
  return { channel: 'email', mail }
}

function panelOf({ title, startsAt, sessionEndsAt, place, online, from, to, provider }: SubjectView): readonly string[] {
  const days = from && [dayInWords(from, { year: true }), ...(to ? [dayInWords(to, { year: true })] : [])].join(' to ')
  return [
    startsAt && sessionEndsAt ? say.when(dayWords(startsAt), startWords(startsAt), startWords(sessionEndsAt)) : (days ?? title),
    ...(online ? [say.online] : place ? [place] : []),
    ...(provider ? [provider] : []),
  ]
}

function moreOf(standing: Standing): readonly string[] {
  if (standing.kind === 'given-up') return []
  if (standing.kind === 'left-out') return [placesWords.leftOut[standing.because]]
  const then = standing.kind === 'place' ? say.places.giveUp : say.places.onReserve
  return [placesWords.reason(standing.reason, 'you'), then]
}
