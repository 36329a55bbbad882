import { expect, test } from 'vitest'
import { noticeId } from '../kernel/ids.ts'
import { day, instant } from '../kernel/time.ts'
import { aPersonId, towerHamlets } from '../testing/builders.ts'
import { keys } from './issue.ts'
import { recurringStates, type Notice } from './notice.ts'

const item = { id: 'hpl', label: 'Highlighting Political Leadership', every: 'quarter' as const }
const rules = { bulletin: { ...towerHamlets.bulletin, recurring: [item] } }
const putDown: Notice = {
  id: noticeId('n1'),
  section: 'circulars',
  title: 'Highlighting Political Leadership',
  roles: [],
  recurring: 'hpl',
  addedAt: instant('2026-01-05T12:00:00Z'),
  addedBy: aPersonId(901),
  addedByName: 'Officer 901',
}
const leftOn = (on: string) => ({ sentAt: instant(`${on}T12:00:00Z`), listed: [keys.notice('n1')] })
const on = (today: string, past: readonly ReturnType<typeof leftOn>[] = [], since = '2026-01-01') => ({
  today: day(today),
  since: day(since),
  past,
})

test('C4.6 a quarter in which an issue with it left, first and last day included', () => {
  for (const sent of ['2026-10-01', '2026-12-31'])
    expect(recurringStates([putDown], rules, on('2026-12-31', [leftOn(sent)]))[0]).toMatchObject({
      standing: 'passed-on',
      lastMissed: true,
    })
  expect(recurringStates([putDown], rules, on('2026-10-01', [leftOn('2026-09-30')]))[0]).toMatchObject({
    standing: 'none-yet',
    lastMissed: false,
  })
})

test('C4.6 a quarter that ended with none is flagged, if the bulletin was kept here all through it', () => {
  expect(recurringStates([], rules, on('2026-10-01'))[0]).toMatchObject({ standing: 'none-yet', lastMissed: true })
  expect(recurringStates([], rules, on('2026-10-01', [], '2026-07-01'))[0]).toMatchObject({ lastMissed: true })
  expect(recurringStates([], rules, on('2026-10-01', [], '2026-07-02'))[0]).toMatchObject({ lastMissed: false })
})

test('C4.6 put down in one quarter and sent in the next, it was passed on in the next', () => {
  const late = { ...putDown, addedAt: instant('2026-09-30T12:00:00Z') }
  expect(recurringStates([late], rules, on('2026-10-02'))[0]).toMatchObject({ standing: 'none-yet' })
  expect(recurringStates([late], rules, on('2026-10-02', [leftOn('2026-10-02')]))[0]).toMatchObject({
    standing: 'passed-on',
    lastMissed: true,
  })
})

test('C4.6 one that was taken out before any issue with it left was not passed on; afterwards it was', () => {
  const taken = { ...putDown, withdrawnAt: instant('2026-10-06T12:00:00Z') }
  expect(recurringStates([taken], rules, on('2026-10-07'))[0]).toMatchObject({ standing: 'none-yet' })
  expect(recurringStates([taken], rules, on('2026-10-07', [leftOn('2026-10-02')]))[0]).toMatchObject({ standing: 'passed-on' })
})
