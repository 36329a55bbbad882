import { describe, expect, test } from 'vitest'
import { parseFilter } from './filter.ts'
import { asksForProperties, lookupOf } from './lookups.ts'
import { matches } from './matches.ts'

const event: Record<string, unknown> = {
  subject: "Members' day",
  iCalUId: '0400AB',
  categories: ['Member training', 'Blue'],
  isCancelled: false,
  start: { dateTime: '2026-10-22T17:00:00.0000000' },
  organizer: { emailAddress: { address: 'olive@riverton.example' } },
  seriesMasterId: null,
  singleValueExtendedProperties: [{ id: 'String {66f5a359-4659-4830-9070-00047ec6ac6e} Name Duty', value: 'd1' }],
}
const meets = (filter: string, ignoreCase = false) => matches(parseFilter(filter), (name) => event[name], { ignoreCase })

test.each([
  "subject eq 'Members'' day'",
  "iCalUId eq '0400AB' and isCancelled eq false",
  "subject eq 'x' or (isCancelled eq false and not (iCalUId eq 'y'))",
  "categories/any(c:c eq 'Member training')",
  "categories/all(c:c ne 'Red')",
  'seriesMasterId eq null',
  "start/dateTime ge '2026-10-22T00:00' and start/dateTime lt '2026-10-23T00:00'",
  'start/dateTime gt 2026-10-21T00:00:00Z',
  "startswith(subject,'members') and endswith(subject, 'DAY') and contains(subject,'s'' d')",
  "organizer/emailAddress/address eq 'olive@riverton.example'",
  "iCalUId in ('x', '0400AB')",
  'not isCancelled',
  "singleValueExtendedProperties/Any(ep: ep/id eq 'String {66F5A359-4659-4830-9070-00047EC6AC6E} Name Duty' and ep/value eq 'd1')",
])('%s holds', (filter) => expect(meets(filter)).toBe(true))

test.each([
  "iCalUId eq '0400ab'",
  "subject ne 'Members'' day'",
  "categories/any(c:c eq 'Red')",
  "start/dateTime gt '2026-10-23'",
  "missing gt 'a'",
  "singleValueExtendedProperties/any(ep: ep/id eq 'String {66f5a359-4659-4830-9070-00047ec6ac6e} Name duty')",
])('%s does not hold', (filter) => expect(meets(filter)).toBe(false))

test('the directory compares without regard to case', () => expect(meets("iCalUId eq '0400ab'", true)).toBe(true))

test.each(["subject eq 'open", 'subject eq', '(subject eq null', 'categories/some(c:c eq 1)', 'subject eq 1 extra', '%'])(
  '%s is refused',
  (filter) => expect(() => meets(filter)).toThrow(/Invalid filter clause/),
)

test('a filter longer or deeper than anybody writes is refused, and one of fifty brackets is not', () => {
  const within = (depth: number) => `${'('.repeat(depth)}isCancelled eq false${')'.repeat(depth)}`
  expect(meets(within(50))).toBe(true)
  expect(() => meets(within(51))).toThrow(/Invalid filter clause/)
  expect(() => meets(`subject eq '${'x'.repeat(10_000)}'`)).toThrow('too long')
})

test('what every object has is no member of an event', () => {
  expect(meets('start/constructor ne null')).toBe(false)
})

describe('what an index can answer', () => {
  const mark = "singleValueExtendedProperties/any(e: e/id eq 'A' and e/value eq 'b')"
  test('an equality that must hold', () => {
    expect(lookupOf(parseFilter(`iCalUId eq 'u' and ${mark}`))).toEqual({ iCalUId: 'u', property: { id: 'A', value: 'b' } })
  })
  test('nothing that stands beside an or, or only asks for presence', () => {
    expect(lookupOf(parseFilter(`iCalUId eq 'u' or ${mark}`))).toEqual({})
    expect(lookupOf(parseFilter("singleValueExtendedProperties/any(e: e/id eq 'A' and e/value ne null)"))).toEqual({})
  })
  test('a look into properties is seen wherever it stands', () => {
    expect(asksForProperties(parseFilter(`subject eq 'x' or not (${mark})`))).toBe(true)
    expect(asksForProperties(parseFilter("subject eq 'x'"))).toBe(false)
  })
})
