import { expect, test } from 'vitest'
import { day } from '../kernel/time.ts'
import { aMember, towerHamlets } from '../testing/builders.ts'
import { everyMember, memberByAddress, othersTreatedAsMembers } from './audience.ts'

const on = day('2026-10-27')
const mayor = aMember(1, { kind: 'mayor' })
const councillor = aMember(2)
const coOptee = aMember(3, { kind: 'co-optee' })
const rules = (given: Partial<typeof towerHamlets.members>) => ({ members: { ...towerHamlets.members, ...given } })

test('C1.2 all Members are the Mayor, every councillor and every co-optee', () => {
  expect(everyMember([mayor, councillor, coOptee], towerHamlets, on)).toEqual([mayor, councillor, coOptee])
})

test('C1.2 co-optees are left out only where the rulebook says so', () => {
  expect(everyMember([mayor, councillor, coOptee], rules({ coOpteesInAll: false }), on)).toEqual([mayor, councillor])
})

test('C1.2 somebody the council treats as a Member is among them all the same', () => {
  const rulebook = rules({ coOpteesInAll: false, alsoMembers: ['member3@thamesbrook.example'] })
  expect(everyMember([mayor, coOptee], rulebook, on)).toEqual([mayor, coOptee])
})

test('C1.2 whoever the rulebook treats as a Member and the register lacks has a place on the roll, by what the directory calls them', () => {
  const rulebook = rules({ alsoMembers: ['member3@thamesbrook.example', 'ina@thamesbrook.example', 'independent@elsewhere.example'] })
  const others = othersTreatedAsMembers([coOptee], rulebook, (address) =>
    address.startsWith('ina') ? { name: 'Ina Marsh', addresses: [address, 'ina.marsh@thamesbrook.example'] } : undefined,
  )
  expect(others.map(({ name, addresses }) => [name, addresses])).toEqual([
    ['Ina Marsh', ['ina@thamesbrook.example', 'ina.marsh@thamesbrook.example']],
    ['independent@elsewhere.example', ['independent@elsewhere.example']],
  ])
  expect(everyMember(others, rulebook, on)).toEqual(others)
})

test.each([
  [{ to: day('2026-10-27') }, true], // the last day counts
  [{ to: day('2026-10-26') }, false],
  [{ from: day('2026-10-27') }, true],
  [{ from: day('2026-10-28') }, false],
  [{}, true],
])('C1.2 a Member with the term %o is among all Members on 27 October: %s', (term, included) => {
  expect(everyMember([aMember(1, term)], towerHamlets, on)).toHaveLength(included ? 1 : 0)
})

test('C2.4 a Member is found by any address, however it is written', () => {
  const member = aMember(1, { addresses: ['rook@thamesbrook.example', 'elspeth.rook@thamesbrook.example'] })
  const found = memberByAddress([member])
  expect(found.get('rook@thamesbrook.example')).toBe(member)
  expect(found.get('elspeth.rook@thamesbrook.example')).toBe(member)
})

test('C2.4 of two who share an address, the one in office is meant', () => {
  const left = aMember(1, { addresses: ['shared@thamesbrook.example'], to: day('2026-05-08') })
  const joined = aMember(2, { addresses: ['shared@thamesbrook.example'] })
  expect(memberByAddress([left, joined], on).get('shared@thamesbrook.example')).toBe(joined)
})
