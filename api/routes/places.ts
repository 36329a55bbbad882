import { mayGivePlaces } from '../../domain/policy/may.ts'
import { closingInWords } from '../../domain/places/words.ts'
import {
  confirmBody,
  giveUpBody,
  interestBody,
  myPlace,
  myPlaces,
  placesBody,
  placesList,
  placesPage,
  placesSeenBody,
  type PlacesPage,
} from '../contracts/places.ts'
import { forMembers, forRoles, notFound } from '../http/handle.ts'
import type { Answering, Operation } from '../http/operation.ts'
import { done, problem, type Refused, type RefusalWords } from '../http/problem.ts'
import type { Council } from '../ports/council.ts'
import { expressInterest, type InterestRefusal } from '../use-cases/express-interest.ts'
import { confirmPlaces, drawPlaces, giveUpFor, type GivePlacesRefusal } from '../use-cases/give-places.ts'
import { readMyPlace, readMyPlaces, readPlaces, readPlacesList } from '../use-cases/read-places.ts'
import { dropPlaces, setPlaces, type SetPlacesRefusal } from '../use-cases/set-places.ts'
import { ofOffer } from './shapes.ts'

const lookAgain = 'Look at it as it is now, then try again. Nothing has been changed.'
const setting = {
  'no-such-thing': { status: 404, title: 'There is no such session or notice' },
  off: { status: 409, title: 'It is cancelled, postponed or over', detail: 'Nothing has been saved.' },
  'not-published': {
    status: 409,
    title: 'This session is for Members who were named, so the bulletin does not announce it',
    detail: 'Limited places open with the bulletin. Change whom the session is for first, or leave its places as they are.',
  },
  'changed-since-seen': { status: 412, title: 'Somebody else has changed this since you looked', detail: lookAgain },
  announced: { status: 409, title: 'The bulletin has announced it', detail: 'Members have been told that the places are limited.' },
  'too-many': { status: 409, title: 'No more can be kept' },
  faulty: {
    status: 422,
    title: 'Something here needs putting right',
    detail: 'Nothing has been saved. What you have written is still here.',
  },
} as const satisfies Record<SetPlacesRefusal['kind'], RefusalWords>

const giving = {
  'no-such-offer': { status: 404, title: 'Nobody has said that the places are limited' },
  'changed-since-seen': { status: 412, title: 'Something has changed since you looked', detail: lookAgain },
  'not-closed': { status: 409, title: 'It has not closed yet', detail: 'Nobody is given a place before the closing.' },
  'nobody-interested': { status: 409, title: 'Nobody has expressed interest', detail: 'There is nobody to draw between.' },
  'not-drawn': { status: 409, title: 'Nothing has been drawn yet', detail: 'Draw first, look at what came of it, then confirm.' },
  'nothing-to-give': { status: 409, title: 'No place is free, or nobody waits for one' },
  off: { status: 409, title: 'It is cancelled, postponed or over', detail: 'Nobody can be given a place now.' },
  'not-interested': { status: 404, title: 'That Member has not expressed interest' },
  busy: { status: 503, title: 'Quorate is busy', detail: 'Nothing was changed. Please try again.' },
} as const satisfies Record<GivePlacesRefusal['kind'], RefusalWords>

const interest = {
  closed: {
    status: 409,
    title: 'This has closed',
    detail:
      'Nobody’s interest is taken after that, so that every Member has the same chance. Member support can tell you if places are left.',
  },
  'no-such-offer': { status: 404, title: 'There is nothing here' },
  'not-for-you': { status: 403, title: 'These places are for holders of certain posts' },
  off: { status: 409, title: 'It is cancelled or has been put off' },
  over: { status: 409, title: 'It has begun or is over' },
  busy: { status: 503, title: 'Quorate is busy', detail: 'Nothing was changed. Please try again.' },
} as const satisfies Record<InterestRefusal['kind'], RefusalWords>

function interestWords(refusal: InterestRefusal): RefusalWords {
  if (refusal.kind !== 'closed') return interest[refusal.kind]
  return { ...interest.closed, title: `This closed on ${closingInWords(refusal.closesAt)}` }
}

/** C4.4: limited places, for those who give them and those who would like one. */
export function placesRoutes(kick: () => void): readonly Operation[] {
  const page = async (council: Council, id: Parameters<typeof readPlaces>[1]): Promise<Answering<PlacesPage, 200>> => {
    kick()
    const read = await readPlaces(council, id)
    return read ? done(read) : notFound
  }
  return [
    forRoles(
      mayGivePlaces,
      {
        route: 'GET /places',
        says: 'Offers of limited places that are not long over',
        gives: placesList,
      },
      async ({ council }) => done(await readPlacesList(council)),
    ),
    forRoles(
      mayGivePlaces,
      {
        route: 'GET /places/:offerId',
        says: 'One offer, who was interested once it is drawn, and what there is to choose from. `offer-session-…` and `offer-notice-…` name what the places are at, whether or not they have been said to be limited',
        params: ofOffer,
        gives: placesPage,
      },
      async ({ council, params }) => {
        const read = await readPlaces(council, params.offerId)
        return read ? done(read) : notFound
      },
    ),
    forRoles(
      mayGivePlaces,
      {
        route: 'PUT /places/:offerId',
        says: 'Says how many places there are, until when and for whom; refused when somebody else changed it since `seen`, with each field that is wrong by name',
        params: ofOffer,
        body: placesBody,
        gives: placesPage,
        refuses: setting,
      },
      async ({ council, officer, params, body }) => {
        const result = await setPlaces(council, officer, { ...params, ...body })
        return result.ok ? page(council, params.offerId) : settingRefused(result.refusal)
      },
    ),
    forRoles(
      mayGivePlaces,
      {
        route: 'POST /places/:offerId/drop',
        says: 'Says that places are not limited after all; refused once the bulletin has announced them',
        params: ofOffer,
        body: placesSeenBody,
        gives: placesPage,
        refuses: setting,
      },
      async ({ council, officer, params, body }) => {
        const result = await dropPlaces(council, officer, { ...params, ...body })
        return result.ok ? page(council, params.offerId) : settingRefused(result.refusal)
      },
    ),
    forRoles(
      mayGivePlaces,
      {
        route: 'POST /places/:offerId/draw',
        says: 'Draws. Drawn again it is the draw that was made; refused before two minutes after the closing',
        params: ofOffer,
        body: placesSeenBody,
        gives: placesPage,
        refuses: giving,
      },
      async ({ council, officer, params, body }) => {
        const result = await drawPlaces(council, officer, { ...params, ...body })
        return result.ok ? page(council, params.offerId) : problem(result.refusal.kind, giving[result.refusal.kind])
      },
    ),
    forRoles(
      mayGivePlaces,
      {
        route: 'POST /places/:offerId/confirm',
        says: 'Gives the free places to those who are next; refused when they are others than the officer saw',
        params: ofOffer,
        body: confirmBody,
        gives: placesPage,
        refuses: giving,
      },
      async ({ council, officer, params, body }) => {
        const result = await confirmPlaces(council, officer, { ...params, ...body })
        return result.ok ? page(council, params.offerId) : problem(result.refusal.kind, giving[result.refusal.kind])
      },
    ),
    forRoles(
      mayGivePlaces,
      {
        route: 'POST /places/:offerId/give-up',
        says: 'Writes down that a Member has told an officer that she gives up; she is written to',
        params: ofOffer,
        body: giveUpBody,
        gives: placesPage,
        refuses: giving,
      },
      async ({ council, officer, params, body }) => {
        const result = await giveUpFor(council, officer, { ...params, ...body })
        return result.ok ? page(council, params.offerId) : problem(result.refusal.kind, giving[result.refusal.kind])
      },
    ),
    forMembers(
      {
        route: 'GET /my/places',
        says: 'What the Member may express interest in, and what came of it',
        gives: myPlaces,
      },
      async ({ council, member }) => done(await readMyPlaces(council, member.value)),
    ),
    forMembers(
      {
        route: 'GET /my/places/:offerId',
        says: 'One of them, with the whole draw and no names once places are given',
        params: ofOffer,
        gives: myPlace,
      },
      async ({ council, member, params }) => {
        const read = await readMyPlace(council, member.value, params.offerId)
        return read ? done(read) : notFound
      },
    ),
    forMembers(
      {
        route: 'PUT /my/places/:offerId',
        says: 'Expresses interest, or takes it back; refused after the closing with its day and time',
        params: ofOffer,
        body: interestBody,
        gives: myPlace,
        refuses: interest,
      },
      async ({ council, member, params, body }) => {
        const result = await expressInterest(council, member.value, { ...params, ...body })
        if (!result.ok) return problem(result.refusal.kind, interestWords(result.refusal))
        kick()
        const read = await readMyPlace(council, member.value, params.offerId)
        return read ? done(read) : notFound
      },
    ),
  ]
}

function settingRefused(refusal: SetPlacesRefusal): Refused {
  const errors = refusal.kind === 'faulty' ? refusal.faults.map(({ path, because }) => ({ path, message: because })) : []
  return problem(refusal.kind, setting[refusal.kind], { errors })
}
