import { expect, test } from 'vitest'
import { instant } from '../kernel/time.ts'
import { parseRulebook } from '../rulebook/parse-rulebook.ts'
import { presets } from '../rulebook/presets.ts'
import type { Session } from '../sessions/session.ts'
import { aPersonId, aSession, arrangedAt, postponed, reviewAt, startsAt, towerHamlets } from '../testing/builders.ts'
import { briefDueAt, briefMark, briefTrouble, hasAims, isBriefOwed } from './given.ts'

const by = { by: aPersonId(901), byName: 'Officer 901', at: arrangedAt }
const details = { version: 1, ...by, costs: [], aims: 'To listen well.' }
const session = aSession({ accepted: 4, details })
const given = (to: Session): Session => ({ ...to, brief: { of: briefMark(to), ...by } })
const lead = (leadWorkingDays: number) => ({ ...towerHamlets, brief: { ...towerHamlets.brief, leadWorkingDays } })
const before = (at: typeof startsAt) => at.subtract({ seconds: 1 })

test('C1.11 every preset asks for it five working days before, at nine in London although the clocks change between', () => {
  for (const rulebook of Object.values(presets)) {
    expect(rulebook.brief).toMatchObject({ leadWorkingDays: 5, at: '09:00' })
    expect(briefDueAt(session, rulebook)?.equals(reviewAt)).toBe(true)
  }
})

test('C1.11 it is asked for from its hour on and until the session begins, and not once it is given', () => {
  expect(isBriefOwed(session, towerHamlets, before(reviewAt))).toBe(false)
  expect(isBriefOwed(session, towerHamlets, reviewAt)).toBe(true)
  expect(isBriefOwed(session, towerHamlets, before(startsAt))).toBe(true)
  expect(isBriefOwed(session, towerHamlets, startsAt)).toBe(false)
  expect(isBriefOwed(given(session), towerHamlets, reviewAt)).toBe(false)
})

test('C1.11 the lead time is the rulebook’s, and none asks for it never', () => {
  expect(briefDueAt(session, lead(1))?.toString()).toBe('2026-10-26T09:00:00Z')
  expect(briefDueAt(session, lead(0))).toBeUndefined()
  expect(isBriefOwed(session, lead(0), reviewAt)).toBe(false)
  expect(parseRulebook({ ...towerHamlets, brief: { leadWorkingDays: 61 } })).toMatchObject({ ok: false })
  expect(parseRulebook({ ...towerHamlets, brief: { parts: ['access', 'access'] } })).toMatchObject({ ok: false })
})

test.each([
  ['in-person-training', true],
  ['member-briefing', true],
  ['own-time', false],
  ['external-event', false],
  ['mentoring', false],
])('C1.11 of the kind %s it is asked for: %s', (kind, isAsked) => {
  expect(isBriefOwed({ ...session, kind }, towerHamlets, reviewAt)).toBe(isAsked)
})

test('C1.11, C3.4 nobody is asked to brief for what is cancelled, no training any more, or waits for its new date', () => {
  const at = arrangedAt
  for (const standing of [{ kind: 'cancelled', at, through: 'outlook' } as const, { kind: 'untagged', at } as const]) {
    expect(isBriefOwed({ ...session, standing }, towerHamlets, reviewAt)).toBe(false)
    expect(briefTrouble({ ...session, standing }, towerHamlets, reviewAt)).toBe(standing.kind)
  }
  expect(isBriefOwed(postponed(session), towerHamlets, reviewAt)).toBe(false)
  expect(briefTrouble(postponed(session), towerHamlets, reviewAt)).toBe('postponed')
})

test.each<[string, Partial<Session>]>([
  ['its title', { title: 'Chairing well' }],
  ['its time', { startsAt: startsAt.add({ hours: 1 }) }],
  ['its end', { endsAt: startsAt.add({ hours: 3 }) }],
  ['its place', { place: 'Town Hall Room 3' }],
  ['how it is held', { delivery: 'hybrid' }],
  ['its aims', { details: { ...details, aims: 'To sum up.' } }],
  ['what is asked of Members', { details: { ...details, commitment: { preWork: 'Read.' } } }],
  ['that a loop is needed', { details: { ...details, loopNeeded: true } }],
])('C1.11 given, it is asked for anew when %s changes', (_what, change) => {
  const changed = { ...given(session), ...change }
  expect(isBriefOwed(changed, towerHamlets, instant('2026-10-27T12:00:00Z'))).toBe(true)
})

test('C1.11 given, another answer, a cost or another version of the details asks for nothing', () => {
  const { invitations } = aSession({ accepted: 7 })
  const same = { ...given(session), invitations, readAt: reviewAt, details: { ...details, version: 2, provider: 'Farrow Lyle' } }
  expect(isBriefOwed(same, towerHamlets, reviewAt)).toBe(false)
})

test('C1.11, C1.9 without aims it cannot have been given, unless it is a briefing that needs none; nor once it has begun', () => {
  const aimless = aSession({ details: { ...details, aims: ' ' } })
  const rulebook = { ...towerHamlets, briefings: { ...towerHamlets.briefings, objectives: false } }
  expect([hasAims(aimless), hasAims(aSession()), hasAims(session)]).toEqual([false, false, true])
  expect(briefTrouble(aimless, rulebook, reviewAt)).toBe('no-aims')
  expect(briefTrouble({ ...aimless, kind: 'member-briefing' }, rulebook, reviewAt)).toBeUndefined()
  expect(briefTrouble({ ...aimless, kind: 'member-briefing' }, towerHamlets, reviewAt)).toBe('no-aims')
  expect(briefTrouble(session, towerHamlets, before(startsAt))).toBeUndefined()
  expect(briefTrouble(session, towerHamlets, startsAt)).toBe('started')
})
