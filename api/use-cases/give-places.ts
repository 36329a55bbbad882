import { memberId, type MemberId, type OfferId } from '../../domain/kernel/ids.ts'
import { londonDay } from '../../domain/kernel/london.ts'
import { isBefore, type Instant } from '../../domain/kernel/time.ts'
import { ok, refused, type Result } from '../../domain/kernel/result.ts'
import type { Officer } from '../../domain/members/officer.ts'
import { drawn } from '../../domain/places/draw.ts'
import { factsOf, type HadPlaces } from '../../domain/places/facts.ts'
import { stageOf, type Offer } from '../../domain/places/offer.ts'
import { heldBy, isDrawn, nextGiven, stillThere } from '../../domain/places/standing.ts'
import type { Council } from '../ports/council.ts'
import { rulesMetAt, subjectView } from './offer-subject.ts'

export type GivePlacesRefusal = {
  readonly kind:
    | 'no-such-offer'
    | 'changed-since-seen'
    | 'not-closed'
    | 'nobody-interested'
    | 'not-drawn'
    | 'nothing-to-give'
    | 'off'
    | 'not-interested'
    | 'busy'
}

type Order = { readonly offerId: OfferId; readonly seen: string }

/**
 * Draws: works out everybody's order from the terms and the seed, and fixes it. Drawn again it is the draw that was made, so that nobody
 * draws until it suits; what it leads to is looked at, and given by `confirmPlaces`.
 *
 * Clauses: C4.4.
 */
export async function drawPlaces(
  council: Council,
  officer: Officer,
  { offerId, seen }: Order,
): Promise<Result<'drawn', GivePlacesRefusal>> {
  const { offers, clock, members, rulebook } = council
  const found = await offers.find(offerId)
  if (!found || found.offer.droppedAt) return refused({ kind: 'no-such-offer' })
  const { offer, interests } = found
  if (isDrawn(offer)) return ok('drawn')
  if (found.etag !== seen) return refused({ kind: 'changed-since-seen' })
  const now = clock.now()
  if (stageOf(offer, now) !== 'closed') return refused({ kind: 'not-closed' })
  if (!interests.some(({ standing }) => standing === 'interested')) return refused({ kind: 'nobody-interested' })
  const about = await subjectView(council, offer)
  if (about.isOff || about.isOver) return refused({ kind: 'off' })

  const [roll, others, rules] = await Promise.all([members.readAnew(), placesHad(council, offer, now), rulesMetAt(council, about)])
  const facts = factsOf(offer, { members: roll, offers: others, rulebook, rules, now })
  const draw = { at: now, by: officer.id, byName: officer.name, ...drawn(offer, interests, facts) }
  return saved(await offers.saveDraw({ ...offer, draw }, found, { kind: 'officer', id: officer.id }), 'drawn')
}

/** Longer than a year of counting and whatever is offered ahead of it. */
const lookedBackHours = 24 * 366 * 2

/** Who has a place at what else was drawn and takes place, from the records themselves: lists may be a look behind them. */
async function placesHad(council: Council, { id }: Offer, now: Instant): Promise<readonly HadPlaces[]> {
  const since = now.subtract({ hours: lookedBackHours })
  const drawn = (await council.offers.all()).filter((each) => each.id !== id && each.drawnAt && isBefore(since, each.closesAt))
  const found = await Promise.all(drawn.map(async (each) => hadAt(council, each.id)))
  return found.filter((each) => each !== undefined)
}

async function hadAt(council: Council, id: OfferId): Promise<HadPlaces | undefined> {
  const record = await council.offers.find(id)
  if (!record || record.offer.rounds.length === 0) return undefined
  const { offer, interests } = record
  const { isOff } = await subjectView(council, offer)
  return isOff ? undefined : { id, rounds: offer.rounds, held: heldBy(offer, interests) }
}

/** Gives the places that are free to those who are next, by the draw that was made. What follows is owed to each of them, once. */
export async function confirmPlaces(
  council: Council,
  officer: Officer,
  { offerId, seen, given }: Order & { readonly given: readonly string[] },
): Promise<Result<'given', GivePlacesRefusal>> {
  const { offers, clock, members } = council
  const found = await offers.find(offerId)
  if (!found) return refused({ kind: 'no-such-offer' })
  const { offer, interests } = found
  if (!isDrawn(offer)) return refused({ kind: 'not-drawn' })
  if (found.etag !== seen) return refused({ kind: 'changed-since-seen' })
  const about = await subjectView(council, offer)
  if (about.isOff || about.isOver) return refused({ kind: 'off' })

  const now = clock.now()
  const next = nextGiven(offer, stillThere(interests, await members.readAnew(), londonDay(now)))
  // Somebody may have given up since she looked: she confirms the names that she saw, or looks again.
  if (next.join() !== given.join()) return refused({ kind: 'changed-since-seen' })
  // The first round tells everybody, even where nobody can have a place.
  if (next.length === 0 && offer.rounds.length > 0) return refused({ kind: 'nothing-to-give' })
  const round = { at: now, by: officer.id, byName: officer.name, places: offer.places, given: next }
  const after: Offer = { ...offer, rounds: [...offer.rounds, round] }
  return saved(await offers.save(after, found, { kind: 'officer', id: officer.id }), 'given')
}

function saved<Done>(written: 'saved' | 'stale' | 'exists', done: Done): Result<Done, GivePlacesRefusal> {
  return written === 'saved' ? ok(done) : refused({ kind: 'changed-since-seen' })
}

/** An officer writes down that a Member has given up, by telephone say. The Member is written to, so that a mistake comes to light. */
export async function giveUpFor(
  { offers, clock }: Council,
  officer: Officer,
  { offerId, memberId: named }: { readonly offerId: OfferId; readonly memberId: string },
): Promise<Result<MemberId, GivePlacesRefusal>> {
  const id = memberId(named)
  const [found, interest] = await Promise.all([offers.find(offerId), offers.interest(offerId, id)])
  // Before the draw she withdraws by herself: until then officers are not to learn, by asking, who is interested.
  if (!found || !isDrawn(found.offer)) return refused({ kind: found ? 'not-drawn' : 'no-such-offer' })
  if (!interest) return refused({ kind: 'not-interested' })
  if (interest.value.standing !== 'interested') return ok(id)
  const after = { ...interest.value, at: clock.now(), standing: 'given-up', recordedBy: officer.name } as const
  const written = await offers.saveInterest(offerId, after, { row: interest, latch: 'drawn' }, { kind: 'officer', id: officer.id })
  return written === 'saved' ? ok(id) : refused({ kind: 'busy' })
}
