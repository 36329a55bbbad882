import { expect, test } from 'vitest'
import type { JointReport } from '../../../api/contracts/joint.ts'
import { jointTable, leadWords, partnerRows, rowWords } from './words.ts'

const row: JointReport['rows'][number] = {
  sessionId: 's1',
  title: 'Scrutiny together',
  kindLabel: 'Workshop',
  startsAt: '2026-10-27T18:30:00Z',
  with: [{ partner: 'Newham', pence: 40_050 }, { partner: 'Age UK' }],
  costPence: 85_000,
}
const report: JointReport = {
  year: { kind: 'municipal', from: '2026-05-01', to: '2027-05-01' },
  rows: [row, { ...row, with: [], words: 'Half each', costPence: undefined }],
  total: {
    partners: [
      { partner: 'Newham', sessions: 1, pence: 40_050 },
      { partner: 'Age UK', sessions: 1, pence: 0 },
    ],
    sharedPence: 40_050,
    costPence: 85_000,
  },
  now: '2026-10-13T13:10:00Z',
}

test('C1.17 what is run with others is told with who pays what', () => {
  expect(leadWords(report)).toBe('Municipal year 2026-27. 2 sessions with others; they pay £400.50 of £850.')
  expect(leadWords({ ...report, rows: [] })).toBe('Municipal year 2026-27. 0 sessions with others.')
  expect(rowWords(row)).toBe('With Newham (pays £400.50) and Age UK. It costs £850.')
  expect(report.rows.map(rowWords)[1]).toBe('Half each No cost is put down.')
  expect(partnerRows(report).map(({ words: said }) => said)).toEqual([
    '1 session, pays £400.50',
    '1 session, pays nothing that is put down',
  ])
})

test('C1.17 in a spreadsheet each partner of each session has a row, and sums are figures', () => {
  const [heads, ...lines] = jointTable(report)
  expect(heads?.slice(3, 6)).toEqual(['Partner', 'They pay (£)', 'It costs (£)'])
  expect(lines.map((line) => line.slice(3))).toEqual([
    ['Newham', 400.5, 850, ''],
    ['Age UK', '', 850, ''],
    ['', '', '', 'Half each'],
  ])
})
