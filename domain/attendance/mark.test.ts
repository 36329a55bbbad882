import { expect, test } from 'vitest'
import { aMark, startsAt } from '../testing/builders.ts'
import { inOrder, marksSince, standingOf } from './mark.ts'

const anOther = { kind: 'officer', id: 'o2', name: 'Officer 2' } as const
const member = { kind: 'member' } as const
const at = (minutes: number) => startsAt.add({ minutes })

test('C2.6 the mark that was pressed last stands, however late an earlier one arrives', () => {
  const late = aMark(1, 'apologies', { number: 9, pressedAt: at(1) })
  const last = aMark(1, 'in-person', { number: 2, pressedAt: at(5) })
  expect(standingOf([last, late])?.standing).toBe(last)
  expect(standingOf([late, last])?.standing).toBe(last)
  expect(standingOf([])).toBeUndefined()
})

test('of two marks pressed at one moment the one that came later stands', () => {
  const [first, second] = [aMark(1, 'absent', { number: 1 }), aMark(1, 'in-person', { number: 2 })]
  expect(inOrder([second, first])).toEqual([first, second])
})

test('C2.6 what another officer recorded otherwise, unseen by the one whose mark stands, is told', () => {
  const theirs = aMark(1, 'apologies', { number: 1, pressedAt: at(1), by: anOther })
  const ours = aMark(1, 'in-person', { number: 2, pressedAt: at(2), seen: 0 })
  expect(standingOf([theirs, ours])).toEqual({ standing: ours, unseen: theirs })
})

test('an officer who had seen the other mark has settled it, and so has one who pressed again since', () => {
  const theirs = aMark(1, 'apologies', { number: 1, pressedAt: at(1), by: anOther })
  expect(standingOf([theirs, aMark(1, 'in-person', { number: 2, pressedAt: at(2), seen: 1 })])?.unseen).toBeUndefined()
  const blind = aMark(1, 'in-person', { number: 2, pressedAt: at(2), seen: 0 })
  const settled = aMark(1, 'in-person', { number: 3, pressedAt: at(3), seen: 2 })
  expect(standingOf([theirs, blind, settled])?.unseen).toBeUndefined()
})

test('two officers who recorded the same, and one officer who changed her mind offline, are at odds with nobody', () => {
  const theirs = aMark(1, 'in-person', { number: 1, pressedAt: at(1), by: anOther })
  expect(standingOf([theirs, aMark(1, 'in-person', { number: 2, pressedAt: at(2) })])?.unseen).toBeUndefined()
  const own = aMark(1, 'apologies', { number: 1, pressedAt: at(1) })
  expect(standingOf([own, aMark(1, 'in-person', { number: 2, pressedAt: at(2) })])?.unseen).toBeUndefined()
})

test('of another officer’s marks only her last counts', () => {
  const slip = aMark(1, 'absent', { number: 1, pressedAt: at(1), by: anOther })
  const mended = aMark(1, 'in-person', { number: 2, pressedAt: at(2), by: anOther })
  expect(standingOf([slip, mended, aMark(1, 'in-person', { number: 3, pressedAt: at(3), seen: 0 })])?.unseen).toBeUndefined()
})

test('a Member who checked in while an officer without a network marked her absent is told of too', () => {
  const checkedIn = aMark(1, 'in-person', { number: 1, pressedAt: at(1), by: member, through: 'code' })
  expect(standingOf([checkedIn, aMark(1, 'absent', { number: 2, pressedAt: at(2), seen: 0 })])?.unseen).toBe(checkedIn)
})

test('what was pressed before the register opened, for a time at which the session no longer stands, is none of it', () => {
  const [before, after] = [aMark(1, 'in-person', { pressedAt: at(-61) }), aMark(2, 'in-person', { pressedAt: at(-60) })]
  expect(marksSince([before, after], at(-60))).toEqual([after])
})
