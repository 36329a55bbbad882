import { createHash } from 'node:crypto'
import type { Round } from '../../../domain/places/draw.ts'
import type { OfferRecord } from '../../../domain/places/offer.ts'
import { clocksDifferBy } from './checks-messages.ts'
import { memberNumbers } from './outside/council-world.ts'
import { memberIdFor, type Meant } from './people.ts'
import type { Lived } from './run.ts'

type Press = Meant['places']['interests'][number]

/** Who is drawn asked to be, the order is the one that follows from what was shown before, and places go by it, as many as there are. */
export function draws(lived: Lived, record: OfferRecord): readonly string[] {
  return [
    ...memberNumbers.flatMap((number) => inOrNot(lived, record, number)),
    ...drawnAgain(lived, record),
    ...tickets(lived, record),
    ...given(lived, record),
  ]
}

function pressesOf({ meant }: Lived, { offer }: OfferRecord, number: number): readonly Press[] {
  return meant.places.interests.filter(({ offerId, member }) => offerId === offer.id && member === number)
}

/** Of one Member's presses those by which she may have gone: none that had come to its end before she asked again and was told that it is kept. */
export function withdrawals(own: readonly Press[]): readonly Press[] {
  const stands = own.findLast(({ interested, toldAt }) => interested && toldAt !== undefined)
  return own.filter(({ interested, endedAt = Number.POSITIVE_INFINITY }) => !interested && (!stands || endedAt >= stands.at))
}

/**
 * Whoever asked for a place before the closing, and was told that it is kept, is drawn; whoever has withdrawn, or came too late, is not. Only
 * of the last press, and where every press before it had come to its end.
 */
function inOrNot(lived: Lived, record: OfferRecord, number: number): readonly string[] {
  const { offer } = record
  const closed = offer.closesAt.epochMilliseconds
  const own = pressesOf(lived, record, number)
  const early = own.filter(({ refused, endedAt }) => refused === 'closed' && endedAt !== undefined && endedAt < closed - clocksDifferBy)
  const refused = own.filter((each) => each.refused === 'no-such-offer' || each.refused === 'not-for-you')
  return [
    ...early.map(() => `refused before the closing: member ${number}`),
    ...refused.map(() => `refused what the bulletin had offered: member ${number}`),
    ...(offer.draw ? drawnOrNot(record, own, number) : []),
  ]
}

function drawnOrNot({ offer }: OfferRecord, own: readonly Press[], number: number): readonly string[] {
  const closed = offer.closesAt.epochMilliseconds
  const drawnAt = offer.draw?.at.epochMilliseconds ?? 0
  const isDrawn = offer.draw?.order.some(({ memberId }) => memberId === memberIdFor(number)) === true
  if (isDrawn && !own.some(({ interested }) => interested)) return [`drawn though she never asked: member ${number}`]
  const inTime = own.filter(({ at, interested }) => at < (interested ? closed + clocksDifferBy : drawnAt))
  if (isDrawn && !inTime.some(({ interested }) => interested)) return [`drawn though she asked after the closing: member ${number}`]
  const last = inTime.at(-1)
  const isSettled = inTime.every((each) => each === last || (last && each.endedAt !== undefined && each.endedAt < last.at))
  const isTold = last?.toldAt !== undefined && last.toldAt < drawnAt - clocksDifferBy
  if (!last || !isSettled || !isTold) return []
  if (last.interested) return isDrawn ? [] : [`asked for a place and not drawn: member ${number}`]
  return isDrawn ? [`drawn though she had withdrawn before it: member ${number}`] : []
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** Worked out once more from what is published, and from the mark that was shown before anybody had asked for a place. */
function drawnAgain({ meant }: Lived, { offer }: OfferRecord): readonly string[] {
  const shown = meant.places.offers.find(({ offerId }) => offerId === offer.id)
  const isMarked = shown?.mark === undefined || shown.mark === sha256(offer.seed)
  const { order = [] } = offer.draw ?? {}
  const weight = ({ meets, number }: (typeof order)[number]) => `${meets.includes('not-had-one') ? 0 : 1} ${number}`
  const isSame =
    order.every(({ ticket, number }) => number === sha256(`${offer.seed}~${ticket}`)) &&
    order.map(weight).join() === order.map(weight).toSorted().join()
  const otherwise = meant.places.draws.filter(
    (each) => each.offerId === offer.id && each.order && each.order.join() !== order.map(({ memberId }) => memberId).join(),
  )
  return [
    ...(isMarked ? [] : ['a ballot from another seed than the one whose mark was shown']),
    ...(isSame ? [] : ['a draw that is not the same worked out again']),
    ...otherwise.map(() => 'a draw that is not the one that an officer was shown'),
  ]
}

/** Everybody is drawn under the ticket that she was shown. */
function tickets(lived: Lived, record: OfferRecord): readonly string[] {
  return memberNumbers.flatMap((number) => {
    const drawn = record.offer.draw?.order.find(({ memberId }) => memberId === memberIdFor(number))?.ticket
    const kept = record.interests.find(({ memberId }) => memberId === memberIdFor(number))?.ticket
    const shown = pressesOf(lived, record, number).flatMap(({ ticket }) => (ticket === undefined ? [] : [ticket]))
    const isOne = new Set([...shown, kept, drawn].filter((each) => each !== undefined)).size <= 1
    return isOne ? [] : [`more tickets than one: member ${number}`]
  })
}

/** Never more than there are, each Member's once, and to nobody before somebody who was drawn earlier and wants one still. */
function given(lived: Lived, record: OfferRecord): readonly string[] {
  const { offer, interests } = record
  const order = offer.draw?.order.map(({ memberId }) => memberId) ?? []
  const all = offer.rounds.flatMap((round) => round.given)
  const gone = (id: string) => interests.some(({ memberId, standing }) => memberId === id && standing !== 'interested')
  const held = all.filter((id) => !gone(id))
  const waitsAt = ({ at }: Round) => order.filter((id) => !goneBy(lived, record, id, at.epochMilliseconds))
  const passed = offer.rounds.flatMap((round, index) => {
    const given = new Set(offer.rounds.slice(0, index + 1).flatMap((each) => each.given))
    const last = Math.max(-1, ...round.given.map((id) => order.indexOf(id)))
    return waitsAt(round).filter((id) => order.indexOf(id) < last && !given.has(id))
  })
  const [first] = offer.rounds
  const isFull = !first || first.given.length >= Math.min(offer.places, waitsAt(first).length)
  return [
    ...(held.length > offer.places ? [`${held.length} places held, there are ${offer.places}`] : []),
    ...(new Set(all).size < all.length ? ['a place given twice to one Member'] : []),
    ...(all.every((id) => order.includes(id)) ? [] : ['a place given to nobody who was drawn']),
    ...[...new Set(passed)].map((id) => `a place given past the next in line: ${id}`),
    ...(isFull ? [] : ['a place given to nobody, though somebody waits']),
    ...lost(lived, record),
  ]
}

/** Whether a Member had pressed by then to give it up: what was pressed afterwards says nothing of a place that had gone past her before. */
function goneBy(lived: Lived, record: OfferRecord, id: string, by: number): boolean {
  const number = memberNumbers.find((each) => memberIdFor(each) === id)
  return number !== undefined && withdrawals(pressesOf(lived, record, number)).some(({ at }) => at < by + clocksDifferBy)
}

/** What officers were told is drawn and confirmed is; and who was told that she has given up has. */
function lost(lived: Lived, record: OfferRecord): readonly string[] {
  const { draws: drawn, confirmations } = lived.meant.places
  const about = ({ offerId, toldAt }: { readonly offerId: string; readonly toldAt?: number }) =>
    offerId === record.offer.id && toldAt !== undefined
  const isLost = drawn.some((each) => about(each) && each.order) && !record.offer.draw
  const isUngiven = confirmations.some(about) && record.offer.rounds.length === 0
  const known = new Set([...(record.offer.draw?.order ?? []), ...(record.offer.draw?.leftOut ?? [])].map(({ memberId }) => memberId))
  const tooLate = record.interests.filter(({ memberId, standing }) => standing === 'interested' && !known.has(memberId))
  const still = memberNumbers.filter((number) => {
    const last = pressesOf(lived, record, number).at(-1)
    const standing = record.interests.find(({ memberId }) => memberId === memberIdFor(number))?.standing
    return last?.toldAt !== undefined && !last.interested && standing === 'interested'
  })
  return [
    ...(isLost ? ['a draw is lost'] : []),
    ...(isUngiven ? ['a confirmation is lost'] : []),
    ...(record.offer.draw ? tooLate.map(({ memberId }) => `shown as interested, and not in the draw: ${memberId}`) : []),
    ...still.map((number) => `gave up, and is still shown as interested: member ${number}`),
  ]
}
