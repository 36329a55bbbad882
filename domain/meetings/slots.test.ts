import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { londonDay, londonTime } from '../kernel/london.ts'
import { day, instant } from '../kernel/time.ts'
import { holidaysOf, isWorkingDay } from '../kernel/working-days.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { towerHamlets } from '../testing/builders.ts'
import { aMeeting } from '../testing/meetings.ts'
import { isTooNear, spanOf, type CommitteeMeeting } from './meeting.ts'
import { slotsFor, slotsToCome } from './slots.ts'

type Slots = Rulebook['programme']['slots']

const october = day('2026-10-01')
const slots: Slots = {
  perMonth: 2,
  times: [
    { on: 'tuesday', from: '14:00', until: '16:00' },
    { on: 'wednesday', from: '18:30', until: '20:30' },
  ],
}
const rules = (given: Partial<Slots> = {}, workingDays: Partial<Rulebook['workingDays']> = {}): Rulebook => ({
  ...towerHamlets,
  programme: { ...towerHamlets.programme, slots: { ...slots, ...given } },
  workingDays: { ...towerHamlets.workingDays, ...workingDays },
})
const starts = (of: readonly { readonly startsAt: { toString(): string } }[]) => of.map(({ startsAt }) => String(startsAt))
const inOctober = (meetings: readonly CommitteeMeeting[], rulebook = rules()) => slotsFor(october, { meetings, sessions: [] }, rulebook)

test('C14.1 slots are spread over the month, at the rulebook’s times in turn', () => {
  expect(starts(inOctober([]))).toEqual(['2026-10-06T13:00:00Z', '2026-10-21T17:30:00Z'])
})

test('C14.1 C14.11 a slot keeps its time on the clock when the clocks change', () => {
  const all = slotsFor(
    october,
    { meetings: [], sessions: [] },
    rules({ perMonth: 20, times: [{ on: 'tuesday', from: '14:00', until: '16:00' }] }),
  )
  expect(starts(all)).toEqual(['2026-10-06T13:00:00Z', '2026-10-13T13:00:00Z', '2026-10-20T13:00:00Z', '2026-10-27T14:00:00Z'])
})

test.each([
  [29, false],
  [30, true],
])('C14.1 a meeting that begins %i minutes after a slot leaves it standing: %s', (minutes, stands) => {
  const meeting = aMeeting({ startsAt: instant('2026-10-06T15:00:00Z').add({ minutes }) })
  expect(starts(inOctober([meeting])).includes('2026-10-06T13:00:00Z')).toBe(stands)
})

test('C14.1 a cancelled meeting leaves its time free; a day on which a meeting’s time is not published is not', () => {
  const whole = aMeeting({ startsAt: instant('2026-10-05T23:00:00Z'), endsAt: instant('2026-10-06T23:00:00Z'), allDay: true })
  expect(starts(inOctober([whole]))).not.toContain('2026-10-06T13:00:00Z')
  expect(starts(inOctober([{ ...whole, status: 'cancelled' }]))).toContain('2026-10-06T13:00:00Z')
})

test('C14.1 C14.6 no slot is on a bank holiday or a closure, and school holidays are used only where there is nothing else', () => {
  const closed = rules({}, { closures: ['2026-10-06'], schoolHolidays: [{ label: 'Half term', from: '2026-10-19', to: '2026-10-23' }] })
  expect(starts(inOctober([], closed))).toEqual(['2026-10-07T17:30:00Z', '2026-10-28T18:30:00Z'])
  const monday = rules({ perMonth: 20, times: [{ on: 'monday', from: '10:00', until: '12:00' }] })
  expect(starts(slotsFor(day('2026-08-01'), { meetings: [], sessions: [] }, monday))).not.toContain('2026-08-31T09:00:00Z')
})

test('C14.2 a slot at which a session is held stays where it is, and is offered no more; nor is one that is past', () => {
  const sessions = [{ startsAt: instant('2026-10-06T14:00:00Z'), endsAt: instant('2026-10-06T17:00:00Z') }]
  const found = slotsFor(october, { meetings: [], sessions }, rules())
  expect(found.map(({ taken }) => taken)).toEqual([true, false])
  expect(starts(slotsToCome(found, october.toZonedDateTime('Europe/London').toInstant()))).toEqual(['2026-10-21T17:30:00Z'])
  expect(slotsToCome(found, instant('2026-10-21T17:30:00Z'))).toEqual([])
})

test('C14.1 a council that wants no slots has none', () => {
  expect(inOctober([], rules({ perMonth: 0 }))).toEqual([])
})

test('C14.1 whatever the calendar holds, no slot clashes with a formal meeting, and there is at most one a day', () => {
  const hours = fc.record({ hour: fc.integer({ min: 0, max: 24 * 35 }), minutes: fc.integer({ min: 15, max: 300 }) })
  const property = fc.property(
    fc.array(hours, { maxLength: 25 }),
    fc.integer({ min: 0, max: 12 }),
    fc.integer({ min: 0, max: 23 }),
    (all, perMonth, months) => {
      const first = october.add({ months })
      const at = first.toZonedDateTime('Europe/London').toInstant()
      const meetings = all.map(({ hour, minutes }, number) => {
        const startsAt = at.add({ hours: hour })
        return aMeeting({ number: String(number), startsAt, endsAt: startsAt.add({ minutes }) })
      })
      const rulebook = rules({ perMonth })
      const found = slotsFor(first, { meetings, sessions: [] }, rulebook)
      const days = found.map(({ startsAt }) => londonDay(startsAt))
      expect(found.length).toBeLessThanOrEqual(perMonth)
      expect(new Set(days.map(String)).size).toBe(found.length)
      for (const slot of found) expect(meetings.some((meeting) => isTooNear(spanOf(meeting, rulebook), slot, 30))).toBe(false)
      for (const on of days) expect([on.month, isWorkingDay(on, holidaysOf(rulebook.workingDays))]).toEqual([first.month, true])
      for (const { startsAt } of found) expect(['14:00', '18:30']).toContain(londonTime(startsAt))
    },
  )
  fc.assert(property, { numRuns: 60 })
})
