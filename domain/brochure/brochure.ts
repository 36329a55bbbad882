import { mandatoryFor } from '../bulletin/mandatory-for.ts'
import type { CourseId } from '../kernel/ids.ts'
import { londonDay } from '../kernel/london.ts'
import type { Instant } from '../kernel/time.ts'
import { isSame } from '../kernel/same.ts'
import { isAtOrAfter } from '../kernel/time.ts'
import { kindOf } from '../rulebook/in-force.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { courseHeading } from '../sessions/course.ts'
import { isHeldBack, stoodInProgramme, type HeldFrom } from '../sessions/held.ts'
import { isPostponed } from '../sessions/postponed.ts'
import { isForEverybodysEyes, isPublished } from '../sessions/published.ts'
import { roomAt } from '../sessions/room.ts'
import type { Session } from '../sessions/session.ts'
import type { SessionSummary } from '../sessions/session-record.ts'

type Room = Rulebook['rooms']['register'][number]
export type Access = Pick<Room, 'stepFree' | 'hearingLoop'>

/** One time at which a course is held. */
export type BrochureRun = Pick<Session, 'id' | 'startsAt' | 'endsAt' | 'delivery' | 'place'> & {
  /** What the council has said of the room. Absent: nothing. */
  readonly access?: Access
  readonly hasBegun: boolean
  readonly hasEnded: boolean
}

/** A course as the year's programme tells it: once, whenever it is held. */
export type BrochureCourse = {
  readonly courseId: CourseId
  readonly title: string
  /** The kind's id, and what the council calls it. */
  readonly kind: string
  readonly kindLabel: string
  readonly aims?: string
  /** C1.3: what officers said, or else the kind's. */
  readonly forWhom: NonNullable<SessionSummary['forWhom']> | { readonly kind: 'relevant-members' }
  /** For whom it is mandatory, in words. */
  readonly mandatoryFor?: string
  readonly runs: readonly BrochureRun[]
  /** Runs that are postponed and have no new date yet. */
  readonly toFollow: number
}

export type ArrangedBy = Rulebook['programme']['publication']['arrangedBy']

/** Courses under one heading. `month`: "2026-10", of the first run. */
export type BrochureGroup = {
  readonly heading:
    | { readonly kind: 'month'; readonly month: string }
    | { readonly kind: 'kind'; readonly label: string }
    | { readonly kind: 'date-to-follow' }
  readonly courses: readonly BrochureCourse[]
}

/**
 * A year's programme as it is handed to Members: each course once, with every time at which it is held.
 *
 * Only what is published and planned: nothing cancelled, nothing that is for Members by name, and nothing at a time from which it was
 * postponed; what has no other time yet stands at the end, with no time at all. What does not say what it is to achieve waits, where the
 * council holds it back.
 *
 * Clauses: C1.9, C4.16 (HR 3.1; HV Core 3; TH 3.1).
 */
export function brochureOf(
  sessions: readonly SessionSummary[],
  rulebook: Rulebook,
  { by, now, heldFrom }: { readonly by: ArrangedBy; readonly now: Instant; readonly heldFrom?: HeldFrom },
): readonly BrochureGroup[] {
  const told = sessions
    .filter((session) => isForTheProgramme(session, rulebook) && !isHeldOut(session, rulebook, heldFrom))
    .toSorted((one, other) => one.startsAt.epochMilliseconds - other.startsAt.epochMilliseconds)
  const courses = [...Map.groupBy(told, ({ courseId }) => courseId).values()].map((runs) =>
    courseOf(runs, { known: sessions, rulebook, now }),
  )
  const dated = courses.filter(({ runs }) => runs.length > 0)
  const undated = courses.filter(({ runs }) => runs.length === 0)
  const last: readonly BrochureGroup[] = undated.length > 0 ? [{ heading: { kind: 'date-to-follow' }, courses: undated }] : []
  return [...(by === 'month' ? byMonth(dated) : byKind(dated, rulebook)), ...last]
}

function isForTheProgramme(session: SessionSummary, rulebook: Rulebook): boolean {
  return isPublished(session, rulebook) || isToFollow(session, rulebook)
}

function isHeldOut(session: SessionSummary, rulebook: Rulebook, heldFrom: HeldFrom = () => undefined): boolean {
  return isHeldBack(session, rulebook) && !stoodInProgramme(session, heldFrom)
}

/** C1.9: those to come that would stand in it, if they said what they are to achieve. */
export function heldOutOf(
  sessions: readonly SessionSummary[],
  rulebook: Rulebook,
  { now, heldFrom }: { readonly now: Instant; readonly heldFrom: HeldFrom },
): readonly SessionSummary[] {
  return sessions
    .filter((session) => isForTheProgramme(session, rulebook) && isHeldOut(session, rulebook, heldFrom))
    .filter(({ startsAt }) => !isAtOrAfter(now, startsAt))
    .toSorted((one, other) => one.startsAt.epochMilliseconds - other.startsAt.epochMilliseconds)
}

/** C3.4: it is still to be held, at a time that nobody knows yet. */
function isToFollow(session: SessionSummary, rulebook: Rulebook): boolean {
  return isPostponed(session) && isForEverybodysEyes(session, rulebook)
}

type Known = { readonly known: readonly SessionSummary[]; readonly rulebook: Rulebook; readonly now: Instant }

/** `sessions`: of one course, by start, and at least one. */
function courseOf(sessions: readonly SessionSummary[], { known, rulebook, now }: Known): BrochureCourse {
  const [first] = sessions
  if (!first) throw new TypeError('a course without a session')
  const held = sessions.filter((session) => !isPostponed(session))
  const kind = kindOf(rulebook, first.kind)
  const aims = sessions.find((session) => session.aims)?.aims
  const mandatory = mandatoryFor(sessions, known, rulebook)
  return {
    courseId: first.courseId,
    title: sessions.length > 1 ? courseHeading(first.title) : first.title,
    kind: kind.id,
    kindLabel: kind.label,
    ...(aims ? { aims } : {}),
    forWhom: audienceOf(sessions, rulebook),
    ...(mandatory ? { mandatoryFor: mandatory } : {}),
    runs: held.map((session) => runOf(session, rulebook, now)),
    toFollow: sessions.length - held.length,
  }
}

/** What is said once is so of every run: of runs for different people, only that they are for whoever is invited. */
function audienceOf(sessions: readonly SessionSummary[], rulebook: Rulebook): BrochureCourse['forWhom'] {
  const [first, ...others] = sessions.map((session) => session.forWhom ?? { kind: kindOf(rulebook, session.kind).audience })
  return first && others.every((other) => isSame(first, other)) ? first : { kind: 'relevant-members' }
}

function runOf({ id, startsAt, endsAt, delivery, place }: SessionSummary, rulebook: Rulebook, now: Instant): BrochureRun {
  const access = delivery === 'online' ? undefined : accessOf(place, rulebook)
  return {
    id,
    startsAt,
    endsAt,
    delivery,
    ...(place ? { place } : {}),
    ...(access ? { access } : {}),
    hasBegun: isAtOrAfter(now, startsAt),
    hasEnded: isAtOrAfter(now, endsAt),
  }
}

/** What the council's own register of rooms says of a place; undefined where it says nothing. */
export function accessOf(place: string | undefined, rulebook: Pick<Rulebook, 'rooms'>): Access | undefined {
  const room = place === undefined ? undefined : roomAt(place, rulebook)
  if (room?.stepFree === undefined && room?.hearingLoop === undefined) return undefined
  const { stepFree, hearingLoop } = room
  return { ...(stepFree === undefined ? {} : { stepFree }), ...(hearingLoop === undefined ? {} : { hearingLoop }) }
}

function byMonth(courses: readonly BrochureCourse[]): readonly BrochureGroup[] {
  const months = Map.groupBy(courses, ({ runs: [first] }) => (first ? londonDay(first.startsAt).toString().slice(0, 7) : ''))
  return [...months].map(([month, within]) => ({ heading: { kind: 'month', month }, courses: within }))
}

/** In the order in which the council lists its kinds; one that it has since given up stands last. */
function byKind(courses: readonly BrochureCourse[], { kinds }: Rulebook): readonly BrochureGroup[] {
  const place = (id: string) => {
    const at = kinds.findIndex((kind) => kind.id === id)
    return at === -1 ? kinds.length : at
  }
  return [...Map.groupBy(courses, ({ kind }) => kind)]
    .toSorted(([one], [other]) => place(one) - place(other))
    .map(([, within]) => ({ heading: { kind: 'kind', label: within[0]?.kindLabel ?? '' }, courses: within }))
}
