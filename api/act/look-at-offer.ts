import type { Duty } from '../../domain/duties/duty.ts'
import { asDue } from '../../domain/duties/duty-ids.ts'
import { whyFailed } from '../../domain/duties/why-failed.ts'
import type { OfferId } from '../../domain/kernel/ids.ts'
import { isBefore, latest, type Instant } from '../../domain/kernel/time.ts'
import { drawMinutesAfter, type Offer, type OfferRecord, type OfferSummary } from '../../domain/places/offer.ts'
import { heldBy, isDrawn, nextGiven } from '../../domain/places/standing.ts'
import {
  closedDuties,
  givenUpDuties,
  onAgainDuties,
  outcomeDuties,
  overDuties,
  owedAnew,
  stillConcerned,
} from '../../domain/places/telling.ts'
import type { Council } from '../ports/council.ts'
import { Unavailable } from '../ports/unavailable.ts'
import { subjectView, type SubjectView } from '../use-cases/offer-subject.ts'

const turns = 10

/**
 * Writes down who is owed word because of an offer, and renews what lists show of it.
 *
 * What is owed follows from what is recorded of it and of what its places are at, and has ids of its own, so that it may be broken off
 * anywhere and be done twice; and it ends only when nothing changed while it looked, so that two instances at once end with the newest (C4.4).
 */
export async function lookAtOffer(council: Council, id: OfferId): Promise<'looked' | 'no-such-session'> {
  const { offers } = council
  for (let turn = 0; turn < turns; turn += 1) {
    const record = await offers.find(id)
    if (!record) return 'no-such-session'
    const about = await subjectView(council, record.offer)
    const now = council.clock.now()
    const closed = about.isOff ? [] : closedDuties(record.offer, await council.officers.all(), now, about.endsAt)
    const duties = [
      ...outcomeDuties(record.offer, about.endsAt),
      ...closed,
      ...givenUpDuties(record, about.endsAt),
      ...(about.isOver ? [] : overOrOn(record, about, now)),
    ]
    const anew = about.isOff ? [] : owedAnew(record, duties, now)
    if (duties.length > 0) await offers.owe(id, [...duties, ...anew].map(asDue))
    const next = nextLookAt(record.offer, now)
    if (next) await offers.askLookAt(id, next)
    await offers.keep({ ...summaryOf(record, about), ...mailsOf(record, [...duties, ...anew]) })
    if ((await offers.find(id))?.stamp === record.stamp) return 'looked'
  }
  throw new Unavailable('storage', 'an offer keeps changing while it is looked at')
}

/** What was called off, or was and is on again. What is only put off is neither. */
function overOrOn(record: OfferRecord, { calledOffAt, isOff, endsAt }: SubjectView, now: Instant): readonly Duty[] {
  if (calledOffAt) return overDuties(record, calledOffAt, endsAt)
  return isOff ? [] : onAgainDuties(record, now, endsAt)
}

/** Officers hear that it has closed once the draw can be made. */
function nextLookAt({ announcedAt, closesAt, draw }: Offer, now: Instant): Instant | undefined {
  const drawFrom = closesAt.add({ minutes: drawMinutesAfter })
  return announcedAt && !draw && isBefore(now, drawFrom) ? drawFrom : undefined
}

/** Until when what comes back may be one of its emails, and whether one is known not to have arrived. */
function mailsOf({ duties }: OfferRecord, owed: readonly Duty[]): Pick<OfferSummary, 'lastMailAt' | 'hasFailed'> {
  const lastMailAt = latest([...duties.map(({ duty }) => duty), ...owed].map(({ notBefore }) => notBefore))
  const hasFailed = duties.some((each) => whyFailed(each) !== undefined)
  return { ...(lastMailAt ? { lastMailAt } : {}), ...(hasFailed ? { hasFailed } : {}) }
}

function summaryOf({ offer, interests }: OfferRecord, { endsAt, calledOffAt }: SubjectView): OfferSummary {
  const { seed: _seed, draw, ...stated } = offer
  return {
    ...stated,
    ...(draw ? { drawnAt: draw.at } : {}),
    interested: interests.filter(({ standing }) => standing === 'interested').length,
    held: heldBy(offer, interests),
    concerned: stillConcerned({ offer, interests }).map(({ memberId }) => memberId),
    ...(isDrawn(offer) && offer.rounds.length > 0 ? { next: nextGiven(offer, interests).length } : {}),
    ...(endsAt ? { endsAt } : {}),
    ...(calledOffAt ? { calledOffAt } : {}),
  }
}
