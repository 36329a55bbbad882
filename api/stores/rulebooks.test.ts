import { expect, test } from 'vitest'
import { instant } from '../../domain/kernel/time.ts'
import { towerHamlets } from '../../domain/testing/builders.ts'
import { testCouncil, testProfile } from '../testing/council.ts'
import { rulebooksPk, startingWith } from './keys.ts'

test('a version is parsed once, and anew where its row is another', async () => {
  const { council, tables } = await testCouncil({ now: instant('2026-10-12T06:00:00Z'), rulebook: towerHamlets })
  const [first] = await council.rulebooks.readAnew()
  const [again] = await council.rulebooks.readAnew()
  expect(again).toBe(first)

  const [row] = await tables.range(rulebooksPk(testProfile.id), ...startingWith('v~'))
  if (!row) throw new TypeError('no version is stored')
  await tables.commit(rulebooksPk(testProfile.id), [{ replace: row.rk, data: 'spoilt', etag: row.etag }])
  await expect(council.rulebooks.readAnew()).rejects.toThrow('expected object')
  await tables.commit(rulebooksPk(testProfile.id), [{ put: row.rk, data: row.data }])
  expect((await council.rulebooks.readAnew())[0]).toEqual(first)
})
