import { expect, test } from 'vitest'
import { day } from '../kernel/time.ts'
import { aMember } from '../testing/builders.ts'
import {
  mayActAsMember,
  mayCorrectMobile,
  mayDecide,
  mayImportRegister,
  mayKeepBulletin,
  mayReadHealth,
  mayReadRegister,
  mayReadSessions,
  mayRing,
  maySetDetails,
} from './may.ts'

const nobody = { roles: [] } as const
const officer = { roles: ['officer'] } as const
const administrator = { roles: ['administrator'] } as const

test.each([
  ['read sessions', mayReadSessions, [false, true, false]],
  ['decide (C3.4)', mayDecide, [false, true, false]],
  ['put down what an appointment does not say (C1.5)', maySetDetails, [false, true, false]],
  ['ring (C3.12)', mayRing, [false, true, false]],
  ['edit and release the bulletin (C4.2)', mayKeepBulletin, [false, true, false]],
  ['put a number right (C3.12)', mayCorrectMobile, [false, true, false]],
  ['read the register', mayReadRegister, [false, true, true]],
  ['import the register', mayImportRegister, [false, true, true]],
  ['read health', mayReadHealth, [false, false, true]],
])('who may %s: nobody else, an officer, an administrator', (_what, may, expected) => {
  expect([nobody, officer, administrator].map((asker) => may(asker))).toEqual(expected)
  expect(may({ roles: [], member: aMember(1) })).toBe(false)
})

test('a Member acts as one from the first day of office to the last, and an officer who is none never', () => {
  const member = aMember(1, { from: day('2026-05-11'), to: day('2026-10-20') })
  const may = (on: string) => mayActAsMember({ roles: [], member }, day(on))
  expect(['2026-05-10', '2026-05-11', '2026-10-20', '2026-10-21'].map(may)).toEqual([false, true, true, false])
  expect(mayActAsMember(officer, day('2026-06-01'))).toBe(false)
})
