import { Temporal } from 'temporal-polyfill'
import { ownMember } from './own-member.ts'
import { Refusal, badRequest } from './refusal.ts'

/** Milliseconds since 1970 in UTC: events are compared by the thousand, so times are plain numbers here. */
export type Milliseconds = number

export type DateTimeTimeZone = { readonly dateTime: string; readonly timeZone: string }

/** Windows' names, as far as a council's calendars are likely to carry them. Everything else must be a name of the IANA's. */
const windowsZones: Readonly<Record<string, string>> = {
  'gmt standard time': 'Europe/London',
  'greenwich standard time': 'Atlantic/Reykjavik',
  'w. europe standard time': 'Europe/Berlin',
  'romance standard time': 'Europe/Paris',
  'central europe standard time': 'Europe/Budapest',
  'eastern standard time': 'America/New_York',
  'pacific standard time': 'America/Los_Angeles',
  'tzone://microsoft/utc': 'UTC',
  utc: 'UTC',
}

const known = new Map<string, string>()

/** The zone of a name of Windows' or the IANA's. */
export function zoneOf(name: string): string {
  const found = known.get(name) ?? ownMember(windowsZones, name.toLowerCase())
  if (found) return found
  try {
    const zone = new Intl.DateTimeFormat('en-GB', { timeZone: name }).resolvedOptions().timeZone
    known.set(name, zone)
    return zone
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause
    throw new Refusal(400, 'TimeZoneNotSupportedException', `The following TimeZone value is not supported: '${name}'.`)
  }
}

/** A wall time in its zone. One that carries an offset is taken at its word. */
export function readTime({ dateTime, timeZone = 'UTC' }: { dateTime: string; timeZone?: string | undefined }): Milliseconds {
  const zone = zoneOf(timeZone)
  try {
    if (/(Z|[+-]\d\d:?\d\d)$/i.test(dateTime)) return Temporal.Instant.from(dateTime).epochMilliseconds
    return Temporal.PlainDateTime.from(dateTime.slice(0, 23)).toZonedDateTime(zone).epochMilliseconds
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause
    throw new Refusal(400, 'ErrorPropertyValidationFailure', `'${dateTime}' is not a valid dateTime.`)
  }
}

/** A bound of a window. Without an offset it is read in the zone that the request prefers. */
export function readBound(text: string | undefined, name: string, zone: string): Milliseconds {
  if (!text)
    throw new Refusal(400, 'ErrorInvalidParameter', `This request requires a time window specified by the query string parameter ${name}.`)
  try {
    return readTime({ dateTime: text, timeZone: zone })
  } catch (cause) {
    if (cause instanceof Refusal) throw badRequest(`The value '${text}' of parameter '${name}' is invalid.`)
    throw cause
  }
}

/** Seven fractional digits and no offset inside: the zone stands beside it. */
export function showTime(at: Milliseconds, zoneName: string): DateTimeTimeZone {
  if (zoneName === 'UTC') return { dateTime: `${new Date(at).toISOString().slice(0, 23)}0000`, timeZone: 'UTC' }
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zoneOf(zoneName)).toPlainDateTime()
  return { dateTime: local.toString({ fractionalSecondDigits: 7 }), timeZone: zoneName }
}

/** `2026-11-05T18:30:00Z`. */
export function toSeconds(at: Milliseconds): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`
}

/** `2026-11-05T18:30:00.0000000Z`, as Exchange stamps its items. */
export function toTicks(at: Milliseconds): string {
  return `${new Date(at).toISOString().slice(0, 23)}0000Z`
}

/** A time that was never set has two ways of saying so. */
export const unset = { never: '0001-01-01T00:00:00Z', reset: '4501-01-01T00:00:00Z' } as const
