import type { SessionId } from '../../../domain/kernel/ids.ts'
import { instant } from '../../../domain/kernel/time.ts'
import { sessionIdOf } from '../../../domain/sessions/recognise.ts'
import type { Appointment } from '../../../domain/sessions/appointment.ts'
import { anAppointment } from '../../../domain/testing/builders.ts'
import { addressOf, profile } from './outside/council-world.ts'

/** A session of the scenario, with the moments that it must have: written out, so that no rule of the product says what is right. */
export type Held = {
  readonly eventId: string
  readonly sessionId: SessionId
  readonly organiser: number
  readonly appointment: Appointment
  /** 10:00 in London a week before; 08:00 on the day. In the week in which all of this plays that is 09:00Z and 07:00Z. */
  readonly weekBefore?: string
  readonly morningOf?: string
  /** When its forms go: 09:00 in London of the day after it. Absent: not while any of this plays. */
  readonly formsAt?: string
  /** Too few are coming at that time, or later: then the officers are asked. */
  readonly asked: Asked
  /** Where it is moved in some scenario, what then holds. */
  readonly moved?: Moved
  /** Where it is cancelled in some scenario, that is less than two working days before: each who was coming is told. */
  readonly isNoticeShort?: boolean
}

/**
 * 09:00 in London, five working days before; and noon of that day, by when officers are asked to have decided what was raised up to an hour
 * before, or of the first working day that leaves them three hours. That is 08:00Z and 11:00Z.
 */
export type Asked = { readonly from: string; readonly decideBy: string; readonly ifRaisedBy: string }
export type Moved = { readonly weekBefore: string; readonly asked: Asked }

type Spec = {
  readonly name: string
  readonly asked: Asked
  readonly moved?: Moved
  readonly subject: string
  readonly startsAt: string
  readonly weekBefore?: string
  readonly morningOf?: string
  readonly formsAt?: string
  readonly isNoticeShort?: boolean
  readonly organiser?: number
  readonly series?: { readonly iCalUId: string; readonly originalStart: string }
  readonly given?: Partial<Appointment>
}

const raisedOnMonday = { decideBy: '2026-10-20T11:00:00Z', ifRaisedBy: '2026-10-20T08:00:00Z' }
const reviewedOnTuesday = { from: '2026-10-20T08:00:00Z', decideBy: '2026-10-20T11:00:00Z', ifRaisedBy: '2026-10-20T10:00:00Z' }

/** Everything that may be arranged, by name. It begins on the evening of Monday 19 October 2026, in summer time, which
 * ends on the 25th. */
const specs = [
  {
    name: 'today',
    subject: 'Planning basics',
    startsAt: '2026-10-20T13:00:00Z',
    asked: { from: '2026-10-13T08:00:00Z', ...raisedOnMonday },
    morningOf: '2026-10-20T07:00:00Z',
    formsAt: '2026-10-21T08:00:00Z',
    given: { joinUrl: 'https://teams.example/planning-basics' },
  },
  {
    name: 'enough',
    subject: 'Chairing a difficult meeting',
    startsAt: '2026-10-27T18:30:00Z',
    asked: reviewedOnTuesday,
    weekBefore: '2026-10-20T09:00:00Z',
    morningOf: '2026-10-27T08:00:00Z',
  },
  {
    name: 'few',
    subject: 'Reading a budget',
    startsAt: '2026-10-27T14:00:00Z',
    asked: reviewedOnTuesday,
    weekBefore: '2026-10-20T09:00:00Z',
    morningOf: '2026-10-27T08:00:00Z',
  },
  {
    name: 'short',
    subject: 'Safeguarding',
    startsAt: '2026-10-21T17:00:00Z',
    asked: { from: '2026-10-14T08:00:00Z', ...raisedOnMonday },
    morningOf: '2026-10-21T07:00:00Z',
    formsAt: '2026-10-22T08:00:00Z',
    isNoticeShort: true,
  },
  {
    name: 'moved',
    subject: 'Licensing',
    startsAt: '2026-10-28T10:00:00Z',
    asked: { from: '2026-10-21T08:00:00Z', decideBy: '2026-10-21T11:00:00Z', ifRaisedBy: '2026-10-21T10:00:00Z' },
    moved: {
      weekBefore: '2026-10-22T09:00:00Z',
      asked: { from: '2026-10-22T08:00:00Z', decideBy: '2026-10-22T11:00:00Z', ifRaisedBy: '2026-10-22T10:00:00Z' },
    },
    weekBefore: '2026-10-21T09:00:00Z',
  },
  {
    name: 'outlook',
    subject: 'Data protection',
    startsAt: '2026-10-22T11:00:00Z',
    asked: { from: '2026-10-15T08:00:00Z', ...raisedOnMonday },
    morningOf: '2026-10-22T07:00:00Z',
    isNoticeShort: true,
  },
  {
    name: 'series-1',
    subject: 'Casework surgery',
    startsAt: '2026-10-26T09:30:00Z',
    asked: { from: '2026-10-19T08:00:00Z', ...raisedOnMonday },
    series: { iCalUId: 'ical-series', originalStart: '2026-10-26T09:30:00Z' },
  },
  {
    name: 'series-2',
    subject: 'Casework surgery',
    startsAt: '2026-11-02T09:30:00Z',
    asked: { from: '2026-10-26T09:00:00Z', decideBy: '2026-10-26T12:00:00Z', ifRaisedBy: '2026-10-26T11:00:00Z' },
    series: { iCalUId: 'ical-series', originalStart: '2026-11-02T09:30:00Z' },
  },
  {
    name: 'late',
    subject: 'Online meetings',
    startsAt: '2026-10-22T16:00:00Z',
    asked: { from: '2026-10-15T08:00:00Z', decideBy: '2026-10-21T11:00:00Z', ifRaisedBy: '2026-10-21T08:00:00Z' },
    morningOf: '2026-10-22T07:00:00Z',
    organiser: 902,
  },
] as const satisfies readonly Spec[]

export type HeldName = (typeof specs)[number]['name']

/** What lies in the same calendars and is nobody's session: told of to nobody, ever. */
export const neverSessions: readonly Appointment[] = [
  appointmentOf({ name: 'lunch', subject: 'Lunch', startsAt: '2026-10-21T11:00:00Z', given: { categories: [] } }),
  appointmentOf({ name: 'draft', subject: 'Not sent yet', startsAt: '2026-10-27T11:00:00Z', given: { isDraft: true } }),
  appointmentOf({ name: 'copy', subject: 'Of another organiser', startsAt: '2026-10-27T12:00:00Z', given: { isOrganiser: false } }),
]

export const held: Readonly<Record<HeldName, Held>> = Object.fromEntries(specs.map((spec: Spec) => [spec.name, heldOf(spec)])) as Readonly<
  Record<HeldName, Held>
>

function heldOf(spec: Spec): Held {
  const appointment = appointmentOf(spec)
  const { eventId, iCalUId, series } = appointment
  return {
    eventId,
    sessionId: sessionIdOf(profile.id, series?.iCalUId ?? iCalUId, series?.originalStart),
    organiser: spec.organiser ?? 901,
    appointment,
    ...(spec.weekBefore ? { weekBefore: spec.weekBefore } : {}),
    ...(spec.morningOf ? { morningOf: spec.morningOf } : {}),
    asked: spec.asked,
    ...(spec.formsAt ? { formsAt: spec.formsAt } : {}),
    ...(spec.moved ? { moved: spec.moved } : {}),
    ...(spec.isNoticeShort ? { isNoticeShort: spec.isNoticeShort } : {}),
  }
}

function appointmentOf({ name, subject, startsAt, organiser = 901, series, given }: Omit<Spec, 'asked'>): Appointment {
  const occurrence = series ? { series: { iCalUId: series.iCalUId, originalStart: instant(series.originalStart) } } : {}
  return anAppointment({
    eventId: `event-${name}`,
    iCalUId: series?.iCalUId ?? `ical-${name}`,
    subject,
    startsAt: instant(startsAt),
    endsAt: instant(startsAt).add({ hours: 2 }),
    organiser: { name: `Officer ${organiser}`, address: addressOf(organiser) },
    ...occurrence,
    ...given,
  })
}
