import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { digest } from '../kernel/digest.ts'
import { aMemberId, aPersonId } from '../testing/builders.ts'
import { anInterest, anOffer, closesAt } from '../testing/places.ts'
import { drawn, type Facts } from './draw.ts'
import type { Interest, Offer } from './offer.ts'
import { heldBy, nextGiven, publishedDraw, standingsOf } from './standing.ts'

const ids = (...numbers: readonly number[]) => new Set(numbers.map(aMemberId))
const facts = (given: Partial<Facts> = {}): Facts => ({
  needing: ids(),
  had: ids(),
  leftOffice: ids(),
  eligible: ids(1, 2, 3, 4, 5, 6),
  ...given,
})
const interested = (count: number) => Array.from({ length: count }, (_, index) => anInterest(index + 1))
const by = { by: aPersonId(901), byName: 'Officer 901' }

function afterDraw(offer: Offer, interests: readonly Interest[], known: Facts = facts()) {
  return { ...offer, draw: { at: closesAt, ...by, ...drawn(offer, interests, known) } }
}

function confirmed(offer: ReturnType<typeof afterDraw>, interests: readonly Interest[]) {
  const round = { at: closesAt, ...by, places: offer.places, given: nextGiven(offer, interests) }
  return { ...offer, rounds: [...offer.rounds, round] }
}

const order = (offer: ReturnType<typeof afterDraw>) => offer.draw.order.map(({ memberId }) => memberId)
const saidOf = (offer: ReturnType<typeof afterDraw>, interests: readonly Interest[]) =>
  new Map(standingsOf(offer, interests).map(({ memberId, standing }) => [memberId, standing]))

test('C4.4 the order is the same however the rows are read and whenever anybody answered', () => {
  const offer = anOffer({ criteria: ['role-need', 'not-had-one', 'ballot'] })
  const known = facts({ needing: ids(2, 5), had: ids(1, 5) })
  const first = order(afterDraw(offer, interested(6), known))
  fc.assert(
    fc.property(fc.shuffledSubarray(interested(6), { minLength: 6 }), fc.array(fc.nat(1_000_000), { minLength: 6 }), (rows, hours) => {
      const later = rows.map((row, index) => ({ ...row, at: row.at.add({ seconds: hours[index] ?? 0 }) }))
      expect(order(afterDraw(offer, later, known))).toEqual(first)
    }),
  )
})

test('C4.4 another seed draws another order, and over many seeds everybody is first about as often', () => {
  const firsts = Array.from({ length: 600 }, (_, seed) => order(afterDraw(anOffer({ seed: `seed ${seed}` }), interested(3)))[0])
  for (const member of ids(1, 2, 3)) {
    const times = firsts.filter((first) => first === member).length
    expect(times).toBeGreaterThan(150)
    expect(times).toBeLessThan(250)
  }
})

test('C4.4 anybody can draw again from what is published', () => {
  const offer = afterDraw(anOffer(), interested(5))
  const published = publishedDraw(offer)
  for (const { ticket, number } of published) expect(number).toBe(digest(`${offer.seed}~${ticket}`))
  expect(published.map(({ number }) => number)).toEqual(published.map(({ number }) => number).toSorted())
  expect(JSON.stringify(published)).not.toMatch(/"m[1-5]"/)
})

describe('C4.4 what comes first in the recorded method decides first', () => {
  const known = facts({ needing: ids(1), had: ids(1) })
  test.each([
    { criteria: ['role-need', 'not-had-one', 'ballot'] as const, first: true },
    { criteria: ['not-had-one', 'role-need', 'ballot'] as const, first: false },
  ])('$criteria', ({ criteria, first }) => {
    const drawnOrder = order(afterDraw(anOffer({ criteria }), interested(4), known))
    expect(drawnOrder.indexOf(aMemberId(1))).toBe(first ? 0 : 3)
  })
})

test('C4.4 fewer interested than places: all get one, and as many as places too; one more and somebody waits', () => {
  for (const count of [1, 2]) {
    const standings = standingsOf(afterDraw(anOffer({ places: 2 }), interested(count)), interested(count))
    expect(standings.map(({ standing }) => standing)).toEqual(
      Array.from({ length: count }, () => ({ kind: 'place', reason: { kind: 'enough' } })),
    )
  }
  const three = standingsOf(afterDraw(anOffer({ places: 2 }), interested(3)), interested(3))
  expect(three.map(({ standing }) => standing)).toEqual([
    { kind: 'place', reason: { kind: 'ballot', drawn: 1, of: 3 } },
    { kind: 'place', reason: { kind: 'ballot', drawn: 2, of: 3 } },
    { kind: 'reserve', position: 1, reason: { kind: 'ballot', drawn: 3, of: 3 } },
  ])
})

test('C4.4 each is told what decided: the criterion that parted them from the others, or the ballot where nothing did', () => {
  const offer = afterDraw(
    anOffer({ places: 2, criteria: ['role-need', 'not-had-one', 'ballot'] }),
    interested(4),
    facts({ needing: ids(3), had: ids(4) }),
  )
  const said = saidOf(offer, interested(4))
  expect(said.get(aMemberId(3))).toEqual({ kind: 'place', reason: { kind: 'criterion', criterion: 'role-need', met: true } })
  expect(said.get(aMemberId(4))).toEqual({
    kind: 'reserve',
    position: 2,
    reason: { kind: 'criterion', criterion: 'not-had-one', met: false },
  })
  expect([said.get(aMemberId(1)), said.get(aMemberId(2))]).toEqual(
    expect.arrayContaining([
      { kind: 'place', reason: { kind: 'ballot', drawn: 1, of: 2 } },
      { kind: 'reserve', position: 1, reason: { kind: 'ballot', drawn: 2, of: 2 } },
    ]),
  )
})

test('C4.4 X27 who has left office or the post by the draw has no place, and it is said why', () => {
  const offer = afterDraw(anOffer(), interested(3), facts({ leftOffice: ids(1), eligible: ids(1, 3) }))
  expect(order(offer)).toEqual([aMemberId(3)])
  expect(saidOf(offer, interested(3))).toEqual(
    new Map<unknown, unknown>([
      [aMemberId(3), { kind: 'place', reason: { kind: 'enough' } }],
      [aMemberId(1), { kind: 'left-out', because: 'left-office' }],
      [aMemberId(2), { kind: 'left-out', because: 'not-holder' }],
    ]),
  )
})

test('C4.4 a place given up goes to the next reserve when it is confirmed, by the same order, and to nobody before', () => {
  const offer = confirmed(afterDraw(anOffer({ places: 2 }), interested(4)), interested(4))
  const [first, second, third, fourth] = order(offer)
  expect(nextGiven(offer, interested(4))).toEqual([])
  const gone = interested(4).map((each) => (each.memberId === first ? { ...each, standing: 'given-up' as const } : each))
  expect(heldBy(offer, gone)).toEqual([second])
  expect(nextGiven(offer, gone)).toEqual([third])
  const after = confirmed(offer, gone)
  expect(heldBy(after, gone)).toEqual([second, third])
  const said = saidOf(after, gone)
  expect(third && said.get(third)).toEqual({ kind: 'place', reason: { kind: 'next' } })
  expect(fourth && said.get(fourth)).toMatchObject({ kind: 'reserve', position: 1 })
  expect(first && said.get(first)).toEqual({ kind: 'given-up' })
  expect(second && said.get(second)).toEqual({ kind: 'place', reason: { kind: 'ballot', drawn: 2, of: 4 } })
})

test('C4.4 who gives up between the draw and its confirmation leaves no place empty', () => {
  const offer = afterDraw(anOffer({ places: 2 }), interested(3))
  const [first, second, third] = order(offer)
  const gone = interested(3).map((each) => (each.memberId === first ? { ...each, standing: 'given-up' as const } : each))
  expect(nextGiven(offer, gone)).toEqual([second, third])
  const said = saidOf(confirmed(offer, gone), gone)
  expect(third && said.get(third)).toEqual({ kind: 'place', reason: { kind: 'enough' } })
})

test('C4.4 more places than before go on down the same order', () => {
  const offer = confirmed(afterDraw(anOffer({ places: 1 }), interested(3)), interested(3))
  expect(nextGiven({ ...offer, places: 2 }, interested(3))).toEqual([order(offer)[1]])
  expect(nextGiven({ ...offer, places: 9 }, interested(3))).toEqual(order(offer).slice(1))
})

test('C4.4 whoever withdrew before the closing is not in the draw', () => {
  const rows = [anInterest(1), anInterest(2, { standing: 'withdrawn' })]
  expect(order(afterDraw(anOffer(), rows))).toEqual([aMemberId(1)])
})
