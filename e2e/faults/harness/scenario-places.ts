import type { OfferId } from '../../../domain/kernel/ids.ts'
import { offerIdOf } from '../../../domain/places/offer.ts'
import { addressOf, memberNumbers } from './outside/council-world.ts'
import type { World } from './outside/world.ts'
import { held, type HeldName } from './sessions-held.ts'
import { at, until, type Stage } from './stage.ts'

export const elsewhere = 'A week at the leadership academy'
/** At two in London. */
const closesAt = '2026-10-20T13:00:00Z'

/** Officers offer places, Members ask for them once the bulletin says so, and those who are drawn give some of them up again; or it comes to nothing. */
export function ofPlaces(stage: Stage, names: readonly HeldName[]): void {
  const { people, chance, world } = stage
  const atSession = names.includes('enough') && chance.happens(0.5)
  const places = chance.between(1, 2)
  at(stage, '2026-10-19T16:40:00Z', 60, async () => {
    const offerId = atSession ? offerIdOf({ kind: 'session', sessionId: held.enough.sessionId }) : await putDown(stage)
    if (!offerId) return
    await people.places.limit({ offerId, places, closesAt })
    await until(stage, '2026-10-20T05:30:00Z')
    // She reads it as one of them will.
    void people.bulletin.test(901, chance.pick(memberNumbers))
    await until(stage, '2026-10-20T08:45:00Z')
    for (const member of memberNumbers) asks(stage, offerId, member)
    if (!atSession && chance.happens(0.3)) {
      const when = chance.pick(['2026-10-20T12:35:00Z', '2026-10-20T14:00:00Z', '2026-10-20T16:00:00Z'])
      at(stage, when, 30, () => people.bulletin.withdraw(elsewhere))
    }
    await until(stage, closesAt)
    if (isOffered(world)) await given(stage, offerId)
  })
}

async function putDown({ people }: Stage): Promise<OfferId | undefined> {
  await people.bulletin.putDown({
    section: 'external',
    title: elsewhere,
    provider: 'London Councils',
    from: '2026-11-09',
    to: '2026-11-13',
  })
  const noticeId = people.meant.bulletin.notices.find(({ title }) => title === elsewhere)?.id
  return noticeId && offerIdOf({ kind: 'notice', noticeId })
}

const line = 'Express interest by'

function isOffered({ providers }: World, member?: number): boolean {
  return providers.mails.some(
    ({ to, text, subject }) =>
      !subject.startsWith('TEST: ') && text.includes(line) && (member === undefined || to.address === addressOf(member)),
  )
}

/** Whoever has read of it asks for a place; some think again, once or twice, and one is too late. */
function asks(stage: Stage, offerId: OfferId, member: number): void {
  const { people, chance, world } = stage
  const press = (when: string, withinMinutes: number, interested: boolean) =>
    at(stage, when, withinMinutes, () => {
      if (isOffered(world, member)) void people.places.express({ offerId, member, interested })
    })
  if (chance.happens(0.85)) press('2026-10-20T08:50:00Z', 200, true)
  if (chance.happens(0.3)) press('2026-10-20T12:20:00Z', 30, false)
  if (chance.happens(0.2)) press('2026-10-20T12:52:00Z', 7, true)
  if (chance.happens(0.25)) press('2026-10-20T13:00:10Z', 3, true)
  if (chance.happens(0.15)) press('2026-10-20T13:00:01Z', 60, false)
}

/** Drawn by one officer or by two, confirmed, and given on as places come free. */
async function given(stage: Stage, offerId: OfferId): Promise<void> {
  const { people, chance, scheduler } = stage
  const both = chance.happens(0.4)
  const after = (minutes: number) => new Promise<void>((resolve) => void scheduler.after(minutes * 60_000, resolve))
  await after(chance.between(1, 40))
  if (both) void people.places.draw(offerId, 902)
  await people.places.draw(offerId, 901)
  if (!people.meant.places.draws.some(({ order }) => order)) return
  await after(chance.between(0, 20))
  if (both) void people.places.confirm(offerId, 902)
  await people.places.confirm(offerId, 901)
  for (let time = 0; time < 2; time += 1) {
    await after(chance.between(2, 60))
    const member = memberNumbers.find((number) => hasPlace(stage, number))
    if (member === undefined) return
    const isRung = chance.happens(0.5)
    if (isRung) void people.places.giveUp({ offerId, member })
    else void people.places.express({ offerId, member, interested: false })
    await after(chance.pick([0, 1, 30]))
    await people.places.confirm(offerId, 902)
  }
}

/** By what she was told, and has not said since that she gives it up. */
function hasPlace({ people, world }: Stage, member: number): boolean {
  const isTold = world.providers.mails.some(
    ({ to, subject }) => to.address === addressOf(member) && subject.startsWith('You have a place: '),
  )
  const closed = Date.parse(closesAt)
  return isTold && !people.meant.places.interests.some((press) => press.member === member && !press.interested && press.at > closed)
}
