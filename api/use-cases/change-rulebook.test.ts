import { expect, test } from 'vitest'
import { instant } from '../../domain/kernel/time.ts'
import { inForce } from '../../domain/rulebook/in-force.ts'
import type { Rulebook } from '../../domain/rulebook/rulebook.ts'
import { anOfficer, aSession, arrangedAt, someMembers, towerHamlets } from '../../domain/testing/builders.ts'
import type { RulebookChange } from '../contracts/rulebook.ts'
import { testCouncil } from '../testing/council.ts'
import { changeRulebook, previewRulebook } from './change-rulebook.ts'
import { heedRulebook } from './heed-rulebook.ts'
import { readRulebook } from './read-rulebook.ts'

const ada = anOfficer(902)
const tomorrow = arrangedAt.toZonedDateTimeISO('Europe/London').toPlainDate().add({ days: 1 })
const sixMadeFour =
  'Too few coming: a session is put to officers with fewer than 4 Members coming instead of with fewer than 6 Members coming'
const withMinimum = (members: number): Rulebook => ({ ...towerHamlets, minimum: { ...towerHamlets.minimum, members } })

async function aCouncil() {
  const council = await testCouncil({
    now: arrangedAt,
    rulebook: towerHamlets,
    members: someMembers(10),
    sessions: [aSession({ accepted: 5 })],
  })
  await council.worker.settle()
  return council
}

function anOrder(over: Partial<RulebookChange> = {}): RulebookChange {
  return { seen: 1, rules: { kind: 'settings', rulebook: withMinimum(4) }, why: 'Agreed on Monday', ...over }
}

test('a change is told in plain words before it is made, with what it means for sessions, and changes nothing', async () => {
  const { council } = await aCouncil()
  const { why: _why, ...proposal } = anOrder({ startsOn: String(tomorrow) })
  const preview = await previewRulebook(council, proposal)
  expect(preview).toMatchObject({
    ok: true,
    value: { sentences: [{ path: 'minimum.members', sentence: sixMadeFour }], sessions: { toCome: 1, newlyTooFew: 0, nowEnough: 1 } },
  })
  expect((await readRulebook(council, true)).latest).toBe(1)
})

test('a version rules from midnight of its day in London and not before, and keeps who, when and why', async () => {
  const { council, advanceTo } = await aCouncil()
  expect(await changeRulebook(council, ada, anOrder({ startsOn: String(tomorrow) }))).toMatchObject({ ok: true })
  const versions = await council.rulebooks.all()
  const from = instant(versions[1]?.effectiveFrom ?? '')
  expect(String(from.toZonedDateTimeISO('Europe/London').toPlainTime())).toBe('00:00:00')
  expect(inForce(versions, from.subtract({ seconds: 1 }))?.rulebook.minimum.members).toBe(6)
  expect(inForce(versions, from)?.rulebook.minimum.members).toBe(4)
  const view = await readRulebook(council, false)
  expect(view.versions).toMatchObject([
    { version: 2, standing: 'to-come', changedBy: ada.name, why: 'Agreed on Monday', sentences: [{ sentence: sixMadeFour }] },
    { version: 1, standing: 'in-force', sentences: [] },
  ])
  await advanceTo(from)
  expect((await readRulebook(council, false)).versions.map(({ standing }) => standing)).toEqual(['in-force', 'past'])
})

test('of two administrators who saw the same version, the slower is refused and told what the faster one changed', async () => {
  const { council } = await aCouncil()
  await changeRulebook(council, ada, anOrder())
  expect(await changeRulebook(council, anOfficer(903), anOrder({ rules: { kind: 'settings', rulebook: withMinimum(5) } }))).toMatchObject({
    ok: false,
    refusal: { kind: 'changed-since-seen', changed: [{ sentence: sixMadeFour }] },
  })
  expect(await council.rulebooks.all()).toHaveLength(2)
})

test('of two changes within one moment one is written', async () => {
  const { council } = await aCouncil()
  const orders = [4, 5].map((members) => anOrder({ rules: { kind: 'settings', rulebook: withMinimum(members) } }))
  const results = await Promise.all(orders.map(async (order) => changeRulebook(council, ada, order)))
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await council.rulebooks.readAnew()).toHaveLength(2)
})

test('going back to an earlier version follows the last one, and one that was to come is put aside', async () => {
  const { council } = await aCouncil()
  await changeRulebook(council, ada, anOrder({ startsOn: String(tomorrow) }))
  const back = anOrder({ seen: 2, rules: { kind: 'version', version: 1 } })
  const { why: _why, ...proposal } = back
  expect(await previewRulebook(council, proposal)).toMatchObject({ ok: true, value: { sentences: [], inPlaceOf: [{ version: 2 }] } })
  expect(await changeRulebook(council, ada, back)).toMatchObject({ ok: true })
  const { versions, rulebook } = await readRulebook(council, true)
  expect(versions.map(({ standing }) => standing)).toEqual(['in-force', 'never', 'past'])
  expect(rulebook).toEqual(towerHamlets)

  // What was put aside already is put aside by nothing that comes after.
  const { why: _again, ...further } = anOrder({ seen: 3 })
  expect(await previewRulebook(council, further)).toMatchObject({ ok: true, value: { inPlaceOf: [] } })
  expect(await changeRulebook(council, ada, { ...back, seen: 3 })).toEqual({ ok: false, refusal: { kind: 'nothing-changes' } })
})

test.each([
  ['an unknown setting', { rules: { kind: 'settings', rulebook: { ...towerHamlets, minimums: {} } } }, 'minimums'],
  ['a number out of bounds', { rules: { kind: 'settings', rulebook: withMinimum(101) } }, 'minimum.members'],
  [
    'what is no number',
    { rules: { kind: 'settings', rulebook: { ...towerHamlets, texts: { optOutAllowed: 'x' } } } },
    'texts.optOutAllowed',
  ],
  ['an unknown preset', { rules: { kind: 'preset', preset: 'camden' } }, 'preset'],
  ['an unknown version', { rules: { kind: 'version', version: 7 } }, 'version'],
  ['a day that has passed', { startsOn: String(tomorrow.subtract({ days: 2 })) }, 'startsOn'],
  ['a day more than a year ahead', { startsOn: String(tomorrow.add({ days: 366 })) }, 'startsOn'],
] as const)('%s is refused with its place', async (_what, over, path) => {
  const { council } = await aCouncil()
  const result = await changeRulebook(council, ada, anOrder(over))
  expect(result).toMatchObject({ ok: false, refusal: { kind: 'faulty', errors: [{ path }] } })
  expect(await council.rulebooks.all()).toHaveLength(1)
})

test('the rules as they are already are no change', async () => {
  const { council } = await aCouncil()
  const same = anOrder({ rules: { kind: 'settings', rulebook: towerHamlets } })
  expect(await changeRulebook(council, ada, same)).toEqual({ ok: false, refusal: { kind: 'nothing-changes' } })
})

test('C3.2 a session is judged by new rules although it was to be looked at only later by the old ones', async () => {
  const { council, advanceTo, record } = await aCouncil()
  const sooner = { ...towerHamlets, minimum: { ...towerHamlets.minimum, reviewWorkingDays: 8 } }
  await changeRulebook(council, ada, anOrder({ startsOn: String(tomorrow), rules: { kind: 'settings', rulebook: sooner } }))
  await advanceTo(instant((await council.rulebooks.all())[1]?.effectiveFrom ?? '').add({ minutes: 5 }))
  await heedRulebook(council)
  const theNewReview = instant('2026-10-15T08:00:00Z')
  await advanceTo(theNewReview.subtract({ seconds: 1 }))
  expect((await record(aSession().id)).session.undersubscribed.kind).toBe('none')
  await advanceTo(theNewReview)
  expect((await record(aSession().id)).session.undersubscribed.kind).toBe('open')
})
