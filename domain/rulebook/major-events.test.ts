import { Temporal } from 'temporal-polyfill/full'
import { expect, test } from 'vitest'
import { majorEvents } from './major-events.ts'

/** Days of the two municipal years that are a month and a day of another calendar. */
function daysIn(calendar: string, monthCode: string, on: number): readonly string[] {
  const days = Array.from({ length: 731 }, (_, index) => Temporal.PlainDate.from('2026-05-01').add({ days: index }))
  return days.filter((each) => isOn(each.withCalendar(calendar), monthCode, on)).map(String)
}

function isOn({ monthCode, day }: Temporal.PlainDate, month: string, on: number): boolean {
  return day === on && monthCode === month
}

const begins = (id: string) => majorEvents.filter((event) => event.id.replace(/-\d{4}$/, '') === id).map(({ from }) => from)

test.each([
  ['rosh-hashanah', 'M01', 1],
  ['yom-kippur', 'M01', 10],
  ['sukkot', 'M01', 15],
  ['simchat-torah', 'M01', 22],
  ['passover', 'M07', 15],
  ['passover-ends', 'M07', 21],
  ['shavuot', 'M09', 6],
])('C14.5 %s is on the days of the Hebrew calendar (%s, %i)', (id, month, on) => {
  expect(begins(id)).toEqual(daysIn('hebrew', month, on))
})

test('C14.5 Hanukkah is its eight evenings, from that before the 25th of Kislev, and no ninth', () => {
  const firstDays = daysIn('hebrew', 'M03', 25).map((on) => Temporal.PlainDate.from(on))
  expect(begins('hanukkah')).toEqual(firstDays.map((on) => on.subtract({ days: 1 }).toString()))
  const festivals = majorEvents.filter(({ label }) => label === 'Hanukkah')
  expect(festivals.map(({ to }) => to)).toEqual(firstDays.map((on) => on.add({ days: 6 }).toString()))
  expect(festivals).toMatchObject([0, 1].map(() => ({ hours: 'after-sunset', eveningBefore: false })))
})

test.each([
  ['ramadan', 'M09', 1],
  ['eid-al-fitr', 'M10', 1],
  ['eid-al-adha', 'M12', 10],
  ['ashura', 'M01', 10],
  ['mawlid', 'M03', 12],
])('C14.5 %s is on the days of the Umm al-Qura calendar (%s, %i), and uncertain', (id, month, on) => {
  expect(begins(id)).toEqual(daysIn('islamic-umalqura', month, on))
  expect(majorEvents.filter((event) => event.id.startsWith(id)).every(({ uncertain }) => uncertain)).toBe(true)
})

/** Meeus' reckoning of Easter, Gregorian and Julian. */
function easter(year: number): Temporal.PlainDate {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100]
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const n = h + l - 7 * Math.floor((a + 11 * h + 22 * l) / 451) + 114
  return new Temporal.PlainDate(year, Math.floor(n / 31), (n % 31) + 1)
}

function orthodoxEaster(year: number): Temporal.PlainDate {
  const d = (19 * (year % 19) + 15) % 30
  const n = d + ((2 * (year % 4) + 4 * (year % 7) - d + 34) % 7) + 114
  return new Temporal.PlainDate(year, Math.floor(n / 31), (n % 31) + 1).add({ days: 13 })
}

test('C14.5 Easter and Ash Wednesday are where both reckonings put them', () => {
  expect(begins('easter')).toEqual([2027, 2028].map((year) => easter(year).subtract({ days: 2 }).toString()))
  expect(begins('ash-wednesday')).toEqual([2027, 2028].map((year) => easter(year).subtract({ days: 46 }).toString()))
  expect(begins('orthodox-easter')).toEqual([2027, 2028].map((year) => orthodoxEaster(year).subtract({ days: 2 }).toString()))
})

/** Full and new moons, by the mean month from a known new moon, true to within 14 hours. */
function fromNewMoon(on: string): number {
  const month = 29.530588861
  const since =
    Temporal.Instant.from('2000-01-06T18:14:00Z')
      .until(Temporal.Instant.from(`${on}T12:00:00Z`))
      .total('hours') / 24
  return since % month
}

test.each([
  ['guru-nanak', 14.77],
  ['holi', 14.77],
  ['wesak', 14.77],
  ['diwali', 29.53],
  ['lunar-new-year', 0],
])('C14.5 %s is at its moon', (id, age) => {
  for (const on of begins(id)) {
    const apart = Math.abs(fromNewMoon(on) - age)
    expect(Math.min(apart, 29.53 - apart)).toBeLessThan(1.6)
  }
})

test('C14.5 every event to avoid stands in both municipal years, once', () => {
  const ids = majorEvents.filter(({ weight }) => weight === 'avoid').map(({ id }) => id.replace(/-\d{4}$/, ''))
  for (const id of new Set(ids)) expect(begins(id)).toHaveLength(2)
  expect(new Set(majorEvents.map(({ id }) => id)).size).toBe(majorEvents.length)
})
