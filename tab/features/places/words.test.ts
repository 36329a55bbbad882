import { expect, test } from 'vitest'
import type { PlacesPage } from '../../../api/contracts/places.ts'
import { csvOf } from '../../ui/csv.ts'
import { confirmWords, listTable, listedWords, placesTable, recordWords, rowWords, standsWords } from './words.ts'

const now = '2026-10-20T10:00:00Z'
const offer: NonNullable<PlacesPage['offer']> = {
  places: 2,
  openTo: { kind: 'everyone' },
  neededFor: [],
  criteria: ['ballot'],
  closesAt: '2026-10-20T17:00:00Z',
  stage: 'open',
  seedMark: 'm',
  announcedAt: '2026-10-09T09:00:00Z',
  setBy: 'Hannah Brightwell',
  setAt: '2026-10-06T10:00:00Z',
  seen: 'v1',
  drawFrom: '2026-10-20T17:02:00Z',
  interested: 2,
}
const choices = { criteria: [], usual: [], posts: [], committees: [], isMandatory: false }
const subject = { kind: 'session' as const, id: 's1', title: 'Chairing', startsAt: '2026-10-27T18:30:00Z', isOff: false, isOver: false }
const page: PlacesPage = { offerId: 'offer-session-s1', subject, offer, choices, members: [], next: [], confirmed: [], now }
const leftOut = (name: string, because: 'left-office' | 'not-holder') => ({
  memberId: name,
  name,
  standing: { kind: 'left-out' as const, because },
})

test('C4.4 an officer is told to put the closing earlier once the session begins before it', () => {
  const at = (startsAt: string) => standsWords({ ...page, subject: { ...subject, startsAt } })
  expect(at('2026-10-20T17:00:01Z')).toBe('Open until Tuesday 20 October 2026, 6pm. 2 Members are interested.')
  expect(at('2026-10-20T17:00:00Z')).toBe('It now begins before the closing. Put the closing earlier.')
})

test('C4.4 C1.9 of places at what is held out of the bulletin no bulletin is promised that opens them', () => {
  const waiting = { ...page, offer: { ...offer, stage: 'not-announced' as const }, nextIssueAt: '2026-10-20T15:00:00Z' }
  expect(standsWords(waiting)).toMatch(/^It opens with the bulletin of /)
  const held = standsWords({ ...waiting, heldOut: 'bulletin' })
  expect(held).toMatch(/^Held out of the bulletin until it says what it is to achieve\. No bulletin opens these places before/)
  expect(standsWords({ ...page, heldOut: 'bulletin' })).toMatch(/^Open until /)
})

test('C4.4 what has closed with nobody interested asks for no draw', () => {
  const listed = { offerId: 'o', title: 'Chairing', places: 2, held: 0, stage: 'closed' as const, closesAt: offer.closesAt }
  expect(listedWords({ ...listed, interested: 3 })).toMatch(/^Closed: make the draw\. 2 places, 3 interested\./)
  expect(listedWords({ ...listed, interested: 0 })).toMatch(/^Closed: nobody is interested\. 2 places, 0 interested\./)
})

test('C4.4 where nobody can have a place the button says so, and counts only those who are written to', () => {
  const members = [leftOut('Asha', 'not-holder'), leftOut('Ben', 'left-office')]
  const drawn = { ...page, offer: { ...offer, stage: 'drawn' as const }, members }
  expect(confirmWords(drawn)).toBe('Nobody can have a place: write to 1 Member')
  expect(confirmWords({ ...drawn, next: [{ memberId: 'm1', name: 'Asha' }] })).toBe('Give 1 place and write to 1 Member')
  const confirmed = [{ at: now, by: 'Hannah Brightwell', given: [] }]
  expect(recordWords({ ...drawn, confirmed }).at(-1)).toMatch(/^Hannah Brightwell confirmed at .* that nobody could have a place\.$/)
})

const ballot = (drawn: number) => ({ kind: 'ballot' as const, drawn, of: 3 })
const afterDraw: PlacesPage = {
  ...page,
  offer: { ...offer, stage: 'allotted' },
  drawn: {
    seed: 's',
    at: now,
    by: 'Hannah Brightwell',
    tickets: [
      { ticket: 'K7', number: '0a', meets: ['not-had-one'] },
      { ticket: 'R4', number: '1b', meets: ['role-need', 'not-had-one'] },
      { ticket: 'C9', number: '2c', meets: [] },
    ],
  },
  members: [
    { memberId: 'm1', name: '=Cllr Asha Rook', ticket: 'K7', standing: { kind: 'place', reason: ballot(1) } },
    { memberId: 'm2', name: 'Cllr Ben Trask, Deputy Mayor', ticket: 'R4', standing: { kind: 'given-up' } },
    { memberId: 'm3', name: 'Cllr Siân Owen', ticket: 'C9', standing: { kind: 'reserve', position: 1, reason: ballot(3) } },
    leftOut('Cllr Yusuf Khan', 'left-office'),
  ],
}

test('C4.4 what came of a draw is taken away in its order, as the page says it, with no ticket beside a name', () => {
  const table = placesTable(afterDraw)
  const drawn = (of: string) => `The ballot decided between 3 Members who were otherwise equal. They were drawn ${of}.`
  expect(table.slice(0, 6)).toEqual([
    ['Order', 'Member', 'Where it stands', 'Why'],
    [1, '=Cllr Asha Rook', 'Has a place', drawn('1st')],
    [2, 'Cllr Ben Trask, Deputy Mayor', 'Has given up', ''],
    [3, 'Cllr Siân Owen', 'Reserve 1', drawn('3rd')],
    ['', 'Cllr Yusuf Khan', 'Has left office', ''],
    [],
  ])
  expect(table.slice(6)).toEqual([
    ['Mark', 'm'],
    ['Seed', 's'],
    ['Order', 'Ticket', 'Number', 'Meets'],
    [1, 'K7', '0a', 'no limited place this year'],
    [2, 'R4', '1b', 'a post that needs it most, no limited place this year'],
    [3, 'C9', '2c', ''],
  ])
  for (const [index, row] of afterDraw.members.entries()) expect(rowWords(row, 'allotted')).toContain(String(table[index + 1]?.[2])) // the page and the file say the same
  expect(csvOf(table)).toContain(`\r\n1,'=Cllr Asha Rook,Has a place,`)
})

test('C4.4 before the draw nobody’s name can be taken away', () => {
  expect(placesTable({ ...page, members: afterDraw.members })).toEqual([])
})

test('C4.4 the list of limited places is taken away with how many are taken only once they are given', () => {
  const listed = { offerId: 'o', title: '+Chairing', places: 2, interested: 3, held: 1, closesAt: offer.closesAt }
  const table = listTable({
    offers: [
      { ...listed, stage: 'open' },
      { ...listed, stage: 'closed', interested: 0 },
      { ...listed, stage: 'allotted' },
    ],
    now,
  })
  expect(table).toEqual([
    ['What', 'Where it stands', 'Places', 'Interested', 'Taken', 'Closing'],
    ['+Chairing', 'Open', 2, 3, '', 'Tuesday 20 October 2026, 6pm'],
    ['+Chairing', 'Closed: nobody is interested', 2, 0, '', 'Tuesday 20 October 2026, 6pm'],
    ['+Chairing', 'Places given', 2, 3, 1, 'Tuesday 20 October 2026, 6pm'],
  ])
  expect(csvOf(table)).toContain(`\r\n'+Chairing,Open,2,3,,"`)
})
