import { expect, test } from 'vitest'
import { register, registerAfter } from '../../testing/register-fixtures.ts'
import type { KeptMark } from './kept-marks.ts'
import { hereAt, rowsIn, shownRegister } from './shown-register.ts'
import {
  answerLine,
  bareName,
  buttonName,
  doneWords,
  headingWords,
  registerTable,
  suggestionWords,
  teamsWords,
  unseenWords,
} from './words.ts'

const plain = (text: string) => text.replaceAll('\u00A0', ' ')
const kept = (memberId: string, recorded: KeptMark['recorded'], given: Partial<KeptMark> = {}): KeptMark => ({
  id: memberId,
  pressedMs: 0,
  seen: 7,
  recorded,
  through: 'register',
  about: { memberId },
  ...given,
})
const [first] = register.rows

test('C2.6 the heading counts who is here and who of those expected is still to come', () => {
  const shown = shownRegister(register, [])
  expect(headingWords(shown, false)).toBe(`${shown.here} here, ${shown.toCome} to come`)
  expect(headingWords({ here: 8, toCome: 0 }, false)).toBe('8 here')
  expect(headingWords({ here: 8, toCome: 3 }, true)).toBe('8 here, 3 not recorded')
})

test('a press shows at once, before the register has it; one that was refused shows nothing', () => {
  const before = shownRegister(register, [])
  const pressed = shownRegister(register, [kept('m-7', 'in-person'), kept('m-20', 'apologies')])
  expect(pressed.here).toBe(before.here + 1)
  expect(pressed.rows.find(({ memberId }) => memberId === 'm-20')?.recorded).toBe('apologies')
  expect(shownRegister(register, [kept('m-7', 'in-person', { refused: 'before-open' })]).here).toBe(before.here)
})

test('C1.16, C1.18 a guest who is pressed stands apart and changes no count of Members', () => {
  const guest = { id: 'i-2', name: 'Samir Obuya', kind: 'officer' } as const
  const shown = shownRegister(register, [kept('g', 'in-person', { about: { guest } })])
  expect([shown.guests.map(({ name }) => name), shown.guestsInvited]).toEqual([['Rosa Limbury', 'Samir Obuya'], []])
  expect(shown.here).toBe(shownRegister(register, []).here)
  expect(shownRegister(register, [kept('g', 'not-recorded', { about: { guest: { ...guest, id: 'g-1' } } })]).guests).toEqual([])
})

test('Members stand under their surnames without titles, and are found by any part of a name', () => {
  const { rows } = shownRegister(register, [])
  const surnames = rows.map(({ name }) => name.split(' ').at(-1) ?? '')
  expect(surnames).toEqual(surnames.toSorted((one, other) => one.localeCompare(other, 'en-GB')))
  expect(rowsIn(rows, 'everyone', 'ADEYINKA').length).toBeGreaterThan(0)
  expect(rowsIn(rows, 'everyone', 'cllr')).toEqual([])
  expect(rowsIn(rows, 'everyone', '')).toHaveLength(50)
  expect(rowsIn(rows, 'expected', '').every(({ expected, recorded }) => expected || recorded === 'in-person')).toBe(true)
  expect([bareName('Cllr Priya Nandakumar'), bareName('Mr Emeka Sandholt'), bareName('Mayor Ivo Trask')]).toEqual([
    'Priya Nandakumar',
    'Emeka Sandholt',
    'Ivo Trask',
  ])
})

test('C2.7 answers stay visible, and say who would be a walk-in', () => {
  const row = { ...first, invited: true } as (typeof register.rows)[number]
  expect(answerLine({ ...row, response: 'accepted', expected: true })).toBe('Accepted')
  expect(answerLine({ ...row, response: 'tentative', expected: true })).toBe('Tentative')
  expect(answerLine({ ...row, response: 'declined', expected: false })).toBe('Declined. A walk-in')
  expect(answerLine({ ...row, response: 'none', expected: false, invited: false })).toBe('Not invited. A walk-in')
})

test('C2.6 the large button of a session held online alone records as online, and of any other as in person', () => {
  const deliveries = ['online', 'hybrid', 'in-person'] as const
  expect(deliveries.map((delivery) => hereAt({ delivery }))).toEqual(['online', 'in-person', 'in-person'])
})

test('a button is named after its Member and what is recorded', () => {
  expect(buttonName('Cllr Priya Nandakumar', 'not-recorded', 'in-person')).toBe('Priya Nandakumar, here')
  expect(buttonName('Cllr Priya Nandakumar', 'not-recorded', 'online')).toBe('Priya Nandakumar, online')
  expect(buttonName('Cllr Priya Nandakumar', 'online', 'in-person')).toBe('Priya Nandakumar, online')
  expect(doneWords({ name: 'Cllr Callum Stroudley', recorded: 'in-person', at: '2026-10-22T16:58:00Z', many: 1 })).toEqual({
    who: 'Cllr Stroudley',
    what: 'marked here, 5:58pm',
  })
  expect(doneWords({ name: 'x', recorded: 'absent', many: 1 }).what).toBe('marked absent')
  expect(doneWords({ name: 'x', recorded: 'absent', at: '2026-10-22T16:58:00Z', many: 4 }).who).toBe('4 Members')
})

test('C2.6 what two officers recorded without knowing of each other is told in plain words', () => {
  const row = registerAfter.rows.find(({ unseen }) => unseen)
  expect(row?.unseen && plain(unseenWords(row, row.unseen))).toBe(
    'Omar Field marked apologies at 5:50pm. Hannah Brightwell marked here at 5:52pm, without having seen it, and that stands. Press which is right.',
  )
})

test('C2.6 Teams suggests and records nothing; no report is not nobody', () => {
  expect(suggestionWords({ minutes: 52, of: 60, enough: true })).toBe('Online for 52 of 60 minutes')
  expect(suggestionWords({ minutes: 8, of: 60, enough: false })).toContain('less than your council counts')
  expect(teamsWords({ state: 'read', others: 2 }, 3)).toBe(
    '3 Members joined in Teams. Nothing is recorded until you confirm it. 2 more who joined are no Members.',
  )
  expect(teamsWords({ state: 'no-report', others: 0 }, 0)).toContain('does not mean that nobody joined')
})

test('the register as a spreadsheet has every Member, with guests after them who are no Members', () => {
  const table = registerTable(register, shownRegister(register, []))
  expect(table).toHaveLength(1 + 50 + 1)
  expect(table.at(-1)?.slice(0, 2)).toEqual(['Rosa Limbury', 'No: From a partner organisation, Citizens Advice'])
})
