import type { NoticeId, SessionId } from '../kernel/ids.ts'
import { londonDay } from '../kernel/london.ts'
import type { Instant } from '../kernel/time.ts'
import { isBefore } from '../kernel/time.ts'
import { kindOf } from '../rulebook/in-force.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { isHeldBack, lacksAims } from '../sessions/held.ts'
import { runOffered } from '../sessions/other-runs.ts'
import { isPostponed } from '../sessions/postponed.ts'
import { isPublished } from '../sessions/published.ts'
import type { Delivery } from '../sessions/session.ts'
import type { SessionSummary } from '../sessions/session-record.ts'
import { mandatoryFor } from './mandatory-for.ts'
import { isLastSaid, keys, lastAnnounced, type PastIssue, type SectionDraft, type SectionId } from './issue.ts'
import type { OfferSummary } from '../places/offer.ts'
import { offersListed, type OfferedPlaces } from './offered.ts'
import { isListed, isRecognised, type Notice, type NoticeSection } from './notice.ts'

/** One time at which a course is offered. */
export type Run = {
  readonly sessionId: SessionId
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly delivery: Delivery
  readonly place?: string
  /** C4.4: its places are limited, and one can say that one would like one. */
  readonly places?: OfferedPlaces
}

export type NoticeItem = {
  readonly kind: 'notice'
  readonly key: string
  readonly noticeId: NoticeId
  readonly title: string
  readonly about?: string
  readonly link?: string
  readonly provider?: string
  /** C4.5: the provider is one that the council recognises. */
  readonly recognised?: true
  readonly costPence?: number
  /** ISO days. */
  readonly from?: string
  readonly to?: string
  readonly roles: readonly string[]
  readonly minutes?: number
  /** C4.7: the session to which it is an alternative, where that does not stand in this issue. */
  readonly insteadOf?: string
  /** C4.4. */
  readonly places?: OfferedPlaces
}

export type Item =
  | {
      readonly kind: 'session'
      readonly key: string
      readonly title: string
      readonly kindLabel: string
      readonly runs: readonly Run[]
      /** For whom it is mandatory, as the rulebook says it. */
      readonly mandatoryFor?: string
      /** C4.7: what can be done in one's own time instead, shown beside it. */
      readonly instead: readonly NoticeItem[]
    }
  | { readonly kind: 'moved'; readonly key: string; readonly title: string; readonly from: Instant; readonly run: Run }
  | {
      /** C3.4: what is postponed has no new date yet; once it has one, it is `moved`. */
      readonly kind: 'cancelled' | 'postponed'
      readonly key: string
      readonly sessionId: SessionId
      readonly title: string
      readonly startsAt: Instant
      /** The officer's words to Members; absent where none were given. */
      readonly message?: string
      readonly other?: Run
    }
  | NoticeItem

export type Section = { readonly id: SectionId; readonly words?: string; readonly items: readonly Item[] }
export type Contents = { readonly sections: readonly Section[] }

/** What an issue is drawn up from. `at` is when it leaves: what is over by then is not in it. */
export type Sources = {
  /** Every session that starts at `at` or later, in every standing. */
  readonly sessions: readonly SessionSummary[]
  readonly notices: readonly Notice[]
  /** Every offer of limited places. */
  readonly offers: readonly OfferSummary[]
  /** Every issue that has left, oldest first. */
  readonly past: readonly PastIssue[]
  readonly rulebook: Rulebook
  readonly at: Instant
}

/** Days ahead of an issue that "coming up" reaches; what is new is listed however far ahead it is. */
export const comingUpDays = 28

/**
 * Everything that an issue could say, in every section of the rulebook: each thing once, nothing that is already dealt with, and nothing
 * of one reader's. What officers leave out is left out afterwards (`arranged`), so that it is new again next time.
 *
 * Clauses: C1.9, C4.2, C4.5, C4.6, C4.7, C4.20.
 */
export function drawnUp(sources: Sources): readonly Section[] {
  const listed = new Set(sources.past.flatMap((issue) => issue.listed))
  const announced = lastAnnounced(sources.past)
  const sessions = sessionItems(sources, listed, announced)
  const beside = new Set([...sessions.new, ...sessions.sessions].flatMap(({ instead }) => instead.map(({ key }) => key)))
  const notices = noticeItems(sources, listed).filter(({ item }) => !beside.has(item.key))
  const itemsOf = (id: SectionId): readonly Item[] => {
    if (id === 'new' || id === 'sessions') return sessions[id]
    if (id === 'cancellations') return changedItems(sources, announced)
    return notices.filter(({ section }) => section === id).map(({ item }) => item)
  }
  return sources.rulebook.bulletin.sections.map((id) => ({ id, items: itemsOf(id) }))
}

/** The issue as officers arranged it: their order, their words, and only what they left in. Empty sections leave themselves out. */
export function arranged(drawn: readonly Section[], drafts: readonly SectionDraft[]): Contents {
  const sections = ordered(drawn, drafts).flatMap(({ section, draft }) => {
    const items = draft.on ? section.items.filter(({ key }) => !draft.leftOut.includes(key)) : []
    return items.length === 0 ? [] : [{ id: section.id, items, ...(draft.words ? { words: draft.words } : {}) }]
  })
  return { sections }
}

/** Every section of the rulebook in the officers' order; one that the rulebook has come by since stands last. */
export function ordered(
  drawn: readonly Section[],
  drafts: readonly SectionDraft[],
): readonly { readonly section: Section; readonly draft: SectionDraft }[] {
  const placed = drafts.flatMap((draft) => {
    const section = drawn.find(({ id }) => id === draft.id)
    return section ? [{ section, draft }] : []
  })
  const unplaced = drawn.filter(({ id }) => !drafts.some((draft) => draft.id === id))
  return [...placed, ...unplaced.map((section) => ({ section, draft: { id: section.id, on: true, leftOut: [] } }))]
}

/** Keys of everything that stands in an issue, what stands beside a session too. */
export function listedIn({ sections }: Contents): readonly string[] {
  return sections.flatMap(({ items }) =>
    items.flatMap((item) => {
      if (item.kind === 'session')
        return [...item.runs.map((run) => keys.session(run.sessionId, run.startsAt)), ...item.instead.map(({ key }) => key)]
      return item.kind === 'moved' ? [keys.session(item.run.sessionId, item.run.startsAt)] : [item.key]
    }),
  )
}

/** C4.4: the offers that an issue announces, which is the moment from which interest is taken. */
export function offersIn({ sections }: Contents): readonly OfferedPlaces[] {
  const items = sections.flatMap((section) => section.items)
  return items.flatMap((item) => {
    const said = item.kind === 'session' ? [...item.runs, ...item.instead] : item.kind === 'notice' ? [item] : []
    return said.flatMap(({ places }) => (places ? [places] : []))
  })
}

/** At which start each session was announced last. */
type Announced = ReadonlyMap<SessionId, Instant>
type SessionItem = Extract<Item, { kind: 'session' }>

function sessionItems(sources: Sources, listed: ReadonlySet<string>, announced: Announced) {
  const standing = sources.sessions.filter((session) => isToTell(session, sources, announced))
  const offers = offersListed(sources.offers, sources.at)
  const fresh = standing.filter(({ id }) => !announced.has(id) || offers.isNew(id))
  const until = londonDay(sources.at).add({ days: comingUpDays })
  const isNear = ({ startsAt }: SessionSummary) => londonDay(startsAt).until(until).sign >= 0
  const near = standing.filter((session) => !fresh.includes(session) && (isNear(session) || wasSaidOff(session, sources)))
  const unmoved = near.filter((session) => !movedFrom(session, announced))
  return { new: byCourse(fresh, sources, listed), sessions: byCourse(unmoved, sources, listed) }
}

/** C1.9: what has been announced stays; what has not waits until it says what it is to achieve, where the council holds it back. */
function isToTell(session: SessionSummary, { rulebook, at }: Sources, announced: Announced): boolean {
  if (!isPublished(session, rulebook) || !isToCome(session, at)) return false
  return announced.has(session.id) || !isHeldBack(session, rulebook)
}

/** C1.9: those not announced yet that do not say what they are to achieve, soonest first: held back, or announced all the same. */
export function withoutAims({ sessions, rulebook, past, at }: Pick<Sources, 'sessions' | 'rulebook' | 'past' | 'at'>) {
  const announced = lastAnnounced(past)
  const ofNews = sessions.filter((session) => isPublished(session, rulebook) && isToCome(session, at) && !announced.has(session.id))
  return soonestFirst(ofNews.filter((session) => lacksAims(session, rulebook)))
}

/** The last word on it was that it does not take place: that it does is news, however far ahead it is. */
function wasSaidOff(session: SessionSummary, { past }: Sources): boolean {
  const { id, startsAt } = session
  return [keys.cancelled(id), keys.postponed(id, startsAt)].some((key) => isLastSaid(key, id, past))
}

/** The runs of one course are one item, at the place of the soonest. */
function byCourse(sessions: readonly SessionSummary[], sources: Sources, listed: ReadonlySet<string>): readonly SessionItem[] {
  const courses = Map.groupBy(soonestFirst(sessions), ({ courseId }) => courseId)
  return [...courses.values()].flatMap((runs) => {
    const [first] = runs
    return first ? [sessionItem(first, runs, sources, listed)] : []
  })
}

function sessionItem(first: SessionSummary, runs: readonly SessionSummary[], sources: Sources, listed: ReadonlySet<string>): SessionItem {
  const { rulebook } = sources
  const mandatory = mandatoryFor(runs, sources.sessions, rulebook)
  const instead = noticeItems(sources, listed, { beside: true }).filter(({ courseId }) => courseId === first.courseId)
  return {
    kind: 'session',
    key: `course~${first.courseId}`,
    title: first.title,
    kindLabel: kindOf(rulebook, first.kind).label,
    runs: runs.map((run) => ({ ...runOf(run), ...offersListed(sources.offers, sources.at).of(run.id) })),
    ...(mandatory ? { mandatoryFor: mandatory } : {}),
    instead: instead.map(({ item }) => item),
  }
}

/** What was announced and is not now taking place, or not then. */
function changedItems(sources: Sources, announced: Announced): readonly Item[] {
  return soonestFirst(sources.sessions.filter((session) => isToCome(session, sources.at))).flatMap((session): readonly Item[] => {
    const { id, title, startsAt } = session
    if (!announced.has(id)) return []
    const off = offItem(session, sources, announced)
    if (off) return isLastSaid(off.key, id, sources.past) ? [] : [off]
    const from = isPublished(session, sources.rulebook) && movedFrom(session, announced)
    return from ? [{ kind: 'moved', key: keys.session(id, startsAt), title, from, run: runOf(session) }] : []
  })
}

/** As it stands among what is not now taking place; undefined where it takes place. */
function offItem(
  session: SessionSummary,
  sources: Sources,
  announced: Announced,
): Extract<Item, { kind: 'cancelled' | 'postponed' }> | undefined {
  const { sessions, rulebook, at } = sources
  const { id, title, startsAt, decision, standing } = session
  const isCancelled = standing.kind === 'cancelled'
  if (!isCancelled && !isPostponed(session)) return undefined
  const open = sessions.filter((run) => isToTell(run, sources, announced))
  const other = runOffered(session, open, rulebook, at)
  return {
    ...(isCancelled ? { kind: 'cancelled', key: keys.cancelled(id) } : { kind: 'postponed', key: keys.postponed(id, startsAt) }),
    sessionId: id,
    title,
    startsAt,
    ...(decision?.message ? { message: decision.message } : {}),
    ...(other ? { other: runOf(other) } : {}),
  }
}

type Noticed = { readonly section: NoticeSection; readonly item: NoticeItem; readonly courseId?: string }

/** `beside`: as they stand beside the session to which they are an alternative, for as long as that is listed. */
function noticeItems(
  { notices, offers: all, rulebook, at }: Sources,
  listed: ReadonlySet<string>,
  { beside = false } = {},
): readonly Noticed[] {
  const offers = offersListed(all, at)
  const stoodBefore = ({ id }: Notice) => listed.has(keys.notice(id)) && !offers.isNew(id)
  const { youSaidWeDid } = rulebook.bulletin
  return notices
    .filter((notice) => youSaidWeDid || notice.section !== 'you-said-we-did')
    .filter((notice) =>
      beside ? notice.insteadOf !== undefined && !notice.withdrawnAt : isListed(notice, londonDay(at), stoodBefore(notice)),
    )
    .map((notice) => ({
      section: notice.section,
      item: { ...noticeItem(notice, rulebook, beside), ...offers.of(notice.id) },
      ...(notice.insteadOf ? { courseId: notice.insteadOf.courseId } : {}),
    }))
}

function noticeItem(notice: Notice, rulebook: Rulebook, beside: boolean): NoticeItem {
  const { id, title, about, link, provider, costPence, from, to, roles, minutes, insteadOf } = notice
  return {
    kind: 'notice',
    key: keys.notice(id),
    noticeId: id,
    title,
    roles,
    ...(about ? { about } : {}),
    ...(link ? { link } : {}),
    ...(provider ? { provider } : {}),
    ...(isRecognised(notice, rulebook) ? { recognised: true } : {}),
    ...(costPence === undefined ? {} : { costPence }),
    ...(from ? { from: String(from) } : {}),
    ...(to ? { to: String(to) } : {}),
    ...(minutes === undefined ? {} : { minutes }),
    ...(insteadOf && !beside ? { insteadOf: insteadOf.title } : {}),
  }
}

/** C1.21: the start that Members were last told, where it is not the one at which it now stands. */
function movedFrom({ id, startsAt }: SessionSummary, announced: Announced): Instant | undefined {
  const last = announced.get(id)
  return last?.equals(startsAt) ? undefined : last
}

export function runOf({ id, startsAt, endsAt, delivery, place }: SessionSummary): Run {
  return { sessionId: id, startsAt, endsAt, delivery, ...(place ? { place } : {}) }
}

function isToCome({ startsAt }: SessionSummary, at: Instant): boolean {
  return isBefore(at, startsAt)
}

function soonestFirst(sessions: readonly SessionSummary[]): readonly SessionSummary[] {
  return sessions.toSorted((one, other) => one.startsAt.epochMilliseconds - other.startsAt.epochMilliseconds)
}
