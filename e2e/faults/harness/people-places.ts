import { placesBody } from '../../../api/contracts/places.ts'
import type { Council } from '../../../api/ports/council.ts'
import { expressInterest } from '../../../api/use-cases/express-interest.ts'
import { confirmPlaces, drawPlaces, giveUpFor } from '../../../api/use-cases/give-places.ts'
import { readMyPlace, readPlaces } from '../../../api/use-cases/read-places.ts'
import { setPlaces } from '../../../api/use-cases/set-places.ts'
import type { OfferId } from '../../../domain/kernel/ids.ts'
import { anOfficer } from '../../../domain/testing/builders.ts'
import type { Chance } from './chance.ts'
import { memberIdFor } from './member-ids.ts'
import type { Asking, Attempt, Tried } from './persist.ts'

type Asked = { readonly offerId: OfferId; readonly at: number; toldAt?: number }

/** An officer says that there are only so many places. `mark`: of the ballot's seed, as it was shown when nobody had asked for a place. */
export type MeantOffer = Asked & { readonly places: number; readonly closesAt: string; mark?: string }

/** One press of a Member, or of an officer for her. `endedAt`: she heard what came of it, or stopped asking. */
export type MeantInterest = Asked & {
  readonly member: number
  readonly interested: boolean
  /** An officer wrote it down, whom she had rung. */
  readonly rang?: true
  endedAt?: number
  refused?: string
  /** As she was shown it when she pressed. */
  ticket?: string
}

/** `order`: Members' ids, as the officer was shown them. */
export type MeantDraw = Asked & { order?: readonly string[] }
/** `given`: to whom, as the officer saw when she pressed. */
export type MeantConfirmation = Asked & { given?: readonly string[] }

export type MeantOfPlaces = {
  readonly offers: readonly MeantOffer[]
  readonly interests: readonly MeantInterest[]
  readonly draws: readonly MeantDraw[]
  readonly confirmations: readonly MeantConfirmation[]
}

export type Places = {
  readonly meant: MeantOfPlaces
  /** Before the bulletin says so. */
  limit(offer: Pick<MeantOffer, 'offerId' | 'places' | 'closesAt'>): Promise<void>
  express(press: Pick<MeantInterest, 'offerId' | 'member' | 'interested'>): Promise<void>
  /** She rang, and an officer writes it down. */
  giveUp(press: Pick<MeantInterest, 'offerId' | 'member'>): Promise<void>
  /** Makes the draw, unless another has, and looks at it. */
  draw(offerId: OfferId, officer: number): Promise<void>
  /** Gives the places that are free to those whom she sees to be next. */
  confirm(offerId: OfferId, officer: number): Promise<void>
}

const officer = anOfficer(901)
const notYet = ['busy', 'changed-since-seen', 'no-such-thing', 'not-closed', 'not-drawn', 'no-such-offer']

export function createPlaces({ persist, world, chance }: Asking & { readonly chance: Chance }): Places {
  const offers: MeantOffer[] = []
  const interests: MeantInterest[] = []
  const draws: MeantDraw[] = []
  const confirmations: MeantConfirmation[] = []
  const drawnBy = (length: number) => () => Array.from({ length }, () => chance.between(0, 15).toString(16)).join('')

  async function toldOf(own: Asked, attempt: Attempt): Promise<void> {
    if (await persist(attempt)) own.toldAt = world.now()
  }

  /** Whoever asks for a place looks at what she then has; what she was last told stands. */
  async function press(own: MeantInterest, attempt: (council: Council) => Promise<string | undefined>): Promise<void> {
    interests.push(own)
    const said: { refused?: string; ticket?: string } = {}
    await toldOf(own, async (council) => {
      const refused = await attempt(council)
      if (refused !== undefined) said.refused = refused
      if (refused !== undefined) return refused === 'busy' || refused === 'no-such-member' ? 'again' : 'given up'
      const ticket = await ticketOf(council, own)
      if (ticket !== undefined) said.ticket = ticket
      return 'done'
    })
    Object.assign(own, { endedAt: world.now() }, own.toldAt === undefined ? { refused: said.refused } : { ticket: said.ticket })
  }

  return {
    meant: { offers, interests, draws, confirmations },
    async limit({ offerId, places, closesAt }) {
      const own: MeantOffer = { offerId, places, closesAt, at: world.now() }
      offers.push(own)
      const body = placesBody.parse({
        places,
        openTo: { kind: 'everyone' },
        neededFor: [],
        criteria: ['not-had-one', 'ballot'],
        closesAt,
      })
      const shown: { mark?: string } = {}
      await toldOf(own, async (council, { isThere }) => {
        const page = await readPlaces(council, offerId)
        if (!isThere()) return 'again'
        if (page?.offer) shown.mark = page.offer.seedMark
        if (page?.offer) return 'done' // she sees it on the page
        return triedOf(await setPlaces(council, officer, { ...body, offerId }, drawnBy(32)), 'again')
      })
      Object.assign(own, shown)
    },
    async express(order) {
      await press({ ...order, at: world.now() }, async (council) => {
        const found = await council.members.find(memberIdFor(order.member))
        if (!found) return 'no-such-member'
        const result = await expressInterest(council, found.value, order, drawnBy(10))
        return result.ok ? undefined : result.refusal.kind
      })
    },
    async giveUp({ offerId, member }) {
      await press({ offerId, member, interested: false, rang: true, at: world.now() }, async (council) => {
        const result = await giveUpFor(council, officer, { offerId, memberId: memberIdFor(member) })
        return result.ok ? undefined : result.refusal.kind
      })
    },
    async draw(offerId, number) {
      const own: MeantDraw = { offerId, at: world.now() }
      draws.push(own)
      await toldOf(own, async (council, { isThere }) => {
        const page = await readPlaces(council, offerId)
        if (!isThere()) return 'again'
        if (page?.drawn) own.order = page.members.map(({ memberId }) => memberId)
        if (page?.drawn) return 'done'
        if (!page?.offer) return 'again'
        return triedOf(await drawPlaces(council, anOfficer(number), { offerId, seen: page.offer.seen }), 'again')
      })
    },
    async confirm(offerId, number) {
      const own: MeantConfirmation = { offerId, at: world.now() }
      confirmations.push(own)
      const seen: { rounds?: number; given?: readonly string[] } = {}
      await toldOf(own, async (council, { isThere }) => {
        const page = await readPlaces(council, offerId)
        if (!page?.offer || !page.drawn || !isThere()) return 'again'
        seen.rounds ??= page.confirmed.length
        if (page.confirmed.length > seen.rounds) return 'done' // she sees it on the page
        const given = page.next.map(({ memberId }) => memberId)
        const result = await confirmPlaces(council, anOfficer(number), { offerId, seen: page.offer.seen, given })
        if (result.ok) own.given = given
        return triedOf(result, 'done')
      })
    },
  }
}

async function ticketOf(council: Council, { offerId, member }: MeantInterest): Promise<string | undefined> {
  const found = await council.members.find(memberIdFor(member))
  return found && (await readMyPlace(council, found.value, offerId))?.ticket
}

function triedOf(
  result: { readonly ok: true } | { readonly ok: false; readonly refusal: { readonly kind: string } },
  whenDone: 'done' | 'again',
): Tried {
  if (result.ok) return whenDone
  return notYet.includes(result.refusal.kind) ? 'again' : 'given up'
}
