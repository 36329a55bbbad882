import { digest } from '../kernel/digest.ts'
import { noticeId, offerId, sessionId, type MemberId, type NoticeId, type OfferId, type PersonId, type SessionId } from '../kernel/ids.ts'
import { isSame } from '../kernel/same.ts'
import type { Instant } from '../kernel/time.ts'
import { isAtOrAfter, isBefore } from '../kernel/time.ts'
import type { Member } from '../members/member.ts'
import { holdsOffice, plain, seatOn } from '../members/seats.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { DutyRecord } from '../sessions/session-record.ts'
import type { Draw, Round } from './draw.ts'

/** What the places are at: a session of the programme, or training elsewhere that the bulletin lists. */
export type OfferSubject =
  { readonly kind: 'session'; readonly sessionId: SessionId } | { readonly kind: 'notice'; readonly noticeId: NoticeId }

/** X27: open to everyone, or to the holders of posts that are named before anybody hears of it. */
export type OpenTo = { readonly kind: 'everyone' } | { readonly kind: 'posts'; readonly posts: readonly string[] }

/**
 * What places are allotted by, in the order in which it is weighed (C4.4). A ballot settles what is left, and so comes last always.
 *
 * The rulebook's `pdp` is not among them: there are no plans yet in which anybody could look.
 */
export type Criterion = 'role-need' | 'not-had-one' | 'ballot'

/** What officers state of an offer, all of it before the bulletin announces it. */
export type Terms = {
  readonly places: number
  readonly openTo: OpenTo
  /** Of `role-need`: posts, or committees, whose holders need it most. Those for whom the session is mandatory count too. */
  readonly neededFor: readonly string[]
  readonly criteria: readonly Criterion[]
  readonly closesAt: Instant
}

export type Offer = Terms & {
  readonly id: OfferId
  readonly subject: OfferSubject
  /** As it was called when the terms were last set. */
  readonly title: string
  /** Drawn at random when the offer was made, and shown to nobody before the draw; its `markOf` is shown to everybody from the first. */
  readonly seed: string
  readonly setAt: Instant
  readonly setBy: PersonId
  readonly setByName: string
  /** When the issue of the bulletin left that announced it. */
  readonly announcedAt?: Instant
  /** Officers took it out before it was announced. */
  readonly droppedAt?: Instant
  /** Members' order, worked out once from the terms and the seed. */
  readonly draw?: Draw
  /** Each time that an officer gave places by that order, oldest first. */
  readonly rounds: readonly Round[]
}

/** One Member's standing towards an offer. When it was expressed is kept for the record and decides nothing. */
export type Interest = {
  readonly memberId: MemberId
  /** Under which the Member stands in the published draw; made at random, once. */
  readonly ticket: string
  readonly at: Instant
  /** `given-up`: withdrawn after the draw. */
  readonly standing: 'interested' | 'withdrawn' | 'given-up'
  /** Of `given-up`: the officer who wrote it down for the Member. */
  readonly recordedBy?: string
}

export type OfferRecord = { readonly offer: Offer; readonly interests: readonly Interest[]; readonly duties: readonly DutyRecord[] }

/** What lists show of an offer: kept beside all the others, renewed at every look. Never its seed. */
export type OfferSummary = Omit<Offer, 'seed' | 'draw'> & {
  readonly drawnAt?: Instant
  readonly interested: number
  /** Who has a place now. */
  readonly held: readonly MemberId[]
  /** Of those interested, whom calling it off concerns. Some may have left office since. */
  readonly concerned?: readonly MemberId[]
  /** How many could be given a place that came free since the first confirmation. */
  readonly next?: number
  /** When the last of its emails was, or is, to leave. */
  readonly lastMailAt?: Instant
  /** One of them did not arrive. */
  readonly hasFailed?: true
  /** When it is over, and since when it is called off, of what its places are at: lists read nothing more of what nobody can act on. */
  readonly endsAt?: Instant
  readonly calledOffAt?: Instant
}

/** By what a seed is known before it is shown, so that anybody can check afterwards that it was not chosen to suit. */
export function markOf(seed: string): string {
  return digest(seed)
}

export function offerIdOf(subject: OfferSubject): OfferId {
  return offerId(subject.kind === 'session' ? `offer-session-${subject.sessionId}` : `offer-notice-${subject.noticeId}`)
}

export function subjectOf(id: OfferId): OfferSubject {
  const [, kind, ...rest] = id.split('-')
  const named = rest.join('-')
  return kind === 'session' ? { kind, sessionId: sessionId(named) } : { kind: 'notice', noticeId: noticeId(named) }
}

/** Minutes after the closing at which the draw may be made: by then whatever was sent before it has arrived. */
export const drawMinutesAfter = 2

export type OfferStage = 'not-announced' | 'open' | 'closing' | 'closed' | 'drawn' | 'allotted'

type Staged = Pick<Offer, 'announcedAt' | 'closesAt' | 'rounds'> & { readonly draw?: unknown; readonly drawnAt?: Instant }

/** How far an offer has got. `closing`: nothing more is taken, and nobody may draw yet. */
export function stageOf({ announcedAt, closesAt, draw, drawnAt, rounds }: Staged, now: Instant): OfferStage {
  if (rounds.length > 0) return 'allotted'
  if (draw !== undefined || drawnAt !== undefined) return 'drawn'
  if (!announcedAt) return 'not-announced'
  if (isBefore(now, closesAt)) return 'open'
  return isBefore(now, closesAt.add({ minutes: drawMinutesAfter })) ? 'closing' : 'closed'
}

/** X27: whether a Member may express interest at all. */
export function isOpenTo(openTo: OpenTo, { posts = [] }: Pick<Member, 'posts'>): boolean {
  return openTo.kind === 'everyone' || openTo.posts.some((post) => holds(post, posts))
}

/** An office of whatever body ("Chair"), a seat on a committee, or one of the register's posts in full. */
export function holds(named: string, posts: readonly string[]): boolean {
  return posts.some((post) => plain(post) === plain(named)) || holdsOffice(named, posts) || seatOn(named, posts) !== undefined
}

export type TermsFault = {
  readonly path: string
  readonly because:
    | 'closes-too-soon'
    | 'closes-after-start'
    | 'closes-earlier'
    | 'no-post-named'
    | 'nobody-holds-it'
    | 'nobody-needs-it'
    | 'ballot-last'
    | 'criterion-twice'
    | 'fixed-when-announced'
    | 'fewer-when-drawn'
}

type Known = {
  readonly now: Instant
  /** When it begins, where that is known. */
  readonly startsAt?: Instant | undefined
  /** Members in office. */
  readonly members: readonly Pick<Member, 'posts'>[]
  /** Whether the session is mandatory for anybody, which is a need by itself. */
  readonly isMandatory: boolean
  readonly isAnyoneInterested: boolean
}

/**
 * Everything in an offer's terms that cannot stand. What the bulletin has announced stays as it was announced, but for a later closing and
 * another number of places; after the draw, only more places. A closing that has passed stands once somebody is interested: nobody puts it
 * later to let in who was late. One that its session was moved to before is put earlier.
 *
 * Clauses: C4.4, X27.
 */
export function termsFaults(terms: Terms, before: Offer | undefined, known: Known): readonly TermsFault[] {
  return [
    ...closingFaults(terms, before, known),
    // Whom it is for stands once announced, though nobody may hold such a post any more.
    ...(before?.announcedAt ? [] : postFaults(terms, known)),
    ...criteriaFaults(terms),
    ...fixedFaults(terms, before),
  ]
}

function fault(is: boolean, path: string, because: TermsFault['because']): readonly TermsFault[] {
  return is ? [{ path, because }] : []
}

function closingFaults({ closesAt }: Terms, before: Offer | undefined, known: Known): readonly TermsFault[] {
  const { now, startsAt, isAnyoneInterested } = known
  if (before?.closesAt.equals(closesAt)) return []
  const hasPassed = before?.announcedAt !== undefined && isAtOrAfter(now, before.closesAt)
  if (before?.draw || (hasPassed && isAnyoneInterested)) return [{ path: 'closesAt', because: 'fixed-when-announced' }]
  return [
    ...fault(!isBefore(now, closesAt), 'closesAt', 'closes-too-soon'),
    ...fault(isStranded({ closesAt }, startsAt), 'closesAt', 'closes-after-start'),
    ...fault(
      before?.announcedAt !== undefined && isBefore(closesAt, before.closesAt) && !isStranded(before, startsAt),
      'closesAt',
      'closes-earlier',
    ),
  ]
}

/** The session was moved to before the closing, so nothing could be given in time. */
export function isStranded({ closesAt }: Pick<Terms, 'closesAt'>, startsAt: Instant | undefined): boolean {
  return startsAt !== undefined && isAtOrAfter(closesAt, startsAt)
}

function postFaults({ openTo, neededFor, criteria }: Terms, { members, isMandatory }: Known): readonly TermsFault[] {
  const unheld = (post: string) => !members.some(({ posts = [] }) => holds(post, posts))
  const open = openTo.kind === 'posts' ? openTo.posts : []
  const weighed = criteria.includes('role-need')
  return [
    ...fault(openTo.kind === 'posts' && open.length === 0, 'openTo.posts', 'no-post-named'),
    ...open.flatMap((post, index) => fault(unheld(post), `openTo.posts.${index}`, 'nobody-holds-it')),
    ...neededFor.flatMap((post, index) => fault(weighed && unheld(post), `neededFor.${index}`, 'nobody-holds-it')),
    ...fault(weighed && neededFor.length === 0 && !isMandatory, 'neededFor', 'nobody-needs-it'),
  ]
}

function criteriaFaults({ criteria }: Terms): readonly TermsFault[] {
  return [
    ...fault(criteria.indexOf('ballot') !== criteria.length - 1, 'criteria', 'ballot-last'),
    ...fault(new Set(criteria).size < criteria.length, 'criteria', 'criterion-twice'),
  ]
}

function fixedFaults(terms: Terms, before: Offer | undefined): readonly TermsFault[] {
  if (!before?.announcedAt) return []
  return [
    ...fault(!isSame(terms.openTo, before.openTo), 'openTo', 'fixed-when-announced'),
    ...fault(!isSame(terms.neededFor, before.neededFor), 'neededFor', 'fixed-when-announced'),
    ...fault(!isSame(terms.criteria, before.criteria), 'criteria', 'fixed-when-announced'),
    ...fault(before.draw !== undefined && terms.places < before.places, 'places', 'fewer-when-drawn'),
  ]
}

/** What a council can weigh by today, in its rulebook's usual order, with the ballot that always ends it. */
export function usualCriteria({ allocation }: Pick<Rulebook, 'allocation'>): readonly Criterion[] {
  const weighed = allocation.criteria.filter((each) => each === 'role-need' || each === 'not-had-one')
  return [...weighed, 'ballot']
}
