import { expect, test } from 'vitest'
import { bySurname } from './by-surname.ts'

test('Members stand under their surnames, whatever their titles', () => {
  const names = ['Mrs Ada Vance', 'Cllr Zoë Pell', 'Cllr Adam Pell', 'Mayor Ines Castellane', 'Cllr Siân Édwards']
  expect(bySurname(names.map((name) => ({ name }))).map(({ name }) => name)).toEqual([
    'Mayor Ines Castellane',
    'Cllr Siân Édwards',
    'Cllr Adam Pell',
    'Cllr Zoë Pell',
    'Mrs Ada Vance',
  ])
})
