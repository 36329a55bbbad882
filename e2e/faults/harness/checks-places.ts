import type { Purpose } from '../../../domain/duties/duty.ts'
import type { OfferRecord } from '../../../domain/places/offer.ts'
import { chainRows } from './chain-rows.ts'
import { draws, withdrawals } from './checks-draw.ts'
import { wasSwallowed } from './checks-duties.ts'
import { clocksDifferBy, isOfOffer, minute, onItsWay } from './checks-messages.ts'
import { addressOf, memberNumbers, officerNumbers, profile } from './outside/council-world.ts'
import type { SentMail } from './outside/providers.ts'
import { memberIdFor } from './people.ts'
import type { Lived } from './run.ts'

/** What somebody was told of limited places. */
type Told = SentMail & { readonly says: 'place' | 'reserve' | 'given-up' | 'over' | 'closed' | 'something else' }

/**
 * Each Member who asked for a limited place hears once what came of it, and a second time only where she then got one; officers hear once that
 * it has closed; and what the rows tell of the draw is what was announced, and can be worked out again.
 */
export async function places(lived: Lived): Promise<readonly string[]> {
  const told = lived.world.providers.mails.filter(({ key }) => isOfOffer(key)).map((mail) => ({ ...mail, says: saidBy(mail) }))
  const strays = told.filter(({ key }) => !lived.offers.some(({ offer }) => isAbout(key, offer.id)))
  const found = await Promise.all(
    lived.offers.map(async (record) =>
      ofOffer(
        lived,
        record,
        told.filter(({ key }) => isAbout(key, record.offer.id)),
      ),
    ),
  )
  return [...strays.map(({ key }) => `of places that nobody offered: ${key}`), ...unset(lived), ...found.flat()]
}

function isAbout(key: string, id: string): boolean {
  return key.startsWith(`${profile.id}~${id}~`)
}

function saidBy({ subject }: SentMail): Told['says'] {
  if (subject.startsWith('You have a place: ')) return 'place'
  if (/^You are \d+\w\w on the reserve list: /.test(subject)) return 'reserve'
  if (subject.startsWith('You have given this up: ')) return 'given-up'
  if (/^(Cancelled|No longer on offer): /.test(subject)) return 'over'
  return subject.startsWith('It has closed') ? 'closed' : 'something else'
}

async function ofOffer(lived: Lived, record: OfferRecord, told: readonly Told[]): Promise<readonly string[]> {
  return [
    ...again(told),
    ...groundless(lived, record, told),
    ...untold(lived, record, told),
    ...uncalled(lived, record, told),
    ...announced(lived, record),
    ...ended(lived, record, told),
    ...draws(lived, record),
    ...(await listed(lived, record)),
    ...(await accounted(lived, record)),
  ]
}

/** What officers were told is limited is limited. */
function unset({ meant, offers }: Lived): readonly string[] {
  return meant.places.offers.flatMap(({ offerId, places, toldAt }) => {
    if (toldAt === undefined) return []
    const found = offers.find(({ offer }) => offer.id === offerId)
    return found?.offer.places === places ? [] : [`places that were limited, and are not: ${offerId}`]
  })
}

/** Nobody is told the same twice, and nothing that was not to be said. */
function again(told: readonly Told[]): readonly string[] {
  return [...Map.groupBy(told, ({ says, to }) => `${says} to ${to.address}`)].flatMap(([name, own]) =>
    own.length > 1 ? [`told of places ${own.length} times: ${name}`] : [],
  )
}

function closesAtOf({ offer }: OfferRecord): number {
  return offer.closesAt.epochMilliseconds
}

/** When an officer pressed for what the places are at to be taken out; never, where nobody did. */
function calledOffAt(lived: Lived, record: OfferRecord): number {
  return calledOff(lived, record)?.at ?? Number.POSITIVE_INFINITY
}

function calledOff({ meant }: Lived, { offer: { subject } }: OfferRecord) {
  return subject.kind === 'notice' ? meant.bulletin.notices.find(({ id }) => id === subject.noticeId)?.withdrawn : undefined
}

/** Of no place that was not given or that she has given up, to nobody who did not ask, and to nobody before an officer confirmed it. */
function groundless(lived: Lived, record: OfferRecord, told: readonly Told[]): readonly string[] {
  const { meant } = lived
  const { offer } = record
  const about = <Of extends { readonly offerId: string }>(all: readonly Of[]) => all.filter(({ offerId }) => offerId === offer.id)
  const confirmed = Math.min(...about(meant.places.confirmations).map(({ at }) => at))
  const drawn = about(meant.places.draws).flatMap(({ toldAt }) => (toldAt === undefined ? [] : [toldAt]))
  const offFrom = calledOffAt(lived, record)
  return told.flatMap(({ to, says, at }) => {
    const officer = officerNumbers.find((number) => addressOf(number) === to.address)
    if (says === 'closed') {
      if (officer === undefined) return [`asked to make the draw, and no officer: ${to.address}`]
      if (at < closesAtOf(record) - clocksDifferBy) return [`told that it has closed, while it was open: officer ${officer}`]
      return drawn.some((toldAt) => toldAt + onItsWay < at) ? [`asked to make the draw though it was made: officer ${officer}`] : []
    }
    const member = memberNumbers.find((number) => addressOf(number) === to.address)
    if (member === undefined) return [`told of places, and no Member: ${to.address}`]
    const own = about(meant.places.interests).filter((press) => press.member === member)
    if (says === 'given-up')
      return own.some((press) => press.rang && press.at <= at) ? [] : [`told that she had given up, and had rung nobody: member ${member}`]
    if (says === 'over') return offFrom < at ? [] : [`told that places are off while they stand: member ${member}`]
    const wasGiven = offer.rounds.some(({ given }) => given.includes(memberIdFor(member)))
    const last = own.findLast((press) => press.at < at)
    const isAgain = last && !last.interested && last.toldAt !== undefined && last.toldAt + onItsWay < at
    return [
      ...(own.some(({ interested }) => interested) ? [] : [`told of places that she never asked for: member ${member}`]),
      ...(at < confirmed ? [`told of places before anybody confirmed them: member ${member}`] : []),
      ...(says === 'something else' ? [`told something else of places: member ${member}`] : []),
      ...(says === 'place' && !wasGiven ? [`told of a place that was not given: member ${member}`] : []),
      ...(isAgain ? [`told of places though she had given up: member ${member}`] : []),
    ]
  })
}

type Due = { readonly says: Told['says']; readonly since: number; readonly round?: number }

/** Once it is confirmed everybody hears who was in the draw and has not thought again; and whoever rang, or waits for what is called off. */
function untold(lived: Lived, record: OfferRecord, told: readonly Told[]): readonly string[] {
  const { world, isCalm, scenario } = lived
  const lateBy = (isCalm ? 5 : scenario.lateByMinutes) * minute
  return memberNumbers.flatMap((number) =>
    dueTo(lived, record, number).flatMap((due) => {
      const { says, since } = due
      const isOff = says !== 'over' && calledOffAt(lived, record) < since + lateBy
      if (isOff || wasSwallowedFor(lived, record, number, due) || world.now() < since + lateBy) return []
      const own = told.filter((each) => each.says === says && each.to.address === addressOf(number))
      const [first] = own
      if (!first) return [`never told of places, ${says}: member ${number}`]
      return first.at > since + lateBy ? [`told of places ${(first.at - since) / minute} minutes after, ${says}: member ${number}`] : []
    }),
  )
}

function dueTo(lived: Lived, record: OfferRecord, number: number): readonly Due[] {
  const { offer, interests } = record
  const id = memberIdFor(number)
  const own = lived.meant.places.interests.filter(({ offerId, member }) => offerId === offer.id && member === number)
  const gone = withdrawals(own)
  const [again, ...more] = gone
  const rang = again?.rang && more.length === 0 && again.toldAt !== undefined ? [{ says: 'given-up' as const, since: again.toldAt }] : []
  const offAt = calledOff(lived, record)?.toldAt
  const waits = interests.some(({ memberId, standing }) => memberId === id && standing === 'interested')
  const over = offAt !== undefined && waits ? [{ says: 'over' as const, since: offAt }] : []
  const [first] = offer.rounds
  const isIn = offer.draw?.order.some(({ memberId }) => memberId === id)
  if (!isIn || gone.length > 0 || !first) return [...rang, ...over]
  const holds = offer.rounds.findIndex(({ given }) => given.includes(id))
  const { at } = offer.rounds[holds] ?? first
  return [...over, { says: holds < 0 ? 'reserve' : 'place', since: at.epochMilliseconds, round: Math.max(0, holds) }]
}

const purposes: Readonly<Partial<Record<Told['says'], Purpose['kind']>>> = {
  place: 'place-outcome',
  reserve: 'place-outcome',
  'given-up': 'place-given-up',
  over: 'places-over',
  closed: 'places-closed',
}

/** The very email that was to say it, which nobody got through in five calls: that one is shown to officers, and no other excuses it. */
function wasSwallowedFor(lived: Lived, { offer, duties }: OfferRecord, number: number, { says, round }: Omit<Due, 'since'>): boolean {
  return duties.some(({ duty: { id, purpose }, state }) => {
    const key = `${profile.id}~${offer.id}~${id}`
    const isIt = purpose.kind === purposes[says] && (purpose.kind !== 'place-outcome' || purpose.round === round)
    const isShown = state.kind === 'done' && state.outcome.kind === 'needs-attention'
    const isHers = lived.world.providers.drafts.some((draft) => draft.key === key && draft.to.address === addressOf(number))
    return isIt && isShown && isHers && wasSwallowed(lived, key)
  })
}

/** The officers hear that it has closed where nobody has made the draw by then. */
function uncalled(lived: Lived, record: OfferRecord, told: readonly Told[]): readonly string[] {
  const { isCalm, scenario, world } = lived
  const { offer } = record
  const until = closesAtOf(record) + (isCalm ? 6 : scenario.lateByMinutes) * minute
  if (
    calledOffAt(lived, record) < until ||
    !offer.announcedAt ||
    world.now() < until ||
    (offer.draw && offer.draw.at.epochMilliseconds < until)
  )
    return []
  return officerNumbers.flatMap((number) => {
    const isTold = told.some(({ to, says, at }) => says === 'closed' && to.address === addressOf(number) && at <= until)
    return isTold || wasSwallowedFor(lived, record, number, { says: 'closed' })
      ? []
      : [`never told that places have closed: officer ${number}`]
  })
}

/** Open exactly where the bulletin has said so to its readers. */
function announced({ world }: Lived, { offer }: OfferRecord): readonly string[] {
  const said = world.providers.mails.filter(({ subject, text }) => !subject.startsWith('TEST: ') && text.includes('Express interest by'))
  if (said.length > 0 && !offer.announcedAt) return ['places that the bulletin offers, and that are not open']
  return offer.announcedAt && said.length === 0 ? ['places that are open, and no issue says so'] : []
}

/** Everything owed has come to its end, and to the end that the rows tell. */
function ended(lived: Lived, { offer, duties }: OfferRecord, told: readonly Told[]): readonly string[] {
  return duties.flatMap(({ duty, state }) => {
    const name = `${duty.purpose.kind} of ${offer.title}`
    const key = `${profile.id}~${offer.id}~${duty.id}`
    const arrived = told.some((mail) => mail.key === key)
    if (state.kind !== 'done')
      return duty.notBefore.epochMilliseconds > lived.world.now() - 15 * minute ? [] : [`still ${state.kind}: ${name}`]
    const { outcome } = state
    if (outcome.kind === 'needs-attention' && wasSwallowed(lived, key)) return []
    if (outcome.kind === 'failed' || outcome.kind === 'needs-attention') return [`given up: ${name}`]
    if (outcome.kind === 'sent') return arrived ? [] : [`says sent and is not: ${name}`]
    return arrived ? [`sent and says ${outcome.kind}: ${name}`] : []
  })
}

/** Lists show what the record says. */
async function listed({ council }: Lived, { offer, interests }: OfferRecord): Promise<readonly string[]> {
  const summary = (await council.offers.all()).find(({ id }) => id === offer.id)
  const interested = interests.filter(({ standing }) => standing === 'interested')
  const held = offer.rounds.flatMap(({ given }) => given).filter((id) => interested.some(({ memberId }) => memberId === id))
  const isSame =
    summary?.interested === interested.length &&
    summary.held.toSorted().join() === held.toSorted().join() &&
    (summary.drawnAt === undefined) === (offer.draw === undefined) &&
    summary.rounds.length === offer.rounds.length
  return isSame ? [] : [`a list shows other places than those that stand: ${offer.title}`]
}

/** The audit chain tells of it what the rows tell. */
async function accounted({ world }: Lived, { offer }: OfferRecord): Promise<readonly string[]> {
  const rows = (await chainRows(world)).filter(({ object }) => object.kind === 'offer' && object.id === offer.id)
  const counted = [
    ['places-announced', offer.announcedAt ? 1 : 0],
    ['places-drawn', offer.draw ? 1 : 0],
    ['places-given', offer.rounds.length],
  ] as const
  return counted.flatMap(([action, expected]) => {
    const there = rows.filter((row) => row.action === action).length
    return there === expected ? [] : [`the audit chain tells ${action} ${there} times, it was ${expected}`]
  })
}
