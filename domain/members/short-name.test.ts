import { expect, test } from 'vitest'
import { cllrShortName } from './short-name.ts'

test.each([
  ['Councillor Elspeth Rook', 'councillor', 'Cllr Elspeth Rook'],
  ['  Councillor   Sir Neil Knight ', 'councillor', 'Cllr Sir Neil Knight'],
  ['Cllr. Andrew OBE', 'councillor', 'Cllr Andrew OBE'],
  ['Bob Taylor', 'councillor', 'Cllr Bob Taylor'],
  ['Dr Jack Johnson', 'councillor', 'Dr Jack Johnson'],
  ['Mayor Ada Quill', 'mayor', 'Mayor Ada Quill'],
  ['Executive Mayor Ada Quill', 'mayor', 'Executive Mayor Ada Quill'],
  ['Ada Quill', 'mayor', 'Mayor Ada Quill'],
  ['Ms Judith Parrow', 'co-optee', 'Ms Judith Parrow'],
  ['Judith Parrow', 'co-optee', 'Judith Parrow'],
] as const)('%s, %s, is %s on a card', (name, kind, expected) => {
  expect(cllrShortName(name, kind)).toBe(expected)
})
