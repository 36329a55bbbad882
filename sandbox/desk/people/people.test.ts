import { expect, test } from 'vitest'
import { bareName, bareNumber, firstOfficer, groupsOf, isMeant, isTheirNumber, shortName } from './people.ts'

const hannah = { id: 'hannah', name: 'Hannah Brightwell', email: 'hannah@x.example', roles: ['officer'], note: 'Member development' }
const ruth = { id: 'ruth', name: 'Ruth Calloway', email: 'ruth@x.example', note: 'Monitoring Officer' }
const rook = { id: 'rook', name: 'Cllr Elspeth Rook', email: 'elspeth.rook@x.example', mobile: '07700 900287', note: 'New to Planning' }
const gone = { id: 'gone', name: 'Former Member', email: 'gone@x.example' }
const trainer = { id: 'trainer', name: 'Tess Trainer', email: 'tess@elsewhere.example', hasMailbox: false }
const world = {
  now: '2026-10-13T13:10:00Z',
  council: { id: 'thamesbrook', name: 'Thamesbrook' },
  people: [],
  groups: [],
  mailboxes: [],
  rooms: [],
  register: {
    members: [
      { person: 'rook', kind: 'councillor', from: '2026-05-07' },
      { person: 'gone', kind: 'councillor', from: '2022-05-05', to: '2026-05-06' },
    ],
  },
}

test('people are grouped by what the register and their accounts say', () => {
  const groups = groupsOf([hannah, ruth, rook, gone, trainer], world, '2026-10-13')
  expect(groups.services).toEqual([hannah, ruth])
  expect(groups.members).toEqual([rook])
  expect(groups.others).toEqual([gone])
  expect(groups.outside).toEqual([trainer]) // no mailbox here to look into: only what was written to them
  expect(firstOfficer(groups)).toBe(hannah)
})

test.each([
  ['2026-05-06', ['gone']],
  ['2026-05-07', ['rook']],
])('on %s the Members in office are %j', (day, ids) => {
  expect(groupsOf([rook, gone], world, day).members.map(({ id }) => id)).toEqual(ids)
})

test('a Member is short by title and surname, an officer by first name', () => {
  expect(shortName('Cllr Elspeth Rook')).toBe('Cllr Rook')
  expect(shortName('Mayor Ines Castellane')).toBe('Mayor Castellane')
  expect(shortName('Hannah Brightwell')).toBe('Hannah')
  expect(bareName('Cllr Elspeth Rook')).toBe('Elspeth Rook')
})

test('looking for a person needs every word, anywhere', () => {
  expect(isMeant(rook, 'rook cllr')).toBe(true)
  expect(isMeant(rook, 'planning')).toBe(true)
  expect(isMeant(rook, 'rook housing')).toBe(false)
  expect(isMeant(rook, '')).toBe(true)
})

test('a number is the same however it is written', () => {
  expect(bareNumber('+44 (0)7700 900287')).toBe('07700900287')
  expect(isTheirNumber(rook, '+447700900287')).toBe(true)
  expect(isTheirNumber(rook, '07700900288')).toBe(false)
  expect(isTheirNumber(hannah, '')).toBe(false)
})
