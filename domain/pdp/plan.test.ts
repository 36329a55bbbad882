import { expect, test } from 'vitest'
import { pdpId } from '../kernel/ids.ts'
import { day } from '../kernel/time.ts'
import { aMemberId, aPersonId, arrangedAt } from '../testing/builders.ts'
import { afterSaving, agreed, emptyContent, isAsAgreed, standingOf, type Objective, type Pdp, type PdpContent } from './plan.ts'
import { lackingIn } from './lacking.ts'

const member = { kind: 'member' } as const
const officer = { kind: 'officer', id: aPersonId(901), name: 'Officer 901' } as const

function anObjective(given: Partial<Objective> = {}): Objective {
  return { id: 'o-1', aim: 'Chair a meeting', byOn: day('2027-03-31'), help: [], measure: '', sessions: [], ...given }
}
function content(given: Partial<PdpContent> = {}): PdpContent {
  return { ...emptyContent, objectives: [anObjective()], ...given }
}
function aPlan(given: Partial<Pdp> = {}): Pdp {
  const id = pdpId('0'.repeat(32))
  return { id, memberId: aMemberId(1), content: content(), savedAt: arrangedAt, savedBy: member, versions: 0, keptAt: arrangedAt, ...given }
}
const minutes = (many: number) => arrangedAt.add({ minutes: many })
const saved = (before: Pdp, words: PdpContent, by: typeof member | typeof officer, many: number, setAside?: PdpContent) =>
  afterSaving(before, { content: words, by, at: minutes(many), ...(setAside ? { setAside } : {}) })

test('C6.1 an objective without words, and one without a timescale, is not yet one, and a plan needs one', () => {
  expect(lackingIn(emptyContent)).toEqual([{ kind: 'objective' }])
  const { byOn: _none, ...undated } = anObjective({ id: 'o-2' })
  expect(lackingIn({ objectives: [anObjective({ aim: ' ' }), undated] })).toEqual([
    { kind: 'aim', number: 1 },
    { kind: 'timescale', number: 2 },
  ])
  expect(lackingIn(content())).toEqual([])
})

test('C6.1 a plan is agreed as it stands, is kept so, and is not agreed any more in what is changed after', () => {
  const done = agreed(aPlan(), minutes(5))
  if (!done.ok) throw new Error('refused')
  const { plan, kept } = done.value
  expect(kept).toMatchObject([{ number: 1, because: 'agreed', content: content() }])
  expect(plan).toMatchObject({ versions: 1, agreed: { version: 1 } })
  expect(isAsAgreed(plan)).toBe(true)
  expect(standingOf(plan, arrangedAt)).toEqual({ begunAt: arrangedAt, agreedAt: minutes(5) })
  const later = saved(plan, content({ gaps: 'Finance' }), member, 6).plan
  expect(isAsAgreed(later)).toBe(false)
  expect(standingOf(later, arrangedAt).agreedAt).toEqual(minutes(5))
})

test('C6.1 a plan that lacks something is not agreed', () => {
  expect(agreed(aPlan({ content: emptyContent }), minutes(1))).toEqual({ ok: false, refusal: [{ kind: 'objective' }] })
})

test.each([
  [15, []],
  [16, ['earlier']],
])('of what the same hand writes on, what stood before is kept after more than a quarter of an hour: %i minutes', (many, because) => {
  const { kept, plan } = saved(aPlan(), content({ gaps: 'Fin' }), member, many)
  expect(kept.map((version) => version.because)).toEqual(because)
  expect(plan.versions).toBe(because.length)
})

test('what another hand wrote is kept before anything is written over it, both ways', () => {
  const helped = saved(aPlan(), content({ gaps: 'Finance' }), officer, 1)
  expect(helped.kept).toMatchObject([{ number: 1, because: 'another-hand', by: member, content: content() }])
  const back = saved(helped.plan, content(), member, 2)
  expect(back.kept).toMatchObject([{ number: 2, because: 'another-hand', by: officer, content: { gaps: 'Finance' } }])
})

test('an objective that is taken out stays in the history, and words that come to an empty plan leave nothing to keep', () => {
  expect(saved(aPlan(), content({ objectives: [] }), member, 1).kept).toMatchObject([{ because: 'objective-removed', content: content() }])
  expect(saved(aPlan({ content: emptyContent }), content(), officer, 60).kept).toEqual([])
})

test('of two devices’ words, those not chosen are kept: on the server already, or only typed', () => {
  const typed = content({ gaps: 'Typed on the phone' })
  expect(saved(aPlan(), typed, member, 1, content()).kept).toMatchObject([{ because: 'set-aside', content: content() }])
  const other = saved(aPlan(), content(), member, 1, typed)
  expect(other.kept).toMatchObject([{ number: 1, because: 'set-aside', content: typed }])
  expect(other.plan).toMatchObject({ versions: 1, content: content() })
})

test('saved twice with the same words, nothing is kept', () => {
  expect(saved(aPlan(), content(), officer, 60).kept).toEqual([])
})
