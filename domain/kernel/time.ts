import { Temporal } from 'temporal-polyfill'

/** The only file that supplies `Temporal`, so that the day Node brings its own, one line changes. */
export { Temporal }

export type Instant = Temporal.Instant
export type Day = Temporal.PlainDate

/** An instant from ISO text. Throws `RangeError` when the text is none: parse outside input with zod first. */
export function instant(iso: string): Instant {
  return Temporal.Instant.from(iso)
}

export function day(iso: string): Day {
  return Temporal.PlainDate.from(iso)
}

export function isBefore(one: Instant, other: Instant): boolean {
  return Temporal.Instant.compare(one, other) < 0
}

export function isAtOrAfter(one: Instant, other: Instant): boolean {
  return !isBefore(one, other)
}

export function latest(instants: readonly Instant[]): Instant | undefined {
  return instants.reduce<Instant | undefined>((last, each) => (last && isBefore(each, last) ? last : each), undefined)
}

export function earliest(instants: readonly Instant[]): Instant | undefined {
  return instants.reduce<Instant | undefined>((soonest, each) => (soonest && isBefore(soonest, each) ? soonest : each), undefined)
}
