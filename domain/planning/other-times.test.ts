import { expect, test } from 'vitest'
import { inLondon, londonDay, londonTime } from '../kernel/london.ts'
import { day, instant } from '../kernel/time.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { towerHamlets } from '../testing/builders.ts'
import { aMeeting } from '../testing/meetings.ts'
import { otherTimes } from './other-times.ts'

const now = instant('2026-08-03T09:00:00Z')
const at = (on: string, from: string, until: string) => ({ startsAt: inLondon(day(on), from), endsAt: inLondon(day(on), until) })
const yomKippur = at('2026-09-21', '10:00', '11:30')
const offered = (known: Partial<Parameters<typeof otherTimes>[1]> = {}, rules: Rulebook = towerHamlets, plan = yomKippur) =>
  otherTimes(plan, { meetings: [], sessions: [], now, ...known }, rules)
const times = (found: ReturnType<typeof otherTimes>) =>
  found.map(({ startsAt }) => `${londonDay(startsAt).toString()} ${londonTime(startsAt)}`)

const noSlots: Rulebook = {
  ...towerHamlets,
  programme: { ...towerHamlets.programme, slots: { ...towerHamlets.programme.slots, perMonth: 0 } },
}

test('C14.5 C12.9 other times avoid the event, are as long, and slots come before the same hour of other days', () => {
  const found = offered()
  expect(found).toHaveLength(3)
  expect(found.every(({ isSlot }) => isSlot)).toBe(true)
  for (const { startsAt, endsAt } of found) expect(startsAt.until(endsAt).total('minutes')).toBe(90)
})

test('C14.5 without slots it is the same time on the next days that are free: no weekend, no other event', () => {
  // The 22nd to the 25th are free; the 26th begins Sukkot.
  expect(times(offered({}, noSlots))).toEqual(['2026-09-22 10:00', '2026-09-23 10:00', '2026-09-24 10:00'])
  const eve = times(offered({}, noSlots, at('2026-09-24', '18:30', '20:00')))
  expect(eve[0]).toBe('2026-09-28 18:30') // the 25th is the evening before Sukkot
})

test('C14.6 what lasts two days is offered on no Friday, because its second day is off', () => {
  const twoDays = { startsAt: inLondon(day('2026-10-07'), '10:00'), endsAt: inLondon(day('2026-10-08'), '16:00') }
  expect(times(offered({}, noSlots, twoDays))).toEqual(['2026-10-08 10:00', '2026-10-12 10:00', '2026-10-13 10:00'])
  const rules: Rulebook = { ...noSlots, workingDays: { ...noSlots.workingDays, closures: ['2026-10-13'] } }
  expect(times(offered({}, rules, twoDays))).toEqual(['2026-10-08 10:00', '2026-10-14 10:00', '2026-10-15 10:00'])
})

test('C14.3 C14.9 what is beside a meeting or a session, or too soon, is not offered', () => {
  const meetings = [aMeeting(at('2026-09-22', '12:00', '13:00'))] // 30 minutes after 11:30: enough
  expect(times(offered({ meetings }, noSlots))[0]).toBe('2026-09-22 10:00')
  const nearer = [aMeeting(at('2026-09-22', '11:59', '13:00'))]
  expect(times(offered({ meetings: nearer }, noSlots))[0]).toBe('2026-09-23 10:00')
  expect(times(offered({ meetings: [{ ...aMeeting(at('2026-09-22', '11:59', '13:00')), status: 'cancelled' }] }, noSlots))[0]).toBe(
    '2026-09-22 10:00',
  )
  expect(times(offered({ sessions: [at('2026-09-22', '11:29', '12:00')] }, noSlots))[0]).toBe('2026-09-23 10:00')
  expect(times(offered({ now: instant('2026-09-01T09:00:00Z') }, noSlots))[0]).toBe('2026-09-29 10:00')
})

test('C14.3 past the last day whose meetings are known no time is offered as free', () => {
  expect(times(offered({ meetingsUntil: day('2026-09-23') }, noSlots))).toEqual(['2026-09-22 10:00', '2026-09-23 10:00'])
  expect(offered({ meetingsUntil: day('2026-09-21') }, noSlots)).toEqual([])
  const slots = offered({ meetingsUntil: day('2026-09-30') })
  expect(slots.length).toBeGreaterThan(0)
  expect(slots.map(({ endsAt }) => londonDay(endsAt).until(day('2026-09-30')).sign)).not.toContain(-1)
})

test('C14.11 the same time of day is kept across the end of summer time', () => {
  expect(times(offered({ now: instant('2026-09-01T09:00:00Z') }, noSlots, at('2026-10-23', '10:00', '11:00')))).toEqual([
    '2026-10-26 10:00',
    '2026-10-27 10:00',
    '2026-10-28 10:00',
  ])
})
