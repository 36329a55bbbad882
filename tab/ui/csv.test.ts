import { expect, test } from 'vitest'
import { csvCell, csvOf, fileName } from './csv.ts'

test.each([
  ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
  ['+44 7700 900142', "'+44 7700 900142"],
  ['-1+1', "'-1+1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  [' =1', "' =1"],
  ['\t=1', "'\t=1"],
  ['Planning: making sound decisions', 'Planning: making sound decisions'],
  ['Room 1, Town Hall', '"Room 1, Town Hall"'],
  ['She said "yes"', '"She said ""yes"""'],
  ['two\nlines', '"two\nlines"'],
])('%j cannot run as a formula or break out of its cell', (value, cell) => {
  expect(csvCell(value)).toBe(cell)
})

test('a figure stays a figure, a negative one too', () => {
  expect(csvCell(-4)).toBe('-4')
})

test('a file begins with the mark of UTF-8 and ends its lines as Excel does', () => {
  expect(
    csvOf([
      ['Name', 'Accepted'],
      ['Cllr Siân Owen', 4],
    ]),
  ).toBe('\uFEFFName,Accepted\r\nCllr Siân Owen,4\r\n')
})

test('a file is named for what is in it', () => {
  expect(fileName('Planning: making sound decisions, 15 Oct')).toBe('planning-making-sound-decisions-15-oct.csv')
  expect(fileName('???')).toBe('quorate.csv')
})
