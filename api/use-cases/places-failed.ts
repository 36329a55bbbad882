import type { Instant } from '../../domain/kernel/time.ts'
import { isAtOrAfter, isBefore } from '../../domain/kernel/time.ts'
import { failedMails } from '../../domain/places/failed.ts'
import type { OfferSummary } from '../../domain/places/offer.ts'
import type { AttentionRow } from '../contracts/attention.ts'
import type { Council } from '../ports/council.ts'
import { subjectView } from './offer-subject.ts'

type Failed = Extract<AttentionRow, { kind: 'places-failed' }>

/** How long after the last of its emails somebody is still to be told, where what the places are at has no date. */
const lookedBackHours = 24 * 28
/** As many as anybody would work through. */
const mostShown = 20

/** C4.4: limited places of which somebody has not heard what they should have: an email was refused, or came back. */
export async function placesFailed(council: Council, all: Promise<readonly OfferSummary[]>): Promise<readonly Failed[]> {
  const now = council.clock.now()
  const failed = (await all).filter((offer) => offer.hasFailed && !isPast(offer, now))
  const rows = await Promise.all(failed.slice(0, mostShown).map(async (offer) => rowOf(council, offer, now)))
  return rows.filter((row) => row !== undefined)
}

/** Nobody has anything to be told any more. */
function isPast({ endsAt, closesAt, lastMailAt = closesAt }: OfferSummary, now: Instant): boolean {
  return endsAt ? isAtOrAfter(now, endsAt) : isBefore(lastMailAt, now.subtract({ hours: lookedBackHours }))
}

async function rowOf(council: Council, { id, subject, title }: OfferSummary, now: Instant): Promise<Failed | undefined> {
  const [record, about, members, officers] = await Promise.all([
    council.offers.find(id),
    subjectView(council, { subject, title }),
    council.members.all(),
    council.officers.all(),
  ])
  const failed = record ? failedMails(record, { ...about, members, officers, now }) : []
  if (failed.length === 0) return undefined
  return {
    kind: 'places-failed',
    group: 'put-right',
    offerId: id,
    title: about.title,
    ...(about.startsAt ? { startsAt: String(about.startsAt) } : {}),
    failed: failed.map(({ name, because }) => ({ name: name ?? 'a Member who is interested', because })),
  }
}
