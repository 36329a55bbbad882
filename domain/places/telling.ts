import { dutyOf } from '../duties/duty-ids.ts'
import type { Duty } from '../duties/duty.ts'
import { paced } from '../duties/pacing.ts'
import type { Verdict } from '../duties/still-owed.ts'
import { londonDay } from '../kernel/london.ts'
import type { MemberId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/time.ts'
import { isAtOrAfter } from '../kernel/time.ts'
import { isInOffice, type Member } from '../members/member.ts'
import type { Officer } from '../members/officer.ts'
import { stageOf, type Interest, type Offer } from './offer.ts'

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

function everybody({ draw }: Pick<Offer, 'draw'>): readonly MemberId[] {
  return draw ? [...draw.order, ...draw.leftOut].map(({ memberId }) => memberId) : []
}

type Known = { readonly members: readonly Member[]; readonly now: Instant; readonly isOff: boolean }

/**
 * Whether a Member is still to be told, asked immediately before the email leaves: not of a place that they have given up, of a session
 * that is cancelled, nor that they wait for a place which they have been given since. Officers are not told of what is drawn already, or
 * open again.
 */
export function outcomeVerdict(
  { purpose, notAfter }: Duty,
  { offer, interests }: { readonly offer: Pick<Offer, 'rounds' | 'draw' | 'closesAt'>; readonly interests: readonly Interest[] },
  { members, now, isOff }: Known,
): Verdict {
  const isLate = notAfter !== undefined && isAtOrAfter(now, notAfter)
  if (purpose.kind === 'places-closed') {
    if (isOff) return { kind: 'skip', because: 'cancelled' }
    if (offer.draw || !offer.closesAt.equals(purpose.closesAt)) return { kind: 'skip', because: 'not-needed' }
    return isLate ? { kind: 'skip', because: 'late' } : { kind: 'owed' }
  }
  if (purpose.kind !== 'place-outcome') return { kind: 'skip', because: 'not-needed' }
  const { memberId, round } = purpose
  if (isOff) return { kind: 'skip', because: 'cancelled' }
  const gaveUp = interests.some((each) => each.memberId === memberId && each.standing !== 'interested')
  const toldLater = offer.rounds.slice(round + 1).some(({ given }) => given.includes(memberId))
  if (gaveUp || toldLater) return { kind: 'skip', because: 'not-needed' }
  if (!members.some((member) => member.id === memberId && isInOffice(member, londonDay(now))))
    return { kind: 'skip', because: 'left-office' }
  return isLate ? { kind: 'skip', because: 'late' } : { kind: 'owed' }
}
