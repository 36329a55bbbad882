import { expect, test } from 'vitest'
import { jointTotals } from './joint.ts'

test('C1.17 over sessions each partner stands once with what they pay, those who pay most first', () => {
  const rows = [
    { with: [{ partner: 'Newham', pence: 10_000 }, { partner: 'Age UK' }], costPence: 50_000 },
    {
      with: [
        { partner: 'newham ', pence: 5_050 },
        { partner: 'Hackney', pence: 20_000 },
      ],
    },
  ]
  expect(jointTotals(rows)).toEqual({
    partners: [
      { partner: 'Hackney', sessions: 1, pence: 20_000 },
      { partner: 'Newham', sessions: 2, pence: 15_050 },
      { partner: 'Age UK', sessions: 1, pence: 0 },
    ],
    sharedPence: 35_050,
    costPence: 50_000,
  })
  expect(jointTotals([])).toEqual({ partners: [], sharedPence: 0, costPence: 0 })
})
