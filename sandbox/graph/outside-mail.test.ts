import { expect, test } from 'vitest'
import { isTakenBack } from './outside-mail.ts'
import type { Letter } from './mailbox.ts'

const about = (kind: Letter['kind'], uid: string, on?: string) => ({ kind, meeting: { uid, ...(on && { on }) } }) as unknown as Letter
const whole = about('invitation', 'series')
const oneDay = about('update', 'series', '2026-10-22')

test.each([
  [about('cancellation', 'series'), true, true],
  [about('cancellation', 'series', '2026-10-22'), false, true], // one day is off, the others stand
  [about('cancellation', 'series', '2026-10-29'), false, false],
  [about('cancellation', 'another'), false, false],
  [about('update', 'series'), false, false],
  [about('mail', ''), false, false],
])('%j takes back the letter of the series: %s, of 22 October: %s', (later, series, day) => {
  expect(isTakenBack(whole, [later])).toBe(series)
  expect(isTakenBack(oneDay, [later])).toBe(day)
})
