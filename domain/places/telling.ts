import { mayHaveLeft } from '../duties/came-back.ts'
import { dutyOf } from '../duties/duty-ids.ts'
import type { Duty, SkippedBecause } from '../duties/duty.ts'
import { paced } from '../duties/pacing.ts'
import type { Verdict } from '../duties/still-owed.ts'
import { londonDay } from '../kernel/london.ts'
import type { MemberId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/time.ts'
import { isAtOrAfter } from '../kernel/time.ts'
import { isInOffice, type Member } from '../members/member.ts'
import type { Officer } from '../members/officer.ts'
import type { DutyRecord } from '../sessions/session-record.ts'
import { stageOf, type Interest, type Offer, type OfferRecord } from './offer.ts'

/**
 * What came of it, owed to each Member concerned once: by the first confirmation to everybody who was interested, by a later one to those
 * who then got a place. Worked out again from the same record it is the same duties (C4.4).
 */
export function outcomeDuties(offer: Pick<Offer, 'id' | 'draw' | 'rounds'>, notAfter?: Instant): readonly Duty[] {
  return offer.rounds.flatMap((round, number) => {
    const told = number === 0 ? everybody(offer) : round.given
    return told.map((memberId, index) =>
      dutyOf(offer.id, { kind: 'place-outcome', memberId, round: number }, 'email', {
        notBefore: paced(round.at, index, 'places'),
        ...(notAfter ? { notAfter } : {}),
      }),
    )
  })
}

/** C4.4: every officer hears once, from the moment at which the draw can be made, that it has closed. */
export function closedDuties(
  offer: Pick<Offer, 'id' | 'announcedAt' | 'closesAt' | 'draw' | 'rounds'>,
  officers: readonly Officer[],
  now: Instant,
  notAfter?: Instant,
): readonly Duty[] {
  if (stageOf(offer, now) !== 'closed') return []
  return officers
    .filter(({ roles }) => roles.includes('officer'))
    .map(({ id }) =>
      dutyOf(offer.id, { kind: 'places-closed', officerId: id, closesAt: offer.closesAt }, 'email', {
        notBefore: now,
        ...(notAfter ? { notAfter } : {}),
      }),
    )
}

/** C4.4: whoever an officer has written down as giving up hears of it, once. */
export function givenUpDuties({ offer, interests }: Pick<OfferRecord, 'offer' | 'interests'>, notAfter?: Instant): readonly Duty[] {
  return interests
    .filter(({ standing, recordedBy }) => standing === 'given-up' && recordedBy !== undefined)
    .map(({ memberId, at }) =>
      dutyOf(offer.id, { kind: 'place-given-up', memberId }, 'email', { notBefore: at, ...(notAfter ? { notAfter } : {}) }),
    )
}

/**
 * Who would like a place or has one. Whoever has been told that they could not be given one waits for nothing, and is not among them (C4.4).
 */
export function stillConcerned({ offer, interests }: Pick<OfferRecord, 'offer' | 'interests'>): readonly Interest[] {
  const leftOut = new Set(offer.rounds.length > 0 ? offer.draw?.leftOut.map(({ memberId }) => memberId) : [])
  return interests.filter(({ memberId, standing }) => standing === 'interested' && !leftOut.has(memberId))
}

/**
 * C4.4: what the places were at is called off: word to everybody who is still concerned, unless they have been told so before.
 */
export function overDuties({ offer, interests, duties }: OfferRecord, since: Instant, notAfter?: Instant): readonly Duty[] {
  const told = toldOver(duties)
  return stillConcerned({ offer, interests })
    .filter(({ memberId }) => !told.has(memberId))
    .toSorted((one, other) => (one.memberId < other.memberId ? -1 : 1))
    .map(({ memberId }, index) =>
      dutyOf(offer.id, { kind: 'places-over', memberId, since }, 'email', {
        notBefore: paced(since, index, 'places'),
        ...(notAfter ? { notAfter } : {}),
      }),
    )
}

/** C4.4: what was restored takes place after all: word to everybody who was told last that it is over. */
export function onAgainDuties({ offer, interests, duties }: OfferRecord, now: Instant, notAfter?: Instant): readonly Duty[] {
  const told = toldOver(duties)
  const concerned = interests.flatMap(({ memberId, standing }) => {
    const since = told.get(memberId)
    return since && standing === 'interested' ? [{ memberId, since }] : []
  })
  return concerned.map(({ memberId, since }, index) => {
    const when = { notBefore: paced(now, index, 'places'), ...(notAfter ? { notAfter } : {}) }
    return dutyOf(offer.id, { kind: 'places-on-again', memberId, since }, 'email', when)
  })
}

/**
 * What was put aside because it was off at that moment, cancelled or without a date, is owed anew once it is on: whoever came after the
 * moment hears what the others heard (C4.4).
 */
export function owedAnew(
  { offer, duties }: Pick<OfferRecord, 'duties'> & { readonly offer: Pick<Offer, 'id'> },
  owed: readonly Duty[],
  now: Instant,
): readonly Duty[] {
  const putAside = new Set(duties.filter(({ state }) => isPutAsideAsOff(state)).map(({ duty }) => duty.id))
  return owed
    .filter(({ id }) => putAside.has(id))
    .map((duty, index) => {
      const { purpose, channel, notAfter } = duty
      const when = { notBefore: paced(now, index, 'places'), ...(notAfter ? { notAfter } : {}) }
      let next = duty
      for (let again = 1; putAside.has(next.id) && again <= putAside.size; again += 1)
        next = dutyOf(offer.id, anew(purpose, again), channel, when)
      return next
    })
}

/** That it is over is never put aside because it is off. */
function anew(purpose: Duty['purpose'], again: number): Duty['purpose'] {
  switch (purpose.kind) {
    case 'place-outcome':
    case 'place-given-up':
    case 'places-closed':
    case 'places-on-again':
      return { ...purpose, again }
    default:
      return purpose
  }
}

function isPutAsideAsOff(state: DutyRecord['state']): boolean {
  return state.kind === 'done' && state.outcome.kind === 'skipped' && state.outcome.because === 'cancelled'
}

/** Who was told last that it is over, or may have been, and since when: those who heard that it is on again have heard nothing later. */
function toldOver(duties: readonly DutyRecord[]): ReadonlyMap<MemberId, Instant> {
  const left = duties.filter(mayHaveLeft).map(({ duty: { purpose } }) => purpose)
  const isOnAgain = (memberId: MemberId, since: Instant) =>
    left.some((each) => each.kind === 'places-on-again' && each.memberId === memberId && each.since.equals(since))
  return new Map(
    left.flatMap((each): readonly [MemberId, Instant][] =>
      each.kind === 'places-over' && !isOnAgain(each.memberId, each.since) ? [[each.memberId, each.since]] : [],
    ),
  )
}

function everybody({ draw }: Pick<Offer, 'draw'>): readonly MemberId[] {
  return draw ? [...draw.order, ...draw.leftOut].map(({ memberId }) => memberId) : []
}

export type Known = {
  readonly members: readonly Member[]
  readonly now: Instant
  readonly isOff: boolean
  /** Since when it is called off for good. What is postponed is only off. */
  readonly calledOffAt?: Instant | undefined
}
type Judged = { readonly offer: Pick<Offer, 'rounds' | 'draw' | 'closesAt'>; readonly interests: readonly Interest[] }

/**
 * Whether somebody is still to be told, asked immediately before the email leaves: nobody hears what is no longer so, and nobody who has left
 * office hears anything.
 */
export function outcomeVerdict(duty: Duty, judged: Judged, known: Known): Verdict {
  const because = whyNot(duty, judged, known) ?? whyNotNow(duty, known)
  return because ? { kind: 'skip', because } : { kind: 'owed' }
}

function whyNotNow({ purpose, notAfter }: Duty, { members, now }: Known): SkippedBecause | undefined {
  const isInOfficeNow = (id: MemberId) => members.some((member) => member.id === id && isInOffice(member, londonDay(now)))
  if ('memberId' in purpose && !isInOfficeNow(purpose.memberId)) return 'left-office'
  return notAfter !== undefined && isAtOrAfter(now, notAfter) ? 'late' : undefined
}

/**
 * Not of a place that they have given up, of a session that is cancelled, nor that they wait for a place which they have been given since.
 * Officers are not told of what is drawn already, or open again; nobody that it is over once it is on again.
 */
function whyNot({ purpose }: Duty, { offer, interests }: Judged, { isOff, calledOffAt }: Known): SkippedBecause | undefined {
  const standingOf = (id: MemberId) => interests.find(({ memberId }) => memberId === id)?.standing
  if (purpose.kind === 'places-over')
    return calledOffAt?.equals(purpose.since) && standingOf(purpose.memberId) === 'interested' ? undefined : 'not-needed'
  // What an officer has written down is said even while there is no date: she would hear of a mistake too late.
  if (isOff && (purpose.kind !== 'place-given-up' || calledOffAt)) return 'cancelled'
  if (purpose.kind === 'places-on-again') return standingOf(purpose.memberId) === 'interested' ? undefined : 'not-needed'
  if (purpose.kind === 'place-given-up') return standingOf(purpose.memberId) === 'given-up' ? undefined : 'not-needed'
  if (purpose.kind === 'places-closed') return offer.draw || !offer.closesAt.equals(purpose.closesAt) ? 'not-needed' : undefined
  if (purpose.kind !== 'place-outcome') return 'not-needed'
  const { memberId, round } = purpose
  const toldLater = offer.rounds.slice(round + 1).some(({ given }) => given.includes(memberId))
  const gaveUp = (standingOf(memberId) ?? 'interested') !== 'interested'
  return gaveUp || toldLater ? 'not-needed' : undefined
}
