import { expect, test } from 'vitest'
import { day } from '../kernel/time.ts'
import { aMember, towerHamlets } from '../testing/builders.ts'
import { membersOf, seatOn } from './seats.ts'

const planning = 'Planning Committee'
const on = day('2026-10-27')

test.each([
  ['Chair, Planning Committee', 'member'],
  ['Member, Planning Committee', 'member'],
  ['Vice-Chair of the Planning Committee', 'member'],
  ['Planning Committee (Chair)', 'member'],
  ['Co-opted member, PLANNING COMMITTEE', 'member'],
  ['Substitute, Planning Committee', 'substitute'],
  ['Planning Committee - named substitute', 'substitute'],
  ['Cabinet Member for Planning', undefined],
  ['Chair, Planning Committee Working Group', undefined],
  ['Chair, Strategic Planning Committee', undefined],
  ['Planning Committee', undefined], // it does not say what of it
  ['', undefined],
])('C14.3 whoever has the post “%s” is %s of the Planning Committee', (post, seat) => {
  expect(seatOn(planning, [post])).toBe(seat)
})

test('C14.3 a sub-committee is another committee', () => {
  expect(seatOn('Licensing Committee', ['Member, Licensing Sub-Committee'])).toBeUndefined()
  expect(seatOn('Licensing & Regulatory Committee', ['Member, The Licensing and Regulatory Committee'])).toBe('member')
})

test('C14.3 whoever sits on a committee and is a substitute on it too sits on it', () => {
  expect(seatOn(planning, ['Substitute, Planning Committee', 'Member, Planning Committee'])).toBe('member')
})

test('C14.3 of a committee on which nobody is known to sit, its members are unknown and not none', () => {
  const roll = [
    aMember(1),
    aMember(2, { posts: ['Chair, Planning Committee'], to: day('2026-10-26') }),
    aMember(3, { posts: ['Substitute, Planning Committee'] }),
  ]
  expect(membersOf(planning, roll, towerHamlets, on)).toBeUndefined()
  expect(membersOf(planning, roll, towerHamlets, on.subtract({ days: 1 }))).toEqual(new Set(['m2']))
})

test('C14.3 a meeting of the whole council is of the Mayor and every councillor in office', () => {
  const roll = [aMember(1, { kind: 'mayor' }), aMember(2), aMember(3, { kind: 'co-optee' }), aMember(4, { from: day('2026-10-28') })]
  for (const name of ['Council', 'FULL COUNCIL', 'The Council'])
    expect(membersOf(name, roll, towerHamlets, on)).toEqual(new Set(['m1', 'm2']))
})
