import { expect, test } from 'vitest'
import { issueId } from '../kernel/ids.ts'
import { instant } from '../kernel/time.ts'
import { aPersonId, towerHamlets } from '../testing/builders.ts'
import type { Issue } from './issue.ts'
import { stepOf } from './step.ts'

const dueAt = instant('2026-10-16T09:00:00Z') // Friday, 10am
const draft: Issue = {
  id: issueId('issue-2026-w42'),
  number: 3,
  dueAt,
  draftedAt: instant('2026-10-12T06:00:00Z'),
  sections: [],
  state: { kind: 'draft' },
}
const by = { kind: 'officer', id: aPersonId(901), name: 'Officer 901' } as const
const released: Issue = { ...draft, state: { kind: 'released', at: instant('2026-10-14T09:00:00Z'), by } }
const autoRelease = { ...towerHamlets, bulletin: { ...towerHamlets.bulletin, autoRelease: true } }

test('C4.2 nothing leaves that nobody released: officers are reminded at 10am the working day before, once', () => {
  const reminder = instant('2026-10-15T09:00:00Z')
  expect(stepOf(draft, towerHamlets, reminder.subtract({ seconds: 1 }))).toEqual({ kind: 'wait', until: reminder })
  expect(stepOf(draft, towerHamlets, reminder)).toEqual({ kind: 'remind' })
  expect(stepOf({ ...draft, remindedAt: reminder }, towerHamlets, reminder)).toEqual({ kind: 'wait', until: dueAt.add({ hours: 12 }) })
})

test('C4.1 a released issue leaves when it is due, and not a second before', () => {
  expect(stepOf(released, towerHamlets, dueAt.subtract({ seconds: 1 }))).toEqual({ kind: 'wait', until: dueAt })
  expect(stepOf(released, towerHamlets, dueAt)).toEqual({ kind: 'send' })
})

test('C4.1 it still leaves up to twelve hours late; at twelve hours it is passed over and told', () => {
  const last = dueAt.add({ hours: 12 })
  expect(stepOf(released, towerHamlets, last.subtract({ seconds: 1 }))).toEqual({ kind: 'send' })
  expect(stepOf(released, towerHamlets, last)).toEqual({ kind: 'lapse', because: 'too-late' })
  expect(stepOf({ ...draft, remindedAt: dueAt }, towerHamlets, last)).toEqual({ kind: 'lapse', because: 'not-released' })
})

test('C4.2 a council may let it leave by itself; its officers are not reminded then', () => {
  expect(stepOf(draft, autoRelease, dueAt.subtract({ hours: 1 }))).toEqual({ kind: 'wait', until: dueAt })
  expect(stepOf(draft, autoRelease, dueAt)).toEqual({ kind: 'send' })
})

test('C4.1 one that has left is addressed once', () => {
  const state = { kind: 'sent', at: dueAt, releasedAt: dueAt, by, contents: { sections: [] } } as const
  expect(stepOf({ ...draft, state }, towerHamlets, dueAt)).toEqual({ kind: 'address' })
  expect(stepOf({ ...draft, state: { ...state, to: 50 } }, towerHamlets, dueAt)).toEqual({ kind: 'wait' })
})
