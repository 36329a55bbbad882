import { expect, test } from 'vitest'
import type { PlacesPage } from '../../../api/contracts/places.ts'
import { confirmWords, listedWords, recordWords, standsWords } from './words.ts'

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
