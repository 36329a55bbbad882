import { z } from 'zod'
import type { CouncilId } from '../../domain/kernel/ids.ts'
import type { Instant } from '../../domain/kernel/time.ts'
import { rollOf } from '../../domain/reports/uptake.ts'
import { summaryOf } from '../../domain/sessions/summary.ts'
import type { SessionRecord } from '../../domain/sessions/session-record.ts'
import type { Session } from '../../domain/sessions/session.ts'
import type { MemberSession } from '../ports/council.ts'
import type { Op, Pk } from '../ports/tables.ts'
import { rollCodec } from './codec-attendance.ts'
import { courseIdCodec, instantCodec, memberIdCodec, personIdCodec, rowCodec } from './codec.ts'
import { memberSessionCodec, summaryCodec } from './codec-session.ts'
import { coursePk, digest, eventRow, mailboxSessionsPk, memberSessionsPk, rollsPk, startRow, yearOf, yearPk } from './keys.ts'

/** Where a session stands in lists, with what its rows there said when last written. */
export type Shape = Pick<Session, 'startsAt' | 'courseId'> & {
  readonly mailbox: Session['calendar']['mailbox']
  readonly eventId: string
  readonly summary: string
  readonly members: Readonly<Record<string, string>>
}

/**
 * A session's row about its own lists. While they are being renewed it names both where the session stood and where it will
 * stand, so that a crash leaves no row behind that nobody knows of.
 */
export type Projected = {
  readonly shapes: readonly Shape[]
  readonly attention: boolean
  readonly nextLookAt?: Instant
  /** While they are being renewed: a digest of what they are to say. Two instances may write the same side by side, and nothing else. */
  readonly towards?: string
}

const shape = z.object({
  startsAt: instantCodec,
  courseId: courseIdCodec,
  mailbox: personIdCodec,
  eventId: z.string(),
  summary: z.string(),
  members: z.record(z.string(), z.string()),
})
export const projectedCodec = rowCodec<Projected>()(
  z.object({
    shapes: z.array(shape).readonly(),
    attention: z.boolean(),
    nextLookAt: instantCodec.optional(),
    towards: z.string().optional(),
  }),
)
const memberId = (text: string) => z.decode(memberIdCodec, text)

function memberSessionsOf(session: Session): ReadonlyMap<string, MemberSession> {
  return new Map(
    session.invitations.map(({ memberId, response, wanted, answeredOldTime }) => [
      memberId,
      { sessionId: session.id, startsAt: session.startsAt, response, wanted, answeredOldTime },
    ]),
  )
}

export function shapeOf(record: SessionRecord): Shape {
  const { session } = record
  const members = [...memberSessionsOf(session)].map(([member, own]) => [member, digestOf(memberSessionCodec.data(own))])
  return {
    startsAt: session.startsAt,
    courseId: session.courseId,
    mailbox: session.calendar.mailbox,
    eventId: session.calendar.eventId,
    summary: digestOf([summaryCodec.data(summaryOf(record)), rollCodec.data(rollOf(record))]),
    members: Object.fromEntries(members) as Record<string, string>,
  }
}

export function towardsOf({ summary, members }: Shape): string {
  return digestOf([summary, members])
}

/** The same places with nothing said there yet. */
export function unsaid(places: Shape): Shape {
  return { ...places, summary: '', members: Object.fromEntries(Object.keys(places.members).map((member) => [member, ''])) }
}

/** The same places, with nothing said in those rows that are to say something else. */
export function unsaidWhereOther(had: Shape, want: Shape): Shape {
  const members = Object.entries(had.members).map(([member, said]) => [member, said === want.members[member] ? said : ''])
  return {
    ...had,
    summary: had.summary === want.summary ? had.summary : '',
    members: Object.fromEntries(members) as Record<string, string>,
  }
}

type Put = { readonly pk: Pk; readonly op: Op }

/** The rows to write: those that do not say already what they should. */
export function rowsToPut(council: CouncilId, record: SessionRecord, want: Shape, had: Shape | undefined): readonly Put[] {
  const { session } = record
  const here = had && samePlace(want, had) ? had : undefined
  const members = [...memberSessionsOf(session)].filter(([member]) => here?.members[member] !== want.members[member])
  const rk = startRow(session.startsAt, session.id)
  const own = members.map(([member, data]) => ({
    pk: memberSessionsPk(council, memberId(member)),
    op: { put: rk, data: memberSessionCodec.data(data) },
  }))
  if (here?.summary === want.summary) return own
  const data = summaryCodec.data(summaryOf(record))
  return [
    { pk: yearPk(council, yearOf(session.startsAt)), op: { put: rk, data } },
    { pk: coursePk(council, session.courseId), op: { put: rk, data } },
    { pk: rollsPk(council, yearOf(session.startsAt)), op: { put: rk, data: rollCodec.data(rollOf(record)) } },
    ...own,
  ]
}

/** Rows of places where the session stands no longer, each once: it may have stood there more than once, under several titles. */
export function rowsToDrop(council: CouncilId, id: Session['id'], want: Shape, had: readonly Shape[]): readonly Put[] {
  const wanted = new Set(placesOf(council, id, want).map(nameOf))
  const old = new Map(had.flatMap((each) => placesOf(council, id, each)).map((place) => [nameOf(place), place]))
  return [...old].filter(([name]) => !wanted.has(name)).map(([, { pk, rk }]) => ({ pk, op: { drop: rk } }))
}

type Place = { readonly pk: Pk; readonly rk: string }

function placesOf(council: CouncilId, id: Session['id'], at: Shape): readonly Place[] {
  const rk = startRow(at.startsAt, id)
  return [
    { pk: yearPk(council, yearOf(at.startsAt)), rk },
    { pk: coursePk(council, at.courseId), rk },
    { pk: rollsPk(council, yearOf(at.startsAt)), rk },
    { pk: mailboxSessionsPk(council, at.mailbox), rk },
    { pk: mailboxSessionsPk(council, at.mailbox), rk: eventRow(at.eventId) },
    ...Object.keys(at.members).map((member) => ({ pk: memberSessionsPk(council, memberId(member)), rk })),
  ]
}

function nameOf({ pk, rk }: Place): string {
  return `${pk.key}/${rk}`
}

function samePlace(one: Shape, other: Shape): boolean {
  return one.startsAt.equals(other.startsAt) && one.courseId === other.courseId
}

/** Whether every place of the one is known to the others, so that nothing new has to be declared before it is written. */
export function isDeclared(council: CouncilId, id: Session['id'], want: Shape, had: readonly Shape[]): boolean {
  const known = new Set(had.flatMap((each) => placesOf(council, id, each)).map(nameOf))
  return placesOf(council, id, want).every((place) => known.has(nameOf(place)))
}

/** What must be there before the session is: how a later change of its appointment finds it. */
export function pointersBefore(council: CouncilId, session: Session): readonly Put[] {
  const { mailbox, eventId } = session.calendar
  const pk = mailboxSessionsPk(council, mailbox)
  return [
    { pk, op: { put: eventRow(eventId), data: { sessionId: session.id } } },
    { pk, op: { put: startRow(session.startsAt, session.id), data: { sessionId: session.id, eventId } } },
  ]
}

function digestOf(data: unknown): string {
  return digest(JSON.stringify(data)).slice(0, 16)
}
