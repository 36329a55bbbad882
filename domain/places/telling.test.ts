import { expect, test } from 'vitest'
import { day } from '../kernel/time.ts'
import { aDutyRecord, aMember, aMemberId, anOfficer, aPersonId, done, someMembers, startsAt } from '../testing/builders.ts'
import { anInterest, anOffer, closesAt } from '../testing/places.ts'
import type { Offer } from './offer.ts'
import { closedDuties, givenUpDuties, onAgainDuties, outcomeDuties, outcomeVerdict, overDuties, owedAnew } from './telling.ts'

const drawFrom = closesAt.add({ minutes: 2 })
const by = { by: aPersonId(901), byName: 'Officer 901' }
const ranked = (number: number) => ({ memberId: aMemberId(number), ticket: `t${number}`, meets: [], number: String(number) })
const round = (...given: readonly number[]) => ({ at: drawFrom, ...by, places: 1, given: given.map(aMemberId) })
const drawn = anOffer({
  draw: { at: drawFrom, ...by, order: [ranked(1), ranked(2)], leftOut: [{ memberId: aMemberId(3), because: 'not-holder' }] },
})
const [first, second] = [
  { ...drawn, rounds: [round(1)] },
  { ...drawn, rounds: [round(1), round(2)] },
]
const known = { members: someMembers(3), now: drawFrom, isOff: false }
const interests = [anInterest(1), anInterest(2), anInterest(3)]

function verdict(offer: Offer, of: { member: number; round: number }, given: Partial<typeof known> = {}, rows = interests) {
  const duty = outcomeDuties(offer, startsAt).find(
    ({ purpose }) => purpose.kind === 'place-outcome' && purpose.memberId === aMemberId(of.member) && purpose.round === of.round,
  )
  return duty && outcomeVerdict(duty, { offer, interests: rows }, { ...known, ...given })
}

test('C4.4 everybody who was interested is told by the first confirmation, and by a later one only who then got a place', () => {
  expect(outcomeDuties(drawn)).toEqual([])
  expect(outcomeDuties(first)).toHaveLength(3)
  const ids = outcomeDuties(second).map(({ id }) => id)
  expect(ids).toHaveLength(4)
  expect(new Set(ids).size).toBe(4)
  expect(ids.slice(0, 3)).toEqual(outcomeDuties(first).map(({ id }) => id))
})

test('C4.4 nobody is told of what is no longer so', () => {
  expect(verdict(first, { member: 1, round: 0 })).toEqual({ kind: 'owed' })
  const gone = [anInterest(1, { standing: 'given-up' }), anInterest(2), anInterest(3)]
  expect(verdict(first, { member: 1, round: 0 }, {}, gone)).toEqual({ kind: 'skip', because: 'not-needed' })
  expect(verdict(second, { member: 2, round: 0 })).toEqual({ kind: 'skip', because: 'not-needed' })
  expect(verdict(second, { member: 2, round: 1 })).toEqual({ kind: 'owed' })
  expect(verdict(first, { member: 1, round: 0 }, { isOff: true })).toEqual({ kind: 'skip', because: 'cancelled' })
  const left = [aMember(1, { to: day('2026-10-19') })]
  expect(verdict(first, { member: 1, round: 0 }, { members: left })).toEqual({ kind: 'skip', because: 'left-office' })
  expect(verdict(first, { member: 1, round: 0 }, { now: startsAt })).toEqual({ kind: 'skip', because: 'late' })
  expect(verdict(first, { member: 1, round: 0 }, { now: startsAt.subtract({ seconds: 1 }) })).toEqual({ kind: 'owed' })
})

test('C4.4 officers hear once that it has closed, and again only where the closing was put later', () => {
  const officers = [anOfficer(901), anOfficer(902, { roles: ['administrator'] })]
  expect(closedDuties(anOffer(), officers, drawFrom.subtract({ seconds: 1 }))).toEqual([])
  const [told, ...more] = closedDuties(anOffer(), officers, drawFrom)
  expect(more).toEqual([])
  const later = anOffer({ closesAt: closesAt.add({ hours: 1 }) })
  const [again] = closedDuties(later, officers, drawFrom.add({ hours: 1 }))
  expect(again?.id).not.toBe(told?.id)
  const ask = (offer: Offer) => told && outcomeVerdict(told, { offer, interests }, known)
  expect(ask(anOffer())).toEqual({ kind: 'owed' })
  expect(ask(drawn)).toEqual({ kind: 'skip', because: 'not-needed' })
  expect(ask(later)).toEqual({ kind: 'skip', because: 'not-needed' })
})

test('C4.4 whoever an officer has written down as giving up is told so once, and whoever gave up by herself is not', () => {
  const rows = [anInterest(1, { standing: 'given-up', recordedBy: 'Officer 901' }), anInterest(2, { standing: 'given-up' }), anInterest(3)]
  const duties = givenUpDuties({ offer: drawn, interests: rows }, startsAt)
  expect(duties.map(({ purpose }) => purpose)).toEqual([{ kind: 'place-given-up', memberId: aMemberId(1) }])
  expect(givenUpDuties({ offer: first, interests: rows }, startsAt)).toEqual(duties)
  const [duty] = duties
  const ask = (given: Partial<Parameters<typeof outcomeVerdict>[2]> = {}) =>
    duty && outcomeVerdict(duty, { offer: drawn, interests: rows }, { ...known, ...given })
  expect(ask()).toEqual({ kind: 'owed' })
  expect(ask({ isOff: true })).toEqual({ kind: 'owed' }) // only put off: she would hear of a mistake too late
  expect(ask({ isOff: true, calledOffAt: drawFrom })).toEqual({ kind: 'skip', because: 'cancelled' })
  expect(ask({ members: [aMember(1, { to: day('2026-10-19') })] })).toEqual({ kind: 'skip', because: 'left-office' })
  expect(ask({ now: startsAt })).toEqual({ kind: 'skip', because: 'late' })
})

test('C4.4 what is called off is told to whoever would like a place or has one, and to nobody who waits for nothing', () => {
  const rows = [anInterest(1), anInterest(2), anInterest(3), anInterest(4, { standing: 'withdrawn' })]
  const of = (offer: Offer) => overDuties({ offer, interests: rows, duties: [] }, drawFrom, startsAt)
  const whom = (offer: Offer) => of(offer).map(({ purpose }) => 'memberId' in purpose && purpose.memberId)
  expect(whom(anOffer())).toEqual(['m1', 'm2', 'm3'])
  expect(whom(drawn)).toEqual(['m1', 'm2', 'm3'])
  expect(whom(first)).toEqual(['m1', 'm2']) // the third has been told that she could not be given one
  const [duty] = of(first)
  const ask = (given: Partial<Parameters<typeof outcomeVerdict>[2]>) =>
    duty && outcomeVerdict(duty, { offer: first, interests: rows }, { ...known, isOff: true, calledOffAt: drawFrom, ...given })
  expect(ask({})).toEqual({ kind: 'owed' })
  expect(ask({ isOff: false, calledOffAt: undefined })).toEqual({ kind: 'skip', because: 'not-needed' })
  expect(ask({ now: startsAt })).toEqual({ kind: 'skip', because: 'late' })
})

test('C4.4 called off, restored and called off again, it is told once to whoever has heard it, and to whoever has not', () => {
  const rows = [anInterest(1), anInterest(2)]
  const again = drawFrom.add({ hours: 1 })
  const before = overDuties({ offer: first, interests: rows, duties: [] }, drawFrom, startsAt)
  const [one, other] = before
  if (!one || !other) throw new Error('two are told')
  const duties = [done(one, { kind: 'sent', at: drawFrom }), done(other, { kind: 'skipped', at: drawFrom, because: 'not-needed' })]
  const fresh = overDuties({ offer: first, interests: rows, duties }, again, startsAt)
  expect(fresh.map(({ purpose }) => purpose)).toEqual([{ kind: 'places-over', memberId: aMemberId(2), since: again }])
  const waiting = before.map((duty) => aDutyRecord(duty))
  expect(overDuties({ offer: first, interests: rows, duties: waiting }, drawFrom, startsAt).map(({ id }) => id)).toEqual(
    before.map(({ id }) => id),
  )
  expect(outcomeVerdict(other, { offer: first, interests: rows }, { ...known, isOff: true, calledOffAt: again })).toMatchObject({
    kind: 'skip',
  })
})

test('C4.4 restored, whoever was told that it is over hears that it is on again; called off once more, that it is over', () => {
  const rows = [anInterest(1), anInterest(2, { standing: 'withdrawn' })]
  const again = drawFrom.add({ hours: 1 })
  const record = (...duties: Parameters<typeof overDuties>[0]['duties']) => ({ offer: first, interests: rows, duties })
  const sent = { kind: 'sent', at: drawFrom } as const
  const [over] = overDuties(record(), drawFrom, startsAt)
  if (!over) throw new Error('one is told')
  expect(onAgainDuties(record(), again)).toEqual([])
  expect(onAgainDuties(record(aDutyRecord(over)), again)).toEqual([]) // not gone yet, and put aside when it would
  const cameBack = { ...sent, delivery: { status: 'permanent-failure', at: again } } as const
  expect(onAgainDuties(record(done(over, cameBack)), again)).toEqual([]) // it never reached them
  const [on, ...more] = onAgainDuties(record(done(over, sent)), again, startsAt)
  expect(more).toEqual([])
  expect(on?.purpose).toEqual({ kind: 'places-on-again', memberId: aMemberId(1), since: drawFrom })
  if (!on) throw new Error('one is told')
  const ask = (isOff: boolean) => outcomeVerdict(on, { offer: first, interests: rows }, { ...known, isOff })
  expect([ask(false), ask(true)]).toEqual([{ kind: 'owed' }, { kind: 'skip', because: 'cancelled' }])
  const both = record(done(over, sent), done(on, sent))
  expect(onAgainDuties(both, again)).toEqual([])
  expect(overDuties(both, again, startsAt).map(({ purpose }) => purpose)).toEqual([
    { kind: 'places-over', memberId: aMemberId(1), since: again },
  ])
})

test('C4.4 that it is on again leaves four a minute, as all that goes to many does', () => {
  const rows = [1, 2, 3, 4, 5].map((number) => anInterest(number))
  const again = drawFrom.add({ hours: 1 })
  const told = overDuties({ offer: drawn, interests: rows, duties: [] }, drawFrom, startsAt)
  const duties = told.map((duty) => done(duty, { kind: 'sent', at: drawFrom }))
  const moments = onAgainDuties({ offer: drawn, interests: rows, duties }, again).map(({ notBefore }) => notBefore)
  expect(moments.map(String)).toEqual([again, again, again, again, again.add({ minutes: 1 })].map(String))
})

test('C4.4 what was put aside because it was off is owed anew once, each time that it was, and nothing else is', () => {
  const owed = outcomeDuties(first, startsAt)
  const [one, two, three] = owed
  if (!one || !two || !three) throw new Error('three are told')
  const aside = (duty: typeof one) => done(duty, { kind: 'skipped', at: drawFrom, because: 'cancelled' })
  const now = drawFrom.add({ hours: 1 })
  const sent = done(one, { kind: 'sent', at: drawFrom })
  const late = done(three, { kind: 'skipped', at: drawFrom, because: 'not-needed' })
  expect(owedAnew({ offer: first, duties: [sent, aDutyRecord(two), late] }, owed, now)).toEqual([])
  const [again, ...more] = owedAnew({ offer: first, duties: [sent, aside(two), late] }, owed, now)
  expect(more).toEqual([])
  expect(again).toMatchObject({ purpose: { ...two.purpose, again: 1 }, notBefore: now, notAfter: startsAt })
  if (!again) throw new Error('it is owed anew')
  expect(again.id).not.toBe(two.id)
  expect(owedAnew({ offer: first, duties: [aside(two), aDutyRecord(again)] }, owed, now).map(({ id }) => id)).toEqual([again.id])
  expect(owedAnew({ offer: first, duties: [aside(two), aside(again)] }, owed, now)).toMatchObject([{ purpose: { again: 2 } }])
})
