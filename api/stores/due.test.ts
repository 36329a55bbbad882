import { expect, test } from 'vitest'
import { instant } from '../../domain/kernel/time.ts'
import type { Hint } from '../ports/queue.ts'
import { createTablesDouble } from '../testing/tables.ts'
import { createDueQueue } from './due.ts'
import { duePk, stamp } from './keys.ts'

const now = instant('2026-11-02T10:00:00Z')
const look: Hint = { kind: 'look-at-session', council: 'thamesbrook', session: 's1' }

test('a pointer of a kind that this version does not know is told of, left, and keeps no other from being read', async () => {
  const tables = createTablesDouble()
  let poisoned = 0
  const due = createDueQueue({ tables, shards: 1, onPoison: () => (poisoned += 1) })
  const row = `${stamp(now)}~thamesbrook~n~s1`
  const data = { at: String(now), task: { kind: 'nod', council: 'thamesbrook', session: 's1' }, tries: 0 }
  await tables.commit(duePk(0), [{ put: row, data }])
  await due.put([{ at: now, task: look, tries: 0 }])
  expect(await due.due(now, 10)).toMatchObject([{ task: look }])
  expect(poisoned).toBe(1)
  expect(await tables.get(duePk(0), row)).toMatchObject({ data })
})
