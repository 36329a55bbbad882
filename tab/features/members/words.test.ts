import { expect, test } from 'vitest'
import { textsWords } from './words.ts'

const member = { memberId: 'm1', name: 'Mr Emeka Sandholt', kind: 'co-optee', inOffice: true, hasAccount: true } as const

test.each([
  [{ mobileState: 'usable' }, 'Texts', false],
  [{ mobileState: 'usable', textsOff: true }, 'Has turned texts off: email, and by telephone', false],
  [{ mobileState: 'none' }, 'No mobile: email, and by telephone', false],
  [{ mobileState: 'unusable', textsOff: true }, 'The number is not a mobile', true],
] as const)('C4.14 how somebody is reached, with %o: "%s"', (given, words, bad) => {
  expect(textsWords({ ...member, ...given })).toEqual({ words, bad })
})
