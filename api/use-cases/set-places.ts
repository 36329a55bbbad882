import { randomBytes } from 'node:crypto'
import type { OfferId } from '../../domain/kernel/ids.ts'
import { londonDay } from '../../domain/kernel/london.ts'
import { ok, refused, type Result } from '../../domain/kernel/result.ts'
import { instant } from '../../domain/kernel/time.ts'
import { isInOffice } from '../../domain/members/member.ts'
import type { Officer } from '../../domain/members/officer.ts'
import { subjectOf, termsFaults, type Offer, type Terms, type TermsFault } from '../../domain/places/offer.ts'
import type { PlacesBody } from '../contracts/places.ts'
import type { Council } from '../ports/council.ts'
import { rulesMetAt, subjectNamed } from './offer-subject.ts'

export type SetPlacesRefusal =
  | { readonly kind: 'no-such-thing' | 'off' | 'not-published' | 'changed-since-seen' | 'announced' | 'too-many' }
  | { readonly kind: 'faulty'; readonly faults: readonly TermsFault[] }

/** More than any council offers in ten years of weeks. */
const mostOffers = 2_000
const seedBytes = 16

type Order = Omit<PlacesBody, 'seen'> & { readonly offerId: OfferId; readonly seen?: string | undefined }

/**
 * Says that there are only so many places at something, to whom they are open and how they are given, all before the bulletin announces
 * it. The seed of its ballot is drawn when it is first said, so that nobody can choose one to suit.
 *
 * Clauses: C4.4, X27.
 */
export async function setPlaces(
  council: Council,
  officer: Officer,
  order: Order,
  newSeed = drawnSeed,
): Promise<Result<'set', SetPlacesRefusal>> {
  const { offers, clock, members } = council
  const { offerId: id, seen, ...given } = order
  const subject = subjectOf(id)
  const [about, found, roll] = await Promise.all([subjectNamed(council, subject), offers.find(id), members.all()])
  if (!about) return refused({ kind: 'no-such-thing' })
  if (about.isOff || about.isOver) return refused({ kind: 'off' })
  if (!about.isPublished) return refused({ kind: 'not-published' })
  // What was dropped is shown to nobody, so it is set as if it were new; its seed stays the first that was made.
  const standing = found?.offer.droppedAt ? undefined : found
  if (standing?.etag !== seen) return refused({ kind: 'changed-since-seen' })
  if (!found && (await offers.all()).length >= mostOffers) return refused({ kind: 'too-many' })

  const now = clock.now()
  const terms: Terms = {
    ...given,
    closesAt: instant(given.closesAt),
    neededFor: given.criteria.includes('role-need') ? given.neededFor : [],
  }
  const faults = termsFaults(terms, standing?.offer, {
    now,
    startsAt: about.startsAt,
    members: roll.filter((member) => isInOffice(member, londonDay(now))),
    isMandatory: (await rulesMetAt(council, about)).length > 0,
    isAnyoneInterested: found?.interests.some((each) => each.standing === 'interested') ?? false,
  })
  if (faults.length > 0) return refused({ kind: 'faulty', faults })

  const { droppedAt: _dropped, ...before } = found?.offer ?? { seed: newSeed(), rounds: [] }
  const set = { setAt: now, setBy: officer.id, setByName: officer.name }
  const offer: Offer = { ...before, ...terms, ...set, id, subject, title: about.title }
  const written = await offers.save(offer, found ?? 'new', { kind: 'officer', id: officer.id })
  return written === 'saved' ? ok('set') : refused({ kind: 'changed-since-seen' })
}

function drawnSeed(): string {
  return randomBytes(seedBytes).toString('hex')
}

/** Takes back that places are limited, for as long as nobody has been told. */
export async function dropPlaces(
  { offers, clock }: Council,
  officer: Officer,
  { offerId: id, seen }: { readonly offerId: OfferId; readonly seen: string },
): Promise<Result<'dropped', SetPlacesRefusal>> {
  const found = await offers.find(id)
  if (!found) return refused({ kind: 'no-such-thing' })
  if (found.offer.announcedAt) return refused({ kind: 'announced' })
  if (found.etag !== seen) return refused({ kind: 'changed-since-seen' })
  const written = await offers.save({ ...found.offer, droppedAt: clock.now() }, found, { kind: 'officer', id: officer.id })
  return written === 'saved' ? ok('dropped') : refused({ kind: 'changed-since-seen' })
}
