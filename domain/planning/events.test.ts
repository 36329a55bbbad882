import { expect, test } from 'vitest'
import { inLondon, londonTime } from '../kernel/london.ts'
import { day } from '../kernel/time.ts'
import { bankHolidays } from '../kernel/bank-holidays.ts'
import { towerHamlets } from '../testing/builders.ts'
import type { PlannedEvent } from '../rulebook/planning.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { eventsAt } from './events.ts'
import { sunsetOn } from './sunset.ts'

const at = (on: string, from: string, until: string) => ({ startsAt: inLondon(day(on), from), endsAt: inLondon(day(on), until) })
const met = (...[on, from, until]: Parameters<typeof at>) =>
  eventsAt(at(on, from, until), towerHamlets).map(
    ({ event, isSure, isEve }) => `${event.id}${isEve ? ' eve' : ''}${isSure ? '' : ' maybe'}`,
  )

function withEvent(given: Partial<PlannedEvent>, uncertainDays = 1): Rulebook {
  const event: PlannedEvent = {
    id: 'feast',
    label: 'Feast',
    from: '2026-11-11',
    to: '2026-11-11',
    hours: 'all-day',
    eveningBefore: false,
    uncertain: false,
    weight: 'avoid',
    ...given,
  }
  return { ...towerHamlets, planning: { ...towerHamlets.planning, events: [event], uncertainDays } }
}

test.each([
  ['2026-09-20', '14:00', '16:00', []],
  ['2026-09-20', '15:00', '17:00', []], // ends as the evening begins
  ['2026-09-20', '15:01', '17:01', ['yom-kippur-2026 eve']],
  ['2026-09-21', '09:00', '10:00', ['yom-kippur-2026']],
  ['2026-09-21', '23:00', '23:59', ['yom-kippur-2026']],
  ['2026-09-22', '00:00', '01:00', []],
] as const)('C14.5 C12.9 Yom Kippur begins the evening before: on %s from %s to %s %j', (on, from, until, found) => {
  expect(met(on, from, until)).toEqual(found)
})

test.each([
  ['2026-12-03', []],
  ['2026-12-04', ['hanukkah-2026']],
  ['2026-12-11', ['hanukkah-2026']],
  ['2026-12-12', []],
] as const)('C14.5 Hanukkah is eight evenings, and on that of %s %j', (on, found) => {
  expect(met(on, '18:00', '20:00')).toEqual(found)
})

test('C14.5 in winter the evening before begins with the sunset, long before evening sessions do', () => {
  const sunset = sunsetOn(day('2026-12-24'), 'england-and-wales')
  expect(londonTime(sunset)).toMatch(/^15:5\d$/)
  expect(eventsAt({ startsAt: sunset.subtract({ minutes: 60 }), endsAt: sunset }, towerHamlets)).toEqual([])
  const overIt = eventsAt({ startsAt: sunset.subtract({ minutes: 60 }), endsAt: sunset.add({ seconds: 1 }) }, towerHamlets)
  expect(overIt).toMatchObject([{ event: { id: 'christmas-2026' }, isEve: true }])
})

test('C14.5 in a month of fasting only the hours after sunset are met, by as much as the days have grown', () => {
  const [early, late] = [day('2027-02-10'), day('2027-03-05')]
  for (const on of [early, late]) {
    const sunset = sunsetOn(on, 'england-and-wales')
    const ids = (endsAt: typeof sunset) =>
      eventsAt({ startsAt: sunset.subtract({ minutes: 90 }), endsAt }, towerHamlets).filter(({ event }) => event.id === 'ramadan-2027')
    expect(ids(sunset)).toEqual([])
    expect(ids(sunset.add({ seconds: 1 }))).toMatchObject([{ isSure: true, isEve: false }])
  }
  expect(met('2027-02-15', '17:00', '17:10')).toEqual([])
  expect(met('2027-02-15', '17:00', '18:00')).toEqual(['ramadan-2027'])
  expect(met('2027-03-05', '16:30', '17:40')).toEqual([])
})

test.each([
  ['2026-11-09', []],
  ['2026-11-10', [false]],
  ['2026-11-11', [true]],
  ['2026-11-12', [false]],
  ['2026-11-13', []],
] as const)('C14.5 a date uncertain by a day is met a day either way, and says so: %s', (on, sure) => {
  expect(eventsAt(at(on, '12:00', '13:00'), withEvent({ uncertain: true })).map(({ isSure }) => isSure)).toEqual(sure)
  const certain = eventsAt(at(on, '12:00', '13:00'), withEvent({ uncertain: true }, 0))
  expect(certain).toHaveLength(on === '2026-11-11' ? 1 : 0)
})

test('C14.5 the margin and the evening before come together', () => {
  const rules = withEvent({ uncertain: true, eveningBefore: true })
  expect(eventsAt(at('2026-11-09', '18:00', '20:00'), rules)).toMatchObject([{ isEve: true, isSure: false }])
  expect(eventsAt(at('2026-11-09', '12:00', '14:00'), rules)).toEqual([])
  expect(eventsAt(at('2026-11-10', '18:00', '20:00'), rules)).toMatchObject([{ isSure: true, isEve: true }])
})

test('C14.5 all days of an event are met, and what is to be avoided is told first', () => {
  expect(met('2027-03-27', '10:00', '11:00')).toEqual(['easter-2027'])
  expect(met('2028-04-14', '10:00', '11:00')).toEqual(
    ['easter-2028', 'orthodox-easter-2028', 'passover-2028', 'vaisakhi-2028'].filter((id) => id !== 'passover-2028'),
  )
  const rules = {
    ...towerHamlets,
    planning: {
      ...towerHamlets.planning,
      events: [...withEvent({ weight: 'mention', from: '2026-11-01' }).planning.events, ...withEvent({}).planning.events],
    },
  }
  expect(eventsAt(at('2026-11-11', '10:00', '11:00'), rules).map(({ event }) => event.weight)).toEqual(['avoid', 'mention'])
})

test.each([
  ['england-and-wales', '2026-06-21', '21:21'],
  ['england-and-wales', '2026-12-21', '15:53'],
  ['scotland', '2026-06-21', '22:02'],
  ['northern-ireland', '2026-12-21', '15:58'],
] as const)('C14.5 the sun sets in %s on %s at about %s', (division, on, published) => {
  const apart = inLondon(day(on), published)
    .until(sunsetOn(day(on), division))
    .total('minutes')
  expect(Math.abs(apart)).toBeLessThan(4)
})

test('C14.5 Good Friday and Christmas of the calendar are those of the bank holidays', () => {
  const starts = (id: string) => towerHamlets.planning.events.find((each) => each.id === id)?.from ?? ''
  for (const on of ['easter-2027', 'easter-2028'].map(starts)) expect(bankHolidays['england-and-wales'].has(on)).toBe(true)
  expect(starts('christmas-2026')).toBe('2026-12-25')
})
