import { inLondon } from '../kernel/london.ts'
import type { Day, Instant } from '../kernel/time.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'

/** Degrees north and east: London, Edinburgh, Belfast. A council is near enough to its capital for the hour of a fast. */
const places = {
  'england-and-wales': [51.51, -0.13],
  scotland: [55.95, -3.19],
  'northern-ireland': [54.6, -5.93],
} as const satisfies Record<Rulebook['workingDays']['division'], readonly [north: number, east: number]>

const radians = Math.PI / 180

/**
 * When the sun sets on a day, to within a few minutes (NOAA's general solar position formulas, upper limb on the horizon).
 *
 * Units: the formulas give minutes after midnight UTC, so that the clock change does not matter.
 */
export function sunsetOn(on: Day, division: Rulebook['workingDays']['division']): Instant {
  const [north, east] = places[division]
  const year = (2 * Math.PI * (on.dayOfYear - 1 + 0.25)) / on.daysInYear
  const equationMinutes =
    229.18 *
    (0.000075 + 0.001868 * Math.cos(year) - 0.032077 * Math.sin(year) - 0.014615 * Math.cos(2 * year) - 0.040849 * Math.sin(2 * year))
  const declination =
    0.006918 -
    0.399912 * Math.cos(year) +
    0.070257 * Math.sin(year) -
    0.006758 * Math.cos(2 * year) +
    0.000907 * Math.sin(2 * year) -
    0.002697 * Math.cos(3 * year) +
    0.00148 * Math.sin(3 * year)
  const upperLimb = Math.cos(90.833 * radians) / (Math.cos(north * radians) * Math.cos(declination))
  const hourAngle = Math.acos(upperLimb - Math.tan(north * radians) * Math.tan(declination)) / radians
  const minutes = 720 - 4 * east + 4 * hourAngle - equationMinutes
  return on
    .toZonedDateTime('UTC')
    .toInstant()
    .add({ seconds: Math.round(minutes * 60) })
}

/** The whole of a day in London, from midnight to midnight. */
export function midnightOf(on: Day): Instant {
  return inLondon(on, '00:00')
}
