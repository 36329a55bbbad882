import { placesLink } from '../../bot/cards/links.ts'
import type { Duty } from '../../domain/duties/duty.ts'
import { londonDay } from '../../domain/kernel/london.ts'
import type { Instant } from '../../domain/kernel/time.ts'
import { dayInWords } from '../../domain/kernel/words-of-time.ts'
import type { Member } from '../../domain/members/member.ts'
import type { Officer } from '../../domain/members/officer.ts'
import type { OfferRecord } from '../../domain/places/offer.ts'
import { heldBy, isDrawn, standingsOf, stillThere, type Standing } from '../../domain/places/standing.ts'
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

/** C4.4: tells somebody what came of an offer, from what is true at the moment it leaves. */
export function composeOutcome({ purpose }: Duty, record: OfferRecord, context: OutcomeContext): Composed {
  switch (purpose.kind) {
    case 'places-closed':
      return toOfficer(purpose.officerId, record, context)
    case 'place-outcome':
      return outcomeTo(purpose.memberId, record, context)
    case 'place-given-up':
      return givenUpTo(purpose.memberId, record, context)
    case 'places-over':
      return overTo(purpose.memberId, record, context)
    case 'places-on-again':
      return onAgainTo(purpose.memberId, record, context)
    default:
      return { channel: 'none', because: 'misconfigured' }
  }
}

/** What came of her interest, and why. */
function outcomeTo(id: Member['id'], record: OfferRecord, context: OutcomeContext): Composed {
  const { offer } = record
  if (!isDrawn(offer)) return { channel: 'none', because: 'misconfigured' }
  const interests = stillThere(record.interests, context.members, londonDay(context.now))
  const standing = standingsOf(offer, interests).find(({ memberId }) => memberId === id)?.standing
  if (!standing) return { channel: 'none', because: 'no-mailbox' }
  const lead = placesWords.outcomeOf(standing)
  return toMember(id, record, context, {
    subject: say.places.subject(lead, context.about.title),
    lead,
    more: moreOf(standing),
    hint: say.places.checkIt,
    mayJoin: standing.kind === 'place',
  })
}

/**
 * An officer has written down that she gives up: who, and when, and what to do if it is a mistake. Only a place that she had been given goes
 * to another.
 */
function givenUpTo(id: Member['id'], record: OfferRecord, context: OutcomeContext): Composed {
  const interest = record.interests.find(({ memberId }) => memberId === id)
  const { subject, lead, by, nextHasIt, mistake } = say.placeGivenUp
  const hadPlace = record.offer.rounds.some(({ given }) => given.includes(id))
  const who = interest?.recordedBy
  return toMember(id, record, context, {
    subject: subject(context.about.title),
    lead,
    more: [
      ...(interest && who ? [by(who, dayWords(interest.at), startWords(interest.at))] : []),
      ...(hadPlace ? [nextHasIt] : []),
      mistake,
    ],
  })
}

/** It is called off: there is nothing to wait for, and no place to come to. */
function overTo(id: Member['id'], record: OfferRecord, context: OutcomeContext): Composed {
  const { subject, lead, hadPlace, wanted, whatToDo } = say.placesOver
  const { kind } = record.offer.subject
  const held = heldBy(record.offer, record.interests).includes(id)
  const { session } = context.about
  const isDecided = session?.standing.kind === 'cancelled' && session.standing.through === 'decision'
  const message = isDecided ? session.decision?.message : undefined
  return toMember(id, record, context, {
    subject: subject[kind](context.about.title),
    lead: lead[kind],
    more: [held ? hadPlace : wanted, ...(message ? [message] : []), whatToDo[kind]],
  })
}

/** She was told that it is off, and it is on again. */
function onAgainTo(id: Member['id'], record: OfferRecord, context: OutcomeContext): Composed {
  const { subject, lead, hasPlace, wanted, withdraw } = say.placesOnAgain
  const held = heldBy(record.offer, record.interests).includes(id)
  return toMember(id, record, context, {
    subject: subject(context.about.title),
    lead,
    more: [held ? hasPlace : wanted, withdraw],
    mayJoin: held,
  })
}

type Said = {
  readonly subject: string
  readonly lead: string
  readonly more: readonly string[]
  readonly hint?: string
  /** Has a place: whoever has none is not told how to join. */
  readonly mayJoin?: boolean
}

function toMember(id: Member['id'], { offer }: OfferRecord, context: OutcomeContext, said: Said): Composed {
  const { profile, about, now } = context
  const member = context.members.find((each) => each.id === id)
  const [address] = member?.addresses ?? []
  if (!member || !address) return { channel: 'none', because: 'no-mailbox' }
  const page = {
    heading: about.title,
    lead: said.lead,
    panel: panelOf(about, said.mayJoin),
    more: said.more,
    link: { label: say.places.open, address: placesLink(profile.teamsAppId, offer.id), ...(said.hint ? { hint: said.hint } : {}) },
  }
  const email = emailOf(page, { profile, on: fullDayWords(now) })
  return { channel: 'email', mail: { to: { name: member.name, address }, subject: said.subject.replaceAll(/\s+/g, ' '), ...email } }
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
  const mail = {
    to: { name: officer.name, address: officer.address },
    subject: subject(about.title, interested).replaceAll(/\s+/g, ' '),
    ...email,
  }
  return { channel: 'email', mail }
}

function panelOf({ title, startsAt, sessionEndsAt, place, online, from, to, provider }: SubjectView, mayJoin = false): readonly string[] {
  const days = from && [dayInWords(from, { year: true }), ...(to ? [dayInWords(to, { year: true })] : [])].join(' to ')
  return [
    startsAt && sessionEndsAt ? say.when(dayWords(startsAt), startWords(startsAt), startWords(sessionEndsAt)) : (days ?? title),
    ...(online ? [mayJoin ? say.online : say.heldOnline] : place ? [place] : []),
    ...(provider ? [provider] : []),
  ]
}

function moreOf(standing: Standing): readonly string[] {
  if (standing.kind === 'given-up') return []
  if (standing.kind === 'left-out') return [placesWords.leftOut[standing.because]]
  const then = standing.kind === 'place' ? say.places.giveUp : say.places.onReserve
  return [placesWords.reason(standing.reason, 'you'), then]
}
