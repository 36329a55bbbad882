import { expect, test } from 'vitest'
import { programme } from '../../testing/officer-fixtures.ts'
import { byWeek, filtered, inDanger, kindsOf, sharedMinimum } from './sort-programme.ts'
import { dangerHeading, mailboxWords, programmeTable, totalsWords, underName } from './words.ts'

const [planning, , reading] = programme.rows

test('C3.2 what needs a decision is listed by deadline, the earliest first', () => {
  expect(inDanger(programme).map(({ sessionId }) => sessionId)).toEqual(['s-planning', 's-reading'])
  expect(inDanger({ ...programme, rows: programme.rows.toReversed() }).map(({ sessionId }) => sessionId)).toEqual([
    's-planning',
    's-reading',
  ])
})

test('sessions are grouped by week, and all later ones together', () => {
  const weeks = byWeek(filtered(programme, {}), programme.now).map(({ heading, rows }) => [heading, rows.length])
  expect(weeks).toEqual([
    ['This week', 1],
    ['Next week', 3],
    ['Later', 2],
  ])
})

test.each([
  [{ find: 'PLANNING' }, 2],
  [{ find: 'decisions ' }, 2], // a space typed on the way to the next word
  [{ find: 'chamber' }, 2], // a place is sought as well
  [{ kind: 'Member briefing' }, 1],
  [{ time: 'this-week' as const }, 1],
  [{ time: 'four-weeks' as const }, 5],
  [{ time: 'past' as const }, 0],
  [{ kind: 'Member briefing', find: 'planning' }, 0],
])('%j leaves %i sessions', (filters, many) => {
  expect(filtered(programme, filters)).toHaveLength(many)
})

test('a session of earlier today is still shown; yesterday’s is not', () => {
  const at = (startsAt: string) => filtered({ ...programme, rows: programme.rows.slice(0, 1).map((row) => ({ ...row, startsAt })) }, {})
  expect(at('2026-10-13T08:00:00Z')).toHaveLength(1)
  expect(at('2026-10-12T22:59:00Z')).toHaveLength(0) // 11:59pm in London
})

test('the kinds to choose from are those there are', () => {
  expect(kindsOf(programme)).toEqual(['Member briefing', 'Member seminar', 'Training'])
})

test('the key names a threshold only when all sessions share it', () => {
  const rows = filtered(programme, {})
  expect(sharedMinimum(rows)).toBe(6)
  const [first, ...others] = rows
  expect(first && sharedMinimum([{ ...first, uptake: { ...first.uptake, minimum: 4 } }, ...others])).toBe(0)
})

test('C14.4 a session says whether it is the day or the evening run, and its kind only when it is not plain training', () => {
  expect(programme.rows.slice(0, 4).map(underName)).toEqual([
    'Day run · Committee Room 1',
    'Evening run · Committee Room 1',
    'Online',
    'Member briefing · Council Chamber and online',
  ])
})

test('while Outlook is out of reach the heading is in the past', () => {
  expect(dangerHeading(1, undefined, programme.now)).toBe('1 session needs you')
  expect(dangerHeading(3, '2026-10-13T10:42:00Z', programme.now)).toBe('3 sessions needed you at 11:42am')
})

test('it is said in whose calendars sessions are sought, and which are shut', () => {
  expect(mailboxWords(programme)).toBe('Reading the calendars of Member Services and Hannah Brightwell. Last read at 2:08pm.')
  const shut = { name: 'Old Calendar', address: 'old@thamesbrook.gov.uk', state: 'closed-to-us' } as const
  expect(mailboxWords({ ...programme, mailboxes: [shut] })).toBe(
    'No calendar has been read yet. Quorate is not allowed to read Old Calendar: your IT service can put that right.',
  )
})

test('a calendar that does not answer says since when', () => {
  const silent = {
    name: 'Hannah',
    address: 'h@thamesbrook.gov.uk',
    state: 'unreachable',
    readAt: '2026-10-12T16:10:00Z',
    unreachableSince: '2026-10-13T08:05:00Z',
  } as const
  const said = 'The calendar of Hannah has not answered since 9:05am: Quorate keeps trying. It was last read at 5:10pm yesterday.'
  expect(mailboxWords({ ...programme, mailboxes: [silent] })).toBe(`No calendar can be read just now. ${said}`)
  expect(mailboxWords({ ...programme, mailboxes: [...programme.mailboxes, silent] })).toBe(
    `Reading the calendars of Member Services and Hannah Brightwell. Last read at 2:08pm. ${said}`,
  )
})

test('a calendar that is nobody’s any more says until when it is kept, and why', () => {
  const left = {
    name: 'Sam Second',
    address: 's@thamesbrook.gov.uk',
    state: 'read',
    kept: { until: '2026-11-12T16:00:00Z', was: 'officer' },
  } as const
  expect(mailboxWords({ ...programme, mailboxes: [left] })).toBe(
    'Reading the calendars of Sam Second. The calendar of Sam Second is kept until 12\u00A0November: a session organised by a former officer.',
  )
})

test('the spreadsheet has a line for each session with its four figures', () => {
  const table = programmeTable(planning && reading ? [planning, reading] : [], programme.now)
  expect(table).toHaveLength(3)
  expect(table[1]?.slice(6, 12)).toEqual([50, 4, 2, 25, 19, 6])
})

test('C14.6 school holidays are named beside a session that falls in them', () => {
  expect(reading && underName({ ...reading, schoolHoliday: 'Autumn half term' })).toBe('Online · School holidays: Autumn half term')
  expect(reading && underName({ ...reading, publicityCheck: 'Weir by-election' })).toContain('Have its publicity checked: Weir by-election')
})

test.each([
  [123, 245, 'Members have answered 123 of the 245 invitations to these sessions.'],
  [0, 1, 'Members have answered 0 of the 1 invitation to these sessions.'],
  [1, 1, 'Members have answered the only invitation to these sessions.'],
  [245, 245, 'Members have answered all 245 invitations to these sessions.'],
  [0, 0, undefined],
])('C2.3 officers see how Members answer in total: %i of %i', (answered, invited, said) => {
  expect(totalsWords({ ...programme, rows: [], answered: { answered, invited } })).toBe(said)
})

test.each([
  [0, undefined],
  [1, '1 session was cancelled.'],
  [2, '2 sessions were cancelled.'],
])('C3.14 %i cancelled sessions are counted as such', (many, said) => {
  const state = { kind: 'cancelled', at: programme.now, reasonMissing: false, through: 'decision' } as const
  const gone = Array.from({ length: many }, (_, index) => ({ ...programme.rows[0], sessionId: `s-gone-${index}`, state }))
  const rows = [...(reading ? [reading] : []), ...gone] as typeof programme.rows
  expect(totalsWords({ ...programme, rows, answered: { answered: 0, invited: 0 } })).toBe(said)
})
