import { expect, test } from 'vitest'
import { brochure, noBrochure } from '../../testing/brochure-fixtures.ts'
import { anchorOf, brochureTable, leadWords, mandatoryWords, nothingWords, placeWords, whomWords, yourWords } from './words.ts'

const year = brochure(false)
const courses = year.groups.flatMap((group) => group.courses)
const titled = (title: string) => {
  const found = courses.find((course) => course.title === title)
  if (!found) throw new Error(title)
  return found
}

test('C4.16 one sentence says how much there is, and of which day it is', () => {
  expect(leadWords(year)).toBe(
    'Municipal year 2026-27. 12 courses, 13 sessions, as it stood on Tuesday 13 October 2026.'.replace('13 October', '13\u00A0October'),
  )
  expect(leadWords(noBrochure)).toMatch(/Nothing is planned yet/)
  expect(nothingWords(noBrochure)).toMatch(/2026-27/)
})

test('C4.16 a room is said with what is known of it, and what was held says so', () => {
  const [run] = titled('Licensing hearings in practice').runs
  expect(run && placeWords(run)).toBe('Old Fire Station. Not step-free: tell us, and we will find a way.')
  const [held] = titled('Welcome to the council').runs
  expect(held && placeWords(held)).toBe('Committee Room 1. Step-free. Hearing loop. It has been held.')
  expect(held && placeWords({ ...held, hasEnded: false })).toBe('Committee Room 1. Step-free. Hearing loop. It has begun.')
  const [hybrid, online] = titled('Chairing a difficult meeting').runs
  expect(hybrid && placeWords(hybrid)).toMatch(/^Town Hall and online\./)
  expect(online && placeWords({ ...online, access: undefined })).toBe('Online.')
  expect(hybrid && placeWords({ ...hybrid, delivery: 'in-person', place: undefined, access: undefined })).toBe('Place to follow.')
})

test('C4.16 for whom, and whether it is mandatory, in words', () => {
  expect(whomWords(titled('Licensing hearings in practice'))).toBe('Members and substitutes of the Licensing Committee.')
  expect(whomWords(titled('Leading a group'))).toBe('Whoever holds this role or office: Group leader.')
  expect(whomWords(titled('Winter pressures: what residents will ask'))).toBe('The Members who are invited.')
  expect(mandatoryWords(titled('Planning: making sound decisions'))).toMatch(/^Yes\. You must do this if you are on the Planning Committee/)
  expect(mandatoryWords(titled('Leading a group'))).toBe('No.')
})

test('what a Member answered is said of what is still to come alone', () => {
  const [run] = titled('Planning: making sound decisions').runs
  expect(run && yourWords(run)).toBe('You accepted.')
  expect(run && yourWords({ ...run, hasBegun: true })).toBeUndefined()
})

test('C4.16 as a spreadsheet it has a row for each time, and one for a course without any', () => {
  const rows = brochureTable(year)
  expect(rows).toHaveLength(1 + 13 + 1)
  expect(rows.at(-1)).toEqual(expect.arrayContaining(['Leading a group', 'The date was put off. A new one will follow.']))
})

test('each heading has an address of its own', () => {
  const anchors = year.groups.map(({ heading }) => anchorOf(heading))
  expect(new Set(anchors).size).toBe(anchors.length)
  expect(anchorOf({ kind: 'kind', label: 'Member briefing' })).toBe('kind-member-briefing')
})
