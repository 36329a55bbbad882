import { expect, test } from 'vitest'
import { noticeId } from '../kernel/ids.ts'
import { day, instant } from '../kernel/time.ts'
import { aPersonId, towerHamlets } from '../testing/builders.ts'
import { recurringStates, type Notice } from './notice.ts'

const item = { id: 'hpl', label: 'Highlighting Political Leadership', every: 'quarter' as const }
const rules = { bulletin: { ...towerHamlets.bulletin, recurring: [item] } }
const passedOn = (on: string): Notice => ({
  id: noticeId('n1'),
  section: 'circulars',
  title: 'Highlighting Political Leadership',
  roles: [],
  recurring: 'hpl',
  addedAt: instant(`${on}T12:00:00Z`),
  addedBy: aPersonId(901),
  addedByName: 'Officer 901',
})
const on = (today: string, since = '2026-01-01') => ({ today: day(today), since: day(since) })

test('C4.6 a quarter in which it was passed on, first and last day included', () => {
  for (const sent of ['2026-10-01', '2026-12-31'])
    expect(recurringStates([passedOn(sent)], rules, on('2026-12-31'))[0]).toMatchObject({ standing: 'passed-on', lastMissed: true })
  expect(recurringStates([passedOn('2026-09-30')], rules, on('2026-10-01'))[0]).toMatchObject({ standing: 'none-yet', lastMissed: false })
})

test('C4.6 a quarter that ended with none is flagged, if the bulletin was kept here all through it', () => {
  expect(recurringStates([], rules, on('2026-10-01'))[0]).toMatchObject({ standing: 'none-yet', lastMissed: true })
  expect(recurringStates([], rules, on('2026-10-01', '2026-07-01'))[0]).toMatchObject({ lastMissed: true })
  expect(recurringStates([], rules, on('2026-10-01', '2026-07-02'))[0]).toMatchObject({ lastMissed: false })
})

test('C4.6 one that was taken out again was not passed on', () => {
  const taken = { ...passedOn('2026-10-05'), withdrawnAt: instant('2026-10-06T12:00:00Z') }
  expect(recurringStates([taken], rules, on('2026-10-07'))[0]).toMatchObject({ standing: 'none-yet' })
})
