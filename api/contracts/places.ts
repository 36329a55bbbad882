import { z } from 'zod'
import { heldOut, instantText, typedText } from './shared.ts'

const criterion = z.enum(['role-need', 'not-had-one', 'ballot'])
const post = typedText(120).min(1)
export const stage = z.enum(['not-announced', 'open', 'closing', 'closed', 'drawn', 'allotted'])

/** X27: to everyone, or to the holders of posts that are named before it is announced. */
const openTo = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('everyone') }),
  z.strictObject({ kind: z.literal('posts'), posts: z.array(post).max(20) }),
])

const terms = {
  places: z.int().min(1).max(500),
  openTo,
  /** Of `role-need`: the posts or committees whose holders need it most. */
  neededFor: z.array(post).max(20),
  /** In the order in which they are weighed; a ballot is the last. */
  criteria: z.array(criterion).min(1).max(3),
  closesAt: instantText,
}

/** PUT /api/places/:offerId. `seen`: what was seen of it; absent when there was nothing. */
export const placesBody = z.strictObject({ ...terms, seen: z.string().min(1).max(200).optional() })
export type PlacesBody = z.infer<typeof placesBody>

/** POST /api/places/:offerId/draw, …/drop. */
export const placesSeenBody = z.strictObject({ seen: z.string().min(1).max(200) })
/** POST /api/places/:offerId/confirm. `given`: whom she saw that it would give a place, in order. */
export const confirmBody = placesSeenBody.extend({ given: z.array(z.string().max(64)).max(500) })
/** POST /api/places/:offerId/give-up: an officer writes down that a Member has. */
export const giveUpBody = z.strictObject({ memberId: z.string().regex(/^[a-z0-9][a-z0-9-]{1,63}$/) })
/** PUT /api/my/places/:offerId */
export const interestBody = z.strictObject({ interested: z.boolean() })

const reason = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('enough') }),
  z.object({ kind: z.literal('criterion'), criterion, met: z.boolean() }),
  z.object({ kind: z.literal('ballot'), drawn: z.int(), of: z.int() }),
  z.object({ kind: z.literal('next') }),
])
const standing = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('place'), reason }),
  z.object({ kind: z.literal('reserve'), position: z.int(), reason }),
  z.object({ kind: z.literal('given-up') }),
  z.object({ kind: z.literal('left-out'), because: z.enum(['left-office', 'not-holder']) }),
])

/** What the places are at. Days are of training elsewhere, instants of a session. */
const subject = z.object({
  kind: z.enum(['session', 'notice']),
  id: z.string(),
  title: z.string(),
  startsAt: instantText.optional(),
  endsAt: instantText.optional(),
  place: z.string().optional(),
  online: z.literal(true).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  provider: z.string().optional(),
  link: z.string().optional(),
  isOff: z.boolean(),
  isOver: z.boolean(),
})

/** What anybody needs to draw again: the seed, its mark from before, and the tickets in the order that came of them. No names. */
const drawing = z.object({
  seed: z.string(),
  tickets: z.array(z.object({ ticket: z.string(), number: z.string(), meets: z.array(criterion) })),
})

const offered = z.object({ ...terms, stage, seedMark: z.string(), announcedAt: instantText.optional() })

/** GET /api/places/:offerId, and what every change to it is answered with. */
export const placesPage = z.object({
  offerId: z.string(),
  subject,
  /** Absent: nobody has said that its places are limited. */
  offer: offered.extend({ setBy: z.string(), setAt: instantText, seen: z.string(), drawFrom: instantText, interested: z.int() }).optional(),
  /** Once it is drawn: who was interested, in order. */
  members: z.array(z.object({ memberId: z.string(), name: z.string(), ticket: z.string().optional(), standing: standing.optional() })),
  /** Who would be given a place by the next confirmation. */
  next: z.array(z.object({ memberId: z.string(), name: z.string() })),
  drawn: drawing.extend({ at: instantText, by: z.string() }).optional(),
  confirmed: z.array(z.object({ at: instantText, by: z.string(), given: z.array(z.string()) })),
  choices: z.object({
    criteria: z.array(criterion),
    usual: z.array(criterion),
    usualClosesAt: instantText.optional(),
    posts: z.array(z.string()),
    committees: z.array(z.string()),
    /** The session is mandatory for somebody, which is a need by itself. */
    isMandatory: z.boolean(),
  }),
  /** C1.9: out of what that is held which it is at, so that no bulletin opens it. Absent: out of nothing. */
  heldOut: heldOut.optional(),
  /** When the next issue of the bulletin is due, which announces it. */
  nextIssueAt: instantText.optional(),
  now: instantText,
})
export type PlacesPage = z.infer<typeof placesPage>

/** GET /api/places: those that are not over, the earliest closing first. */
export const placesList = z.object({
  offers: z.array(
    z.object({
      offerId: z.string(),
      title: z.string(),
      places: z.int(),
      interested: z.int(),
      held: z.int(),
      stage,
      closesAt: instantText,
    }),
  ),
  now: instantText,
})
export type PlacesList = z.infer<typeof placesList>

/** One offer as one Member sees it: of everybody else, nothing that has a name. */
export const myPlace = offered.extend({
  offerId: z.string(),
  subject,
  mine: z.enum(['none', 'interested', 'withdrawn', 'given-up']),
  /** X27: she holds none of the posts that it is for. */
  notForYou: z.literal(true).optional(),
  ticket: z.string().optional(),
  /** Once places have been given. */
  standing: standing.optional(),
  drawn: drawing.optional(),
  now: instantText,
})
export type MyPlace = z.infer<typeof myPlace>

/** GET /api/my/places */
export const myPlaces = z.object({ offers: z.array(myPlace), now: instantText })
export type MyPlaces = z.infer<typeof myPlaces>
