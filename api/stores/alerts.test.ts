import { expect, test } from 'vitest'
import { digest } from '../../domain/kernel/digest.ts'
import { dutyId } from '../../domain/kernel/ids.ts'
import { aMemberId, arrangedAt, thamesbrook } from '../../domain/testing/builders.ts'
import { createTablesDouble } from '../testing/tables.ts'
import { createAlerts } from './alerts.ts'

const weekAgo = arrangedAt.subtract({ hours: 168 })
const cap = { perMember: 2, from: weekAgo }
const alert = (member: number, number: number, at = arrangedAt) => ({
  memberId: aMemberId(member),
  dutyId: dutyId(digest(`${member} ${number}`).slice(0, 32)),
  at,
})

test('C4.13 as many are granted as the cap allows each Member in a week, and one is counted once however often it is asked for', async () => {
  const alerts = createAlerts({ council: thamesbrook, tables: createTablesDouble() })
  expect((await alerts.take([alert(1, 1), alert(2, 1)], cap)).size).toBe(2)
  expect((await alerts.take([alert(1, 1), alert(1, 2)], cap)).size).toBe(2)
  expect([...(await alerts.take([alert(1, 3), alert(2, 2)], cap))]).toEqual([alert(2, 2).dutyId])
  expect(await alerts.since(weekAgo)).toHaveLength(4)
})

test('C4.13 what is older than a week counts no more, to the moment', async () => {
  const alerts = createAlerts({ council: thamesbrook, tables: createTablesDouble() })
  await alerts.take([alert(1, 1, weekAgo), alert(1, 2, weekAgo.add({ seconds: 1 }))], cap)
  expect((await alerts.take([alert(1, 3)], cap)).size).toBe(0)
  expect((await alerts.take([alert(1, 3)], { ...cap, from: weekAgo.add({ seconds: 1 }) })).size).toBe(1)
})

test('C4.13 two officers at once never send more than the cap between them', async () => {
  const alerts = createAlerts({ council: thamesbrook, tables: createTablesDouble() })
  const granted = await Promise.all([1, 2, 3, 4].map((number) => alerts.take([alert(1, number)], cap)))
  expect(granted.reduce((sum, { size }) => sum + size, 0)).toBe(2)
})
