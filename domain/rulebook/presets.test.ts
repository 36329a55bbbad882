import { expect, test } from 'vitest'
import { presetNamed, presets } from './presets.ts'

const { 'tower-hamlets': towerHamlets } = presets

test('C1.4 every type of learning has a kind, and every kind a label', () => {
  const ids = towerHamlets.kinds.map((kind) => kind.id)
  expect(ids).toEqual([
    'in-person-training',
    'hybrid-training',
    'online-training',
    'workshop',
    'member-seminar',
    'member-briefing',
    'own-time',
    'guide',
    'distance-learning',
    'external-event',
    'visit',
    'shadowing',
    'coaching',
    'mentoring',
    'observation',
    'shared-knowledge',
    'research',
  ])
})

test('the numbers of Tower Hamlets are those of its document and of the clauses', () => {
  expect(towerHamlets.minimum).toMatchObject({ members: 6, reviewWorkingDays: 5, reviewAt: '09:00', decideAt: '12:00', tentativeCounts: 0 })
  expect(towerHamlets.cancellation).toMatchObject({ shortNoticeWorkingDays: 2, tell: ['accepted', 'tentative'], unconfirmedMinutes: 60 })
  expect(towerHamlets.reminders).toMatchObject({
    weekBefore: { days: 7, at: '10:00', to: ['accepted', 'tentative', 'none'] },
    morningOf: { at: '08:00', to: ['accepted', 'tentative'] },
    permitted: { from: '07:00', until: '20:00' },
    minimumLeadMinutes: 60,
    eveningBeforeAt: '18:00',
  })
})

test('C3.1 besides lack of interest every reason is an unexpected factor, and anything else must be said in words', () => {
  const { reasons } = towerHamlets.cancellation
  expect(reasons.filter((reason) => reason.basis === 'lack-of-interest').map((reason) => reason.id)).toEqual(['lack-of-interest'])
  expect(reasons.filter((reason) => reason.needsWords).map((reason) => reason.id)).toEqual(['other'])
})

test('a preset is found by its name, and only by that', () => {
  expect(presetNamed('tower-hamlets')).toBe(towerHamlets)
  expect(presetNamed('constructor')).toBeUndefined()
})
