import { expect, test } from 'vitest'
import { instant } from '../../domain/kernel/time.ts'
import { anOfficer, towerHamlets } from '../../domain/testing/builders.ts'
import { startInstance, testCouncil } from '../testing/council.ts'

const now = instant('2026-10-13T13:10:00Z')

test('C3.4 who is an officer no more is none on any instance from the moment at which one has read it', async () => {
  const one = await testCouncil({ now, rulebook: towerHamlets, officers: [anOfficer(901), anOfficer(902)] })
  const other = await startInstance({ ...one, rulebook: towerHamlets, lines: [] })
  expect(await other.council.officers.all()).toHaveLength(2)
  await one.council.officers.replaceAll([anOfficer(901)], now)
  expect(await other.council.officers.find(anOfficer(902).id)).toBeUndefined()
  expect(await other.council.officers.find(anOfficer(901).id)).toEqual(anOfficer(901))
  expect(await other.council.officers.all()).toHaveLength(2) // whom to write to may be a minute old
})
