import { expect, test } from 'vitest'
import { instant } from '../kernel/time.ts'
import type { Rulebook, RulebookVersion } from '../rulebook/rulebook.ts'
import { aPersonId, arrangedAt, towerHamlets } from '../testing/builders.ts'
import { aimsBefore, heldFromOf, isHeldBack, lacksAims, stoodInProgramme } from './held.ts'

const ruling = (withoutAims: 'hold' | 'warn', objectives = true): Rulebook => ({
  ...towerHamlets,
  planning: { ...towerHamlets.planning, withoutAims },
  briefings: { ...towerHamlets.briefings, objectives },
})
const training = { kind: 'in-person-training' }
const briefing = { kind: 'member-briefing' }

test('C1.9 where the council holds it back, what says nothing of its aims is; spaces say nothing', () => {
  expect(isHeldBack(training, ruling('hold'))).toBe(true)
  expect(isHeldBack({ ...training, aims: '  ' }, ruling('hold'))).toBe(true)
  expect(isHeldBack({ ...training, aims: 'Keep order' }, ruling('hold'))).toBe(false)
})

test('C1.9 where the council only warns, nothing is held back, and it is known what lacks its aims', () => {
  expect(isHeldBack(training, ruling('warn'))).toBe(false)
  expect(lacksAims(training, ruling('warn'))).toBe(true)
})

test('C1.9 C1.5 a briefing is asked for its aims where the council asks briefings, and not else', () => {
  expect(isHeldBack(briefing, ruling('hold'))).toBe(true)
  expect(isHeldBack(briefing, ruling('hold', false))).toBe(false)
  expect(isHeldBack(training, ruling('hold', false))).toBe(true)
})

const version = (number: number, from: string, rulebook: Rulebook): RulebookVersion => ({
  version: number,
  effectiveFrom: from,
  changedBy: 'Officer 901',
  changedAt: from,
  rulebook,
})
const [may, june, july] = ['2026-05-01T00:00:00Z', '2026-06-01T00:00:00Z', '2026-07-01T00:00:00Z'] as const
const now = instant('2026-10-12T08:00:00Z')
const from = (versions: readonly RulebookVersion[], kind = training.kind) => heldFromOf(versions, now)(kind)?.toString()

test('C1.9 held back from the day on which the council began to, and from the last such day where it had stopped meanwhile', () => {
  expect(from([version(1, may, ruling('warn')), version(2, june, ruling('hold'))])).toBe(june)
  expect(from([version(1, may, ruling('warn')), version(2, june, ruling('hold')), version(3, july, ruling('hold'))])).toBe(june)
  expect(from([version(1, may, ruling('hold')), version(2, june, ruling('warn')), version(3, july, ruling('hold'))])).toBe(july)
})

test('C1.9 a council that always held it back has no such day; what is to come does not count', () => {
  expect(from([version(1, may, ruling('hold')), version(2, june, ruling('hold'))])).toBeUndefined()
  expect(from([version(1, may, ruling('warn')), version(2, '2026-10-12T08:00:01Z', ruling('hold'))])).toBeUndefined()
})

test('C1.9 C1.5 of briefings it counts from when they were asked too', () => {
  const versions = [version(1, may, ruling('hold', false)), version(2, june, ruling('hold'))]
  expect(from(versions, briefing.kind)).toBe(june)
  expect(from(versions)).toBeUndefined()
})

test('C1.9 what was in the programme before anything was held back, or with its aims once, stays there', () => {
  const heldFrom = () => instant(june)
  expect(stoodInProgramme({ ...training, firstSeenAt: instant('2026-05-31T23:59:59Z') }, heldFrom)).toBe(true)
  expect(stoodInProgramme({ ...training, firstSeenAt: instant(june) }, heldFrom)).toBe(false)
  expect(stoodInProgramme({ ...training, firstSeenAt: now, hadAims: true }, heldFrom)).toBe(true)
  expect(stoodInProgramme({ ...training, firstSeenAt: instant(may) }, () => undefined)).toBe(false)
})

test('C1.9 that it said its aims once is kept while it says none, however often its details are written anew', () => {
  const details = { version: 1, by: aPersonId(901), byName: 'Officer 901', at: arrangedAt, costs: [] }
  expect(aimsBefore(undefined, {})).toEqual({})
  expect(aimsBefore(details, {})).toEqual({})
  expect(aimsBefore({ ...details, aims: 'Keep order' }, {})).toEqual({ hadAims: true })
  expect(aimsBefore({ ...details, hadAims: true }, {})).toEqual({ hadAims: true })
  expect(aimsBefore({ ...details, hadAims: true }, { aims: 'Keep order' })).toEqual({})
})
