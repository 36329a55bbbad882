import { expect, test } from 'vitest'
import { jointWorkOf, partnerFaults, sharedPence } from './joint.ts'

const newham = { partner: 'Newham', pence: 40_000 }
const hackney = { partner: 'Hackney' }
const cost = (pence: number) => ({ category: 'trainer', pence, payable: { kind: 'committed' as const } })

test('C1.17 a session is joint work once a partner is named, or officers have written that it is', () => {
  expect(jointWorkOf(undefined)).toBeUndefined()
  expect(jointWorkOf({ costs: [cost(1)] })).toBeUndefined()
  expect(jointWorkOf({ costs: [], jointWith: [hackney] })).toEqual({ with: [hackney] })
  expect(jointWorkOf({ costs: [cost(1), cost(2)], record: { joint: 'Half each' } })).toEqual({ with: [], words: 'Half each', costPence: 3 })
})

test('C1.17 what partners pay is summed, and who has said nothing pays nothing', () => {
  expect(sharedPence([newham, hackney, { partner: 'Redbridge', pence: 1 }])).toBe(40_001)
})

test('C1.17 partners may pay all of what it costs and no penny more; while no cost is put down nothing is too much', () => {
  expect(partnerFaults([newham], [cost(40_000)])).toEqual([])
  expect(partnerFaults([newham], [cost(39_999)])).toEqual([{ path: 'jointWith', because: 'shared-too-much' }])
  expect(partnerFaults([newham], [])).toEqual([])
})

test('C1.17 a partner who stands there twice is one too many, however it is written', () => {
  expect(partnerFaults([newham, { partner: ' newham ' }], [])).toEqual([{ path: 'jointWith.1.partner', because: 'partner-twice' }])
  expect(partnerFaults([newham, hackney], [])).toEqual([])
})
