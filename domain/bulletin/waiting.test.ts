import { expect, test } from 'vitest'
import { issueId } from '../kernel/ids.ts'
import { instant } from '../kernel/time.ts'
import { aPersonId, towerHamlets } from '../testing/builders.ts'
import type { Issue } from './issue.ts'
import { lastDue, neverLeft, nextToLeave, toRelease } from './waiting.ts'

const dueAt = instant('2026-10-16T09:00:00Z') // Friday, 10am
const reminder = instant('2026-10-15T09:00:00Z')
const lapsesAt = instant('2026-10-16T21:00:00Z')
const aSecond = { seconds: 1 }
const draft: Issue = {
  id: issueId('issue-2026-w42'),
  number: 3,
  dueAt,
  draftedAt: instant('2026-10-12T06:00:00Z'),
  sections: [],
  state: { kind: 'draft' },
}
const by = { kind: 'officer', id: aPersonId(901), name: 'Officer 901' } as const
const under = (bulletin: Partial<(typeof towerHamlets)['bulletin']>) => ({
  ...towerHamlets,
  bulletin: { ...towerHamlets.bulletin, ...bulletin },
})

test('C4.2 a draft waits for its release from the moment officers are reminded of it until it lapses', () => {
  expect(toRelease(draft, towerHamlets, reminder.subtract(aSecond))).toBeUndefined()
  expect(toRelease(draft, towerHamlets, reminder)).toEqual({ dueAt, lapsesAt })
  expect(toRelease(draft, towerHamlets, lapsesAt.subtract(aSecond))).toEqual({ dueAt, lapsesAt })
  expect(toRelease(draft, towerHamlets, lapsesAt)).toBeUndefined()
})

test('C4.2 what is released, or leaves by itself, waits for nobody', () => {
  expect(toRelease({ ...draft, state: { kind: 'released', at: reminder, by } }, towerHamlets, dueAt)).toBeUndefined()
  expect(toRelease(draft, under({ autoRelease: true }), dueAt)).toBeUndefined()
})

test('C4.1 a draft goes by the rulebook as it is now, and waits for nobody in a week that has no issue any more', () => {
  const later = under({ at: '12:00' })
  const noon = instant('2026-10-16T11:00:00Z')
  expect(toRelease(draft, later, reminder)).toEqual({ dueAt: noon, lapsesAt: noon.add({ hours: 12 }) })
  const recess = under({ recess: [{ label: 'Half-term', from: '2026-10-12', to: '2026-10-18' }] })
  expect(toRelease(draft, recess, reminder)).toBeUndefined()
})

test('C4.1 what lapsed never left; an empty one is no loss', () => {
  const lapsed = (because: 'not-released' | 'too-late' | 'empty') =>
    neverLeft({ ...draft, state: { kind: 'lapsed', at: lapsesAt, because } })
  expect(lapsed('not-released')).toEqual({ dueAt, because: 'not-released' })
  expect(lapsed('too-late')).toEqual({ dueAt, because: 'too-late' })
  expect([lapsed('empty'), neverLeft(draft)]).toEqual([undefined, undefined])
})

test('C4.1 an issue is the next to leave until it lapses, and from then on the last that was due', () => {
  const at = (now: typeof dueAt) => [nextToLeave(towerHamlets, now)?.id, lastDue(towerHamlets, now)?.id]
  expect(at(lapsesAt.subtract(aSecond))).toEqual(['issue-2026-w42', 'issue-2026-w41'])
  expect(at(lapsesAt)).toEqual(['issue-2026-w43', 'issue-2026-w42'])
})

test('C4.1 C14.6 over a recess and a bank holiday the last that was due is found, and after three weeks no more', () => {
  const recess = under({ recess: [{ label: 'Christmas', from: '2026-12-14', to: '2027-01-31' }] })
  const last = (now: string) => lastDue(recess, instant(now))?.id
  expect(last('2026-12-12T09:00:00Z')).toBe('issue-2026-w50')
  expect(last('2027-01-03T12:00:00Z')).toBe('issue-2026-w50')
  expect(last('2027-01-04T12:00:00Z')).toBeUndefined()
  const easter = instant('2027-03-25T22:00:00Z') // Good Friday is the 26th: it was due on the Thursday at 10am
  expect([lastDue(towerHamlets, easter.subtract(aSecond))?.id, lastDue(towerHamlets, easter)?.id]).toEqual([
    'issue-2027-w11',
    'issue-2027-w12',
  ])
})
