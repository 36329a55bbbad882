import { inLondon, londonDay } from '../../domain/kernel/london.ts'
import type { MemberId, OfferId } from '../../domain/kernel/ids.ts'
import type { Day, Instant } from '../../domain/kernel/time.ts'
import { isBefore } from '../../domain/kernel/time.ts'
import { isInOffice, type Member } from '../../domain/members/member.ts'
import { drawMinutesAfter, isOpenTo, markOf, stageOf, subjectOf, usualCriteria } from '../../domain/places/offer.ts'
import type { Interest, Offer, OfferRecord, OfferSubject, OfferSummary } from '../../domain/places/offer.ts'
import { isDrawn, nextGiven, publishedDraw, standingsOf, stillThere, type Stood } from '../../domain/places/standing.ts'
import { isOverOrOff } from '../../domain/places/waiting.ts'
import type { MyPlace, MyPlaces, PlacesList, PlacesPage } from '../contracts/places.ts'
import type { Council } from '../ports/council.ts'
import { heldOut } from './held-back.ts'
import { currentIssue } from './issue-sources.ts'
import { rulesMetAt, subjectNamed, subjectView, type SubjectView } from './offer-subject.ts'
import { onWire } from './on-wire.ts'
import { committeesKnown, officesHeld } from './read-details.ts'

/** One offer as officers see it, or what they may offer there; undefined when there is no such session or notice. */
export async function readPlaces(council: Council, id: OfferId): Promise<PlacesPage | undefined> {
  const { offers, members, rulebook, clock } = council
  const subject = subjectOf(id)
  const about = await subjectNamed(council, subject)
  if (!about) return undefined
  const [found, roll, calendar, issue, rules, held] = await Promise.all([
    offers.find(id),
    members.all(),
    council.meetings.calendar(),
    currentIssue(council),
    rulesMetAt(council, about),
    about.session && heldOut(council, about.session),
  ])
  const now = clock.now()
  const record = found?.offer.droppedAt ? undefined : found
  const usualClosesAt = issue && usualClosing(council, issue.due.dueAt)
  return {
    offerId: id,
    subject: subjectOnWire(subject, about),
    ...(record ? { offer: officersOffer(record, now) } : {}),
    ...(record ? outcomeFor(record, roll, londonDay(now)) : { members: [], next: [], confirmed: [] }),
    choices: {
      criteria: ['role-need', 'not-had-one', 'ballot'],
      usual: [...usualCriteria(rulebook)],
      ...(usualClosesAt && !(about.startsAt && !isBefore(usualClosesAt, about.startsAt)) ? { usualClosesAt: String(usualClosesAt) } : {}),
      posts: officesHeld(roll.filter((member) => isInOffice(member, londonDay(now)))),
      committees: committeesKnown(calendar?.committees ?? [], rulebook),
      isMandatory: rules.length > 0,
    },
    ...(held ? { heldOut: held } : {}),
    ...(issue ? { nextIssueAt: String(issue.due.dueAt) } : {}),
    now: String(now),
  }
}

/** C4.4: where officers name no other closing. */
function usualClosing({ rulebook }: Council, dueAt: Instant): Instant {
  const { closesAfterDays, closesAt } = rulebook.allocation
  return inLondon(londonDay(dueAt).add({ days: closesAfterDays }), closesAt)
}

function officersOffer(record: OfferRecord & { readonly etag: string }, now: Instant): NonNullable<PlacesPage['offer']> {
  const { offer, interests, etag } = record
  return {
    ...offeredView(offer, now),
    setBy: offer.setByName,
    setAt: String(offer.setAt),
    seen: etag,
    drawFrom: String(offer.closesAt.add({ minutes: drawMinutesAfter })),
    interested: interests.filter(({ standing }) => standing === 'interested').length,
  }
}

function offeredView(offer: Offer, now: Instant) {
  const { places, openTo, neededFor, criteria, closesAt, announcedAt, seed } = offer
  return {
    ...onWire({ places, openTo, neededFor, criteria, closesAt }),
    stage: stageOf(offer, now),
    seedMark: markOf(seed),
    ...(announcedAt ? { announcedAt: String(announcedAt) } : {}),
  }
}

/**
 * Before the draw nobody sees who is interested: for as long as officers can still change what decides it, nothing is to be arranged by
 * the names.
 */
function outcomeFor({ offer, interests: expressed }: OfferRecord, roll: readonly Member[], today: Day) {
  if (!isDrawn(offer)) return { members: [], next: [], confirmed: [] }
  const interests = stillThere(expressed, roll, today)
  const names = new Map<string, string>(roll.map(({ id, shortName }) => [id, shortName]))
  const named = (memberId: string) => ({ memberId, name: names.get(memberId) ?? memberId })
  const confirmed = offer.rounds.map(({ at, byName, given }) => ({ at: String(at), by: byName, given: given.map((id) => named(id).name) }))
  const { at, byName } = offer.draw
  const there = new Set(roll.filter((member) => isInOffice(member, today)).map(({ id }) => id))
  const hasLeft = (id: MemberId) => !there.has(id)
  return {
    members: standingsOf(offer, interests).map(({ memberId, ticket, standing }) => ({
      ...named(memberId),
      ...(ticket ? { ticket } : {}),
      standing: hasLeft(memberId) ? ({ kind: 'left-out', because: 'left-office' } as const) : standing,
    })),
    next: nextGiven(offer, interests).map(named),
    drawn: { at: String(at), by: byName, ...drawingOf(offer) },
    confirmed,
  }
}

function drawingOf(offer: Parameters<typeof publishedDraw>[0] & Pick<Offer, 'seed'>) {
  return { seed: offer.seed, tickets: onWire(publishedDraw(offer)) }
}

function subjectOnWire(subject: OfferSubject, about: SubjectView): PlacesPage['subject'] {
  const { session: _session, sessionEndsAt, endsAt: _toldUntil, isPublished: _published, calledOffAt: _since, ...facts } = about
  const id = subject.kind === 'session' ? subject.sessionId : subject.noticeId
  return { kind: subject.kind, id, ...onWire(facts), ...(sessionEndsAt ? { endsAt: String(sessionEndsAt) } : {}) }
}

/** Days for which an offer is looked for after its closing: longer than anything is offered ahead. */
const lookedBackHours = 24 * 200
/** Of those, as many as one page shows. */
const mostShown = 20

/** Every offer that is not long over, the earliest closing first. */
export async function readPlacesList({ offers, clock }: Council): Promise<PlacesList> {
  const now = clock.now()
  const near = nearOf(await offers.all(), now)
  return {
    offers: near.map(({ id, title, places, interested, held, closesAt, ...offer }) => ({
      offerId: id,
      title,
      places,
      interested,
      held: held.length,
      stage: stageOf({ ...offer, closesAt }, now),
      closesAt: String(closesAt),
    })),
    now: String(now),
  }
}

function nearOf(all: readonly OfferSummary[], now: Instant): readonly OfferSummary[] {
  const since = now.subtract({ hours: lookedBackHours })
  return all
    .filter(({ closesAt, droppedAt }) => !droppedAt && isBefore(since, closesAt))
    .toSorted((one, other) => one.closesAt.epochMilliseconds - other.closesAt.epochMilliseconds)
}

/** What a Member may still express interest in, and what came of what she did. What is over or cancelled is not listed. */
export async function readMyPlaces(council: Council, member: Member): Promise<MyPlaces> {
  const now = council.clock.now()
  const near = nearOf(await council.offers.all(), now).filter((offer) => offer.announcedAt !== undefined && !isOverOrOff(offer, now))
  const concern = await Promise.all(
    near.map(async (offer) => {
      const isHers = stageOf(offer, now) === 'open' && isOpenTo(offer.openTo, member)
      return isHers || (await council.offers.interest(offer.id, member.id)) !== undefined
    }),
  )
  const hers = near.filter((_offer, index) => concern[index])
  const found = await Promise.all(hers.slice(-mostShown).map(async ({ id }) => readMyPlace(council, member, id)))
  const offers = found.filter((each) => each !== undefined).filter(({ subject }) => !subject.isOff && !subject.isOver)
  return { offers: offers.filter(({ mine, stage, notForYou }) => mine !== 'none' || (stage === 'open' && !notForYou)), now: String(now) }
}

/** One offer as one Member sees it; undefined when nobody has announced it. */
export async function readMyPlace(council: Council, member: Member, id: OfferId): Promise<MyPlace | undefined> {
  const record = await council.offers.find(id)
  if (!record?.offer.announcedAt) return undefined
  const { offer, interests } = record
  const now = council.clock.now()
  const own = interests.find(({ memberId }) => memberId === member.id)
  return {
    ...offeredView(offer, now),
    offerId: id,
    subject: subjectOnWire(offer.subject, await subjectView(council, offer)),
    mine: own?.standing ?? 'none',
    ...(isOpenTo(offer.openTo, member) ? {} : { notForYou: true as const }),
    ...(own ? { ticket: own.ticket } : {}),
    ...(offer.rounds.length > 0 ? publishedTo(offer, stillThere(interests, await council.members.all(), londonDay(now)), member) : {}),
    now: String(now),
  }
}

/** Nobody hears what came of it before an officer has confirmed it; then the draw is everybody's to check. */
function publishedTo(offer: Offer, interests: readonly Interest[], { id }: Member): Pick<MyPlace, 'standing' | 'drawn'> {
  if (!isDrawn(offer)) return {}
  const own = standingsOf(offer, interests).find(({ memberId }: Stood) => memberId === id)
  return { drawn: drawingOf(offer), ...(own ? { standing: own.standing } : {}) }
}
