import { expect, test } from 'vitest'
import { instant } from '../../domain/kernel/time.ts'
import { councilId } from '../../domain/kernel/ids.ts'
import { jobPk, startingWith } from '../stores/keys.ts'
import { createTablesDouble } from '../testing/tables.ts'
import { forgetOccurrences } from './forget-occurrences.ts'

const council = councilId('thamesbrook')
const now = instant('2026-10-13T00:05:00Z')
const jobs = ['read-officers', 'sweep-mailboxes']

test('moments of jobs are forgotten after ninety days, and nothing else of them', async () => {
  const tables = createTablesDouble()
  const rows = ['cursor', 'o~20250101T000500000Z', 'o~20260715T000459999Z', 'o~20260715T000500000Z', 'o~20261013T000500000Z']
  for (const job of jobs) for (const rk of rows) await tables.commit(jobPk(council, job), [{ put: rk, data: {} }])
  await forgetOccurrences(tables, { council, jobs, now })
  await forgetOccurrences(tables, { council, jobs, now })
  for (const job of jobs) {
    const left = await tables.range(jobPk(council, job), ...startingWith(''))
    expect(left.map(({ rk }) => rk)).toEqual(['cursor', 'o~20260715T000500000Z', 'o~20261013T000500000Z'])
  }
})
