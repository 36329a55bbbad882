import { briefMark } from '../brief/given.ts'
import type { Guest, Mark, Recorded } from '../attendance/mark.ts'
import type { DutyOutcome, Duty } from '../duties/duty.ts'
import type { OwedContext } from '../duties/owed-context.ts'
import { councilId, memberId, personId, sessionId } from '../kernel/ids.ts'
import type { MemberId, PersonId } from '../kernel/ids.ts'
import { day, instant } from '../kernel/time.ts'
import type { Instant } from '../kernel/time.ts'
import type { Member } from '../members/member.ts'
import type { Officer } from '../members/officer.ts'
import type { MandatoryRule } from '../rulebook/mandatory.ts'
import { presets } from '../rulebook/presets.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { Appointment, Invitee } from '../sessions/appointment.ts'
import { courseOf } from '../sessions/course.ts'
import type { Response } from '../sessions/response.ts'
import type { Invitation, Session } from '../sessions/session.ts'
import type { DutyRecord, SessionRecord, SessionSummary } from '../sessions/session-record.ts'
import { summaryOf } from '../sessions/summary.ts'
import { countsIn } from '../sessions/undersubscribed.ts'

export const towerHamlets: Rulebook = presets['tower-hamlets']
export const thamesbrook = councilId('thamesbrook')

/** A session on Tuesday 27 October 2026 at 6:30pm, in winter time; the clocks change on the Sunday before. */
export const startsAt = instant('2026-10-27T18:30:00Z')
/** 09:00 on Tuesday 20 October, in summer time: five working days before. */
export const reviewAt = instant('2026-10-20T08:00:00Z')
/** Long before anything is due: Tuesday 15 September 2026, 11:20am. */
export const arrangedAt = instant('2026-09-15T10:20:00Z')

/** A rule of mandatory training for every councillor, once, by no day. */
export function aRule(given: Partial<MandatoryRule> = {}): MandatoryRule {
  return {
    id: 'equality',
    label: 'Equality',
    appliesTo: { kinds: ['councillor'], offices: [], committees: [] },
    titles: [],
    due: { by: 'none' },
    again: 'never',
    substitutes: true,
    through: 'sessions',
    equivalence: true,
    lapseBlocks: true,
    ...given,
  }
}

export function aPersonId(number: number): PersonId {
  return personId(`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`)
}

export function aMemberId(number: number): MemberId {
  return memberId(`m${number}`)
}

/** A councillor in office, with an account and a mobile that takes texts. */
export function aMember(number = 1, given: Partial<Member> = {}): Member {
  return {
    id: aMemberId(number),
    kind: 'councillor',
    name: `Councillor Member ${number}`,
    shortName: `Cllr Member ${number}`,
    addresses: [`member${number}@thamesbrook.example`],
    personId: aPersonId(number),
    mobile: { kind: 'usable', e164: `+447700900${String(number).padStart(3, '0')}` },
    from: day('2026-05-11'),
    texts: { reminders: true, combine: false },
    ...given,
  }
}

export function someMembers(count: number): readonly Member[] {
  return Array.from({ length: count }, (_, index) => aMember(index + 1))
}

export function anOfficer(number = 901, given: Partial<Officer> = {}): Officer {
  return {
    id: aPersonId(number),
    name: `Officer ${number}`,
    address: `officer${number}@thamesbrook.example`,
    roles: ['officer'],
    ...given,
  }
}

export function anInvitation(number: number, response: Response = 'none', given: Partial<Invitation> = {}): Invitation {
  const respondedAt = response === 'none' ? {} : { respondedAt: arrangedAt.add({ hours: 24 }) }
  return { memberId: aMemberId(number), response, through: 'named', ...respondedAt, ...given }
}

export type Answers = { readonly accepted?: number; readonly tentative?: number; readonly declined?: number; readonly none?: number }

/** Invitations of Members 1, 2, 3, …: first those who accepted, then the tentative, the declined and those without an answer. */
export function invitationsWith({ accepted = 0, tentative = 0, declined = 0, none = 0 }: Answers): readonly Invitation[] {
  const responses: readonly Response[] = [
    ...Array<Response>(accepted).fill('accepted'),
    ...Array<Response>(tentative).fill('tentative'),
    ...Array<Response>(declined).fill('declined'),
    ...Array<Response>(none).fill('none'),
  ]
  return responses.map((response, index) => anInvitation(index + 1, response))
}

/** A session with so many answers of each kind, and whatever else a test is about. */
export function aSession(given: Answers & Partial<Session> = {}): Session {
  const { accepted, tentative, declined, none, ...session } = given
  const title = session.title ?? 'Chairing a difficult meeting'
  const start = session.startsAt ?? startsAt
  return {
    id: sessionId('s1'),
    courseId: courseOf(title),
    title,
    kind: 'in-person-training',
    delivery: 'in-person',
    startsAt: start,
    endsAt: start.add({ hours: 2 }),
    place: 'Town Hall Room 2',
    organiser: { id: aPersonId(901), name: 'Officer 901', address: 'officer901@thamesbrook.example' },
    calendar: { mailbox: aPersonId(901), eventId: 'event-1', iCalUId: 'ical-1' },
    invitations: invitationsWith({ accepted: accepted ?? 0, tentative: tentative ?? 0, declined: declined ?? 0, none: none ?? 0 }),
    others: [],
    standing: { kind: 'standing' },
    undersubscribed: { kind: 'none' },
    firstSeenAt: arrangedAt,
    readAt: arrangedAt,
    ...session,
  }
}

/** C3.4: the same, to be held at another time to which nobody has moved it yet. */
export function postponed(session: Session): Session {
  const knowing = { counts: countsIn(session), minimum: 6, readAt: session.readAt, otherRuns: [] }
  const by = { by: aPersonId(901), byName: 'Officer 901' }
  return { ...session, decision: { choice: 'postpone', ...by, at: reviewAt, reasonId: 'own-words', knowing } }
}

/** C1.11: the same, and its presenter has the brief as it stands. */
export function briefed(session: Session): Session {
  return { ...session, brief: { of: briefMark(session), by: aPersonId(901), byName: 'Officer 901', at: arrangedAt } }
}

export function aRecord(session: Session = aSession(), given: Partial<Omit<SessionRecord, 'session'>> = {}): SessionRecord {
  return { session, moments: { nudged: 0 }, duties: [], history: [], calls: [], marks: [], evaluations: [], ...given }
}

/** An officer's press on the register, at the start, having seen nothing before it. */
export function aMark(member: number, recorded: Recorded, given: Partial<Omit<Mark, 'about' | 'recorded'>> = {}): Mark {
  const number = given.number ?? 1
  return {
    id: `mark-${number}`,
    number,
    about: { kind: 'member', memberId: aMemberId(member) },
    recorded,
    pressedAt: startsAt,
    takenAt: startsAt,
    by: { kind: 'officer', id: aPersonId(901), name: 'Officer 901' },
    through: 'register',
    seen: 0,
    ...given,
  }
}

export function aGuestMark(id: string, guest: Omit<Guest, 'id'>, given: Partial<Omit<Mark, 'about'>> = {}): Mark {
  const { recorded = 'in-person', ...rest } = given
  return { ...aMark(1, recorded, rest), about: { kind: 'guest', guest: { id, ...guest } } }
}

export function aSummary(given: Answers & Partial<Session> = {}): SessionSummary {
  return summaryOf({ session: aSession(given) })
}

export function aDutyRecord(duty: Duty, state: DutyRecord['state'] = { kind: 'due', attempt: 0 }): DutyRecord {
  return { duty, state, notBefore: duty.notBefore }
}

export function done(duty: Duty, outcome: DutyOutcome): DutyRecord {
  return aDutyRecord(duty, { kind: 'done', outcome })
}

/** Fifty Members, two officers, and Tower Hamlets' rules. */
export function aContext(now: Instant, given: Partial<Omit<OwedContext, 'now'>> = {}): OwedContext {
  return {
    rulebook: towerHamlets,
    members: someMembers(50),
    officers: [anOfficer(901), anOfficer(902)],
    otherRuns: [],
    now,
    ...given,
  }
}

export function anInvitee(address: string, response: Response = 'none', given: Partial<Invitee> = {}): Invitee {
  return { name: address, address, type: 'required', response, ...given }
}

export function anAppointment(given: Partial<Appointment> = {}): Appointment {
  const start = given.startsAt ?? startsAt
  return {
    eventId: 'event-1',
    iCalUId: 'ical-1',
    subject: 'Chairing a difficult meeting',
    startsAt: start,
    endsAt: start.add({ hours: 2 }),
    place: 'Town Hall Room 2',
    roomAddresses: [],
    organiser: { name: 'Officer 901', address: 'officer901@thamesbrook.example' },
    isOrganiser: true,
    isDraft: false,
    isCancelled: false,
    isPrivate: false,
    categories: ['Member training'],
    attendees: [anInvitee('member1@thamesbrook.example')],
    ...given,
  }
}
