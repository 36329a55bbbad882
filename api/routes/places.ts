import { Router } from 'express'
import { mayGivePlaces } from '../../domain/policy/may.ts'
import { closingInWords } from '../../domain/places/words.ts'
import { confirmBody, giveUpBody, interestBody, placesBody, placesSeenBody } from '../contracts/places.ts'
import { forMembers, forRoles, notFound } from '../http/handle.ts'
import { done, problem, type Answer, type RefusalWords } from '../http/problem.ts'
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

function interestWords(refusal: InterestRefusal): RefusalWords {
  if (refusal.kind === 'closed') {
    const detail =
      'Nobody’s interest is taken after that, so that every Member has the same chance. Member support can tell you if places are left.'
    return { status: 409, title: `This closed on ${closingInWords(refusal.closesAt)}`, detail }
  }
  const words = {
    'no-such-offer': { status: 404, title: 'There is nothing here' },
    'not-for-you': { status: 403, title: 'These places are for holders of certain posts' },
    off: { status: 409, title: 'It is cancelled or has been put off' },
    over: { status: 409, title: 'It has begun or is over' },
    busy: { status: 503, title: 'Quorate is busy', detail: 'Nothing was changed. Please try again.' },
  } as const
  return words[refusal.kind]
}

/** C4.4: limited places, for those who give them and those who would like one. */
export function placesRoutes(kick: () => void): Router {
  const router = Router()
  const page = async (council: Council, id: Parameters<typeof readPlaces>[1]): Promise<Answer> => {
    kick()
    const read = await readPlaces(council, id)
    return read ? done(read) : notFound
  }
  router.get(
    '/places',
    forRoles(mayGivePlaces, {}, async ({ council }) => done(await readPlacesList(council))),
  )
  router.get(
    '/places/:offerId',
    forRoles(mayGivePlaces, { params: ofOffer }, async ({ council, params }) => {
      const read = await readPlaces(council, params.offerId)
      return read ? done(read) : notFound
    }),
  )
  router.put(
    '/places/:offerId',
    forRoles(mayGivePlaces, { params: ofOffer, body: placesBody }, async ({ council, officer, params, body }) => {
      const result = await setPlaces(council, officer, { ...params, ...body })
      return result.ok ? page(council, params.offerId) : settingRefused(result.refusal)
    }),
  )
  router.post(
    '/places/:offerId/drop',
    forRoles(mayGivePlaces, { params: ofOffer, body: placesSeenBody }, async ({ council, officer, params, body }) => {
      const result = await dropPlaces(council, officer, { ...params, ...body })
      return result.ok ? page(council, params.offerId) : settingRefused(result.refusal)
    }),
  )
  router.post(
    '/places/:offerId/draw',
    forRoles(mayGivePlaces, { params: ofOffer, body: placesSeenBody }, async ({ council, officer, params, body }) => {
      const result = await drawPlaces(council, officer, { ...params, ...body })
      return result.ok ? page(council, params.offerId) : problem(result.refusal.kind, giving[result.refusal.kind])
    }),
  )
  router.post(
    '/places/:offerId/confirm',
    forRoles(mayGivePlaces, { params: ofOffer, body: confirmBody }, async ({ council, officer, params, body }) => {
      const result = await confirmPlaces(council, officer, { ...params, ...body })
      return result.ok ? page(council, params.offerId) : problem(result.refusal.kind, giving[result.refusal.kind])
    }),
  )
  router.post(
    '/places/:offerId/give-up',
    forRoles(mayGivePlaces, { params: ofOffer, body: giveUpBody }, async ({ council, officer, params, body }) => {
      const result = await giveUpFor(council, officer, { ...params, ...body })
      return result.ok ? page(council, params.offerId) : problem(result.refusal.kind, giving[result.refusal.kind])
    }),
  )
  router.get(
    '/my/places',
    forMembers({}, async ({ council, member }) => done(await readMyPlaces(council, member.value))),
  )
  router.get(
    '/my/places/:offerId',
    forMembers({ params: ofOffer }, async ({ council, member, params }) => {
      const read = await readMyPlace(council, member.value, params.offerId)
      return read ? done(read) : notFound
    }),
  )
  router.put(
    '/my/places/:offerId',
    forMembers({ params: ofOffer, body: interestBody }, async ({ council, member, params, body }) => {
      const result = await expressInterest(council, member.value, { ...params, ...body })
      if (!result.ok) return problem(result.refusal.kind, interestWords(result.refusal))
      kick()
      const read = await readMyPlace(council, member.value, params.offerId)
      return read ? done(read) : notFound
    }),
  )
  return router
}

function settingRefused(refusal: SetPlacesRefusal): Answer {
  const errors = refusal.kind === 'faulty' ? refusal.faults.map(({ path, because }) => ({ path, message: because })) : []
  return problem(refusal.kind, setting[refusal.kind], { errors })
}
