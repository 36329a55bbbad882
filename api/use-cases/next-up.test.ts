import { expect, test } from 'vitest'
import { instant } from '../../domain/kernel/time.ts'
import { aSession, towerHamlets } from '../../domain/testing/builders.ts'
import { testCouncil } from '../testing/council.ts'
import { nextUp } from './next-up.ts'

const monday = instant('2026-10-12T08:00:00Z')
const session = aSession({ title: 'Scrutiny', accepted: 4, tentative: 1, none: 3, startsAt: instant('2026-10-22T13:00:00Z') })

test('what is next is the earliest thing that somebody would notice', async () => {
  const { council, advanceTo, worker } = await testCouncil({ now: monday, rulebook: towerHamlets, sessions: [session] })
  await worker.settle()
  expect(await nextUp(council)).toMatchObject({ at: instant('2026-10-13T09:00:00Z'), what: '3 Members asked for an answer' })
  await advanceTo(instant('2026-10-13T09:00:00Z'))
  expect(await nextUp(council)).toMatchObject({ at: instant('2026-10-15T08:00:00Z'), what: 'the count for Scrutiny is reviewed' })
  await advanceTo(instant('2026-10-15T08:00:00Z'))
  expect(await nextUp(council)).toMatchObject({ at: instant('2026-10-15T09:00:00Z'), what: 'week-before reminders to 8 Members' })
  await advanceTo(instant('2026-10-15T11:00:00Z'))
  expect(await nextUp(council)).toMatchObject({ at: instant('2026-10-22T07:00:00Z'), what: 'morning reminders to 5 Members' })
})

test('a council with nothing arranged has nothing next', async () => {
  const { council } = await testCouncil({ now: monday, rulebook: towerHamlets, sessions: [] })
  expect(await nextUp(council)).toBeUndefined()
})
